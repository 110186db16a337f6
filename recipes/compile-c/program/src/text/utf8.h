// UTF-8: how long a character is, and how to write one.
#ifndef TEXT_UTF8_H
#define TEXT_UTF8_H

#include <stdint.h>

#include "text/buffer.h"
#include "text/slice.h"

// Bytes of the character at `at`; 0 where there is no valid one.
size_t utf8_length(Slice slice, size_t at);

// How many characters there are; a byte that belongs to none counts as one.
size_t utf8_count(Slice slice);

void utf8_write(Buffer *buffer, uint32_t point);

#endif
