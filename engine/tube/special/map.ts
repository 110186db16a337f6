// Splits one value into its items, each an epoch of its own. Knows no scheduler.
import type { NodeKind } from '../node-kind.ts';

/** Emits each item as `value` in an epoch of its own, and how many there are as `n` in the epoch around them. */
export const mapKind: NodeKind = {
  special: 'map',
  slots: [{ name: 'value', required: true, declared: true }],
  open: 'closed',
  params: [],
  signals: ['value', 'n'],
  stateful: false,
  live: [],
  source: false,
  create: () => ({ process: (inputs) => itemsOf(inputs['value']) }),
};

/** Lists, sets, typed arrays; the characters of a text. */
function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof (value as Iterable<unknown> | null)?.[Symbol.iterator] === 'function')
    return [...(value as Iterable<unknown>)];
  throw new TypeError(`map takes a list or a text, not ${value === null ? 'null' : typeof value}`);
}
