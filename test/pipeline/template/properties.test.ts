// Random templates and values: the two ways to render agree, and values arrive unchanged.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileLiquid } from '../../../engine/pipeline/template/liquid-template.ts';
import { plainPieces } from '../../../engine/pipeline/template/pieces.ts';
import { compilePlain } from '../../../engine/pipeline/template/plain-template.ts';
import type { TemplateOptions } from '../../../engine/pipeline/template/compiled.ts';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { PathsValue, PathValue, RecordValue } from '../../../engine/pipeline/template/value.ts';
import { runShell, SHELLS } from './shell.ts';
import { rendered } from './template.ts';

beforeAll(() => loadTemplates());

const SEED = 20_260_101;

/** Text that a shell could take for something, weighted towards what has a meaning. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...Array.from(`'"\\\`$(){}[]<>|&;#~*?!=-%^ \n\tab1é📚`)) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { maxLength: 12 },
  )
  .map((parts) => {
    // NUL can be in no argument, and the next two separate what the shell tells.
    const characters = Array.from(parts.join('')).filter((character) => character > '\u0002');
    return characters.join('').toWellFormed();
  });

const name = fc.constantFrom(
  'a',
  'list',
  'path',
  'paths',
  'record',
  'record.name',
  'record.nmae',
  'path.stem',
  'n',
  'none',
  'toString',
  'a-b',
  'list.size',
);
const plainTemplate = fc
  .array(
    fc.oneof(
      fc.constantFrom(' ', '"', "'", '\\', '$', '# ', '\n', '`', '=', '>', 'x', '}', '$(', ')'),
      name.map((each) => `{{ ${each} }}`),
      name.map((each) => `{{${each}\n}}`),
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.join(''));

test('templates without tags and filters render as LiquidJS would render them', () => {
  const mode = fc.constantFrom<TemplateOptions['mode']>('shell', 'arg', 'text');
  fc.assert(
    fc.property(plainTemplate, mode, hostile, (text, mode, value) => {
      const pieces = plainPieces(text);
      fc.pre(pieces !== undefined);
      const plain = compilePlain(text, pieces, { mode });
      const liquid = compileLiquid(text, { mode });
      if (!plain.ok || !liquid.ok) {
        expect(plain).toEqual(liquid);
        return;
      }
      expect(plain.value.variables).toEqual(liquid.value.variables);
      const values = {
        a: value,
        'a-b': -1.5,
        list: [value, true],
        path: new PathValue(`-${value}`),
        paths: new PathsValue(['-x', value]),
        record: new RecordValue({ name: value }, value),
        n: 7,
        none: null,
      };
      expect(plain.value.render(values)).toEqual(liquid.value.render(values));
      expect(plain.value.renderArgs(values)).toEqual(liquid.value.renderArgs(values));
    }),
    { seed: SEED, numRuns: 3000 },
  );
});

/** A word with values in it, and what the shell must make of it. */
interface Word {
  readonly template: string;
  readonly expected: string;
}

const literal: fc.Arbitrary<Word> = fc.constantFrom(
  { template: 'x', expected: 'x' },
  { template: '--o=', expected: '--o=' },
  { template: `'it"s'`, expected: 'it"s' },
  { template: `"it's"`, expected: "it's" },
  { template: String.raw`\'\"\\\#`, expected: `'"\\#` },
  { template: '"${unset:-"}"}"', expected: '}' },
  { template: '$((1+(2)))', expected: '3' },
  { template: '"`:`"', expected: '' },
  { template: '"$(case x in x) :;; (y) ;; esac # \' )\n)"', expected: '' },
  { template: 'a\\\nb', expected: 'ab' },
);

const { word } = fc.letrec<{ word: Word; part: Word; inner: Word }>((tie) => {
  const value = hostile.map((text): Word => ({
    template: `{{ v | append: ${liquidText(text)} }}`,
    expected: text,
  }));
  return {
    word: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map(joinWords),
    part: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      value,
      literal,
      tie('inner').map(({ template, expected }): Word => ({ template: `"${template}"`, expected })),
    ),
    inner: fc
      .array(
        fc.oneof(
          { depthSize: 'small', withCrossShrink: true },
          value,
          fc.constantFrom({ template: "it's ", expected: "it's " }, { template: '\\"\\\\', expected: '"\\' }),
          tie('word').map(({ template, expected }): Word => ({
            template: `$(printf %s. ${template})`,
            expected: `${expected}.`,
          })),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map(joinWords),
  };
});

function joinWords(words: readonly Word[]): Word {
  return {
    template: words.map((each) => each.template).join(''),
    expected: words.map((each) => each.expected).join(''),
  };
}

/** A string literal of LiquidJS. */
function liquidText(text: string): string {
  return `"${text.replaceAll(/["\\{}%]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
}

const before = fc.constantFrom(
  '',
  "# it's\n",
  ': <<E\nit\'s "\nE\n',
  'case a in b) ;; esac; ',
  'x=1; ',
  'f() { :; }; ( : ); ',
);

describe.each(SHELLS)('%s', (shell) => {
  test('gets every value unchanged, however it is nested', () => {
    const samples = fc.sample(fc.tuple(before, fc.array(word, { minLength: 1, maxLength: 3 })), {
      seed: SEED,
      numRuns: 700,
    });
    const cases = samples.map(([start, words]) => {
      const template = `${start}args ${words.map((each) => each.template).join(' ')}`;
      return { template, text: rendered(template, { v: '' }), expected: words.map((each) => each.expected) };
    });
    const { calls, files } = runShell(
      shell,
      cases.map(({ text }) => text),
    );
    expect(files).toEqual([]);
    const wrong = cases.filter(
      (each, index) => JSON.stringify(calls[index]?.[0]) !== JSON.stringify(each.expected),
    );
    expect(wrong.slice(0, 2)).toEqual([]);
  });
});
