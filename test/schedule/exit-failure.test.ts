// What an exit means for a job: pure.
import { expect, test } from 'vitest';
import { exitFailure } from '../../engine/schedule/attempt/inspect.ts';

test('whichever process runs out of time first, the time that is told is that of the task', () => {
  const left = { type: 'timeout', afterMs: 996 } as const;
  expect(exitFailure(left, { exitCodes: {}, timeoutMs: 1000 })).toEqual({ type: 'timeout', afterMs: 1000 });
});

test('a process that is meant to go on for ever has not failed when its time is over', () => {
  const over = { type: 'timeout', afterMs: 1000 } as const;
  expect(exitFailure(over, { exitCodes: {}, timeoutMs: 1000, longRunning: true })).toBeUndefined();
});
