#include "lang/operator.h"

#include <math.h>

#include "data/list.h"
#include "text/buffer.h"

Value apply_unary(Slice sign, Value value, size_t at, Trouble *trouble) {
    if (slice_is(sign, "!")) return value_truth(!value_holds(value));
    if (value.kind == NUMBER) return value_number(-value.number);
    trouble_note(trouble, at, "%s has no negative", kind_name(value.kind));
    return value_nothing();
}

static Value joined(Arena *arena, Slice left, Slice right) {
    Buffer buffer = buffer_new(arena);
    buffer_slice(&buffer, left);
    buffer_slice(&buffer, right);
    return value_text(buffer_slice_of(&buffer));
}

static Value chained(Arena *arena, const List *left, const List *right) {
    List *list = list_new(arena);
    for (size_t index = 0; index < left->size; index++) list_add(arena, list, left->items[index]);
    for (size_t index = 0; index < right->size; index++) list_add(arena, list, right->items[index]);
    return value_list(list);
}

static Value calculated(char sign, double left, double right, size_t at, Trouble *trouble) {
    if ((sign == '/' || sign == '%') && right == 0) {
        trouble_note(trouble, at, "division by zero");
        return value_nothing();
    }
    switch (sign) {
        case '+': return value_number(left + right);
        case '-': return value_number(left - right);
        case '*': return value_number(left * right);
        case '/': return value_number(left / right);
        case '%': return value_number(fmod(left, right));
        default: return value_number(pow(left, right));
    }
}

static Value compared(Slice sign, int order) {
    bool wanted_equal = sign.size == 2 && order == 0;
    return value_truth(wanted_equal || (sign.bytes[0] == '<' ? order < 0 : order > 0));
}

Value apply_binary(Arena *arena, Slice sign, Value left, Value right, size_t at, Trouble *trouble) {
    if (slice_is(sign, "==")) return value_truth(value_same(left, right));
    if (slice_is(sign, "!=")) return value_truth(!value_same(left, right));
    char first = sign.bytes[0];
    if (left.kind == right.kind) {
        if (first == '<' || first == '>') return compared(sign, value_order(left, right));
        if (first == '+' && left.kind == TEXT) return joined(arena, left.text, right.text);
        if (first == '+' && left.kind == LIST) return chained(arena, left.list, right.list);
        if (left.kind == NUMBER) return calculated(first, left.number, right.number, at, trouble);
    }
    trouble_note(trouble, at, "'%.*s' cannot take %s and %s", (int)sign.size, sign.bytes, kind_name(left.kind), kind_name(right.kind));
    return value_nothing();
}
