#include "app/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/fault.h"
#include "text/buffer.h"

Slice source_read(Arena *arena, const char *file) {
    FILE *stream = file == NULL ? stdin : fopen(file, "rb");
    if (stream == NULL) fault("%s: %s", file, strerror(errno));
    Buffer buffer = buffer_new(arena);
    char block[4096];
    for (size_t read = fread(block, 1, sizeof block, stream); read > 0; read = fread(block, 1, sizeof block, stream)) {
        buffer_slice(&buffer, (Slice){block, read});
    }
    if (ferror(stream)) fault("%s: cannot be read", file == NULL ? "standard input" : file);
    if (file != NULL) fclose(stream);
    return buffer_slice_of(&buffer);
}
