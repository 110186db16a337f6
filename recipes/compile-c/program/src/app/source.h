// Reads a whole file.
#ifndef APP_SOURCE_H
#define APP_SOURCE_H

#include "base/arena.h"
#include "text/slice.h"

// `file` NULL is standard input; a file that cannot be read ends the program.
Slice source_read(Arena *arena, const char *file);

#endif
