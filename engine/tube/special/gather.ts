// Collects values over epochs and gives them as one list: every n, or at a trigger. Knows no scheduler.
import type { Epoch } from '../epoch.ts';
import { NoEvent } from '../event.ts';
import type { Inputs, NodeInstance, NodeKind } from '../node-kind.ts';

/**
 * Slots value, trigger and n; params n and flatten. In the items of a map it holds what comes and gives it once, in the
 * epoch around them, when the last item is decided.
 */
export const gatherKind: NodeKind = {
  special: 'gather',
  slots: [
    { name: 'value', required: true, declared: true },
    { name: 'trigger', required: false, declared: false },
    { name: 'n', required: false, declared: false },
  ],
  open: 'closed',
  params: ['n', 'flatten'],
  signals: ['value'],
  stateful: true,
  live: [],
  source: false,
  create: (params) => new Gather(params),
};

interface GatherParams {
  readonly n?: number;
  readonly flatten?: boolean;
}

interface Item {
  readonly epoch: Epoch;
  readonly value: unknown;
}

export class Gather implements NodeInstance {
  readonly #flatten: boolean;
  #n: number | undefined;
  #held: Item[] = [];
  /** What is to be given when the map around it closes. */
  #due: Item[] = [];

  constructor(params: GatherParams) {
    this.#n = params.n;
    this.#flatten = params.flatten ?? false;
  }

  process(inputs: Inputs): unknown {
    throw new Error(`a gather is called with its epoch, not with ${Object.keys(inputs).join(', ')} alone`);
  }

  /** Outside of maps: the list, or nothing yet. */
  collect(inputs: Inputs, epoch: Epoch): unknown {
    if (!this.#take(inputs, epoch)) return NoEvent;
    const items = this.#held;
    this.#held = [];
    return this.#list(items);
  }

  /** In an item of a map. */
  hold(inputs: Inputs, epoch: Epoch): void {
    if (!this.#take(inputs, epoch)) return;
    for (const item of this.#held) this.#due.push(item);
    this.#held = [];
  }

  /** At the end of a map's items. `release`: n counts the items of this very map, so none may be left for the next. */
  close(release: boolean): unknown {
    const items = release ? [...this.#due, ...this.#held] : this.#due;
    if (release) this.#held = [];
    this.#due = [];
    return items.length === 0 ? NoEvent : this.#list(items);
  }

  /** Drops what an epoch that failed has brought. */
  forget(root: number): void {
    this.#held = this.#held.filter((item) => item.epoch.root !== root);
    this.#due = this.#due.filter((item) => item.epoch.root !== root);
  }

  /** Whether what is held is complete with this value. */
  #take(inputs: Inputs, epoch: Epoch): boolean {
    this.#held.push({ epoch, value: inputs['value'] });
    if (typeof inputs['n'] === 'number') this.#n = inputs['n'];
    if (this.#n !== undefined) return this.#held.length >= this.#n;
    return inputs['trigger'] !== undefined && inputs['trigger'] !== null;
  }

  #list(items: readonly Item[]): unknown[] {
    const values = inOrder(items).map((item) => item.value);
    if (!this.#flatten) return values;
    return values.flatMap((value) => {
      if (typeof (value as Iterable<unknown> | null)?.[Symbol.iterator] === 'function')
        return [...(value as Iterable<unknown>)];
      throw new TypeError(`gather with flatten takes lists, not ${JSON.stringify(value)}`);
    });
  }
}

function inOrder(items: readonly Item[]): readonly Item[] {
  for (let index = 1; index < items.length; index++) {
    if ((items[index - 1] as Item).epoch.compare((items[index] as Item).epoch) > 0) {
      return items.toSorted((a, b) => a.epoch.compare(b.epoch));
    }
  }
  return items;
}
