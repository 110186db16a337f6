// Turns what a node returned into one value for each of its signals. Knows no events.
import { Exhausted, NoEvent } from './event.ts';
import { TubeError } from './tube-error.ts';

/** One value for each signal, `NoEvent` for what was not emitted; null where a source has no more. */
export type Emission = readonly unknown[] | null;

/**
 * With one signal the returned value is its value. With several it is a list in their order, or a record by their
 * names. `undefined` is nothing: a function that returns nothing emits nothing. Throws `wrong-result`.
 */
export function emissionOf(node: string, signals: readonly string[], result: unknown): Emission {
  if (result === Exhausted) return null;
  if (signals.length === 1) return [present(result)];
  if (result === undefined || result === NoEvent) return signals.map(() => NoEvent);
  if (Array.isArray(result)) {
    if (result.length === signals.length) return result.map(present);
    throw wrong(node, `a list of ${result.length}, but has ${signals.length} signals: ${signals.join(', ')}`);
  }
  if (typeof result === 'object' && result !== null) {
    const record = result as Readonly<Record<string, unknown>>;
    const unknown = Object.keys(record).find((name) => !signals.includes(name));
    if (unknown === undefined) return signals.map((name) => present(record[name]));
    throw wrong(node, `"${unknown}", but its signals are ${signals.join(', ')}`);
  }
  if (signals.length === 0) return [];
  throw wrong(
    node,
    `${result === null ? 'null' : `a ${typeof result}`}, but has ${signals.length} signals: ${signals.join(', ')}`,
  );
}

function present(value: unknown): unknown {
  return value === undefined ? NoEvent : value;
}

function wrong(node: string, what: string): TubeError {
  return new TubeError('wrong-result', `node ${node} returned ${what}`, { node });
}
