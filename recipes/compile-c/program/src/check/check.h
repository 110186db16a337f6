// The program's tests of itself.
#ifndef CHECK_CHECK_H
#define CHECK_CHECK_H

#include <stdbool.h>

#include "text/slice.h"

typedef struct {
    const char *suite;
    int passed;
    int failed;
} Checks;

void check_that(Checks *checks, bool holds, const char *what);
void check_text(Checks *checks, Slice found, const char *wanted);

void check_texts(Checks *checks);
void check_data(Checks *checks);
void check_parser(Checks *checks);
void check_programs(Checks *checks);

// Prints a line for each suite; gives the exit status.
int check_all(void);

#endif
