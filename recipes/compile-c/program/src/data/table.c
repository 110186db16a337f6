#include "data/table.h"

#include "base/hash.h"

// The slot that holds `name`, or the empty one where it would go.
static uint32_t *slot_for(const Table *table, Slice name, uint64_t hash) {
    size_t mask = table->slot_count - 1;
    for (size_t at = hash & mask;; at = (at + 1) & mask) {
        uint32_t *slot = &table->slots[at];
        if (*slot == 0) return slot;
        const Entry *entry = &table->entries[*slot - 1];
        if (entry->hash == hash && slice_same(entry->name, name)) return slot;
    }
}

static void make_room(Arena *arena, Table *table) {
    if (table->size * 2 < table->slot_count) return;
    size_t slots = table->slot_count == 0 ? 8 : table->slot_count * 2;
    table->entries = arena_grow(arena, table->entries, table->size * sizeof(Entry), slots / 2 * sizeof(Entry));
    table->slots = arena_take(arena, slots * sizeof(uint32_t));
    table->slot_count = slots;
    for (size_t index = 0; index < table->size; index++) {
        *slot_for(table, table->entries[index].name, table->entries[index].hash) = (uint32_t)index + 1;
    }
}

Table *table_new(Arena *arena) {
    return arena_take(arena, sizeof(Table));
}

void table_put(Arena *arena, Table *table, Slice name, Value value) {
    make_room(arena, table);
    uint64_t hash = hash_bytes(name.bytes, name.size);
    uint32_t *slot = slot_for(table, name, hash);
    if (*slot == 0) {
        table->entries[table->size] = (Entry){name, hash, value};
        *slot = (uint32_t)++table->size;
    } else {
        table->entries[*slot - 1].value = value;
    }
}

Value *table_find(const Table *table, Slice name) {
    if (table->size == 0) return NULL;
    uint32_t slot = *slot_for(table, name, hash_bytes(name.bytes, name.size));
    return slot == 0 ? NULL : &table->entries[slot - 1].value;
}
