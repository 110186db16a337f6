// What people write in a condition that is none: told with the place and what to write.
import { beforeAll, expect, test } from 'vitest';
import { compileCondition } from '../../../engine/pipeline/template/condition.ts';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';

beforeAll(async () => await loadTemplates());

test.for([
  ['size = 3', 'there is no "=" in a condition', 'write `==`', 5],
  ['size && path', 'there is no "&&" in a condition', 'write `and`', 5],
  ['size || path', 'there is no "||" in a condition', 'write `or`', 5],
  ['!size', 'there is no "!" in a condition', 'write `not`', 0],
  ['size === 3', 'there is no "===" in a condition', 'write `==`', 5],
  ['size !== 3', 'there is no "!==" in a condition', 'write `!=`', 5],
  ['', 'the condition is empty', 'such as `size > 100`', 0],
  ['  ', 'the condition is empty', 'such as `size > 100`', 0],
  ['key == "emma', 'the quote " is not closed', undefined, 7],
  ["key == 'emma", "the quote ' is not closed", undefined, 7],
  [
    'list | size > 1',
    'expected ":" after filter name',
    'filters come last in a condition; compare properties, such as `list.size > 1`',
    12,
  ],
] as const)('%s: %s', ([text, message, hint, offset]) => {
  const compiled = compileCondition(text);
  expect(compiled.ok ? undefined : compiled.error).toEqual([
    expect.objectContaining({ message, offset, ...(hint !== undefined && { hint }) }),
  ]);
});

test.for([
  'size >= 3 and key != "a=b && c"',
  'key == \'it is "="\'',
  'not size',
  'size <= 3 or key contains "!"',
  'true',
  'list.size == 1',
  'key | size',
])('%s is a condition', (text) => {
  expect(compileCondition(text).ok).toBe(true);
});
