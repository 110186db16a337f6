// Tokens to a tree, by precedence climbing.
//
//   program    = statement { ";" statement } [ ";" ]
//   statement  = "let" name "=" expression | expression
//   expression = "if" expression "then" expression "else" expression | binary
//   binary     = unary { operator unary }
//   unary      = ( "-" | "!" ) unary | postfix
//   postfix    = primary { "(" arguments ")" | "[" expression "]" | "." name }
//   primary    = number | text | name | "(" expression ")" | list | table
#ifndef LANG_PARSER_H
#define LANG_PARSER_H

#include "base/arena.h"
#include "base/fault.h"
#include "lang/node.h"

// The tree, or NULL after a trouble.
Node *parse(Arena *arena, Slice source, Trouble *trouble);

#endif
