// Epoch after epoch: until enough results, or until a source has no more. Knows no nodes.
import { setImmediate } from 'node:timers/promises';
import { isThenable } from './maybe.ts';
import type { MaybePromise } from './maybe.ts';
import { TubeError } from './tube-error.ts';

/** In place of a result: a source had no more to give. */
export const END: unique symbol = Symbol('end');

/** Runs an epoch: its result, or `END`. */
export type NextEpoch = () => MaybePromise<unknown>;

/** `END` instead of the error that says so. */
export function untilExhausted(process: NextEpoch): MaybePromise<unknown> {
  const caught = (error: unknown): unknown => {
    if (error instanceof TubeError && error.code === 'exhausted') return END;
    throw error;
  };
  try {
    const result = process();
    return isThenable(result) ? result.then(undefined, caught) : result;
  } catch (error) {
    return caught(error);
  }
}

/** At most `n` results; `loops` epochs are tried for each. */
export async function* iterate(
  next: NextEpoch,
  n: number,
  loops: number,
  tube: string,
): AsyncGenerator<unknown, void, undefined> {
  for (let count = 0; count < n; count++) {
    let result = await next();
    for (let tried = 1; result === undefined;) {
      if (loops === 0) break; // nothing is returned, so nothing is waited for
      if (tried++ >= loops)
        throw new TubeError('no-result', `${loops} epochs of the tube ${tube} gave no result`);
      result = await next();
    }
    if (result === END) return;
    yield result;
  }
}

export interface RepeatOptions {
  readonly n: number | undefined;
  /** How many epochs may be under way. */
  readonly window: number;
  readonly signal: AbortSignal | undefined;
}

/** `n` epochs; their results in their order, less those without one. Without `n` none is kept. */
export async function repeat(next: NextEpoch, { n, window, signal }: RepeatOptions): Promise<unknown[]> {
  const results: unknown[] = [];
  const under: PromiseLike<unknown>[] = [];
  let over = false;
  const take = (result: unknown): void => {
    if (result === END) over = true;
    else if (result !== undefined && n !== undefined && !over) results.push(result);
  };
  let failure: { readonly error: unknown } | undefined;
  const oldest = async (): Promise<void> => {
    try {
      take(await under.shift());
    } catch (error) {
      failure ??= { error };
    }
  };
  let since = performance.now();
  for (let count = 0; count < (n ?? Number.POSITIVE_INFINITY); count++) {
    if (over || failure !== undefined || signal?.aborted === true) break;
    try {
      const result = next();
      if (isThenable(result)) {
        result.then(undefined, () => undefined); // its failure is told when its turn comes
        under.push(result);
      } else take(result);
    } catch (error) {
      failure = { error };
    }
    if (under.length >= window) await oldest();
    if ((count & 63) === 0 && performance.now() - since > 20) {
      await setImmediate(); // others live in this process too
      since = performance.now();
    }
  }
  while (under.length > 0) await oldest();
  if (failure !== undefined) throw failure.error;
  return results;
}
