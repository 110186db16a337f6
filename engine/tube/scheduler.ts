// Decides what may run: one sorter per epoch over nodes and signals, items of maps below them. Calls no node.
import { Epoch } from './epoch.ts';
import { EpochLog } from './epoch-log.ts';
import { NoEvent } from './event.ts';
import type { Event } from './event.ts';
import type { Plan, PlanNode, PlanSignal, PlanTarget } from './plan.ts';
import { ReadyQueue } from './ready-queue.ts';
import type { Call } from './ready-queue.ts';
import { ABSENT, DONE, GATED, OUT, PRESENT, READY, SKIPPED, Sorter, UNDECIDED, WAITING } from './sorter.ts';
import { TubeError } from './tube-error.ts';
import { Turns } from './turns.ts';

export class Scheduler {
  #plan: Plan;
  #turns: Turns;
  readonly #onEnded: ((epoch: Epoch) => void) | undefined;
  readonly #roots = new Map<number, Sorter>();
  readonly #log = new EpochLog();
  readonly #ready = new ReadyQueue();
  readonly #skips: Call[] = [];

  /** `onEnded`: every node of an epoch has run or been left out; items come before the epoch around them. */
  constructor(plan: Plan, onEnded?: (epoch: Epoch) => void) {
    this.#plan = plan;
    this.#turns = this.#newTurns();
    this.#onEnded = onEnded;
  }

  get plan(): Plan {
    return this.#plan;
  }

  get turns(): Turns {
    return this.#turns;
  }

  /** The root epochs that have not ended. */
  get active(): Iterable<Sorter> {
    return this.#roots.values();
  }

  /** Numbering goes on. Only between epochs. */
  replan(plan: Plan): void {
    if (this.#roots.size > 0)
      throw new TubeError('busy', 'nodes can be enabled and disabled between epochs only');
    this.#plan = plan;
    this.#log.endAll();
    this.#turns = this.#newTurns();
  }

  root(number: number): Sorter | undefined {
    return this.#roots.get(number);
  }

  isCompleted(root: number): boolean {
    return this.#log.hasEnded(root);
  }

  /** The number of the next root epoch, or one that is named; later ones may come before it. */
  reserve(number?: number): number {
    return this.#log.take(number);
  }

  /** Gives a reserved epoch back that will not be opened. */
  release(number: number): void {
    this.#complete(number);
  }

  /** Opens a root epoch, reserved or not. */
  addEpoch(number: number = this.reserve()): Sorter {
    if (this.#roots.has(number) || !this.#log.isOpen(number)) this.#log.take(number);
    const sorter = new Sorter(new Epoch(number), this.#plan.root, null, this.#plan.stateful);
    this.#roots.set(number, sorter);
    this.#start(sorter);
    if (sorter.open === 0) this.#end(sorter);
    return sorter;
  }

  /** The next node that may run, in the order in which they became ready. */
  take(): Call | undefined {
    for (let call = this.#ready.take(); call !== undefined; call = this.#ready.take()) {
      if (call.sorter.root.abandoned) continue;
      call.sorter.nodes[call.node.local] = OUT;
      return call;
    }
    return undefined;
  }

  /**
   * A node has run. `events`: one for each of its signals, in their order; `items`: for a map, one for each item, in
   * the epochs below. What it has not emitted is `NoEvent`.
   */
  finish(call: Call, events: readonly Event[], items: readonly Event[] = []): void {
    const { sorter, node } = call;
    if (sorter.root.abandoned) return;
    sorter.nodes[node.local] = DONE;
    if (node.opens !== null) this.#openItems(sorter, node, items);
    const { signals } = node;
    for (let index = 0; index < signals.length; index++) {
      const signal = signals[index] as PlanSignal;
      const event = events[index] as Event;
      sorter.events[signal.local] = event;
      this.#decide(sorter, signal, event.value !== NoEvent);
    }
    this.#decided(sorter, node);
    this.#skip();
  }

  /** Gives a root epoch up, after a failure. */
  abandon(root: Sorter): void {
    if (root.abandoned || !this.#roots.delete(root.epoch.root)) return;
    root.abandoned = true;
    this.#complete(root.epoch.root);
  }

  #newTurns(): Turns {
    const log = this.#log;
    return new Turns(
      {
        log,
        root: (number) => this.#roots.get(number),
        admit: (sorter, node) => this.#push(sorter, node),
      },
      this.#plan.stateful,
    );
  }

  /** Nodes that wait for nothing are ready; signals from above may be decided already. */
  #start(sorter: Sorter): void {
    const { level } = sorter;
    for (const node of level.nodes) {
      if (sorter.pending[node.local] === 0) this.#settle(sorter, node);
    }
    for (const target of level.inherited) {
      const state = sorter.at(target.source.level).signals[target.source.local];
      if (state !== UNDECIDED) this.#arrive(sorter, target, state === PRESENT);
    }
  }

  #openItems(sorter: Sorter, map: PlanNode, items: readonly Event[]): void {
    const level = map.opens;
    if (level === null || level.item === null || items.length === 0) return;
    const { item } = level;
    const children = items.map((event) => new Sorter(event.epoch, level, sorter, this.#plan.stateful));
    sorter.children[level.local] = children;
    sorter.open += children.length;
    for (const node of level.nodes)
      if (node.closer !== null) sorter.pending[node.closer.local] = children.length;
    for (let index = 0; index < children.length; index++) {
      const child = children[index] as Sorter;
      const event = items[index] as Event;
      child.events[item.local] = event;
      this.#start(child);
      this.#decide(child, item, event.value !== NoEvent);
      if (child.open === 0) this.#end(child); // a level without nodes
    }
  }

  #decide(sorter: Sorter, signal: PlanSignal, present: boolean): void {
    sorter.signals[signal.local] = present ? PRESENT : ABSENT;
    for (const target of signal.targets) {
      if (target.node.level === sorter.level) this.#arrive(sorter, target, present);
      else this.#arriveBelow(sorter, target, present);
    }
  }

  #arriveBelow(sorter: Sorter, target: PlanTarget, present: boolean): void {
    let towards = target.node.level;
    while (towards.parent !== sorter.level) towards = towards.parent as PlanNode['level'];
    for (const child of sorter.children[towards.local] ?? []) {
      if (child.level === target.node.level) this.#arrive(child, target, present);
      else this.#arriveBelow(child, target, present);
    }
  }

  #arrive(sorter: Sorter, target: PlanTarget, present: boolean): void {
    const { node } = target;
    if (sorter.nodes[node.local] !== WAITING) return;
    if (!present && target.required) this.#leaveOut(sorter, node);
    else this.#countDown(sorter, node);
  }

