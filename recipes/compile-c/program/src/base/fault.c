#include "base/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void fault(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("abacus: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(70);
}

void trouble_note(Trouble *trouble, size_t at, const char *format, ...) {
    if (trouble->found) return;
    trouble->found = true;
    trouble->at = at;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(trouble->message, sizeof trouble->message, format, arguments);
    va_end(arguments);
}
