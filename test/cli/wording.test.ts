import { describe, expect, test } from 'vitest';
import type { Reason } from '../../engine/index.ts';
import { alignColumns } from '../../cli/columns.ts';
import { closest } from '../../cli/suggest.ts';
import { ago, duration, plural } from '../../cli/wording/duration.ts';
import { reasonText } from '../../cli/wording/reason.ts';
import { shellWord } from '../../cli/wording/shell-word.ts';

const link = 'book';
const key = 'emma';
const path = 'books/emma.txt';

const reasons: readonly (readonly [Reason, string])[] = [
  [{ type: 'forced' }, 'forced by --force'],
  [{ type: 'never-built' }, 'never built'],
  [{ type: 'always' }, 'its task says rerun: always'],
  [
    { type: 'record-lost', detail: 'its row is damaged' },
    'the record of its last success is lost: its row is damaged',
  ],
  [{ type: 'definition-changed', part: 'command' }, 'definition changed: command'],
  [{ type: 'input-added', link, key, path }, 'input book has a new member: books/emma.txt'],
  [{ type: 'input-added', link, key }, 'input book has a new member: emma'],
  [{ type: 'input-changed', link, key: '', before: 'a', after: 'b' }, 'input book changed'],
  [{ type: 'input-removed', link, key, path }, 'input book lost a member: books/emma.txt'],
  [{ type: 'discovered-changed', path }, 'a file that it read changed: books/emma.txt'],
  [{ type: 'discovered-removed', path }, 'a file that it read is gone: books/emma.txt'],
  [{ type: 'output-missing', link, key, path }, 'output book is missing: books/emma.txt'],
  [{ type: 'output-changed', link, key, path }, 'output book was changed by something else: books/emma.txt'],
  [{ type: 'upstream', link, key, job: 'fetch/emma' }, 'fetch/emma runs before it and may change input book'],
];
test.each(reasons)('reason %j', (reason, text) => {
  expect(reasonText(reason)).toBe(text);
});

test.each([
  [0, '0ms'],
  [999.4, '999ms'],
  [999.6, '1.0s'],
  [59_949, '59.9s'],
  [59_960, '1m 00s'],
  [3_599_400, '59m 59s'],
  [3_599_600, '1h 00m'],
  [7_620_000, '2h 07m'],
])('%d ms is %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [5000, 'just now'],
  [30_000, '30 seconds ago'],
  [60_000, '1 minute ago'],
  [7_200_000, '2 hours ago'],
  [260_000_000, '3 days ago'],
  [-5000, 'just now'],
])('%d ms ago is %s', (ms, text) => {
  expect(ago(1_000_000_000 - ms, 1_000_000_000)).toBe(text);
});

test('plurals', () => {
  expect([plural(1, 'job'), plural(0, 'job'), plural(2, 'entry', 'entries')]).toEqual([
    '1 job',
    '0 jobs',
    '2 entries',
  ]);
});

test.each([
  ['count/emma', 'count/emma'],
  ['count/pride and prejudice', "'count/pride and prejudice'"],
  ["count/it's", String.raw`'count/it'\''s'`],
  ['', "''"],
])('%s is typed %s', (word, typed) => {
  expect(shellWord(word)).toBe(typed);
});

describe('did you mean', () => {
  test.each([
    ['biuld', 'build'],
    ['BUILD', 'build'],
    ['stat', 'status'],
    ['x', undefined],
    ['graphs', 'graph'],
    ['unrelated', undefined],
  ])('%s: %s', (word, expected) => {
    expect(closest(word, ['build', 'status', 'graph', 'why'])).toBe(expected);
  });
});

test('columns align whatever their colours', () => {
  const rows = [
    ['a', '\u001b[31m10\u001b[39m', ''],
    ['bcd', '5', 'x'],
  ];
  expect(alignColumns(rows, new Set([1]))).toEqual(['a    \u001b[31m10\u001b[39m', 'bcd   5  x']);
});
