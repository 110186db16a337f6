// Memory that is taken piece by piece and given back all at once.
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

typedef struct Chunk Chunk;

typedef struct {
    Chunk *newest;
    size_t taken;
} Arena;

// Zeroed memory, aligned for any type; ends the program if there is none left.
void *arena_take(Arena *arena, size_t size);

// A copy of `size` bytes.
void *arena_copy(Arena *arena, const void *from, size_t size);

// A piece of `wanted` bytes that starts with the `used` bytes of `old`.
void *arena_grow(Arena *arena, const void *old, size_t used, size_t wanted);

void arena_free(Arena *arena);

#endif
