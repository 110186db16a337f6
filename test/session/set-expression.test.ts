// Set expressions: what they mean, in every order of operators, and the place of every fault.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareBytes } from '../../engine/base/compare.ts';
import { evaluate, namesOf, parseSetExpression } from '../../engine/session/members/set-expression.ts';

const shelves: Readonly<Record<string, readonly string[]>> = {
  drafts: ['emma', 'walden', 'evelina'],
  books: ['emma', 'walden', 'persuasion'],
  'to-read': ['walden', '\u{1f4d6}', '\ufb00'],
  'count.book': ['emma'],
  'books/{key}.txt': ['persuasion'],
  'two words': ['walden'],
};

function keys(text: string): readonly string[] {
  const parsed = parseSetExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.message);
  return evaluate(parsed.value, (name) => shelves[name] ?? []);
}

describe('row 61: ls set expressions', () => {
  test.each([
    ['books', 'emma persuasion walden'],
    ['drafts & books', 'emma walden'],
    ['drafts | books', 'emma evelina persuasion walden'],
    ['drafts - books', 'evelina'],
    ['drafts - count.book', 'evelina walden'],
    ['books - drafts - to-read', 'persuasion'],
    ['books - (drafts - to-read)', 'persuasion walden'],
    ['drafts | books & to-read', 'emma evelina walden'],
    ['(drafts | books) & to-read', 'walden'],
    ['drafts & books - to-read', 'emma'],
    ['(drafts & books) - to-read', 'emma'],
    ['drafts&books|count.book', 'emma walden'],
    ['  ( ( books ) )  ', 'emma persuasion walden'],
    ['(books) - (drafts)', 'persuasion'],
    ['books & books/{key}.txt', 'persuasion'],
    ["books & 'two words'", 'walden'],
    ['books & "two words"', 'walden'],
    ['nothing', ''],
  ])('%s', (text, expected) => {
    expect(keys(text).join(' ')).toBe(expected);
  });

  test('a name with dashes is one name', () => {
    expect(keys('books & to-read')).toEqual(['walden']);
    expect(keys('books - to-read')).toEqual(['emma', 'persuasion']);
    expect(keys('books-to-read')).toEqual([]);
  });

  test('keys are sorted by their bytes, not by UTF-16', () => {
    expect(keys('to-read')).toEqual(['walden', '\ufb00', '\u{1f4d6}']);
  });
});

describe('a fault has a place', () => {
  test.each([
    ['', 'the expression ends too early', 0, 1],
    ['books &', 'the expression ends too early', 7, 8],
    ['& books', 'a name is missing before `&`', 0, 1],
    ['books - - drafts', 'a name is missing before `-`', 8, 9],
    ['(books', 'this bracket is not closed', 0, 1],
    ['books | (drafts & (books)', 'this bracket is not closed', 8, 9],
    ['books)', 'this bracket closes none', 5, 6],
    ['()', 'a name is missing before `)`', 1, 2],
    ['books drafts', 'an operator is missing before `drafts`', 6, 12],
    ['(books drafts)', 'an operator is missing before `drafts`', 7, 13],
    ['books -drafts', 'an operator is missing before `-drafts`', 6, 13],
    ["books & 'two", "the quote ' is not closed", 8, 12],
  ])('%j', (text, message, from, to) => {
    const parsed = parseSetExpression(text);
    expect(parsed.ok ? undefined : parsed.error).toMatchObject({ message, from, to });
  });

  test('a dash at a name is explained', () => {
    const parsed = parseSetExpression('books -drafts');
    expect(parsed.ok ? undefined : parsed.error.hint).toBe('an operator `-` needs a blank on both sides');
  });

  test('deep brackets are refused, not a full stack', () => {
    const parsed = parseSetExpression(`${'('.repeat(100_000)}books`);
    expect(parsed.ok ? undefined : parsed.error.message).toBe('brackets are nested too deeply');
  });
});

test('any text is parsed or refused, and nothing of it is run', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const parsed = parseSetExpression(text);
      if (!parsed.ok) expect(parsed.error.to).toBeGreaterThan(parsed.error.from);
      else expect(namesOf(parsed.value).length).toBeGreaterThan(0);
    }),
  );
  expect(parseSetExpression('process.exit(1)').ok).toBe(false);
});

test('what a fully bracketed text means is what sets say', () => {
  interface Made {
    readonly text: string;
    readonly set: ReadonlySet<string>;
  }
  const { expression } = fc.letrec<{ expression: Made; name: Made; joined: Made }>((tie) => ({
    expression: fc.oneof({ maxDepth: 5 }, tie('name'), tie('joined')),
    name: fc
      .constantFrom('drafts', 'books', 'to-read')
      .map((name) => ({ text: name, set: new Set(shelves[name]) })),
    joined: fc
      .tuple(tie('expression'), fc.constantFrom('&', '|', '-'), tie('expression'))
      .map(([left, operator, right]) => ({
        text: `(${left.text} ${operator} ${right.text})`,
        set:
          operator === '&'
            ? left.set.intersection(right.set)
            : operator === '|'
              ? left.set.union(right.set)
              : left.set.difference(right.set),
      })),
  }));
  fc.assert(
    fc.property(expression, ({ text, set }) => {
      expect(keys(text)).toEqual([...set].toSorted(compareBytes));
    }),
  );
});
