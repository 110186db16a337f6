#include "lang/parser.h"

#include "lang/lexer.h"
#include "text/escape.h"
#include "text/number.h"

typedef struct {
    Arena *arena;
    Lexer lexer;
    Token token;
    Trouble *trouble;
    int depth;
} Parser;

enum { DEEPEST = 200 };

static Node *expression(Parser *parser);

static void advance(Parser *parser) {
    parser->token = lexer_next(&parser->lexer);
}

static bool at_sign(const Parser *parser, const char *sign) {
    return parser->token.kind == TOKEN_SIGN && slice_is(parser->token.text, sign);
}

static bool at_word(const Parser *parser, const char *word) {
    return parser->token.kind == TOKEN_NAME && slice_is(parser->token.text, word);
}

static void expected(Parser *parser, const char *what) {
    Token token = parser->token;
    if (token.kind == TOKEN_SIGN || token.kind == TOKEN_NAME) {
        trouble_note(parser->trouble, token.at, "expected %s, found '%.*s'", what, (int)token.text.size, token.text.bytes);
    } else {
        trouble_note(parser->trouble, token.at, "expected %s, found %s", what, token_kind_name(token.kind));
    }
}

static bool accept(Parser *parser, const char *sign) {
    if (!at_sign(parser, sign)) return false;
    advance(parser);
    return true;
}

static void need(Parser *parser, const char *sign) {
    if (accept(parser, sign)) return;
    char what[16] = {'\'', sign[0], '\'', '\0'};
    expected(parser, what);
}

static void need_word(Parser *parser, const char *word) {
    if (at_word(parser, word)) advance(parser);
    else expected(parser, word);
}

static Slice need_name(Parser *parser) {
    Slice name = parser->token.text;
    if (parser->token.kind == TOKEN_NAME) advance(parser);
    else expected(parser, "a name");
    return name;
}

static Node *new_node(Parser *parser, NodeKind kind, Slice name) {
    return node_new(parser->arena, kind, parser->token.at, name);
}

static Node *constant(Parser *parser, Value value) {
    Node *node = new_node(parser, NODE_CONSTANT, parser->token.text);
    node->value = value;
    advance(parser);
    return node;
}

static Value token_text(Parser *parser) {
    Token token = parser->token;
    Slice inner = slice_part(token.text, 1, token.text.size - 1);
    return value_text(escape_read(parser->arena, inner, token.at + 1, parser->trouble));
}

// Expressions between commas up to `close`, which is eaten.
static void members(Parser *parser, Node *parent, const char *close) {
    while (!parser->trouble->found && !at_sign(parser, close)) {
        node_add(parser->arena, parent, expression(parser));
        if (!accept(parser, ",")) break;
    }
    need(parser, close);
}

static Node *table(Parser *parser) {
    Node *node = new_node(parser, NODE_TABLE, parser->token.text);
    need(parser, "{");
    while (!parser->trouble->found && !at_sign(parser, "}")) {
        Node *pair = new_node(parser, NODE_PAIR, parser->token.text);
        if (parser->token.kind == TOKEN_TEXT) {
            pair->name = token_text(parser).text;
            advance(parser);
        } else {
            pair->name = need_name(parser);
        }
        need(parser, ":");
        node_add(parser->arena, pair, expression(parser));
        node_add(parser->arena, node, pair);
        if (!accept(parser, ",")) break;
    }
    need(parser, "}");
    return node;
}

static Node *primary(Parser *parser) {
    Token token = parser->token;
    double number = 0;
    if (token.kind == TOKEN_NUMBER && number_read(token.text, &number)) return constant(parser, value_number(number));
    if (token.kind == TOKEN_TEXT) return constant(parser, token_text(parser));
    if (at_word(parser, "true") || at_word(parser, "false")) return constant(parser, value_truth(at_word(parser, "true")));
    if (at_word(parser, "nothing")) return constant(parser, value_nothing());
    if (at_sign(parser, "{")) return table(parser);
    Node *node = new_node(parser, token.kind == TOKEN_NAME ? NODE_NAME : NODE_LIST, token.text);
    if (token.kind == TOKEN_NAME) {
        advance(parser);
    } else if (accept(parser, "[")) {
        members(parser, node, "]");
    } else if (accept(parser, "(")) {
        node = expression(parser);
        need(parser, ")");
    } else {
        expected(parser, "a value");
    }
    return node;
}

