#include "lang/sketch.h"

#include "json/writer.h"

static Slice label(const Node *node) {
    switch (node->kind) {
        case NODE_LIST: return slice_of("list");
        case NODE_TABLE: return slice_of("table");
        case NODE_CHOICE: return slice_of("if");
        case NODE_INDEX: return slice_of("at");
        case NODE_SEQUENCE: return slice_of("do");
        default: return node->name;
    }
}

void sketch(Buffer *buffer, const Node *node) {
    if (node->kind == NODE_CONSTANT) {
        json_write(buffer, node->value, JSON_COMPACT);
        return;
    }
    if (node->kind == NODE_NAME) {
        buffer_slice(buffer, node->name);
        return;
    }
    buffer_byte(buffer, '(');
    if (node->kind == NODE_LET) buffer_text(buffer, "let ");
    buffer_slice(buffer, label(node));
    for (size_t index = 0; index < node->count; index++) {
        buffer_byte(buffer, ' ');
        sketch(buffer, node->children[index]);
    }
    buffer_byte(buffer, ')');
}
