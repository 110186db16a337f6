// What an expression can be worth: nothing, a truth, a number, a text, a list or a table.
#ifndef DATA_VALUE_H
#define DATA_VALUE_H

#include <stdbool.h>

#include "text/slice.h"

typedef struct List List;
typedef struct Table Table;

typedef enum { NOTHING, TRUTH, NUMBER, TEXT, LIST, TABLE } Kind;

typedef struct {
    Kind kind;
    union {
        bool truth;
        double number;
        Slice text;
        List *list;
        Table *table;
    };
} Value;

Value value_nothing(void);
Value value_truth(bool truth);
Value value_number(double number);
Value value_text(Slice text);
Value value_list(List *list);
Value value_table(Table *table);

const char *kind_name(Kind kind);

// False, 0, nothing, and what is empty do not hold.
bool value_holds(Value value);

bool value_same(Value left, Value right);

// Below, at or above zero: by kind, then numbers by size, texts by bytes, lists member by member.
int value_order(Value left, Value right);

#endif
