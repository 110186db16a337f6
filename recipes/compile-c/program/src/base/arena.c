#include "base/arena.h"

#include <stdalign.h>
#include <stdlib.h>
#include <string.h>

#include "base/fault.h"

struct Chunk {
    Chunk *older;
    size_t used;
    size_t size;
    alignas(max_align_t) unsigned char bytes[];
};

enum { CHUNK_SIZE = 16 * 1024 };

static size_t rounded(size_t size) {
    size_t unit = alignof(max_align_t);
    return (size + unit - 1) / unit * unit;
}

static Chunk *new_chunk(Chunk *older, size_t size) {
    Chunk *chunk = calloc(1, sizeof(Chunk) + size);
    if (chunk == NULL) fault("no memory for %zu bytes", size);
    chunk->older = older;
    chunk->size = size;
    return chunk;
}

void *arena_take(Arena *arena, size_t size) {
    size = rounded(size == 0 ? 1 : size);
    Chunk *chunk = arena->newest;
    if (chunk == NULL || chunk->size - chunk->used < size) {
        chunk = new_chunk(chunk, size > CHUNK_SIZE ? size : CHUNK_SIZE);
        arena->newest = chunk;
    }
    void *piece = chunk->bytes + chunk->used;
    chunk->used += size;
    arena->taken += size;
    return piece;
}

void *arena_copy(Arena *arena, const void *from, size_t size) {
    return arena_grow(arena, from, size, size);
}

void *arena_grow(Arena *arena, const void *old, size_t used, size_t wanted) {
    void *piece = arena_take(arena, wanted);
    if (used > 0) memcpy(piece, old, used);
    return piece;
}

void arena_free(Arena *arena) {
    while (arena->newest != NULL) {
        Chunk *older = arena->newest->older;
        free(arena->newest);
        arena->newest = older;
    }
    arena->taken = 0;
}
