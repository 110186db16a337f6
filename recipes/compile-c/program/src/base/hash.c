#include "base/hash.h"

uint64_t hash_bytes(const void *bytes, size_t size) {
    const unsigned char *next = bytes;
    uint64_t hash = 14695981039346656037u;
    for (size_t index = 0; index < size; index++) {
        hash ^= next[index];
        hash *= 1099511628211u;
    }
    return hash;
}
