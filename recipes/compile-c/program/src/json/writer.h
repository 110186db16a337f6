// Values as JSON (RFC 8259).
#ifndef JSON_WRITER_H
#define JSON_WRITER_H

#include "data/value.h"
#include "text/buffer.h"

typedef enum { JSON_COMPACT, JSON_INDENTED } JsonStyle;

// Numbers that JSON cannot hold are written as null.
void json_write(Buffer *buffer, Value value, JsonStyle style);

#endif
