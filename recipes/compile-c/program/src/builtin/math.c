// Functions of numbers.
#include <math.h>

#include "builtin/builtin.h"

static Value call_sqrt(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_number(sqrt(arguments[0].number));
}

static Value call_floor(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_number(floor(arguments[0].number));
}

static Value call_abs(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_number(fabs(arguments[0].number));
}

static Value call_range(Arena *arena, const Value *arguments) {
    List *list = list_new(arena);
    for (double at = arguments[0].number; at < arguments[1].number; at += 1) list_add(arena, list, value_number(at));
    return value_list(list);
}

static const Builtin items[] = {
    {"sqrt", 1, {NUMBER}, call_sqrt},
    {"floor", 1, {NUMBER}, call_floor},
    {"abs", 1, {NUMBER}, call_abs},
    {"range", 2, {NUMBER, NUMBER}, call_range},
};

const Builtins math_builtins = {items, sizeof items / sizeof *items};
