// The children that one step launches: started beside each other, awaited, what they leave put into the context. Those that
// a dead pipe left go on, or are asked for what they left. Knows no commands.
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultPoint } from '../../base/fault-point.ts';
import type { JsonObject } from '../../model/json.ts';
import type { LaunchPlan } from '../../model/steps.ts';
import type { Bundle } from '../../process/bundle.ts';
import { toRunning, toWaiting } from '../../process/machine.ts';
import { JobProcess } from '../attempt/job-process.ts';
import { StepFrame } from './step-frame.ts';
import type { FrameChild } from './step-frame.ts';
import { pidToGoOn } from './pid-to-go-on.ts';
import { isSuccess, StepWalk } from './step-walk.ts';
import type { StepEnd } from './walk-ports.ts';
import { childScope, launchValues } from './step-values.ts';
import type { Launched } from './step-values.ts';

const SIBLING_GRACE_MS = 5000;

export async function launchTogether(parent: StepWalk, plans: readonly LaunchPlan[]): Promise<StepEnd> {
  const { frame, process, ports } = parent;
  const earlier = plans.map((_plan, index) => keptOf(parent, index));
  const children = plans.map((_plan, index) => childAt(parent, index, plans.length, earlier[index]));
  const launched: Launched[] = [];
  for (const [index, plan] of plans.entries()) {
    const given = launchValues(plan, frame, `${ports.work.shown}/${children[index]!.folder}`, ports.fault);
    if (!given.ok) return { type: 'failed', failure: given.error };
    launched.push(given.value);
  }
  for (const path of launched.flatMap(({ folders }) => folders))
    mkdirSync(resolve(ports.cwd, path), { recursive: true });

  frame.children = children;
  const names = children.map(({ pid }, index) => `${pid}: ${plans[index]!.program.recipe}`);
  const pids = children.map(({ pid }) => pid).join(', ');
  if (process.record.state === 'waiting') process.keep();
  else process.move(toWaiting(`for ${pids}`), `launched ${names.join(', ')}`);

  const walks = children.map((child, index) =>
    walkOf(parent, child, plans[index]!, launched[index]!, earlier[index]),
  );
  const end = await allOf(parent, walks, earlier);
  if (parent.ending) return parent.ending;
  if (!isSuccess(end)) return end;
  frame.advance(
    plans.reduce(
      (context, plan, index) =>
        withLeft(context, plan, { ...walks[index]!.frame.context, ...launched[index]!.outputs }),
      frame.context,
    ),
  );
  process.move(toRunning(), `${pids} ended; at ${frame.at}`);
  faultPoint('step-kept');
  return end;
}

/** What is kept of the child in that place. */
function keptOf({ frame, ports }: StepWalk, index: number): Bundle | undefined {
  const child = frame.children[index];
  return child && ports.checkpointOf(child.pid);
}

/** One that failed is tried again by another, from where it failed. */
function childAt(
  { frame, process }: StepWalk,
  index: number,
  count: number,
  kept: Bundle | undefined,
): FrameChild {
  const own = `${process.pid}.${process.record.epoch}`;
  const pid = pidToGoOn(kept) ?? (count === 1 ? own : `${own}.${index + 1}`);
  return { pid, folder: frame.children[index]?.folder ?? pid };
}

function walkOf(
  parent: StepWalk,
  { pid }: FrameChild,
  { program }: LaunchPlan,
  launched: Launched,
  kept: Bundle | undefined,
): StepWalk {
  const { ports, frame, process } = parent;
  const scope = childScope(launched, frame.scope.own, ports.cwd);
  const inside = new StepFrame({
    ...ports,
    parent: process.pid,
    name: program.recipe,
    steps: program.steps,
    scope,
  });
  inside.restore(kept);
  const child =
    kept?.record.pid === pid
      ? JobProcess.again(kept.record, ports.job, ports)
      : JobProcess.child(pid, ports.job, inside.kept, ports);
  return new StepWalk(ports, child, inside, launchTogether, parent);
}

/** When all have ended: the first end that is no success; it ends the others. */
async function allOf(
  parent: StepWalk,
  walks: readonly StepWalk[],
  earlier: readonly (Bundle | undefined)[],
): Promise<StepEnd> {
  let first: StepEnd | undefined;
  for (const walk of walks) parent.below.add(walk);
  const ends = walks.map(async (walk, index) => {
    // It ended well before a crash of pipe: another would have taken its place.
    if (walk.process.hasEnded) return;
    const end = await walk.runChild(earlier[index] ? `goes on at ${walk.frame.at}` : '');
    if (isSuccess(end) || first || parent.ending) return;
    first = end;
    for (const other of walks) if (other !== walk) other.kill(`the end of ${walk.pid}`, SIBLING_GRACE_MS);
  });
  await Promise.all(ends);
  parent.below.clear();
  return first ?? { type: 'exit', status: 0 };
}

function withLeft(context: JsonObject, { into, append }: LaunchPlan, left: JsonObject): JsonObject {
  if (into === null) return context;
  const before = context[into];
  return { ...context, [into]: append ? [...(Array.isArray(before) ? before : []), left] : left };
}
