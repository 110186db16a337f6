#include "lang/scope.h"

Scope scope_new(Arena *arena) {
    Scope scope = {arena, table_new(arena)};
    table_put(arena, scope.names, slice_of("pi"), value_number(3.141592653589793));
    return scope;
}

bool scope_set(Scope *scope, Slice name, Value value) {
    if (table_find(scope->names, name) != NULL) return false;
    table_put(scope->arena, scope->names, name, value);
    return true;
}

const Value *scope_get(const Scope *scope, Slice name) {
    return table_find(scope->names, name);
}
