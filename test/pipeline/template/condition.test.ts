// Conditions of `where:`.
import { beforeAll, expect, test } from 'vitest';
import { compileCondition } from '../../../engine/pipeline/template/condition.ts';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { PathValue, RecordValue } from '../../../engine/pipeline/template/value.ts';

beforeAll(() => loadTemplates());

const values = {
  size: 150_000,
  key: 'emma',
  path: new PathValue('books/emma.txt'),
  author: new RecordValue({ name: 'Jane Austen', tags: ['novel'], alive: false }),
};

test.each([
  ['size > 100000', true],
  ['size > 200000 or key == "emma"', true],
  ['size >= 150000 and size <= 150000', true],
  ['key contains "mm"', true],
  ['key != "emma"', false],
  ['not author.alive', true],
  ['author.alive', false],
  ['author.tags contains "novel"', true],
  ['author.nmae == "Jane"', false],
  ['author.nmae', false],
  ['nothing > 1', false],
  ['path == "books/emma.txt"', true],
  ['path.ext == ".txt"', true],
  ['key | size == 4', undefined],
  ['author.name | downcase | slice: 0, 4', true],
  ['true', true],
])('%s', (text, expected) => {
  const condition = compileCondition(text);
  if (expected === undefined) expect(condition.ok).toBe(false);
  else expect(condition.ok && condition.value.test(values)).toEqual({ ok: true, value: expected });
});

test('tells its variables', () => {
  const condition = compileCondition('size > limit and author.name == "x"');
  expect(
    condition.ok && condition.value.variables.map(({ name, path, offset }) => [name, path, offset]),
  ).toEqual([
    ['size', [], 0],
    ['limit', [], 7],
    ['author', ['name'], 17],
  ]);
});

test.each([
  ['size >', 'liquid-syntax', 0],
  ['', 'condition-syntax', 0],
  ['size > 1 2', 'liquid-syntax', 0],
  ['size = 1', 'condition-syntax', 5],
  ['size | shout', 'unknown-filter', 7],
  ['"now" | date: "%s"', 'unknown-filter', 8],
])('%j is a fault', (text, code, offset) => {
  const condition = compileCondition(text);
  expect(!condition.ok && condition.error[0]).toMatchObject({ code, offset });
});
