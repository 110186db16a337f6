// What several tests of processes need: taking results apart, and latches instead of time.
import type { Result } from '../../engine/base/result.ts';

/** The value of a result that must be one. */
export function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The error of a result that must be one. */
export function fault<E>(result: Result<unknown, E>): E {
  if (result.ok) throw new Error(`expected a fault, got ${JSON.stringify(result.value)}`);
  return result.error;
}

/** Lets everything that is ready happen, however many promises it takes. No time passes that matters. */
export async function quiet(): Promise<void> {
  for (let round = 0; round < 3; round++) await new Promise((resolve) => setImmediate(resolve));
}

/** A door that a step waits at until the test opens it. */
export function latch(): {
  readonly opened: Promise<void>;
  open(): void;
  readonly reached: Promise<void>;
  wait(): Promise<void>;
} {
  const door = Promise.withResolvers<void>();
  const arrival = Promise.withResolvers<void>();
  return {
    opened: door.promise,
    open: () => door.resolve(),
    reached: arrival.promise,
    wait: async () => {
      arrival.resolve();
      await door.promise;
    },
  };
}
