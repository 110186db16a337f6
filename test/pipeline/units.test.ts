// Durations, rates, quantities and misspelt names, by table.
import { expect, test } from 'vitest';
import { didYouMean } from '../../engine/base/did-you-mean.ts';
import { likelyDuration, parseDuration, parseRate } from '../../engine/pipeline/duration.ts';
import { likelyQuantity, parseQuantity } from '../../engine/pipeline/quantity.ts';

test.each([
  ['500ms', 500],
  ['5s', 5000],
  ['1.5s', 1500],
  ['10m', 600_000],
  ['1h30m', 5_400_000],
  ['2d', 172_800_000],
  [90, 90_000],
  [0.25, 250],
  ['0.1ms', 1],
  ['0s', undefined],
  [0, undefined],
  [-1, undefined],
  ['10', undefined],
  ['10 m', undefined],
  ['m', undefined],
  ['', undefined],
  ['1h-30m', undefined],
])('the duration %j is %j ms', (text, milliseconds) => {
  expect(parseDuration(text)).toBe(milliseconds);
});

test.each([
  ['10 minutes', '10m'],
  ['5 sec', '5s'],
  ['3 hrs', undefined],
  ['soon', undefined],
])('%j probably means %j', (text, meant) => {
  expect(likelyDuration(text)).toBe(meant);
});

test.each([
  ['100/min', { count: 100, windowMs: 60_000 }],
  ['5/10s', { count: 5, windowMs: 10_000 }],
  ['1/h', { count: 1, windowMs: 3_600_000 }],
  ['100', undefined],
  ['1/soon', undefined],
])('the rate %j', (text, rate) => {
  expect(parseRate(text)).toEqual(rate);
});

/** Row 71: the table of https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/ */
test.each([
  [1, 1],
  [0.5, 0.5],
  ['1', 1],
  ['.5', 0.5],
  ['5.', 5],
  ['+2', 2],
  ['100n', 1e-7],
  ['100u', 1e-4],
  ['100m', 0.1],
  ['1k', 1e3],
  ['1K', 1e3],
  ['1M', 1e6],
  ['1.5G', 1.5e9],
  ['1T', 1e12],
  ['1P', 1e15],
  ['1E', 1e18],
  ['1Ki', 1024],
  ['500Mi', 500 * 2 ** 20],
  ['8Gi', 8 * 2 ** 30],
  ['1Ti', 2 ** 40],
  ['1Pi', 2 ** 50],
  ['1Ei', 2 ** 60],
  ['1e3', 1000],
  ['1E3', 1000],
  ['12e-1', 1.2],
  ['1ki', undefined],
  ['abc', undefined],
  ['', undefined],
  ['1 G', undefined],
  ['1e', undefined],
  ['1e400', undefined],
  ['1constructor', undefined],
  [-1, undefined],
  [Number.NaN, undefined],
])('row 71: the quantity %j is %j', (text, amount) => {
  expect(parseQuantity(text)).toBe(amount);
});

test.each([
  ['8GB', '8G'],
  ['8gib', '8Gi'],
  ['1ki', '1Ki'],
  ['500 MB', '500M'],
  ['four', undefined],
])('%j probably means %j', (text, meant) => {
  expect(likelyQuantity(text)).toBe(meant);
});

test.each([
  ['boks', 'books'],
  ['bokos', 'books'],
  ['Books', 'books'],
  ['zebra', undefined],
  ['a', undefined],
])('%j is taken for %j', (name, meant) => {
  const hint = meant === undefined ? {} : { hint: `did you mean "${meant}"?` };
  expect(didYouMean(name, ['authors', 'books', 'xy'])).toEqual(hint);
});
