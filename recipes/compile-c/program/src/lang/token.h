// The smallest parts of a source text.
#ifndef LANG_TOKEN_H
#define LANG_TOKEN_H

#include "text/slice.h"

typedef enum { TOKEN_END, TOKEN_NUMBER, TOKEN_TEXT, TOKEN_NAME, TOKEN_SIGN, TOKEN_BAD } TokenKind;

typedef struct {
    TokenKind kind;
    Slice text;
    size_t at;
} Token;

// How a message names the token, such as `the end`.
const char *token_kind_name(TokenKind kind);

#endif
