// Every fault of a template's text: its code, and the text it points to.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { faults, places } from './template.ts';

beforeAll(() => loadTemplates());

describe('values where no quoting is safe', () => {
  test.each([
    ["cat '{{ p }}'", '5 value-in-single-quotes: {{ p }}'],
    ["cat $'{{ p }}'", '6 value-in-single-quotes: {{ p }}'],
    ['cat `wc {{ p }}`', '8 value-in-backticks: {{ p }}'],
    ['cat "`wc {{ p }}`"', '9 value-in-backticks: {{ p }}'],
    ['echo ${x:-{{ p }}}', '10 value-in-parameter-expansion: {{ p }}'],
    ['echo ${x:-{{ p }} }', '10 value-in-parameter-expansion: {{ p }}'],
    ['echo "${x:-{{ p }} }"', '11 value-in-parameter-expansion: {{ p }}'],
    ['echo $(({{ n }} + 1))', '8 value-in-arithmetic: {{ n }}'],
    ['echo "$(( 2 * ({{ n }}) ))"', '15 value-in-arithmetic: {{ n }}'],
    ['(( x = {{ n }} ))', '7 value-in-arithmetic: {{ n }}'],
    ['cat <<EOF\n{{ p }}\nEOF', '10 value-in-heredoc: {{ p }}'],
    ["cat <<'EOF'\n{{ p }}\nEOF", '12 value-in-heredoc: {{ p }}'],
    ['cat <<-EOF\n\ta {{ p }}\n\tEOF', '14 value-in-heredoc: {{ p }}'],
    ['cat <<{{ p }}\nEOF', '4 heredoc-delimiter: <<'],
    ['cat <<E{{ p }}\nE\n', '4 value-in-heredoc: <<'],
    ['cat \\{{ p }}', '4 backslash-before-value: \\'],
    ['cat "\\{{ p }}"', '5 backslash-before-value: \\'],
    ['cat ${{ p }}', '4 dollar-before-value: $'],
    ['cat "a${{ p }}"', '6 dollar-before-value: $'],
    ['cat "$dir{{ p }}"', '9 name-before-value: {{ p }}'],
    ['cat "$dir{% if p %}{{ p }}{% endif %}"', '19 name-before-value: {{ p }}'],
    ['cat "{% for p in ps %}{{ p }}$x{% endfor %}"', '22 name-before-value: {{ p }}'],
    ["{% assign a = p %}cat '{{ a }}'", '23 value-in-single-quotes: {{ a }}'],
    ["{% if p %}{% else %}cat '{{ p }}'{% endif %}", '25 value-in-single-quotes: {{ p }}'],
  ])('%j', (text, place) => {
    expect(places(text)).toContain(place);
  });

  test('and every one of them has a remedy, which works', () => {
    expect(faults("cat '{{ p }}'")[0]?.hint).toBe(
      "use double quotes, or end the quotes before the value and begin them again after it: 'a'{{ x }}'b'; or add `| raw` if you know what the value holds",
    );
    expect(places("cat \"{{ p }}\" 'a'{{ p }}'b' '{{ p | raw }}'")).toEqual([]);
    expect(
      places('cat "${dir}{{ p }}" "$1{{ p }}" "$?{{ p }}" $dir{{ p }} "$dir/{{ p }}" \\\\{{ p }} \\${{ p }}'),
    ).toEqual([]);
    expect(places('echo ${x:-$(wc {{ p }})} $(( $(wc < {{ p }}) + 1 ))')).toEqual([]);
  });
});

describe('what shells read differently', () => {
  test.each([
    ["echo $'it\\'s' {{ p }}", '9 doubtful-quoting: \\'],
    ['echo "${x#\'}\'}" {{ p }}', "10 doubtful-quoting: '"],
    ['echo $[ 1 ] {{ p }}', '5 doubtful-quoting: $'],
    ["(( # '\n)) {{ p }}", '3 doubtful-quoting: #'],
    ['cat <<E\n$(\nE\n) {{ p }}\nE\n', '8 doubtful-quoting: $'],
    ['cat <<E\n$(echo ")")\nE\n{{ p }}', '8 doubtful-quoting: $'],
    ['{% if a %}b{% endif %}# {{ p }}', '22 doubtful-quoting: #'],
  ])('%j', (text, place) => {
    expect(places(text)).toContain(place);
    // Without a value after it there is nothing to get wrong.
    expect(places(text.replace('{{ p }}', 'p'))).toEqual([]);
  });

  test.each([
    ['$((echo a) | cat)', '0 ambiguous-parentheses: $(('],
    ['((echo a); echo b)', '0 ambiguous-parentheses: (('],
    ['\\{% if a %}b{% endif %}', '0 split-token: \\'],
    ['"${% if a %}b{% endif %}"', '1 split-token: $'],
    ['cat <{% if a %}{% endif %}<E\nE\n', '26 split-token: <'],
    ['({% if a %}{% endif %}(b))', '22 split-token: ('],
  ])('%j', (text, place) => {
    expect(places(text)).toContain(place);
  });
});

