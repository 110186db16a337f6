// No value runs as a command, in whatever shell text, right or wrong, that the compiler accepts.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTemplate, loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { runShell, SHELLS } from './shell.ts';

beforeAll(() => loadTemplates());

const SEED = 20_260_101;

describe.each(SHELLS)('%s', (shell) => {
  test('never runs what is in a value, in whatever text that the compiler accepts', () => {
    const texts = fc
      .sample(fc.tuple(shellSoup, fc.array(breakout, { minLength: 1, maxLength: 2 }), fc.boolean()), {
        seed: SEED,
        numRuns: 9000,
      })
      .flatMap(([template, parts, yes]) => {
        const compiled = compileTemplate(template, { mode: 'shell' });
        if (!compiled.ok || compiled.value.variables.length === 0) return [];
        const result = compiled.value.render({ v: parts.join(''), yes, list: yes ? [1, 2] : [1] });
        return result.ok ? [result.value] : [];
      });
    expect(texts.length).toBeGreaterThan(800);
    expect(runShell(shell, texts).files).not.toContain('pwned');
    // The net is not torn: the same values without quotes do run.
    expect(runShell(shell, ['echo ;>pwned;']).files).toEqual(['pwned']);
  });
});

const FRAGMENTS = [
  ...Array.from('\'"\\$()`#;|&{}=<~! \n\t-/1a'),

  '$(',
  '$((',
  '((',
  '))',
  '${x',
  '${x:-',
  "$'",
  '$"',
  '$[',
  ']',
  '""',
  "''",
  '\\\n',
  '@(',
  '$x',
  ':-',
  '#',
  '%',
  'case x in ',
  ' esac',
  ';;',
  'x)',
  '(x)',
  'if :;then ',
  ' fi',
  ' {',
  '[[ a ]]',
  'echo ',
  'in',
  '<<E\n',
  '\nE\n',
  '<<-E\n',
  "<<'E'\n",
  '<<<',
  'E',
  '$(a',
  '`a`',
  '$(a)',
  '{% if yes %}',
  '{% else %}',
  '{% endif %}',
  '{% for i in list %}',
  '{% endfor %}',
  '{%- if yes -%}',
];
const shellSoup = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...FRAGMENTS) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('{{ v }}', '{{v}}', '{{ v | upcase | downcase }}', '{{- v -}}'),
      },
    ),
    { minLength: 2, maxLength: 11 },
  )
  .map((parts) => parts.join(''));

const breakout = fc.constantFrom(
  "'>pwned;'",
  '">pwned;"',
  '\n>pwned\n',
  '`>pwned`',
  '$(>pwned)',
  ')>pwned;(',
  '}>pwned;',
  "\\'>pwned;'",
  ';>pwned;',

  '&>pwned',
  '\nE\n>pwned\n',
  '\\">pwned;',
  '(>pwned)',
  "'\n>pwned\n'",
  '))>pwned;',
  'x;esac;>pwned;',
  '{x:=`>pwned`}',
);
