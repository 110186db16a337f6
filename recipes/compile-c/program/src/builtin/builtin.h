// What a built-in function is.
#ifndef BUILTIN_BUILTIN_H
#define BUILTIN_BUILTIN_H

#include "base/arena.h"
#include "base/fault.h"
#include "data/list.h"
#include "data/table.h"
#include "data/value.h"

enum { MOST_PARAMETERS = 3 };

typedef struct {
    const char *name;
    int count;
    Kind parameters[MOST_PARAMETERS];
    // Gets as many arguments as it has parameters, of their kinds.
    Value (*call)(Arena *arena, const Value *arguments);
} Builtin;

typedef struct {
    const Builtin *items;
    size_t size;
} Builtins;

extern const Builtins math_builtins;
extern const Builtins list_builtins;
extern const Builtins text_builtins;
extern const Builtins table_builtins;

#endif