static Node *postfix(Parser *parser) {
    Node *node = primary(parser);
    while (!parser->trouble->found) {
        Node *outer = new_node(parser, NODE_INDEX, parser->token.text);
        if (node->kind == NODE_NAME && accept(parser, "(")) {
            outer->kind = NODE_CALL;
            outer->name = node->name;
            outer->at = node->at;
            members(parser, outer, ")");
        } else if (accept(parser, "[")) {
            node_add(parser->arena, outer, node);
            node_add(parser->arena, outer, expression(parser));
            need(parser, "]");
        } else if (accept(parser, ".")) {
            Node *field = new_node(parser, NODE_CONSTANT, parser->token.text);
            field->value = value_text(need_name(parser));
            node_add(parser->arena, outer, node);
            node_add(parser->arena, outer, field);
        } else {
            break;
        }
        node = outer;
    }
    return node;
}

static Node *unary(Parser *parser) {
    if (!at_sign(parser, "-") && !at_sign(parser, "!")) return postfix(parser);
    Node *node = new_node(parser, NODE_UNARY, parser->token.text);
    advance(parser);
    if (++parser->depth > DEEPEST) trouble_note(parser->trouble, node->at, "nested too deeply");
    else node_add(parser->arena, node, unary(parser));
    parser->depth--;
    return node;
}

// How tightly the operator at the token binds; 0 if there is none.
static int strength(const Parser *parser) {
    static const struct {
        const char *sign;
        int strength;
    } operators[] = {{"||", 1}, {"&&", 2}, {"==", 3}, {"!=", 3}, {"<", 4}, {"<=", 4}, {">", 4},
                     {">=", 4}, {"+", 5},  {"-", 5},  {"*", 6},  {"/", 6}, {"%", 6},  {"^", 7}};
    for (size_t index = 0; index < sizeof operators / sizeof *operators; index++) {
        if (at_sign(parser, operators[index].sign)) return operators[index].strength;
    }
    return 0;
}

static Node *binary(Parser *parser, int weakest) {
    Node *left = unary(parser);
    for (int bound = strength(parser); bound >= weakest && bound > 0 && !parser->trouble->found; bound = strength(parser)) {
        Node *node = new_node(parser, NODE_BINARY, parser->token.text);
        bool to_the_right = at_sign(parser, "^");
        advance(parser);
        node_add(parser->arena, node, left);
        node_add(parser->arena, node, binary(parser, to_the_right ? bound : bound + 1));
        left = node;
    }
    return left;
}

static Node *choice(Parser *parser) {
    Node *node = new_node(parser, NODE_CHOICE, parser->token.text);
    advance(parser);
    node_add(parser->arena, node, expression(parser));
    need_word(parser, "then");
    node_add(parser->arena, node, expression(parser));
    need_word(parser, "else");
    node_add(parser->arena, node, expression(parser));
    return node;
}

static Node *expression(Parser *parser) {
    if (++parser->depth > DEEPEST) trouble_note(parser->trouble, parser->token.at, "nested too deeply");
    Node *node = parser->trouble->found ? new_node(parser, NODE_CONSTANT, parser->token.text)
                 : at_word(parser, "if") ? choice(parser)
                                         : binary(parser, 1);
    parser->depth--;
    return node;
}

static Node *statement(Parser *parser) {
    if (!at_word(parser, "let")) return expression(parser);
    Node *node = new_node(parser, NODE_LET, parser->token.text);
    advance(parser);
    node->name = need_name(parser);
    need(parser, "=");
    node_add(parser->arena, node, expression(parser));
    return node;
}

Node *parse(Arena *arena, Slice source, Trouble *trouble) {
    Parser parser = {.arena = arena, .lexer = {source, 0}, .trouble = trouble};
    advance(&parser);
    Node *program = new_node(&parser, NODE_SEQUENCE, (Slice){0});
    while (!trouble->found && parser.token.kind != TOKEN_END) {
        node_add(arena, program, statement(&parser));
        if (!accept(&parser, ";")) break;
    }
    if (parser.token.kind != TOKEN_END) expected(&parser, "an operator or ';'");
    return trouble->found ? NULL : program;
}
