#include "text/buffer.h"

#include <string.h>

Buffer buffer_new(Arena *arena) {
    return (Buffer){.arena = arena};
}

static void make_room(Buffer *buffer, size_t more) {
    size_t wanted = buffer->size + more;
    if (wanted <= buffer->room) return;
    size_t room = buffer->room == 0 ? 64 : buffer->room;
    while (room < wanted) room *= 2;
    buffer->bytes = arena_grow(buffer->arena, buffer->bytes, buffer->size, room);
    buffer->room = room;
}

void buffer_byte(Buffer *buffer, char byte) {
    make_room(buffer, 1);
    buffer->bytes[buffer->size++] = byte;
}

void buffer_text(Buffer *buffer, const char *text) {
    buffer_slice(buffer, slice_of(text));
}

void buffer_slice(Buffer *buffer, Slice slice) {
    if (slice.size == 0) return;
    make_room(buffer, slice.size);
    memcpy(buffer->bytes + buffer->size, slice.bytes, slice.size);
    buffer->size += slice.size;
}

void buffer_repeat(Buffer *buffer, char byte, size_t times) {
    for (size_t count = 0; count < times; count++) buffer_byte(buffer, byte);
}

Slice buffer_slice_of(const Buffer *buffer) {
    return (Slice){buffer->bytes, buffer->size};
}
