#include "app/program.h"
#include "check/check.h"

static void check_result(Checks *checks, const char *source, const char *wanted) {
    Arena arena = {0};
    Buffer out = buffer_new(&arena);
    program_run(&arena, slice_of(source), SHOW_VALUE, JSON_COMPACT, &out);
    check_text(checks, buffer_slice_of(&out), wanted);
    arena_free(&arena);
}

void check_programs(Checks *checks) {
    check_result(checks, "let r = 2; floor(pi * r ^ 2 * 100) / 100", "12.56");
    check_result(checks, "sum(range(1, 101))", "5050");
    check_result(checks, "sort([3, \"b\", 1, \"a\", [2]])", "[1,3,\"a\",\"b\",[2]]");
    check_result(checks, "count(split(\"to be or not to be\", \" \"))", "{\"to\":2,\"be\":2,\"or\":1,\"not\":1}");
    check_result(checks, "keys({ b: 1, a: 2 }) + [has({ a: nothing }, \"a\")]", "[\"a\",\"b\",true]");
    check_result(checks, "[1, 2, 3][-1] == 3 && { a: 1, b: 2 } == { b: 2, a: 1 }", "true");
    check_result(checks, "{ a: { b: \"c\" } }.a.b + repeat(\"!\", 3)", "\"c!!!\"");
    check_result(checks, "false && 1 / 0", "false");
    check_result(checks, "characters(trim(\" Zürich \"))", "6");
    check_result(checks, "1 / (2 - 2)", "1:3: division by zero");
    check_result(checks, "1 + \"1\"", "1:3: '+' cannot take a number and a text");
    check_result(checks, "let a = 1;\nlet a = 2", "2:1: 'a' has a value already");
    check_result(checks, "sine(1)", "1:1: there is no function 'sine'");
    check_result(checks, "sqrt(\"4\")", "1:1: sqrt needs a number, not a text");
    check_result(checks, "sqrt(1, 2)", "1:1: sqrt takes 1, not 2");
}
