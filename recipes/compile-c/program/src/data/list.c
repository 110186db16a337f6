#include "data/list.h"

List *list_new(Arena *arena) {
    return arena_take(arena, sizeof(List));
}

void list_add(Arena *arena, List *list, Value value) {
    if (list->size == list->room) {
        size_t room = list->room == 0 ? 8 : list->room * 2;
        list->items = arena_grow(arena, list->items, list->size * sizeof(Value), room * sizeof(Value));
        list->room = room;
    }
    list->items[list->size++] = value;
}
