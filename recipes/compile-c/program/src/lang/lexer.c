#include "lang/lexer.h"

#include <stdbool.h>
#include <string.h>

#include "text/number.h"

static bool letter(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool digit(char byte) {
    return byte >= '0' && byte <= '9';
}

static void skip_blanks(Lexer *lexer) {
    Slice source = lexer->source;
    while (lexer->at < source.size) {
        char byte = source.bytes[lexer->at];
        if (byte == '#') {
            lexer->at = slice_find(source, slice_of("\n"), lexer->at);
        } else if (byte != '\0' && strchr(" \t\r\n", byte) != NULL) {
            lexer->at++;
        } else {
            return;
        }
    }
}

// Bytes of a text with both quotes; 0 if it does not end.
static size_t text_length(Slice rest) {
    for (size_t at = 1; at < rest.size; at++) {
        if (rest.bytes[at] == '\\') at++;
        else if (rest.bytes[at] == '"') return at + 1;
    }
    return 0;
}

static size_t name_length(Slice rest) {
    size_t at = 0;
    while (at < rest.size && (letter(rest.bytes[at]) || digit(rest.bytes[at]))) at++;
    return at;
}

static size_t sign_length(Slice rest) {
    static const char *const signs[] = {"==", "!=", "<=", ">=", "&&", "||"};
    for (size_t index = 0; index < sizeof signs / sizeof *signs; index++) {
        if (slice_is(slice_part(rest, 0, 2), signs[index])) return 2;
    }
    return rest.bytes[0] != '\0' && strchr("+-*/%^()[]{},:;=<>!.", rest.bytes[0]) != NULL;
}

Token lexer_next(Lexer *lexer) {
    skip_blanks(lexer);
    size_t at = lexer->at;
    Slice rest = slice_part(lexer->source, at, lexer->source.size);
    if (rest.size == 0) return (Token){TOKEN_END, rest, at};
    TokenKind kind = digit(rest.bytes[0])    ? TOKEN_NUMBER
                     : rest.bytes[0] == '"'  ? TOKEN_TEXT
                     : letter(rest.bytes[0]) ? TOKEN_NAME
                                             : TOKEN_SIGN;
    size_t length = kind == TOKEN_NUMBER ? number_length(rest)
                    : kind == TOKEN_TEXT ? text_length(rest)
                    : kind == TOKEN_NAME ? name_length(rest)
                                         : sign_length(rest);
    if (length == 0) {
        kind = TOKEN_BAD;
        length = 1;
    }
    lexer->at += length;
    return (Token){kind, slice_part(rest, 0, length), at};
}
