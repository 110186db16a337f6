// One dependency of a tube: a signal that fills a slot. Knows nothing of how it is scheduled.
import type { Location } from '../model/location.ts';

export interface Edge {
  /** A node's id, or `input`, or `assets`. */
  readonly sourceNode: string;
  readonly sourceSignal: string;
  readonly targetNode: string;
  /** As written: null for `depends: a.b`, an index in a list, a name in a map. */
  readonly targetSlot: string | number | null;
  /** The name of the slot that it fills. */
  readonly slot: string;
  /** The node does not run where this signal emits nothing. */
  readonly required: boolean;
  readonly location: Location;
}
