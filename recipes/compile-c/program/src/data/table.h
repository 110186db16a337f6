// A hash table from names to values that keeps the order of insertion.
#ifndef DATA_TABLE_H
#define DATA_TABLE_H

#include <stdint.h>

#include "base/arena.h"
#include "data/value.h"

typedef struct {
    Slice name;
    uint64_t hash;
    Value value;
} Entry;

struct Table {
    Entry *entries;
    size_t size;
    // Open addressing with linear probing: an entry's index plus one, or 0. Always a power of two, at most half full.
    uint32_t *slots;
    size_t slot_count;
};

Table *table_new(Arena *arena);

// Replaces the value of a name that is there already, at its old place in the order.
void table_put(Arena *arena, Table *table, Slice name, Value value);

// The value under `name`, or NULL.
Value *table_find(const Table *table, Slice name);

#endif
