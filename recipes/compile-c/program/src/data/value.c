#include "data/value.h"

#include "data/list.h"
#include "data/table.h"

Value value_nothing(void) {
    return (Value){.kind = NOTHING};
}

Value value_truth(bool truth) {
    return (Value){.kind = TRUTH, .truth = truth};
}

Value value_number(double number) {
    return (Value){.kind = NUMBER, .number = number};
}

Value value_text(Slice text) {
    return (Value){.kind = TEXT, .text = text};
}

Value value_list(List *list) {
    return (Value){.kind = LIST, .list = list};
}

Value value_table(Table *table) {
    return (Value){.kind = TABLE, .table = table};
}

const char *kind_name(Kind kind) {
    static const char *const names[] = {"nothing", "a truth", "a number", "a text", "a list", "a table"};
    return names[kind];
}

bool value_holds(Value value) {
    switch (value.kind) {
        case NOTHING: return false;
        case TRUTH: return value.truth;
        case NUMBER: return value.number != 0;
        case TEXT: return value.text.size > 0;
        case LIST: return value.list->size > 0;
        case TABLE: return value.table->size > 0;
    }
    return false;
}

bool value_same(Value left, Value right) {
    return value_order(left, right) == 0;
}

static int list_order(const List *left, const List *right) {
    for (size_t index = 0; index < left->size && index < right->size; index++) {
        int order = value_order(left->items[index], right->items[index]);
        if (order != 0) return order;
    }
    return (left->size > right->size) - (left->size < right->size);
}

// Tables are equal when they hold the same under the same names, in whatever order.
static int table_order(const Table *left, const Table *right) {
    if (left->size != right->size) return left->size > right->size ? 1 : -1;
    for (size_t index = 0; index < left->size; index++) {
        const Value *other = table_find(right, left->entries[index].name);
        if (other == NULL) return 1;
        int order = value_order(left->entries[index].value, *other);
        if (order != 0) return order;
    }
    return 0;
}

int value_order(Value left, Value right) {
    if (left.kind != right.kind) return left.kind > right.kind ? 1 : -1;
    switch (left.kind) {
        case NOTHING: return 0;
        case TRUTH: return left.truth - right.truth;
        case NUMBER: return (left.number > right.number) - (left.number < right.number);
        case TEXT: return slice_order(left.text, right.text);
        case LIST: return list_order(left.list, right.list);
        case TABLE: return table_order(left.table, right.table);
    }
    return 0;
}
