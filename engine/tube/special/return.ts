// Says what an epoch's result is made of. Knows neither the graph nor how values are stored.
import type { Edge } from '../edge.ts';
import { NoEvent } from '../event.ts';
import type { NodeKind } from '../node-kind.ts';

export const returnKind: NodeKind = {
  special: 'return',
  slots: [],
  open: 'record',
  params: [],
  signals: [],
  stateful: false,
  live: [],
  source: false,
  create: () => ({ process: () => NoEvent }),
};

/** The value of a signal in an epoch: `NoEvent`, or a list in the order of the items where a map lies between. */
export type ReadSignal = (edge: Edge) => unknown;

/**
 * One signal: its value. Signals in a list: a list. Signals by name: a record without what was not emitted. Both: a pair.
 * `undefined` where nothing came; a list is whole or nothing.
 */
export function collectReturn(edges: readonly Edge[], read: ReadSignal): unknown {
  const only = edges[0];
  if (only !== undefined && only.targetSlot === null) {
    const value = read(only);
    return value === NoEvent ? undefined : value;
  }
  const list = edges.filter((edge) => typeof edge.targetSlot === 'number').map(read);
  const record: Record<string, unknown> = {};
  for (const edge of edges) {
    if (typeof edge.targetSlot !== 'string') continue;
    const value = read(edge);
    if (value !== NoEvent) record[edge.targetSlot] = value;
  }
  if (list.includes(NoEvent)) return undefined;
  if (list.length === 0) return Object.keys(record).length === 0 ? undefined : record;
  return edges.some((edge) => typeof edge.targetSlot === 'string') ? [list, record] : list;
}
