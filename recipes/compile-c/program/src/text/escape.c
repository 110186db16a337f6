#include "text/escape.h"

#include <stdio.h>
#include <string.h>

#include "text/utf8.h"

static const char letters[] = "\"\\/bfnrt";
static const char meanings[] = "\"\\/\b\f\n\r\t";

void escape_write(Buffer *buffer, Slice slice) {
    buffer_byte(buffer, '"');
    for (size_t at = 0; at < slice.size; at++) {
        unsigned char byte = (unsigned char)slice.bytes[at];
        const char *short_form = byte == '/' || byte == '\0' ? NULL : strchr(meanings, byte);
        if (short_form != NULL) {
            buffer_byte(buffer, '\\');
            buffer_byte(buffer, letters[short_form - meanings]);
        } else if (byte < 0x20) {
            char text[8];
            snprintf(text, sizeof text, "\\u%04x", byte);
            buffer_text(buffer, text);
        } else {
            buffer_byte(buffer, (char)byte);
        }
    }
    buffer_byte(buffer, '"');
}

static int hex_digit(char byte) {
    if (byte >= '0' && byte <= '9') return byte - '0';
    if (byte >= 'a' && byte <= 'f') return byte - 'a' + 10;
    if (byte >= 'A' && byte <= 'F') return byte - 'A' + 10;
    return -1;
}

// Four hexadecimal digits, or -1.
static long unit_at(Slice slice, size_t at) {
    long unit = 0;
    for (size_t next = at; next < at + 4; next++) {
        int digit = next < slice.size ? hex_digit(slice.bytes[next]) : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

// Reads what follows `\u` at `from`; gives how many bytes that took, 0 after a trouble.
static size_t read_point(Buffer *buffer, Slice inner, size_t from, size_t at, Trouble *trouble) {
    long high = unit_at(inner, from);
    if (high >= 0 && (high < 0xD800 || high > 0xDFFF)) {
        utf8_write(buffer, (uint32_t)high);
        return 4;
    }
    long low = high >= 0xD800 && high < 0xDC00 && slice_is(slice_part(inner, from + 4, from + 6), "\\u") ? unit_at(inner, from + 6) : -1;
    if (low < 0xDC00 || low > 0xDFFF) {
        trouble_note(trouble, at + from, "\\u needs four hexadecimal digits that make a character");
        return 0;
    }
    utf8_write(buffer, (uint32_t)(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)));
    return 10;
}

Slice escape_read(Arena *arena, Slice inner, size_t at, Trouble *trouble) {
    Buffer buffer = buffer_new(arena);
    for (size_t next = 0; next < inner.size; next++) {
        if (inner.bytes[next] != '\\') {
            buffer_byte(&buffer, inner.bytes[next]);
            continue;
        }
        char letter = ++next < inner.size ? inner.bytes[next] : '\0';
        const char *known = letter == '\0' ? NULL : strchr(letters, letter);
        if (known != NULL) {
            buffer_byte(&buffer, meanings[known - letters]);
        } else if (letter == 'u') {
            size_t read = read_point(&buffer, inner, next + 1, at, trouble);
            if (read == 0) break;
            next += read;
        } else {
            trouble_note(trouble, at + next, "\\%c is no escape", letter == '\0' ? ' ' : letter);
            break;
        }
    }
    return buffer_slice_of(&buffer);
}
