// Looks that were taken just before: each is found once, in whatever order they are asked for, until it is forgotten.
import { expect, test } from 'vitest';
import { TakenLooks } from '../../engine/repository/taken-looks.ts';
import type { TakenLook } from '../../engine/repository/taken-looks.ts';

const names = Array.from({ length: 100 }, (_, at) => `f${at}`);

function* looksAt(paths: readonly string[]): Generator<TakenLook, undefined> {
  for (const [at, path] of paths.entries())
    yield { path, tuples: new Float64Array(), at, isSame: path !== 'f50' };
}

/** How many of the paths are found. */
const found = (taken: TakenLooks, paths: readonly string[]): number =>
  paths.filter((path) => taken.next(path)?.path === path).length;

test('in their order all are found but the one that differs, each once', () => {
  const taken = new TakenLooks(looksAt(names));
  expect(found(taken, names)).toBe(99);
  expect(found(taken, names)).toBe(0);
});

test('in any other order none is found twice, and those near their turn are found', () => {
  const taken = new TakenLooks(looksAt(names));
  const swapped = names.map((_, at) => names[at ^ 1]!);
  expect(found(taken, ['new', ...swapped])).toBe(99);
  expect(found(taken, names)).toBe(0);
  const backwards = new TakenLooks(looksAt(names));
  const reversed = names.toReversed();
  const first = found(backwards, reversed);
  expect(first).toBeGreaterThan(80);
  expect(first + found(backwards, reversed)).toBe(99);
});

test('what was forgotten is not found, whether it was passed over or is still to come', () => {
  const taken = new TakenLooks(looksAt(names));
  taken.next('f5');
  for (const path of ['f2', 'f70']) taken.forget(path);
  expect(found(taken, names)).toBe(96);
});
