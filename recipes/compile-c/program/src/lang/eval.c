#include "lang/eval.h"

#include "builtin/registry.h"
#include "data/list.h"
#include "lang/operator.h"

static Value eval_name(Scope *scope, const Node *node, Trouble *trouble) {
    const Value *value = scope_get(scope, node->name);
    if (value != NULL) return *value;
    trouble_note(trouble, node->at, "'%.*s' has no value", (int)node->name.size, node->name.bytes);
    return value_nothing();
}

static List *eval_all(Scope *scope, const Node *node, Trouble *trouble) {
    List *list = list_new(scope->arena);
    for (size_t index = 0; index < node->count; index++) {
        list_add(scope->arena, list, eval(scope, node->children[index], trouble));
    }
    return list;
}

static Value eval_table(Scope *scope, const Node *node, Trouble *trouble) {
    Table *table = table_new(scope->arena);
    for (size_t index = 0; index < node->count; index++) {
        const Node *pair = node->children[index];
        table_put(scope->arena, table, pair->name, eval(scope, pair->children[0], trouble));
    }
    return value_table(table);
}

static Value eval_binary(Scope *scope, const Node *node, Trouble *trouble) {
    Value left = eval(scope, node->children[0], trouble);
    bool and = slice_is(node->name, "&&");
    if (and || slice_is(node->name, "||")) return value_holds(left) == and ? eval(scope, node->children[1], trouble) : left;
    Value right = eval(scope, node->children[1], trouble);
    if (trouble->found) return value_nothing();
    return apply_binary(scope->arena, node->name, left, right, node->at, trouble);
}

static Value eval_index(Scope *scope, const Node *node, Trouble *trouble) {
    Value whole = eval(scope, node->children[0], trouble);
    Value place = eval(scope, node->children[1], trouble);
    if (whole.kind == TABLE && place.kind == TEXT) {
        const Value *value = table_find(whole.table, place.text);
        return value == NULL ? value_nothing() : *value;
    }
    if (whole.kind == LIST && place.kind == NUMBER) {
        double index = place.number < 0 ? place.number + (double)whole.list->size : place.number;
        return index >= 0 && index < (double)whole.list->size ? whole.list->items[(size_t)index] : value_nothing();
    }
    trouble_note(trouble, node->at, "%s has no member under %s", kind_name(whole.kind), kind_name(place.kind));
    return value_nothing();
}

static Value eval_call(Scope *scope, const Node *node, Trouble *trouble) {
    const Builtin *builtin = builtin_find(node->name);
    if (builtin == NULL) {
        trouble_note(trouble, node->at, "there is no function '%.*s'", (int)node->name.size, node->name.bytes);
        return value_nothing();
    }
    List *arguments = eval_all(scope, node, trouble);
    if (trouble->found) return value_nothing();
    return builtin_call(builtin, scope->arena, arguments, node->at, trouble);
}

static Value eval_let(Scope *scope, const Node *node, Trouble *trouble) {
    Value value = eval(scope, node->children[0], trouble);
    if (!trouble->found && !scope_set(scope, node->name, value)) {
        trouble_note(trouble, node->at, "'%.*s' has a value already", (int)node->name.size, node->name.bytes);
    }
    return value;
}

static Value eval_sequence(Scope *scope, const Node *node, Trouble *trouble) {
    Value value = value_nothing();
    for (size_t index = 0; index < node->count && !trouble->found; index++) value = eval(scope, node->children[index], trouble);
    return value;
}

Value eval(Scope *scope, const Node *node, Trouble *trouble) {
    if (trouble->found) return value_nothing();
    switch (node->kind) {
        case NODE_CONSTANT: return node->value;
        case NODE_NAME: return eval_name(scope, node, trouble);
        case NODE_LIST: return value_list(eval_all(scope, node, trouble));
        case NODE_TABLE: return eval_table(scope, node, trouble);
        case NODE_PAIR: return eval(scope, node->children[0], trouble);
        case NODE_UNARY: return apply_unary(node->name, eval(scope, node->children[0], trouble), node->at, trouble);
        case NODE_BINARY: return eval_binary(scope, node, trouble);
        case NODE_CHOICE: return eval(scope, node->children[value_holds(eval(scope, node->children[0], trouble)) ? 1 : 2], trouble);
        case NODE_CALL: return eval_call(scope, node, trouble);
        case NODE_INDEX: return eval_index(scope, node, trouble);
        case NODE_LET: return eval_let(scope, node, trouble);
        case NODE_SEQUENCE: return eval_sequence(scope, node, trouble);
    }
    return value_nothing();
}
