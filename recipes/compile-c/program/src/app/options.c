#include "app/options.h"

#include <string.h>

const char usage[] =
    "usage: abacus [--tree] [--compact] [FILE]\n"
    "       abacus --check | --functions | --help\n";

Options options_read(int count, char *const *arguments) {
    Options options = {.mode = RUN_FILE, .show = SHOW_VALUE, .style = JSON_INDENTED};
    for (int index = 1; index < count; index++) {
        const char *argument = arguments[index];
        if (strcmp(argument, "--tree") == 0) options.show = SHOW_TREE;
        else if (strcmp(argument, "--compact") == 0) options.style = JSON_COMPACT;
        else if (strcmp(argument, "--check") == 0) options.mode = RUN_CHECKS;
        else if (strcmp(argument, "--functions") == 0) options.mode = SHOW_FUNCTIONS;
        else if (strcmp(argument, "--help") == 0) options.mode = SHOW_USAGE;
        else if (argument[0] == '-' || options.file != NULL) options.unknown = argument;
        else options.file = argument;
    }
    return options;
}
