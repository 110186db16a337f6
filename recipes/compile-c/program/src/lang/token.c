#include "lang/token.h"

const char *token_kind_name(TokenKind kind) {
    static const char *const names[] = {"the end", "a number", "a text", "a name", "a sign", "a stray byte"};
    return names[kind];
}
