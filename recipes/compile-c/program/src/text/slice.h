// A piece of text that belongs to someone else: bytes and their number, without a NUL at the end.
#ifndef TEXT_SLICE_H
#define TEXT_SLICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

typedef struct {
    const char *bytes;
    size_t size;
} Slice;

Slice slice_of(const char *text);
Slice slice_part(Slice slice, size_t from, size_t to);
Slice slice_copy(Arena *arena, Slice slice);
bool slice_same(Slice left, Slice right);
bool slice_is(Slice slice, const char *text);

// Below, at or above zero, by bytes.
int slice_order(Slice left, Slice right);

// The first place of `part` at or after `from`, or the slice's size.
size_t slice_find(Slice slice, Slice part, size_t from);

// Without blanks at both ends.
Slice slice_trim(Slice slice);

#endif
