// Puts a job in steps together for its run: its stage, its scope, its log, and what it goes on from. Decides nothing.
import { relative, resolve } from 'node:path';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { BuildContext } from '../context.ts';
import type { Job } from '../job.ts';
import type { JobProcess } from '../attempt/job-process.ts';
import type { OutputSlot } from '../attempt/output-slot.ts';
import { renderFault } from '../attempt/render-fault.ts';
import type { Places } from '../attempt/render-ports.ts';
import type { LinkMembers } from '../keys/resolution.ts';
import { checkpointOf, WORK } from './steps-resume.ts';
import type { StepsStart } from './steps-resume.ts';
import { StepsRun } from './steps-run.ts';
import { nameParts } from '../summary.ts';

/** What a run of a job in steps has beside what any has. */
export interface StepsOwn {
  readonly process: JobProcess;
  readonly start: StepsStart;
}

export interface StepsParts extends StepsOwn {
  readonly job: Job;
  readonly links: readonly LinkMembers[];
  readonly outputs: readonly OutputSlot[];
  readonly places: Places;
}

/** The stage of its own that a job in steps has, and that later runs of it go on in; a new one is empty. */
export function openStage({ stage }: BuildContext, own: StepsOwn): string {
  const name = stageOf(own);
  if (own.start.stage === undefined) stage.keep(name, false);
  return name;
}

export function stageOf({ process, start }: StepsOwn): string {
  return start.stage ?? `steps-${process.pid}`;
}

/** What all steps print, relative to the root. */
export function stepsLog({ state }: BuildContext, { process }: StepsOwn): string {
  return `${state}/logs/${process.pid}.log`;
}

export function startSteps(context: BuildContext, parts: StepsParts): Result<() => StepsRun, JobFailure> {
  const { job, links, process, start: steps, outputs, places } = parts;
  const { root, state, renderer, jobEnv, store, tell } = context;
  const task = job.task.plan;
  if (task.action.type !== 'steps') throw new Error(`${task.name} has no steps`);
  const own = renderer.scope(job, links, outputs, places);
  if (!own.ok) return own;
  const stage = stageOf(parts);
  const cwd = resolve(root, task.cwd);
  const work = resolve(root, state, 'stage', stage, WORK);
  const { steps: plans } = task.action;
  const ports = {
    job: nameParts(job),
    process,
    steps: plans,
    digest: steps.digest,
    stage,
    work: { shown: relative(cwd, work), absolute: work },
    cwd,
    log: resolve(root, stepsLog(context, parts)),
    stepLog: places.log,
    scope: { own: own.value, scope: (values: typeof own.value) => values },
    timeoutMs: task.timeoutMs,
    render: (step) => {
      // Steps of several children are rendered beside each other.
      const listFile = (index: number): string => `${places.listFile(index)}-${step.process}`;
      return renderer.render(job, links, outputs, { ...places, listFile }, jobEnv, step);
    },
    start: (each) => context.executorFor(each).run(each),
    checkpointOf: (pid) => checkpointOf(store, pid),
    fault: (text, fault) => renderFault(task, root, text, fault),
    store,
    tell,
  } satisfies ConstructorParameters<typeof StepsRun>[0];
  return ok(() => new StepsRun(ports, steps.from));
}
