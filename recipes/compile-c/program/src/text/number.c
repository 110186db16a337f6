#include "text/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t digits(Slice slice, size_t from) {
    size_t at = from;
    while (at < slice.size && slice.bytes[at] >= '0' && slice.bytes[at] <= '9') at++;
    return at - from;
}

size_t number_length(Slice slice) {
    size_t at = digits(slice, 0);
    if (at == 0) return 0;
    if (at < slice.size && slice.bytes[at] == '.') {
        size_t fraction = digits(slice, at + 1);
        if (fraction > 0) at += 1 + fraction;
    }
    if (at < slice.size && (slice.bytes[at] == 'e' || slice.bytes[at] == 'E')) {
        size_t sign = at + 1 < slice.size && (slice.bytes[at + 1] == '-' || slice.bytes[at + 1] == '+');
        size_t exponent = digits(slice, at + 1 + sign);
        if (exponent > 0) at += 1 + sign + exponent;
    }
    return at;
}

bool number_read(Slice slice, double *number) {
    bool negative = slice.size > 0 && slice.bytes[0] == '-';
    Slice rest = slice_part(slice, negative, slice.size);
    char copy[64];
    if (number_length(rest) != rest.size || rest.size == 0 || rest.size >= sizeof copy) return false;
    memcpy(copy, rest.bytes, rest.size);
    copy[rest.size] = '\0';
    double value = strtod(copy, NULL);
    *number = negative ? -value : value;
    return true;
}

void number_write(Buffer *buffer, double number) {
    char text[40];
    for (int precision = 15; precision <= 17; precision++) {
        snprintf(text, sizeof text, "%.*g", precision, number);
        if (strtod(text, NULL) == number) break;
    }
    buffer_text(buffer, text);
}
