// Source text to printed result: the way through lexer, parser, evaluator and writer.
#ifndef APP_PROGRAM_H
#define APP_PROGRAM_H

#include <stdbool.h>

#include "base/arena.h"
#include "json/writer.h"
#include "text/buffer.h"

typedef enum { SHOW_VALUE, SHOW_TREE } Show;

// Appends the result, or after a trouble its line, column and message; false then.
bool program_run(Arena *arena, Slice source, Show show, JsonStyle style, Buffer *out);

#endif
