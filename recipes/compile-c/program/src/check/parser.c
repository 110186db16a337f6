#include "app/program.h"
#include "check/check.h"

static void check_tree(Checks *checks, const char *source, const char *wanted) {
    Arena arena = {0};
    Buffer out = buffer_new(&arena);
    program_run(&arena, slice_of(source), SHOW_TREE, JSON_COMPACT, &out);
    check_text(checks, buffer_slice_of(&out), wanted);
    arena_free(&arena);
}

void check_parser(Checks *checks) {
    check_tree(checks, "1 + 2 * 3", "(do (+ 1 (* 2 3)))");
    check_tree(checks, "2 ^ 3 ^ 2 - 1", "(do (- (^ 2 (^ 3 2)) 1))");
    check_tree(checks, "a - b - c", "(do (- (- a b) c))");
    check_tree(checks, "-a < 2 && !b", "(do (&& (< (- a) 2) (! b)))");
    check_tree(checks, "let x = [1, \"two\", ]; x[0]", "(do (let x (list 1 \"two\")) (at x 0))");
    check_tree(checks, "{ a: 1, \"b c\": f(x).y }", "(do (table (a 1) (b c (at (f x) \"y\"))))");
    check_tree(checks, "if a then 1 else if b then 2 else 3 # why not", "(do (if a 1 (if b 2 3)))");
    check_tree(checks, "", "(do)");
    check_tree(checks, "1 +", "1:4: expected a value, found the end");
    check_tree(checks, "1 2", "1:3: expected an operator or ';', found a number");
    check_tree(checks, "let 5 = 1", "1:5: expected a name, found a number");
    check_tree(checks, "[1,\n (2]", "2:4: expected ')', found ']'");
    check_tree(checks, "\"open", "1:1: expected a value, found a stray byte");
}
