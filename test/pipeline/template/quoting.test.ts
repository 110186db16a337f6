// What each quoting context makes of a value, as real shells read it.
import { beforeAll, describe, expect, test } from 'vitest';
import { quoteShell } from '../../../engine/base/shell-quote.ts';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { PathsValue, PathValue } from '../../../engine/pipeline/template/value.ts';
import { runShell, SHELLS } from './shell.ts';
import { rendered } from './template.ts';

beforeAll(() => loadTemplates());

const HOSTILE = [
  'emma',
  '',
  ' ',
  'two words',
  '$(touch pwned)',
  '`touch pwned`',
  '$HOME ${HOME} $((1+1)) $1 $$',
  "'; rm -rf /; '",
  '"; touch pwned; "',
  "it's",
  "''",
  '""',
  `'"'"'`,
  'line\nbreak\n',
  '\n',
  '\ttab\r',
  '*',
  '?[a-z]',
  '~',
  '~root',
  '-rf',
  '--',
  '!',
  '!!',
  'a!b',
  '📚 naïve 日本',
  '\\',
  'back\\slash\\',
  '\\\\',
  '\\n',
  '\\"',
  "\\'",
  '\\`',
  '\\$(touch pwned)',
  '#comment',
  'a;b&c|d<e>f',
  '(a)',
  '{a,b}',
  '{{ emma }}',
  '{% if %}',
  '=',
  'a=b',
  '%s',
  '\u0003\u0081\u0088',
  '$',
  "$'a'",
];

/** A template whose `args` must get exactly these arguments. */
const CONTEXTS: readonly [template: string, expected: (value: string) => readonly string[]][] = [
  ['args {{ v }}', (v) => [v]],
  ['args {{ v }} end', (v) => [v, 'end']],
  ['args {{v}}{{v}}', (v) => [v + v]],
  ['args --out={{ v }}', (v) => [`--out=${v}`]],
  ['args {{ v }}.tmp', (v) => [`${v}.tmp`]],
  ['args {{ v }}/{{ v }}', (v) => [`${v}/${v}`]],
  ["args 'a b'{{ v }}'c d'", (v) => [`a b${v}c d`]],
  ['args "{{ v }}"', (v) => [v]],
  ['args "a {{ v }} b"', (v) => [`a ${v} b`]],
  ['args "{{ v }}{{ v }}"', (v) => [v + v]],
  ['args "\\\\{{ v }}\\\\"', (v) => [`\\${v}\\`]],
  ['args "$(printf %s. "{{ v }}")"', (v) => [`${v}.`]],
  ['args "$(printf %s. {{ v }})"', (v) => [`${v}.`]],
  ['args "a $(printf "%s" "$(printf %s. {{ v }})") b"', (v) => [`a ${v}. b`]],
  ['x={{ v }}; args "$x"', (v) => [v]],
  ['x="{{ v }}"; args "$x" {{ v }}', (v) => [v, v]],
  ['for x in {{ v }} b; do args "$x" {{ v }}; done', (v) => [v, v]],
  ['args a \\\n  {{ v }} \\\n "{{ v }}"', (v) => ['a', v, v]],
  ['# {{ v }} it\'s "\nargs {{ v }}', (v) => [v]],
  ['args \'it"s\' "it\'s" {{ v }}', (v) => ['it"s', "it's", v]],
  ['args \\\' \\" {{ v }}', (v) => ["'", '"', v]],
  ['args a#b {{ v }}', (v) => ['a#b', v]],
  ['case {{ v }} in {{ v }}) args "{{ v }}";; *) args other;; esac', (v) => [v]],
  ['args "$(case x in (a) printf b;; x) printf %s. {{ v }};; esac)" {{ v }}', (v) => [`${v}.`, v]],
  ['args "$(case x in x) printf %s. "{{ v }}" ;; esac)" "{{ v }}"', (v) => [`${v}.`, v]],
  ['while read -r x; do :; done <<EOF\nit\'s " \\$( )\nEOF\nargs {{ v }}', (v) => [v]],
  ["while read -r x; do :; done <<'EOF' ; args {{ v }}\nit's ` \\\nEOF\n:", (v) => [v]],
  ['while read -r x; do :; done <<-EOF\n\tit"s\n\tEOF\nargs "{{ v }}"', (v) => [v]],
  ['x=1; args "${x:-a}" "${x#"}"}" ${x:+"$x"} {{ v }}', (v) => ['1', '1', '1', v]],
  ['args $((1 + (2 * 3))) "$(( 1 << 2 ))" {{ v }}', (v) => ['7', '4', v]],
  ['args `printf a` "`printf \'b"c\'`" {{ v }}', (v) => ['a', 'b"c', v]],
  ['( args {{ v }} )', (v) => [v]],
  ['f() { args "$1" "{{ v }}"; }; f {{ v }}', (v) => [v, v]],
  ['args {% if yes %}{{ v }}{% else %}"{{ v }}"{% endif %} end', (v) => [v, 'end']],
  ['args {% for p in three %}{{ p }}{{ v }} {% endfor %}', (v) => [`1${v}`, `2${v}`, `3${v}`]],
  ['args "{% for p in three %}{{ p }}{{ v }},{% endfor %}"', (v) => [`1${v},2${v},3${v},`]],
  ['args {{ v | append: "." }} "{{ v | prepend: \'.\' }}"', (v) => [`${v}.`, `.${v}`]],
  ['args {{ list }}', (v) => [v, 'b', v]],
  ['{% capture c %}{{ v }}:{{ v }}{% endcapture %}args {{ c }} "{{ c }}"', (v) => [`${v}:${v}`, `${v}:${v}`]],
  ['{% assign a = v %}args {{ a }}', (v) => [v]],
  ['{% raw %}args "{{"{% endraw %} {{ v }}', (v) => ['{{', v]],
  ['args {{ v | quote | quote }}', (v) => [quoteShell(quoteShell(v))]],
  ['eval "args {{ v | quote }}"', (v) => [v]],
];

