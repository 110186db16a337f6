#include "text/utf8.h"

#include <stdbool.h>

static bool continues(Slice slice, size_t at) {
    return at < slice.size && ((unsigned char)slice.bytes[at] & 0xC0) == 0x80;
}

size_t utf8_length(Slice slice, size_t at) {
    if (at >= slice.size) return 0;
    unsigned char first = (unsigned char)slice.bytes[at];
    size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
    for (size_t next = 1; next < length; next++) {
        if (!continues(slice, at + next)) return 0;
    }
    return length;
}

size_t utf8_count(Slice slice) {
    size_t count = 0;
    for (size_t at = 0; at < slice.size; count++) {
        size_t length = utf8_length(slice, at);
        at += length == 0 ? 1 : length;
    }
    return count;
}

void utf8_write(Buffer *buffer, uint32_t point) {
    if (point < 0x80) {
        buffer_byte(buffer, (char)point);
        return;
    }
    int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    buffer_byte(buffer, (char)(lead[more] | (point >> (6 * more))));
    while (more-- > 0) buffer_byte(buffer, (char)(0x80 | ((point >> (6 * more)) & 0x3F)));
}
