// One process of an attempt: its places in the stage, its work rendered, and the thing that runs. Decides nothing about what
// its end means.
import { renameSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { executorKind } from '../../executor/port.ts';
import type { Running } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import type { BuildContext } from '../context.ts';
import { timeOfNewFile } from './inspect.ts';
import type { Job } from '../job.ts';
import type { Network } from '../keys/network.ts';
import { planOutputs } from './outputs.ts';
import type { OutputSlot } from './output-slot.ts';
import type { LinkMembers } from '../keys/resolution.ts';
import { ownStatus, planStatus } from './status-links.ts';
import type { StatusSlot } from './status-links.ts';
import { startSteps, stepsLog } from '../steps/start-steps.ts';
import type { StepsOwn } from '../steps/start-steps.ts';
import { streamFiles } from './stream-files.ts';

/** Where a process writes; `place` is its number in the stage, or the name of one that a job in steps has for itself. */
export interface Places {
  readonly place: number | string;
  readonly outputs: readonly OutputSlot[];
  readonly status: readonly StatusSlot[];
  /** Absolute path of what it appends its emissions to. */
  readonly emitted: string;
}

export interface AttemptProcess extends Places {
  readonly running: Running;
  /** What it prints, relative to the root. */
  readonly log: string;
  /** Absolute path, where the task has one. */
  readonly depfile: string | undefined;
  /** By the clock of the file system that the depfile is on. */
  readonly fileSystemTime: number;
  readonly startedAt: number;
  readonly executor: string;
  /** What the records of its outputs are completed with, by link. */
  readonly values: ReadonlyMap<string, JsonObject>;
}

export function planPlaces(
  context: BuildContext,
  network: Network,
  job: Job,
  place: number | string,
): Places {
  const { root, stage, paths } = context;
  return {
    place,
    emitted: resolve(root, stage.pathFor(place, '.pipe-out')),
    outputs: planOutputs(network, job, stage, place, paths),
    status: planStatus(network, job, stage, place, paths),
  };
}

/** `onRendered` is called last before the start; `timeoutMs` is what is left of the task's, if not all of it. */
export function startProcess(
  context: BuildContext,
  job: Job,
  links: readonly LinkMembers[],
  places: Places,
  replica: number,
  onRendered: (startedAt: number, executor: string) => void,
  timeoutMs?: number,
  own?: StepsOwn,
): Result<AttemptProcess, JobFailure> {
  const { root, stage } = context;
  const { place, outputs, status } = places;
  const { plan } = job.task;
  const log = placeLogOf(context, place);
  const depfile = plan.depfile === 'none' ? undefined : resolve(root, stage.pathFor(place, '.depfile'));
  const fileSystemTime = depfile ? timeOfNewFile(depfile) : 0;
  const named = [...outputs, ...ownStatus(status)];
  const files = {
    log: resolve(root, log),
    depfile: depfile ?? '',
    emitted: places.emitted,
    listFile: (index: number) => resolve(root, stage.pathFor(place, `.list-${index}`)),
  };
  const numbers = { PIPE_REPLICA: String(replica), REPLICA_ID: String(replica) };
  const env = plan.replicas ? { ...context.jobEnv, ...numbers } : context.jobEnv;
  if (own) {
    const started = startSteps(context, { ...own, job, links, outputs: named, places: files });
    if (!started.ok) return started;
    const startedAt = Date.now();
    onRendered(startedAt, 'local');
    const steps = { log: stepsLog(context, own), depfile, fileSystemTime, startedAt, executor: 'local' };
    return ok({ ...places, ...steps, running: started.value(), values: new Map<string, JsonObject>() });
  }
  const rendered = context.renderer.render(job, links, named, files, env);
  if (!rendered.ok) return rendered;
  const values = context.renderer.recordValues(job, links, named, files);
  if (!values.ok) return values;
  const work = {
    ...rendered.value,
    ...streamFiles(links, outputs, status, context, plan.joinsStreams),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
  const startedAt = Date.now();
  const executor = executorKind(work);
  onRendered(startedAt, executor);
  const running = context.executorFor(work).run(work);
  return ok({
    ...places,
    running,
    log,
    depfile,
    fileSystemTime,
    startedAt,
    executor,
    values: values.value,
  });
}

/** Where what runs at a place prints; relative to the root. */
export function placeLogOf({ state }: BuildContext, place: number | string): string {
  return `${state}/logs/slot-${place}`;
}

/** Moves what a process printed to its run's own name; returns that, or nothing where nothing was printed. */
export function keepLog({ root, state, mask }: BuildContext, log: string, runId: number): string {
  const from = resolve(root, log);
  const size = statSync(from, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  mask.file(from);
  const kept = `${state}/logs/${runId}.log`;
  renameSync(from, resolve(root, kept));
  return kept;
}

/** Empties the stage of what a process left there. */
export function clearPlaces(context: BuildContext, { outputs, status }: Places): void {
  const staged = outputs.filter((output) => output.staged !== output.real).map((output) => output.staged);
  context.stage.clear([...staged, ...status.map((each) => each.staged)]);
}
