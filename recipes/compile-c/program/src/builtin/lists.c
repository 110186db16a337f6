// Functions of lists.
#include "builtin/builtin.h"
#include "data/sort.h"

static Value call_sum(Arena *arena, const Value *arguments) {
    (void)arena;
    double sum = 0;
    const List *list = arguments[0].list;
    for (size_t index = 0; index < list->size; index++) {
        if (list->items[index].kind == NUMBER) sum += list->items[index].number;
    }
    return value_number(sum);
}

static Value call_length(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_number((double)arguments[0].list->size);
}

static Value call_sort(Arena *arena, const Value *arguments) {
    return value_list(list_sorted(arena, arguments[0].list));
}

static Value call_reverse(Arena *arena, const Value *arguments) {
    List *list = list_new(arena);
    for (size_t left = arguments[0].list->size; left > 0; left--) list_add(arena, list, arguments[0].list->items[left - 1]);
    return value_list(list);
}

static const Builtin items[] = {
    {"sum", 1, {LIST}, call_sum},
    {"length", 1, {LIST}, call_length},
    {"sort", 1, {LIST}, call_sort},
    {"reverse", 1, {LIST}, call_reverse},
};

const Builtins list_builtins = {items, sizeof items / sizeof *items};
