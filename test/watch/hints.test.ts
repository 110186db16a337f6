// How hints become batches, and when anything may start: with no file and no watcher.
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Hints, type HintBatch } from '../../engine/watch/hints.ts';

interface Taken {
  readonly hints: Hints;
  readonly batches: readonly (readonly string[])[];
  /** Each time that something might start, after how many looks. */
  readonly starts: readonly number[];
}

/** `meanwhile` is called in each look, with its number from 0. */
function taken(meanwhile: (look: number, hints: Hints) => void = () => {}): Taken {
  const batches: string[][] = [];
  const starts: number[] = [];
  const hints = new Hints({
    take: async (batch: HintBatch) => {
      batches.push([...batch.paths]);
      meanwhile(batches.length - 1, hints);
    },
    hold: (isHeld) => {
      if (!isHeld) starts.push(batches.length);
    },
    onFault: (error) => {
      throw error;
    },
  });
  return { hints, batches, starts };
}

test('a single save is looked at before anything else may come', async () => {
  const { hints, batches, starts } = taken();
  hints.path('a');
  await hints.settled();
  expect(batches).toEqual([['a']]);
  expect(starts).toEqual([1]);
});

test('the first of many writes starts nothing, though the next come a moment after it was looked at', async () => {
  const writer = async (hints: Hints): Promise<void> => {
    for (const path of ['b', 'c', 'd']) {
      await delay(2);
      hints.path(path);
    }
  };
  const { hints, batches, starts } = taken((look, own) => {
    if (look === 0) void writer(own);
  });
  hints.path('a');
  await hints.settled();
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  expect(starts).toEqual([2]);
});

test('what comes during a look is the next batch, and told once', async () => {
  const { hints, batches, starts } = taken((look, own) => {
    if (look === 0) for (const path of ['b', 'c', 'b']) own.path(path);
  });
  hints.path('a');
  await hints.settled();
  expect(batches).toEqual([['a'], ['b', 'c']]);
  expect(starts).toEqual([2]);
});
