// Numbers as text, both ways. Knows no locale: the decimal point is a point.
#ifndef TEXT_NUMBER_H
#define TEXT_NUMBER_H

#include <stdbool.h>

#include "text/buffer.h"
#include "text/slice.h"

// Bytes at the start of `slice` that are a number such as 12, 0.5 or 3e-7; 0 if it starts otherwise.
size_t number_length(Slice slice);

// False if the whole slice is no number.
bool number_read(Slice slice, double *number);

// The shortest of 15 to 17 digits that reads back as the same number.
void number_write(Buffer *buffer, double number);

#endif
