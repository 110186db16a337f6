// Values in order.
#ifndef DATA_LIST_H
#define DATA_LIST_H

#include "base/arena.h"
#include "data/value.h"

struct List {
    Value *items;
    size_t size;
    size_t room;
};

List *list_new(Arena *arena);
void list_add(Arena *arena, List *list, Value value);

#endif
