// Source text to tokens, one at a time. Knows no grammar.
#ifndef LANG_LEXER_H
#define LANG_LEXER_H

#include "lang/token.h"

typedef struct {
    Slice source;
    size_t at;
} Lexer;

// The next token; after the last one TOKEN_END for ever. A text's token holds its quotes.
Token lexer_next(Lexer *lexer);

#endif
