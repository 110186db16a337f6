#include "builtin/registry.h"

#include "data/sort.h"

static const Builtins *const groups[] = {&math_builtins, &list_builtins, &text_builtins, &table_builtins};
enum { GROUPS = sizeof groups / sizeof *groups };

const Builtin *builtin_find(Slice name) {
    for (size_t group = 0; group < GROUPS; group++) {
        for (size_t index = 0; index < groups[group]->size; index++) {
            const Builtin *builtin = &groups[group]->items[index];
            if (slice_is(name, builtin->name)) return builtin;
        }
    }
    return NULL;
}

Value builtin_call(const Builtin *builtin, Arena *arena, const List *arguments, size_t at, Trouble *trouble) {
    if (arguments->size != (size_t)builtin->count) {
        trouble_note(trouble, at, "%s takes %d, not %zu", builtin->name, builtin->count, arguments->size);
        return value_nothing();
    }
    for (int index = 0; index < builtin->count; index++) {
        Kind given = arguments->items[index].kind;
        if (given == builtin->parameters[index]) continue;
        trouble_note(trouble, at, "%s needs %s, not %s", builtin->name, kind_name(builtin->parameters[index]), kind_name(given));
        return value_nothing();
    }
    return builtin->call(arena, arguments->items);
}

List *builtin_names(Arena *arena) {
    List *names = list_new(arena);
    for (size_t group = 0; group < GROUPS; group++) {
        for (size_t index = 0; index < groups[group]->size; index++) {
            list_add(arena, names, value_text(slice_of(groups[group]->items[index].name)));
        }
    }
    return list_sorted(arena, names);
}
