// Functions of texts.
#include "builtin/builtin.h"
#include "text/buffer.h"
#include "text/utf8.h"

static Value call_characters(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_number((double)utf8_count(arguments[0].text));
}

static Value call_trim(Arena *arena, const Value *arguments) {
    (void)arena;
    return value_text(slice_trim(arguments[0].text));
}

static Value call_repeat(Arena *arena, const Value *arguments) {
    Buffer buffer = buffer_new(arena);
    for (double count = 0; count < arguments[1].number; count++) buffer_slice(&buffer, arguments[0].text);
    return value_text(buffer_slice_of(&buffer));
}

static Value call_split(Arena *arena, const Value *arguments) {
    Slice text = arguments[0].text;
    Slice between = arguments[1].text;
    List *list = list_new(arena);
    size_t from = 0;
    while (between.size > 0 && from <= text.size) {
        size_t to = slice_find(text, between, from);
        list_add(arena, list, value_text(slice_part(text, from, to)));
        if (to == text.size) return value_list(list);
        from = to + between.size;
    }
    if (between.size == 0) list_add(arena, list, value_text(text));
    return value_list(list);
}

static const Builtin items[] = {
    {"characters", 1, {TEXT}, call_characters},
    {"trim", 1, {TEXT}, call_trim},
    {"repeat", 2, {TEXT, NUMBER}, call_repeat},
    {"split", 2, {TEXT, TEXT}, call_split},
};

const Builtins text_builtins = {items, sizeof items / sizeof *items};
