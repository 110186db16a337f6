// Sorting that keeps equal values in their order.
#ifndef DATA_SORT_H
#define DATA_SORT_H

#include "base/arena.h"
#include "data/list.h"

// A sorted copy.
List *list_sorted(Arena *arena, const List *list);

#endif
