// Whose turn it is: a stateful node runs in the order of the epochs, through all items of one before the next. Knows
// neither signals nor calls.
import type { EpochLog } from './epoch-log.ts';
import type { Level, PlanNode } from './plan.ts';
import { GATED, THROUGH } from './sorter.ts';
import type { Sorter } from './sorter.ts';

export interface TurnsHost {
  /** The sorter of a root epoch that has not ended. */
  root(number: number): Sorter | undefined;
  readonly log: EpochLog;
  /** The node was waiting for its turn only. */
  admit(sorter: Sorter, node: PlanNode): void;
}

export class Turns {
  readonly #host: TurnsHost;
  /** For each stateful node: the root epoch whose turn it is. */
  readonly #roots: number[];

  constructor(host: TurnsHost, stateful: number) {
    this.#host = host;
    this.#roots = Array.from({ length: stateful }, () => host.log.firstOpen);
  }

  isOpen(sorter: Sorter, node: PlanNode): boolean {
    let here = sorter;
    for (let parent = here.parent; parent !== null; here = parent, parent = here.parent) {
      if (parent.turns[node.order] !== here.epoch.index) return false;
    }
    return this.#roots[node.order] === here.epoch.root;
  }

  /** The root epoch whose turn it is. */
  rootOf(node: PlanNode): number {
    return this.#roots[node.order] ?? 0;
  }

  /** The node is through with the epoch and everything below it; the next one may be let in. */
  through(sorter: Sorter, node: PlanNode): void {
    if (sorter.turns[node.order] === THROUGH) return;
    sorter.turns[node.order] = THROUGH;
    const { parent } = sorter;
    if (parent === null) this.#advanceRoot(node);
    else this.#advance(parent, node);
  }

  /** A root epoch was completed or given up: nobody waits for it any longer. */
  passed(ordered: readonly PlanNode[]): void {
    for (const node of ordered) this.#advanceRoot(node);
  }

  #advanceRoot(node: PlanNode): void {
    let turn = this.#roots[node.order] ?? 0;
    for (;;) {
      if (this.#host.log.hasEnded(turn)) turn = Math.max(turn + 1, this.#host.log.firstOpen);
      else if (this.#host.root(turn)?.turns[node.order] === THROUGH) turn++;
      else break;
    }
    this.#roots[node.order] = turn;
    const sorter = this.#host.root(turn);
    if (sorter !== undefined) this.#letIn(sorter, node);
  }

  #advance(parent: Sorter, node: PlanNode): void {
    const below = levelTowards(parent.level, node);
    const children = parent.children[below.local];
    if (children === undefined) return;
    let turn = parent.turns[node.order] ?? 0;
    if (turn === THROUGH) return;
    while (turn < children.length && children[turn]?.turns[node.order] === THROUGH) turn++;
    parent.turns[node.order] = turn;
    const next = children[turn];
    if (next !== undefined) this.#letIn(next, node);
    // A gather is through when it has given what its items brought.
    else if (node.closer === null || node.closer.level !== parent.level) this.through(parent, node);
  }

  #letIn(sorter: Sorter, node: PlanNode): void {
    let here = sorter;
    while (here.level !== node.level) {
      const child = here.children[levelTowards(here.level, node).local]?.[here.turns[node.order] ?? 0];
      if (child === undefined) return;
      here = child;
    }
    if (here.nodes[node.local] === GATED && this.isOpen(here, node)) this.#host.admit(here, node);
  }
}

/** The level directly below `level` in which the node lies. */
function levelTowards(level: Level, node: PlanNode): Level {
  let here = node.level;
  while (here.parent !== level) here = here.parent as Level;
  return here;
}
