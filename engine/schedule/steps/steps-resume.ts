// Whether a job in steps goes on from what an earlier run of it kept, and the end of what is kept. Runs nothing.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { digestOf } from '../../base/digest.ts';
import { printInputs } from '../../freshness/inputs.ts';
import { readBundle } from '../../process/bundle.ts';
import type { Bundle } from '../../process/bundle.ts';
import { isTerminal, toKilled } from '../../process/machine.ts';
import type { RunRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import type { BuildContext } from '../context.ts';
import { endStored } from './end-stored.ts';
import type { Decision } from '../decide.ts';
import type { Job } from '../job.ts';
import { JobProcess } from '../attempt/job-process.ts';
import type { RunDecision } from '../judge.ts';
import { nameParts } from '../summary.ts';

/** What a run in steps has beside what any run has. */
export interface StepsStart {
  readonly digest: string;
  /** The name of its stage, the same for all that go on from it. */
  readonly stage: string | undefined;
  readonly from: Bundle | undefined;
  /** The run that goes on, as it is in the store: nobody has ended it. */
  readonly run: RunRow | undefined;
}

/** The folder for steps' own use, in their stage. */
export const WORK = '.work';

export function planSteps(context: BuildContext, job: Job, decision: RunDecision): StepsStart {
  const digest = digestFor(context, job, decision);
  const kept = keptOf(context, job);
  const stage = kept && stageToGoOn(context, decision, kept.bundle, digest);
  if (kept && stage !== undefined)
    return { digest, stage, from: kept.bundle, run: kept.run.endedAt === 0 ? kept.run : undefined };
  if (kept) endKept(context, kept.run, kept.bundle);
  return { digest, stage: undefined, from: undefined, run: undefined };
}

/** What a job that would run goes on from, for people: `17 at 0:split`. Undefined for one that begins anew. */
export function goesOnAt(context: BuildContext, job: Job, decision: Decision): Resumed | undefined {
  if (decision.type !== 'run' || job.task.plan.action.type !== 'steps') return undefined;
  const kept = keptOf(context, job);
  if (!kept || !stageToGoOn(context, decision, kept.bundle, digestFor(context, job, decision)))
    return undefined;
  return { id: kept.bundle.record.pid, position: positionOf(kept.bundle) ?? '' };
}

interface Resumed {
  readonly id: string;
  readonly position: string;
}

interface KeptRun {
  readonly run: RunRow;
  readonly bundle: Bundle;
}

function keptOf({ store }: BuildContext, job: Job): KeptRun | undefined {
  const { task, key } = nameParts(job);
  const run = store.lastRun(task, key);
  const bundle = run && checkpointOf(store, String(run.id));
  return run && bundle && { run, bundle };
}

/** The stage in which a checkpoint can be gone on from: made from the same, all there, and nothing was forced. */
function stageToGoOn(
  { root, state }: BuildContext,
  decision: RunDecision,
  { extra }: Bundle,
  digest: string,
): string | undefined {
  const { stage } = extra;
  const isGood =
    extra['digest'] === digest &&
    typeof stage === 'string' &&
    existsSync(resolve(root, state, 'stage', stage, WORK)) &&
    decision.reasons[0].type !== 'forced';
  return isGood ? stage : undefined;
}

/** Of all that a job in steps is made from. */
function digestFor({ definitions }: BuildContext, job: Job, { inputs }: RunDecision): string {
  const definition = definitions.get(job.task.plan.id)!;
  return digestOf(`${definition.digest}\n${printInputs(inputs.inputs)}`);
}

/** Forgets what a job kept: it has ended for good, or what it was made from is another now. */
export function dropKept(context: BuildContext, job: Job): void {
  if (job.task.plan.action.type !== 'steps') return;
  const { task, key } = nameParts(job);
  const run = context.store.lastRun(task, key);
  // One that has not ended goes on in a later build.
  const name =
    run && run.endedAt > 0 ? checkpointOf(context.store, String(run.id))?.extra['stage'] : undefined;
  if (typeof name === 'string') forget(context, name);
}

/** Names of the stages that checkpoints speak of. */
export function keptStages(store: Store): string[] {
  const names = new Set<string>();
  for (const { pid } of store.processes.listCheckpoints(null)) {
    const name = stageOfKept(store, pid);
    if (name !== undefined) names.add(name);
  }
  return [...names];
}

/** The stage of the job that a process with a checkpoint is in; a process of a user's class knows none itself. */
export function stageOfKept(store: Store, pid: string): string | undefined {
  let bundle = checkpointOf(store, pid);
  while (bundle && bundle.parent !== null) bundle = checkpointOf(store, bundle.parent);
  const stage = bundle?.extra['stage'];
  return typeof stage === 'string' ? stage : undefined;
}

export function checkpointOf(store: Store, pid: string): Bundle | undefined {
  const text = store.processes.getCheckpoint(pid, '');
  const bundle = text === undefined ? undefined : readBundle(text);
  return bundle?.ok ? bundle.value : undefined;
}

/** Where a process is in its steps, for people; knows no process's code. */
export function positionOf(bundle: Bundle | undefined): string | undefined {
  const at = bundle?.extra['at'];
  return typeof at === 'string' ? at : undefined;
}

/**
 * Removes a stage, with the checkpoints of all processes that worked in it: a run, those inside of it, its earlier tries.
 * What has not ended inside of it goes on no more, and is killed.
 */
export function forget({ store, stage, tell }: StageKeeper, name: string): void {
  store.transaction(() => {
    const { processes } = store;
    const kept = processes.listCheckpoints(null).filter(({ pid }) => stageOfKept(store, pid) === name);
    for (const { pid } of kept) {
      const row = processes.process(pid);
      if (!row || row.parent === null || !endStored(processes, row, 'the end of its job')) continue;
      const run = store.run(Number.parseInt(pid, 10));
      const subject = `state_changed.${row.state}.killed`;
      if (run) tell({ time: Date.now(), sender: pid, subject, job: { task: run.task, key: run.key } });
    }
    for (const { pid, tag } of kept) processes.deleteCheckpoint(pid, tag);
  });
  stage.keep(name, false);
}

type StageKeeper = Pick<BuildContext, 'store' | 'stage' | 'tell'>;

/** What an unfinished run kept is of no use: it has ended. */
function endKept(context: BuildContext, run: RunRow, bundle: Bundle): void {
  const { store, tell } = context;
  if (run.endedAt === 0 && !isTerminal(bundle.record.state)) {
    const failure = { type: 'killed', by: 'a change of what it was made from' } as const;
    store.transaction(() => {
      JobProcess.again(bundle.record, { task: run.task, key: run.key }, { store, tell }).move(
        toKilled(failure.by),
        `was killed by ${failure.by}`,
      );
      store.updateRun({ ...run, state: 'killed', successful: false, endedAt: Date.now(), failure });
    });
  }
  const { stage } = bundle.extra;
  if (typeof stage === 'string') forget(context, stage);
}