describe.each(SHELLS)('%s', (shell) => {
  test('reads every hostile value as itself, in every context', () => {
    const cases = CONTEXTS.flatMap(([template, expected]) => {
      return HOSTILE.map((value) => {
        const text = rendered(template, { v: value, list: [value, 'b', value], yes: true, three: [1, 2, 3] });
        return { template, value, text, expected: expected(value) };
      });
    });
    const { calls, files } = runShell(
      shell,
      cases.map(({ text }) => text),
    );
    expect(files).toEqual([]);
    const wrong = cases.flatMap((each, index) => {
      const got = calls[index];
      return JSON.stringify(got?.[0]) === JSON.stringify(each.expected) ? [] : [{ ...each, got }];
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('a path that looks like an option is none', () => {
    const path = new PathValue('-rf');
    const paths = new PathsValue(['-a', 'b c', '--']);
    const texts = [
      ['args {{ p }} "{{ p }}" {{ p }}.tmp', './-rf', './-rf', './-rf.tmp'],
      ['args --o={{ p }} "a{{ p }}" {{ p.name }}', '--o=-rf', 'a-rf', '-rf'],
      ['args {{ ps }}', './-a', 'b c', './--'],
      ['args {% for p in ps %}{{ p }} {% endfor %}', './-a', 'b c', './--'],
    ] as const;
    const { calls } = runShell(
      shell,
      texts.map(([text]) => rendered(text, { p: path, ps: paths })),
    );
    expect(calls).toEqual(texts.map(([, ...expected]) => [expected]));
  });
});

test.each([
  ['cat {{ p }} > {{ p.stem }}.out', "cat 'books/it'\\''s.txt' > 'it'\\''s'.out"],
  ['cat "{{ p }}"', 'cat "books/it\'s.txt"'],
  ['x --width {{ n }} --half={{ h }} {{ yes }}', 'x --width 80 --half=0.5 true'],
  ['x {{ n }}>out {{ n }} >out ~{{ n }}', "x '80'>out 80 >out ~'80'"],
  ['x {{ n }}{{ n }} {{ n }}{% if n %}>{% endif %}', "x 8080 '80'>"],
  ['x "{{ n }}"', 'x "80"'],
  ['x {{ blank_text }} a{{ blank_text }}', "x '' a''"],
  ['x {{ none }} y', 'x  y'],
  ['x {{ s | raw }} "{{ s | raw }}" \'{{ s | raw }}\' `{{ s | raw }}`', 'x $a "$a" \'$a\' `$a`'],
  ['cat <<E\n{{ s | raw }}\nE', 'cat <<E\n$a\nE'],
  ['# {{ lines }}\nx', '# a b\nx'],
  ['x {{ n -}}   {{- n }} y', 'x 8080 y'],
])('%j renders as %j', (text, expected) => {
  const p = new PathValue("books/it's.txt");
  const values = { p, n: 80, h: 0.5, yes: true, blank_text: '', none: [], s: '$a', lines: 'a\nb' };
  expect(rendered(text, values)).toBe(expected);
});
