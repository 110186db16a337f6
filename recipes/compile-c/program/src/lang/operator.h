// What the signs between values do. `&&` and `||` are not here, since they may leave their right side alone.
#ifndef LANG_OPERATOR_H
#define LANG_OPERATOR_H

#include "base/arena.h"
#include "base/fault.h"
#include "data/value.h"

Value apply_unary(Slice sign, Value value, size_t at, Trouble *trouble);
Value apply_binary(Arena *arena, Slice sign, Value left, Value right, size_t at, Trouble *trouble);

#endif
