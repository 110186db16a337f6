// Functions of tables.
#include "builtin/builtin.h"
#include "data/sort.h"

static Value call_keys(Arena *arena, const Value *arguments) {
    List *keys = list_new(arena);
    const Table *table = arguments[0].table;
    for (size_t index = 0; index < table->size; index++) list_add(arena, keys, value_text(table->entries[index].name));
    return value_list(list_sorted(arena, keys));
}

static Value call_has(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_truth(table_find(arguments[0].table, arguments[1].text) != NULL);
}

static Value call_count(Arena *arena, const Value *arguments) {
    Table *counts = table_new(arena);
    const List *list = arguments[0].list;
    for (size_t index = 0; index < list->size; index++) {
        if (list->items[index].kind != TEXT) continue;
        Value *count = table_find(counts, list->items[index].text);
        if (count == NULL) table_put(arena, counts, list->items[index].text, value_number(1));
        else count->number += 1;
    }
    return value_table(counts);
}

static const Builtin items[] = {
    {"keys", 1, {TABLE}, call_keys},
    {"has", 2, {TABLE, TEXT}, call_has},
    {"count", 1, {LIST}, call_count},
};

const Builtins table_builtins = {items, sizeof items / sizeof *items};
