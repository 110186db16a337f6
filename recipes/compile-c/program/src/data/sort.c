#include "data/sort.h"

#include <string.h>

static void merge(const Value *from, Value *to, size_t start, size_t middle, size_t end) {
    size_t left = start;
    size_t right = middle;
    for (size_t at = start; at < end; at++) {
        int take_left = left < middle && (right >= end || value_order(from[left], from[right]) <= 0);
        to[at] = take_left ? from[left++] : from[right++];
    }
}

List *list_sorted(Arena *arena, const List *list) {
    size_t bytes = list->size * sizeof(Value);
    Value *from = arena_copy(arena, list->items, bytes);
    Value *to = arena_take(arena, bytes);
    for (size_t width = 1; width < list->size; width *= 2) {
        for (size_t start = 0; start < list->size; start += 2 * width) {
            size_t middle = start + width < list->size ? start + width : list->size;
            size_t end = start + 2 * width < list->size ? start + 2 * width : list->size;
            merge(from, to, start, middle, end);
        }
        Value *other = from;
        from = to;
        to = other;
    }
    List *sorted = list_new(arena);
    sorted->items = from;
    sorted->size = sorted->room = list->size;
    return sorted;
}
