#include "check/check.h"

#include <stdio.h>

void check_that(Checks *checks, bool holds, const char *what) {
    if (holds) {
        checks->passed++;
        return;
    }
    checks->failed++;
    printf("%s: not so: %s\n", checks->suite, what);
}

void check_text(Checks *checks, Slice found, const char *wanted) {
    if (slice_is(found, wanted)) {
        checks->passed++;
        return;
    }
    checks->failed++;
    printf("%s: wanted %s\n%*s found %.*s\n", checks->suite, wanted, (int)slice_of(checks->suite).size + 1, "", (int)found.size, found.bytes);
}

int check_all(void) {
    static const struct {
        const char *name;
        void (*run)(Checks *checks);
    } suites[] = {{"text", check_texts}, {"data", check_data}, {"parser", check_parser}, {"programs", check_programs}};
    int failed = 0;
    for (size_t index = 0; index < sizeof suites / sizeof *suites; index++) {
        Checks checks = {.suite = suites[index].name};
        suites[index].run(&checks);
        printf("%-8s %2d passed, %d failed\n", checks.suite, checks.passed, checks.failed);
        failed += checks.failed;
    }
    return failed == 0 ? 0 : 1;
}
