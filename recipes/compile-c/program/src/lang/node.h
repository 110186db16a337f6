// The tree that the parser makes of a source text.
#ifndef LANG_NODE_H
#define LANG_NODE_H

#include "base/arena.h"
#include "data/value.h"

typedef enum {
    NODE_CONSTANT,  // value
    NODE_NAME,      // name
    NODE_LIST,      // children
    NODE_TABLE,     // children are NODE_PAIR
    NODE_PAIR,      // name, one child
    NODE_UNARY,     // name is the sign, one child
    NODE_BINARY,    // name is the sign, two children
    NODE_CHOICE,    // if, then, else
    NODE_CALL,      // name, children are the arguments
    NODE_INDEX,     // two children
    NODE_LET,       // name, one child
    NODE_SEQUENCE,  // children
} NodeKind;

typedef struct Node Node;

struct Node {
    NodeKind kind;
    size_t at;
    Slice name;
    Value value;
    Node **children;
    size_t count;
    size_t room;
};

Node *node_new(Arena *arena, NodeKind kind, size_t at, Slice name);
void node_add(Arena *arena, Node *parent, Node *child);

#endif
