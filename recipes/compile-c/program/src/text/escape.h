// Text between quotes with \-escapes, as in JSON (RFC 8259, section 7).
#ifndef TEXT_ESCAPE_H
#define TEXT_ESCAPE_H

#include "base/fault.h"
#include "text/buffer.h"
#include "text/slice.h"

// Writes `slice` with its quotes.
void escape_write(Buffer *buffer, Slice slice);

// The text that stands between the quotes; `at` is its place in the source, for troubles.
Slice escape_read(Arena *arena, Slice inner, size_t at, Trouble *trouble);

#endif
