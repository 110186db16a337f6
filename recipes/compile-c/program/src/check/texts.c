#include "base/fault.h"
#include "check/check.h"
#include "text/escape.h"
#include "text/number.h"
#include "text/utf8.h"

static void check_number(Checks *checks, const char *text, const char *wanted) {
    Arena arena = {0};
    double number = 0;
    Buffer buffer = buffer_new(&arena);
    check_that(checks, number_read(slice_of(text), &number), text);
    number_write(&buffer, number);
    check_text(checks, buffer_slice_of(&buffer), wanted);
    arena_free(&arena);
}

static void check_escape(Checks *checks, const char *inner, const char *wanted) {
    Arena arena = {0};
    Trouble trouble = {0};
    Buffer buffer = buffer_new(&arena);
    escape_write(&buffer, escape_read(&arena, slice_of(inner), 0, &trouble));
    check_text(checks, trouble.found ? slice_of(trouble.message) : buffer_slice_of(&buffer), wanted);
    arena_free(&arena);
}

void check_texts(Checks *checks) {
    check_number(checks, "-12", "-12");
    check_number(checks, "0.1", "0.1");
    check_number(checks, "3e21", "3e+21");
    check_number(checks, "0.30000000000000004", "0.30000000000000004");
    double number = 0;
    check_that(checks, !number_read(slice_of("1."), &number), "1. is no number");
    check_that(checks, !number_read(slice_of(""), &number), "nothing is no number");
    check_that(checks, utf8_count(slice_of("Zürich \xF0\x9F\x8E\x89")) == 8, "characters are counted, not bytes");
    check_that(checks, utf8_length(slice_of("\xC0\x80"), 0) == 0, "overlong forms are not valid");
    check_escape(checks, "a\\tb\\u00fc\\ud83c\\udf89/", "\"a\\tb\xC3\xBC\xF0\x9F\x8E\x89/\"");
    check_escape(checks, "\\u0001", "\"\\u0001\"");
    check_escape(checks, "\\ud83c", "\\u needs four hexadecimal digits that make a character");
    check_escape(checks, "\\q", "\\q is no escape");
    check_text(checks, slice_trim(slice_of(" \t a b\n")), "a b");
}
