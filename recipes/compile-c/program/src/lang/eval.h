// What a tree is worth.
#ifndef LANG_EVAL_H
#define LANG_EVAL_H

#include "base/fault.h"
#include "lang/node.h"
#include "lang/scope.h"

// The value of the last statement; nothing after a trouble.
Value eval(Scope *scope, const Node *node, Trouble *trouble);

#endif
