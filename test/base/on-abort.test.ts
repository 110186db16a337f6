// Waiting for a signal, and not waiting any more. Knows no watch.
import { getEventListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { onAbort } from '../../engine/base/on-abort.ts';

const told = (): { readonly action: () => void; readonly count: () => number } => {
  let count = 0;
  return { action: () => count++, count: () => count };
};

test('acts once when the signal is aborted, at once where it is, and never after its time is over', () => {
  const stop = new AbortController();
  const over = new AbortController();
  const [early, late, ended] = [told(), told(), told()];
  onAbort(stop.signal, early.action);
  onAbort(stop.signal, ended.action, over.signal);
  over.abort();
  stop.abort();
  onAbort(stop.signal, late.action);
  onAbort(stop.signal, ended.action, over.signal);
  expect([early.count(), late.count(), ended.count()]).toEqual([1, 1, 0]);
});

test('a signal that lives long keeps none of those whose time is over, whenever garbage is collected', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const stop = new AbortController();
  for (let life = 0; life < 5; life++) {
    const over = new AbortController();
    for (const { action } of [told(), told()]) onAbort(stop.signal, action, over.signal);
    await pause(0);
    collect();
    over.abort();
  }
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
});
