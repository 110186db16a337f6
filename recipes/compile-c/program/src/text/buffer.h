// Text that grows at its end.
#ifndef TEXT_BUFFER_H
#define TEXT_BUFFER_H

#include "base/arena.h"
#include "text/slice.h"

typedef struct {
    Arena *arena;
    char *bytes;
    size_t size;
    size_t room;
} Buffer;

Buffer buffer_new(Arena *arena);
void buffer_byte(Buffer *buffer, char byte);
void buffer_text(Buffer *buffer, const char *text);
void buffer_slice(Buffer *buffer, Slice slice);
void buffer_repeat(Buffer *buffer, char byte, size_t times);
Slice buffer_slice_of(const Buffer *buffer);

#endif
