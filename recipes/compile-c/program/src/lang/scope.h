// The names that a program has given to values.
#ifndef LANG_SCOPE_H
#define LANG_SCOPE_H

#include "base/arena.h"
#include "data/table.h"

typedef struct {
    Arena *arena;
    Table *names;
} Scope;

Scope scope_new(Arena *arena);

// False if the name is taken: names are given once.
bool scope_set(Scope *scope, Slice name, Value value);

const Value *scope_get(const Scope *scope, Slice name);

#endif
