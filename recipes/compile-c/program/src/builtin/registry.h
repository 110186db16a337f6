// Finds built-in functions and calls them with checked arguments.
#ifndef BUILTIN_REGISTRY_H
#define BUILTIN_REGISTRY_H

#include "builtin/builtin.h"

// NULL if there is none of that name.
const Builtin *builtin_find(Slice name);

Value builtin_call(const Builtin *builtin, Arena *arena, const List *arguments, size_t at, Trouble *trouble);

// Every name, in order.
List *builtin_names(Arena *arena);

#endif
