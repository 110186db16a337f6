#include <stdio.h>

#include "check/check.h"
#include "data/list.h"
#include "data/sort.h"
#include "data/table.h"

static void check_table(Checks *checks, Arena *arena) {
    enum { MANY = 1000 };
    Table *table = table_new(arena);
    for (int index = 0; index < MANY; index++) {
        char name[16];
        snprintf(name, sizeof name, "name %d", index);
        table_put(arena, table, slice_copy(arena, slice_of(name)), value_number(index));
    }
    check_that(checks, table->size == MANY, "every name is there");
    const Value *found = table_find(table, slice_of("name 731"));
    check_that(checks, found != NULL && found->number == 731, "a name is found among many");
    check_that(checks, table_find(table, slice_of("name")) == NULL, "an absent name is not");
    table_put(arena, table, slice_of("name 0"), value_truth(true));
    check_that(checks, table->size == MANY && table->entries[0].value.kind == TRUTH, "a value is replaced at its place");
}

static void check_sort(Checks *checks, Arena *arena) {
    List *list = list_new(arena);
    for (int index = 0; index < 100; index++) list_add(arena, list, value_number((index * 37) % 100));
    const List *sorted = list_sorted(arena, list);
    bool rising = true;
    for (size_t index = 0; index < sorted->size; index++) rising = rising && sorted->items[index].number == (double)index;
    check_that(checks, rising, "sorting sorts");
    check_that(checks, list->items[1].number == 37, "and leaves the list as it was");
    check_that(checks, list_sorted(arena, list_new(arena))->size == 0, "an empty list can be sorted");
}

void check_data(Checks *checks) {
    Arena arena = {0};
    check_table(checks, &arena);
    check_sort(checks, &arena);
    check_that(checks, value_order(value_number(9), value_text(slice_of("1"))) < 0, "numbers come before texts");
    check_that(checks, !value_holds(value_list(list_new(&arena))), "an empty list does not hold");
    check_that(checks, arena.taken > 50000, "the arena counts what was taken");
    arena_free(&arena);
    check_that(checks, arena.newest == NULL, "and gives it back");
}
