#include "app/program.h"

#include <stdio.h>

#include "lang/eval.h"
#include "lang/parser.h"
#include "lang/sketch.h"

static void write_trouble(Buffer *out, Slice source, const Trouble *trouble) {
    size_t line = 1;
    size_t column = 1;
    for (size_t at = 0; at < trouble->at && at < source.size; at++) {
        column = source.bytes[at] == '\n' ? 1 : column + 1;
        line += source.bytes[at] == '\n';
    }
    char place[48];
    snprintf(place, sizeof place, "%zu:%zu: ", line, column);
    buffer_text(out, place);
    buffer_text(out, trouble->message);
}

bool program_run(Arena *arena, Slice source, Show show, JsonStyle style, Buffer *out) {
    Trouble trouble = {0};
    Node *tree = parse(arena, source, &trouble);
    if (tree != NULL && show == SHOW_TREE) {
        sketch(out, tree);
    } else if (tree != NULL) {
        Scope scope = scope_new(arena);
        Value value = eval(&scope, tree, &trouble);
        if (!trouble.found) json_write(out, value, style);
    }
    if (trouble.found) write_trouble(out, source, &trouble);
    return !trouble.found;
}