describe('quotes that do not match', () => {
  test.each([
    ['echo "a', '5 unclosed: "'],
    ["echo 'a {{ p }}", "5 unclosed: '"],
    ["echo it's {{ p }}\necho 'x'", "25 unclosed: '"],
    ['echo `a', '5 unclosed: `'],
    ['echo $(a', '5 unclosed: $('],
    ['echo "$(a"', '9 unclosed: "'],
    ['echo ${a', '5 unclosed: ${'],
    ['echo $((1)', '5 ambiguous-parentheses: $(('],
    ['cat <<EOF\na\n', '4 unclosed: <<'],
    ['cat <<EOF', '4 unclosed: <<'],
    ['{% if a %}"{% endif %}', '0 unbalanced-block: {% if a %}'],
    ['{% if a %}x{% elsif b %}"{% else %}"{% endif %}', '11 unbalanced-block: {% elsif b %}'],
    ['{% for p in ps %}"{{ p }}{% endfor %}', '0 unbalanced-block: {% for p in ps %}'],
    ['"{% for p in ps %}{{ p }}"{% endfor %}', '1 unbalanced-block: {% for p in ps %}'],
    ['{% for p in ps %}"{% break %}"{% endfor %}', '18 unbalanced-block: {% break %}'],
    ['{% for p in ps %}{% else %}"{% endfor %}', '0 unbalanced-block: {% for p in ps %}'],
    ['{% unless a %}$({% endunless %}', '0 unbalanced-block: {% unless a %}'],
    ['{% case a %}{% when 1 %}#{% endcase %}', '12 unbalanced-block: {% when 1 %}'],
  ])('%j', (text, place) => {
    expect(places(text)).toContain(place);
  });

  test.each([
    'cat <<EOF\na\nEOF',
    "cat <<'a b' <<\\B\nit's\na b\n`\nB\necho",
    'echo # it\'s "',
    '{% if a %}"{{ p }}"{% else %}{{ p }}{% endif %}',
    '"{% if a %}" "{% endif %}"',
    '{% for p in ps %}{% if forloop.first %}{% continue %}{% endif %}{{ p }}{% endfor %}',
    '{% comment %} it\'s {% endcomment %}echo {% # "quoted" %}',
    "{% capture a %}it's {{ p }}{% endcapture %}{{ a }}",
    'case x in a) echo;; (b | c) echo ;; esac',
    'echo "$(case x in a) b;; c) d\nesac)" $(for case in a; do echo esac; done)',
    'x() { echo; }; a=(b c); (d); [[ a =~ (b) ]]; [ 1 -lt 2 ]',
    'echo a) b',
  ])('none in %j', (text) => {
    expect(places(text)).toEqual([]);
  });
});

describe('what LiquidJS cannot read', () => {
  test.each([
    ['{{ p', '0 liquid-syntax: {{ p'],
    ['a {% if p %}', '2 liquid-syntax: {% if p %}'],
    ['{{ }}', '3 liquid-syntax: }'],
    ['{{ a b }}', '0 liquid-syntax: {{ a b }}'],
    ['{{ a and }}', '0 liquid-syntax: {{ a and }}'],
    ['{% if a = b %}{% endif %}', '9 liquid-syntax:  b'],
    ['{% for p in ps by: 2 %}{% endfor %}', '0 liquid-syntax: {% for p in ps by: 2 %}'],
    ['a {{ p | shout }} {{ p | yell: 1 }}', '9 unknown-filter: shout'],
    ['a {{ p | shout }} {{ p | yell: 1 }}', '25 unknown-filter: yell'],
    ['{% assign a = p | shout %}', '18 unknown-filter: shout'],
    ['{{ p | raw | upcase }}', '7 raw-not-last: raw'],
    ['{% assign a = p | raw %}', '18 raw-not-last: raw'],
    ['{{ [p] }}', '3 dynamic-name: [p]'],
    ['{% shout %}', '0 unknown-tag: {% shout %}'],
    ['{% endif %}', '0 unknown-tag: {% endif %}'],
  ])('%j', (text, place) => {
    expect(places(text)).toContain(place);
  });

  test('a tag that cannot be read leaves no fault of its end', () => {
    expect(places('{% if a = b %}x{% elsif c %}y{% endif %}')).toEqual(['9 liquid-syntax:  b']);
  });

  test('all faults of a text are told at once, in its order', () => {
    expect(places("'{{ a }}' {{ b | shout }} `{{ c }}`")).toEqual([
      '1 value-in-single-quotes: {{ a }}',
      '17 unknown-filter: shout',
      '27 value-in-backticks: {{ c }}',
    ]);
  });

  test('quotes are nothing special outside shell', () => {
    expect(places("it's {{ p }}", 'text')).toEqual([]);
    expect(places("it's ${{ p }}", 'arg')).toEqual([]);
  });
});
