#include "text/slice.h"

#include <string.h>

static bool blank(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

Slice slice_of(const char *text) {
    return (Slice){text, strlen(text)};
}

Slice slice_part(Slice slice, size_t from, size_t to) {
    if (to > slice.size) to = slice.size;
    if (from > to) from = to;
    return (Slice){slice.bytes + from, to - from};
}

Slice slice_copy(Arena *arena, Slice slice) {
    return (Slice){arena_copy(arena, slice.bytes, slice.size), slice.size};
}

bool slice_same(Slice left, Slice right) {
    return left.size == right.size && (left.size == 0 || memcmp(left.bytes, right.bytes, left.size) == 0);
}

bool slice_is(Slice slice, const char *text) {
    return slice_same(slice, slice_of(text));
}

int slice_order(Slice left, Slice right) {
    size_t shorter = left.size < right.size ? left.size : right.size;
    int order = shorter == 0 ? 0 : memcmp(left.bytes, right.bytes, shorter);
    if (order != 0) return order;
    return (left.size > right.size) - (left.size < right.size);
}

size_t slice_find(Slice slice, Slice part, size_t from) {
    for (size_t at = from; at + part.size <= slice.size; at++) {
        if (memcmp(slice.bytes + at, part.bytes, part.size) == 0) return at;
    }
    return slice.size;
}

Slice slice_trim(Slice slice) {
    size_t from = 0;
    size_t to = slice.size;
    while (from < to && blank(slice.bytes[from])) from++;
    while (to > from && blank(slice.bytes[to - 1])) to--;
    return slice_part(slice, from, to);
}
