// How hints become batches, and when anything may start: with no file, no watcher, and a time that passes when it is told to.
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Hints, type HintBatch } from '../../engine/watch/hints.ts';

interface Taken {
  readonly hints: Hints;
  readonly batches: readonly (readonly string[])[];
  /** Each time that something might start, after how many looks. */
  readonly starts: readonly number[];
  /** Lets so many ms pass, and everything happen that is due by then. */
  pass(ms: number): Promise<void>;
}

/** `meanwhile` is called in each look, with its number from 0. */
function taken(meanwhile: (look: number, hints: Hints) => void = () => {}): Taken {
  const batches: string[][] = [];
  const starts: number[] = [];
  let now = 0;
  let due: { readonly at: number; readonly go: () => void }[] = [];
  const ports = {
    take: async (batch: HintBatch) => {
      batches.push([...batch.paths]);
      meanwhile(batches.length - 1, hints);
    },
    hold: (isHeld: boolean) => {
      if (!isHeld) starts.push(batches.length);
    },
    onFault: (error: unknown) => {
      throw error;
    },
  };
  const delay = (ms: number) => new Promise<void>((go) => due.push({ at: now + ms, go }));
  const hints = new Hints(ports, { now: () => now, delay });
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 5; round++) await turn();
  };
  return {
    hints,
    batches,
    starts,
    pass: async (ms) => {
      await settle();
      for (const end = now + ms; now < end;) {
        now++;
        for (const { at, go } of due) if (at <= now) go();
        due = due.filter(({ at }) => at > now);
        await settle();
      }
    },
  };
}

test('a single save is looked at before anything else may come', async () => {
  const { hints, batches, starts, pass } = taken();
  hints.path('a');
  await pass(0);
  expect(batches).toEqual([['a']]);
  await pass(50);
  expect(batches).toEqual([['a']]);
  expect(starts).toEqual([1]);
});

test('the first of many writes starts nothing, though the next come a moment after it was looked at', async () => {
  const { hints, batches, starts, pass } = taken();
  for (const path of ['a', 'b', 'c', 'd']) {
    hints.path(path);
    await pass(2);
  }
  await pass(50);
  expect(batches).toEqual([['a'], ['b', 'c', 'd']]);
  expect(starts).toEqual([2]);
});

test('what comes during a look is the next batch, and told once', async () => {
  const { hints, batches, starts, pass } = taken((look, own) => {
    if (look === 0) for (const path of ['b', 'c', 'b']) own.path(path);
  });
  hints.path('a');
  await pass(50);
  expect(batches).toEqual([['a'], ['b', 'c']]);
  expect(starts).toEqual([2]);
});
