#include "lang/node.h"

Node *node_new(Arena *arena, NodeKind kind, size_t at, Slice name) {
    Node *node = arena_take(arena, sizeof(Node));
    node->kind = kind;
    node->at = at;
    node->name = name;
    return node;
}

void node_add(Arena *arena, Node *parent, Node *child) {
    if (parent->count == parent->room) {
        size_t room = parent->room == 0 ? 4 : parent->room * 2;
        parent->children = arena_grow(arena, parent->children, parent->count * sizeof(Node *), room * sizeof(Node *));
        parent->room = room;
    }
    parent->children[parent->count++] = child;
}