  #countDown(sorter: Sorter, node: PlanNode): void {
    const left = (sorter.pending[node.local] ?? 0) - 1;
    sorter.pending[node.local] = left;
    if (left === 0) this.#settle(sorter, node);
  }

  #settle(sorter: Sorter, node: PlanNode): void {
    if (node.order >= 0 && !this.#turns.isOpen(sorter, node)) sorter.nodes[node.local] = GATED;
    else this.#push(sorter, node);
  }

  #push(sorter: Sorter, node: PlanNode): void {
    sorter.nodes[node.local] = READY;
    this.#ready.push({ sorter, node });
  }

  #leaveOut(sorter: Sorter, node: PlanNode): void {
    sorter.nodes[node.local] = SKIPPED;
    this.#skips.push({ sorter, node });
  }

  /** A node that is left out emits nothing, which may leave out others; a queue, since chains may be long. */
  #skip(): void {
    for (let call = this.#skips.pop(); call !== undefined; call = this.#skips.pop()) {
      for (const signal of call.node.signals) this.#decide(call.sorter, signal, false);
      this.#decided(call.sorter, call.node);
    }
  }

  /** After a node has run or been left out. */
  #decided(sorter: Sorter, node: PlanNode): void {
    if (node.opens !== null && sorter.children[node.opens.local] === undefined) this.#noItems(sorter, node);
    const { parent } = sorter;
    if (node.role === 'close') {
      const held = node.level.ordered.find((candidate) => candidate.closer === node);
      if (held !== undefined) this.#turns.through(sorter, held);
    }
    if (node.order >= 0) this.#turns.through(sorter, node);
    if (node.closer !== null && parent !== null) this.#countDown(parent, node.closer);
    if (--sorter.open === 0) this.#end(sorter);
  }

  /** A map that emitted no items: nothing below it will run. */
  #noItems(sorter: Sorter, map: PlanNode): void {
    const level = map.opens as PlanNode['level'];
    sorter.children[level.local] = [];
    for (const node of level.nodes) if (node.closer !== null) this.#leaveOut(sorter, node.closer);
    for (const node of level.ordered)
      if (node.closer?.level !== sorter.level) this.#turns.through(sorter, node);
  }

  #end(ended: Sorter): void {
    for (let sorter: Sorter | null = ended; sorter !== null; sorter = sorter.parent) {
      this.#onEnded?.(sorter.epoch);
      if (sorter.parent === null) {
        this.#roots.delete(sorter.epoch.root);
        this.#complete(sorter.epoch.root);
      } else if (--sorter.parent.open > 0) return;
    }
  }

  #complete(root: number): void {
    this.#log.end(root);
    this.#turns.passed(this.#plan.root.ordered);
  }
}
