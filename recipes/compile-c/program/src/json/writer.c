#include "json/writer.h"

#include <math.h>

#include "data/list.h"
#include "data/table.h"
#include "text/escape.h"
#include "text/number.h"

static void line(Buffer *buffer, JsonStyle style, size_t depth) {
    if (style == JSON_COMPACT) return;
    buffer_byte(buffer, '\n');
    buffer_repeat(buffer, ' ', depth * 2);
}

static void write_value(Buffer *buffer, Value value, JsonStyle style, size_t depth);

static void write_list(Buffer *buffer, const List *list, JsonStyle style, size_t depth) {
    buffer_byte(buffer, '[');
    for (size_t index = 0; index < list->size; index++) {
        if (index > 0) buffer_byte(buffer, ',');
        line(buffer, style, depth + 1);
        write_value(buffer, list->items[index], style, depth + 1);
    }
    if (list->size > 0) line(buffer, style, depth);
    buffer_byte(buffer, ']');
}

static void write_table(Buffer *buffer, const Table *table, JsonStyle style, size_t depth) {
    buffer_byte(buffer, '{');
    for (size_t index = 0; index < table->size; index++) {
        if (index > 0) buffer_byte(buffer, ',');
        line(buffer, style, depth + 1);
        escape_write(buffer, table->entries[index].name);
        buffer_text(buffer, style == JSON_COMPACT ? ":" : ": ");
        write_value(buffer, table->entries[index].value, style, depth + 1);
    }
    if (table->size > 0) line(buffer, style, depth);
    buffer_byte(buffer, '}');
}

static void write_value(Buffer *buffer, Value value, JsonStyle style, size_t depth) {
    switch (value.kind) {
        case NOTHING: buffer_text(buffer, "null"); break;
        case TRUTH: buffer_text(buffer, value.truth ? "true" : "false"); break;
        case NUMBER:
            if (isfinite(value.number)) number_write(buffer, value.number);
            else buffer_text(buffer, "null");
            break;
        case TEXT: escape_write(buffer, value.text); break;
        case LIST: write_list(buffer, value.list, style, depth); break;
        case TABLE: write_table(buffer, value.table, style, depth); break;
    }
}

void json_write(Buffer *buffer, Value value, JsonStyle style) {
    write_value(buffer, value, style, 0);
}
