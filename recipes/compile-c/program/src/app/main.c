// abacus: a calculator for numbers, texts, lists and tables that answers in JSON.
#include <stdio.h>

#include "app/options.h"
#include "app/source.h"
#include "builtin/registry.h"
#include "check/check.h"

static int run(Arena *arena, const Options *options) {
    Slice source = source_read(arena, options->file);
    Buffer out = buffer_new(arena);
    bool well = program_run(arena, source, options->show, options->style, &out);
    fprintf(well ? stdout : stderr, "%.*s\n", (int)out.size, out.bytes);
    return well ? 0 : 1;
}

static int show_functions(Arena *arena) {
    const List *names = builtin_names(arena);
    for (size_t index = 0; index < names->size; index++) {
        printf("%.*s\n", (int)names->items[index].text.size, names->items[index].text.bytes);
    }
    return 0;
}

int main(int count, char **arguments) {
    Options options = options_read(count, arguments);
    if (options.unknown != NULL) {
        fprintf(stderr, "abacus: '%s' is not understood\n%s", options.unknown, usage);
        return 2;
    }
    Arena arena = {0};
    int status = 0;
    switch (options.mode) {
        case RUN_FILE: status = run(&arena, &options); break;
        case RUN_CHECKS: status = check_all(); break;
        case SHOW_FUNCTIONS: status = show_functions(&arena); break;
        case SHOW_USAGE: fputs(usage, stdout); break;
    }
    arena_free(&arena);
    return status;
}
