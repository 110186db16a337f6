// Where the events of the running epochs and of the last one are found. Keeps no epoch that is past. Decides nothing.
import type { Edge } from './edge.ts';
import type { Epoch } from './epoch.ts';
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import type { PlanSignal, Plan } from './plan.ts';
import type { Sorter } from './sorter.ts';

export class EventStore {
  #plan: Plan;
  readonly #running = new Map<number, Sorter>();
  #last: Sorter | undefined;

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** A new plan has other signals, so what is stored is dropped. */
  reset(plan: Plan): void {
    this.#plan = plan;
    this.clear();
  }

  open(root: Sorter): void {
    this.#running.set(root.epoch.root, root);
  }

  /** The epoch stays readable until the next one ends. */
  close(root: Sorter): void {
    this.#running.delete(root.epoch.root);
    this.#last = root;
  }

  clear(): void {
    this.#running.clear();
    this.#last = undefined;
  }

  /** The root epochs that can be read, the newest last. */
  get epochs(): readonly Epoch[] {
    return this.#sorters().map((sorter) => sorter.epoch);
  }

  /** A root epoch that can be read; by default the newest. */
  root(epoch?: Epoch): Sorter | undefined {
    const sorters = this.#sorters();
    return epoch === undefined ? sorters.at(-1) : sorters.find((sorter) => sorter.epoch.root === epoch.root);
  }

  /**
   * The event of a signal in an epoch, or in the nearest one around it. Without an epoch: the newest in which the signal
   * was emitted. Its value may be `NoEvent`.
   */
  get(node: string, signal: string, epoch?: Epoch): Event | undefined {
    const planned = this.#plan.signalOf(node, signal);
    if (planned === undefined) return undefined;
    if (epoch !== undefined) return this.#find(epoch)?.event(planned);
    for (const root of this.#sorters().toReversed()) {
      const event = [...eventsOf(root, planned)].at(-1);
      if (event !== undefined) return event;
    }
    return undefined;
  }

  /** Every event of a root epoch and its items. */
  all(root: number): readonly Event[] {
    const sorter = this.#sorters().find((candidate) => candidate.epoch.root === root);
    return sorter === undefined ? [] : [...allEvents(sorter)];
  }

  /** The values by slot; what was not emitted is left out. */
  collect(edges: readonly Edge[], epoch: Epoch): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const edge of edges) {
      const event = this.get(edge.sourceNode, edge.sourceSignal, epoch);
      if (event !== undefined && event.value !== NoEvent) values[edge.slot] = event.value;
    }
    return values;
  }

  #sorters(): readonly Sorter[] {
    const all = [...this.#running.values(), ...(this.#last === undefined ? [] : [this.#last])];
    return all.toSorted((a, b) => a.epoch.root - b.epoch.root);
  }

  #find(epoch: Epoch): Sorter | undefined {
    let here =
      this.#running.get(epoch.root) ?? (this.#last?.epoch.root === epoch.root ? this.#last : undefined);
    for (const [map, index] of epoch.path) {
      const level = here?.level.levels.find((candidate) => candidate.map === map);
      const child: Sorter | undefined = level && here?.children[level.local]?.[index];
      if (child === undefined) return here;
      here = child;
    }
    return here;
  }
}

/** The events of a signal in an epoch and its items, in order. */
export function* eventsOf(sorter: Sorter, signal: PlanSignal): Generator<Event> {
  if (sorter.level === signal.level) {
    const event = sorter.events[signal.local];
    if (event !== undefined) yield event;
    return;
  }
  if (signal.level.depth <= sorter.level.depth) return;
  let towards = signal.level;
  while (towards.parent !== null && towards.parent !== sorter.level) towards = towards.parent;
  if (towards.parent === null) return;
  for (const child of sorter.children[towards.local] ?? []) yield* eventsOf(child, signal);
}

function* allEvents(sorter: Sorter): Generator<Event> {
  for (const event of sorter.events) if (event !== undefined) yield event;
  for (const children of sorter.children) for (const child of children ?? []) yield* allEvents(child);
}
