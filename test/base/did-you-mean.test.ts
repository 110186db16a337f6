// Which known name a misspelt one is taken for.
import { expect, test } from 'vitest';
import { nearest } from '../../engine/base/did-you-mean.ts';

test.for([
  ['bok', ['copy', 'book'], 'book'],
  ['Inptus', ['outputs', 'inputs'], 'inputs'],
  // As near as `key`, which lacks a letter.
  ['keyz', ['key', 'keys'], 'keys'],
  ['keyz', ['keys', 'key'], 'keys'],
  // Of two of its own length the first.
  ['kez', ['key', 'ken'], 'key'],
  ['in', ['out'], undefined],
  ['recipe', [], undefined],
] as const)('%s among %j is %s', ([name, known, meant]) => {
  expect(nearest(name, known)).toBe(meant);
});
