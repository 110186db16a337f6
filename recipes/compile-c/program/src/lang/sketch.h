// A tree as text, for people and tests: (+ 1 (* 2 x)).
#ifndef LANG_SKETCH_H
#define LANG_SKETCH_H

#include "lang/node.h"
#include "text/buffer.h"

void sketch(Buffer *buffer, const Node *node);

#endif
