// The command line as data.
#ifndef APP_OPTIONS_H
#define APP_OPTIONS_H

#include "app/program.h"

typedef enum { RUN_FILE, RUN_CHECKS, SHOW_FUNCTIONS, SHOW_USAGE } Mode;

typedef struct {
    Mode mode;
    Show show;
    JsonStyle style;
    // NULL stands for standard input.
    const char *file;
    // An argument that is not understood, or NULL.
    const char *unknown;
} Options;

extern const char usage[];

Options options_read(int count, char *const *arguments);

#endif
