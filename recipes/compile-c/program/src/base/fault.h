// Two kinds of failure: a fault ends the program, a trouble is the user's and is told where it is.
#ifndef BASE_FAULT_H
#define BASE_FAULT_H

#include <stdbool.h>
#include <stddef.h>

// The first thing that went wrong in a source text, and at which byte.
typedef struct {
    bool found;
    size_t at;
    char message[120];
} Trouble;

_Noreturn void fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

// Notes a trouble unless there already is one.
void trouble_note(Trouble *trouble, size_t at, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
