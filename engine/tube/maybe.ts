// Values that may come at once or later, so that a synchronous tube never waits for the event loop. Knows no tube.

export type MaybePromise<T> = T | PromiseLike<T>;

export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function'
  );
}

/** Goes on at once where `value` is there already, otherwise when it comes. */
export function andThen<T, U>(value: MaybePromise<T>, goOn: (value: T) => MaybePromise<U>): MaybePromise<U> {
  return isThenable(value) ? value.then(goOn) : goOn(value);
}

/** Runs `cleanup` after `run`, however that ends. A failure of `run` wins over one of `cleanup`. */
export function ensure<T>(run: () => MaybePromise<T>, cleanup: () => MaybePromise<void>): MaybePromise<T> {
  let value: MaybePromise<T>;
  try {
    value = run();
  } catch (error) {
    return cleanUpAndThrow(error, cleanup);
  }
  if (!isThenable(value)) return andThen(cleanup(), () => value);
  return value.then(
    (result) => andThen(cleanup(), () => result),
    (error: unknown) => cleanUpAndThrow<T>(error, cleanup),
  );
}

/** Runs `undo` where `run` fails, and throws that failure. */
export function undoOnFailure<T>(
  run: () => MaybePromise<T>,
  undo: () => MaybePromise<void>,
): MaybePromise<T> {
  try {
    const value = run();
    return isThenable(value)
      ? value.then(undefined, (error: unknown) => cleanUpAndThrow<T>(error, undo))
      : value;
  } catch (error) {
    return cleanUpAndThrow(error, undo);
  }
}

/** Does `step` for each item, one after the other. */
export function inTurn<T>(items: Iterable<T>, step: (item: T) => MaybePromise<void>): MaybePromise<void> {
  const rest = items[Symbol.iterator]();
  const go = (): MaybePromise<void> => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) {
      const pending = step(next.value);
      if (isThenable(pending)) return pending.then(go);
    }
    return undefined;
  };
  return go();
}

/** Does every step although some fail, then throws the first failure. */
export function allInTurn<T>(items: Iterable<T>, step: (item: T) => MaybePromise<void>): MaybePromise<void> {
  const failures: unknown[] = [];
  const done = inTurn(items, (item) => {
    try {
      const pending = step(item);
      if (isThenable(pending)) return pending.then(undefined, (error: unknown) => void failures.push(error));
    } catch (error) {
      failures.push(error);
    }
    return undefined;
  });
  return andThen(done, () => {
    if (failures.length > 0) throw failures[0];
  });
}

function cleanUpAndThrow<T>(reason: unknown, cleanup: () => MaybePromise<void>): MaybePromise<T> {
  const rethrow = (): never => {
    throw reason;
  };
  let pending: MaybePromise<void>;
  try {
    pending = cleanup();
  } catch {
    return rethrow();
  }
  return isThenable(pending) ? pending.then(rethrow, rethrow) : rethrow();
}
