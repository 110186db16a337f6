// Says of an epoch that cannot go on what waits for what. Changes nothing.
import type { PlanNode } from './plan.ts';
import type { Scheduler } from './scheduler.ts';
import { GATED, OUT, READY, UNDECIDED, WAITING } from './sorter.ts';
import type { Sorter } from './sorter.ts';
import { TubeError } from './tube-error.ts';

const MOST = 20;

export function stalled(scheduler: Scheduler, root: Sorter): TubeError {
  const waits = [...waitsOf(scheduler, root)];
  const shown = waits.slice(0, MOST);
  if (waits.length > MOST) shown.push(`and ${waits.length - MOST} more`);
  const message = `epoch ${root.epoch.toString()} cannot go on: ${shown.join('; ') || 'nothing is running and nothing can start'}`;
  return new TubeError('stalled', message, { epoch: root.epoch.toString(), waits: shown });
}

/** Whether it waits for an earlier epoch that nobody has opened yet. */
export function waitsForEpoch(scheduler: Scheduler, root: Sorter): boolean {
  for (const { sorter, node } of undecided(root)) {
    if (sorter.nodes[node.local] !== GATED) continue;
    const turn = scheduler.turns.rootOf(node);
    if (turn < root.epoch.root && scheduler.root(turn) === undefined) return true;
  }
  return false;
}

function* waitsOf(scheduler: Scheduler, root: Sorter): Generator<string> {
  for (const { sorter, node } of undecided(root)) {
    const name = `${node.node.id} in epoch ${sorter.epoch.toString()}`;
    switch (sorter.nodes[node.local]) {
      case WAITING:
        yield `${name} waits for ${signalsOf(sorter, node).join(', ')}`;
        break;
      case GATED: {
        const turn = scheduler.turns.rootOf(node);
        const why =
          turn === root.epoch.root
            ? 'its turn among the items'
            : `epoch ${turn}, which ${scheduler.root(turn) ? 'has not ended' : 'was never started'}`;
        yield `${name} waits for ${why}`;
        break;
      }
      case READY:
        yield `${name} could run and was not started`;
        break;
      case OUT:
        yield `${name} was started and has not answered`;
        break;
      default:
        break;
    }
  }
}

function signalsOf(sorter: Sorter, node: PlanNode): readonly string[] {
  if (node.role === 'close') return [`the items of ${node.node.maps.at(-1)}`];
  return node.reads
    .filter((read) => {
      let here = sorter;
      for (let up = read.up; up > 0; up--) here = here.parent as Sorter;
      return here.signals[read.signal.local] === UNDECIDED;
    })
    .map((read) => `${read.signal.node}.${read.signal.name}`);
}

function* undecided(sorter: Sorter): Generator<{ readonly sorter: Sorter; readonly node: PlanNode }> {
  for (const node of sorter.level.nodes) {
    const state = sorter.nodes[node.local];
    if (state === WAITING || state === GATED || state === READY || state === OUT) yield { sorter, node };
  }
  for (const children of sorter.children) for (const child of children ?? []) yield* undecided(child);
}
