// The attempts that run now, one a slot, each with its row and its process in the store from start to end. Decides nothing
// about what runs or what its end means.
import type { Mask } from '../../base/mask.ts';
import { span } from '../../base/span.ts';
import type { EventSink } from '../../model/event.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import { printExit, printFailure } from '../../model/print-failure.ts';
import { toExcepted, toFinished, toKilled } from '../../process/machine.ts';
import type { Phase } from '../../process/machine.ts';
import { AttemptRun } from './attempt.ts';
import type { AttemptEnd } from './attempt-end.ts';
import { cancelMark } from '../keys/cancel-mark.ts';
import type { BuildContext } from '../context.ts';
import { nameOf } from '../job.ts';
import type { Job } from '../job.ts';
import { beginRun } from './begin-run.ts';
import type { JobProcess } from './job-process.ts';
import type { RunDecision } from '../judge.ts';
import type { Network } from '../keys/network.ts';
import { isClaimed } from '../keys/settle.ts';
import { Places, slotKind } from '../queue/slots.ts';
import type { SlotKind } from '../queue/slots.ts';
import { stageOf } from '../steps/start-steps.ts';
import { forget, planSteps } from '../steps/steps-resume.ts';
import { nameParts } from '../summary.ts';

export const KILL_GRACE_MS = 5000;

/** An attempt that runs, with its process. */
export interface LiveRun {
  readonly run: AttemptRun;
  readonly process: JobProcess;
  readonly since: number;
}

export class Runs {
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #emit: EventSink;
  readonly #onEnd: (job: Job, end: AttemptEnd, since: number) => void;
  readonly #onFault: (error: unknown) => void;
  readonly #running = new Map<Job, LiveRun>();
  readonly #slots: number;
  readonly #busy: Record<SlotKind, number> = { job: 0, long: 0 };
  readonly #places = new Places();

  constructor(
    context: BuildContext,
    network: Network,
    slots: number,
    emit: EventSink,
    onEnd: (job: Job, end: AttemptEnd, since: number) => void,
    onFault: (error: unknown) => void,
  ) {
    this.#context = context;
    this.#network = network;
    this.#emit = emit;
    this.#onEnd = onEnd;
    this.#onFault = onFault;
    this.#slots = slots;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Whether none but long-running jobs run. */
  get isAtRest(): boolean {
    return this.#busy.job === 0;
  }

  /** Whether a slot is free, or would be once `more` are given back. */
  hasRoom(kind: SlotKind, more = 0): boolean {
    return this.#busy[kind] - more < this.#slots;
  }

  /** The number that a further process of a running job would have, if it may have one now. */
  nextReplica(job: Job): number | undefined {
    return this.#running.get(job)?.run.processes.next;
  }

  /** Resolves when it is gone, with how. */
  async startReplica(job: Job, number: number): Promise<'ended' | 'failed' | 'yielded'> {
    const { run } = this.#running.get(job)!;
    const kind = slotKind(job.task);
    const place = this.#places.take();
    this.#busy[kind]++;
    // What it made lies there until the job ends.
    const free = (): void => this.#places.free(place);
    run.end.then(free, free);
    try {
      return await run.processes.add(number, place);
    } finally {
      this.#busy[kind]--;
    }
  }

  yieldReplica(job: Job, number: number): void {
    this.#running.get(job)?.run.processes.yield(number);
  }

  get live(): Iterable<LiveRun> {
    return this.#running.values();
  }

  now(): { job: { task: string; key: string }; since: number }[] {
    return [...this.#running].map(([job, { since }]) => ({ job: nameParts(job), since }));
  }

  /** `onRunning` is told when a job runs that may have more than one process. */
  start(job: Job, decision: RunDecision, onRunning: () => void): void {
    const { reasons, inputs } = decision;
    const steps = job.task.plan.action.type === 'steps' ? planSteps(this.#context, job, decision) : undefined;
    const kind = slotKind(job.task);
    this.#busy[kind]++;
    const slot = this.#places.take();
    const attempt = span(nameOf(job), slot + 1, { reason: reasons[0].type });
    const since = Date.now();
    const { store, definitions } = this.#context;
    const { process, row } = beginRun(this.#context, job, reasons[0], since, slot, steps);
    const own = steps && { process, start: steps };
    const { attempt: number, reason } = row;
    this.#emit({ type: 'job-start', time: since, job: nameParts(job), attempt: number, reason });
    const run = new AttemptRun(this.#context, this.#network, {
      job,
      inputs,
      definition: definitions.get(job.task.plan.id)!,
      slot,
      runId: row.id,
      ...(own && { steps: own }),
      onCommit: (log, result) => {
        process.move(toFinished(true), result.exit ? printExit(result.exit) : 'status 0');
        const { state } = process.record;
        store.updateRun({ ...row, state, successful: true, endedAt: Date.now(), log, result });
      },
      onOutput: (port, value) =>
        this.#emit({
          type: 'job-output',
          time: Date.now(),
          job: nameParts(job),
          attempt: number,
          port,
          value,
        }),
      isClaimed: (path) => isClaimed(this.#network, this.#context, path, job),
      ...(job.task.plan.replicas && { onRunning }),
    });
    this.#running.set(job, { run, process, since });
    const ended = run.end.then((raw) => {
      this.#running.delete(job);
      attempt[Symbol.dispose]();
      this.#busy[kind]--;
      this.#places.free(slot);
      const end = masked(withKiller(raw, process), this.#context.mask);
      if (own && isInterrupted(end, process)) {
        // The next build goes on with it.
        this.#context.stage.keep(stageOf(own), true);
      } else if (end.type !== 'done') {
        const failure = failureOf(end);
        const result = end.type === 'failed' ? end.result : undefined;
        store.transaction(() => {
          process.move(phaseOf(failure), printFailure(failure));
          const { state } = process.record;
          const ended = { state, endedAt: Date.now(), failure, log: end.log };
          store.updateRun({ ...row, ...ended, ...(result && { result }) });
        });
      }
      if (own && end.type !== 'failed') forget(this.#context, stageOf(own));
      this.#onEnd(job, end, since);
    });
    // The store may fail here (a full disk): the loop is told, since nobody waits for this promise.
    ended.catch(this.#onFault);
  }

  /** A member has another content: an attempt that read it may have read either. */
  noteContent(repository: number, key: string, fingerprint: Fingerprint): void {
    for (const { run } of this.#running.values()) run.noteContent(repository, key, fingerprint);
  }

  /** A file was written, perhaps with what it held before: an attempt that reads it may have read what was between. */
  noteMoved(repository: number, key: string): void {
    for (const { run } of this.#running.values()) run.noteContent(repository, key, undefined);
  }

  /** Ends what runs for a task whose definition is another now. */
  killTask(task: string): void {
    for (const [job, { run }] of this.#running) if (job.task.plan.name === task) run.kill(KILL_GRACE_MS);
  }

  /** Ends what runs of a job that a link cancels now; one of which that is not known goes on. */
  cancel(job: Job): void {
    const mark = cancelMark(this.#network, job, this.#context.resolve);
    if (mark?.type === 'cancelled') this.#running.get(job)?.run.cancel(mark.by);
  }

  /** Ends the jobs that would go on for ever. */
  killLongRunning(): void {
    for (const [job, { run }] of this.#running) if (job.task.plan.longRunning) run.kill(KILL_GRACE_MS);
  }

  killAll(): void {
    for (const { run } of this.#running.values()) run.kill(KILL_GRACE_MS);
  }
}

/** A message of the job's own may say anything. */
function masked(end: AttemptEnd, mask: Mask): AttemptEnd {
  return end.type === 'failed' ? { ...end, failure: mask.json(end.failure) } : end;
}

export function failureOf(end: Exclude<AttemptEnd, { type: 'done' }>): JobFailure {
  if (end.type === 'cancelled') return { type: 'killed', by: end.by };
  return end.type === 'failed' ? end.failure : { type: 'unsure', path: end.path };
}

/** Somebody asked for the kill, and is named. */
function withKiller(end: AttemptEnd, { record }: JobProcess): AttemptEnd {
  if (end.type !== 'failed' || end.failure.type !== 'killed' || record.wish?.kind !== 'kill') return end;
  return { ...end, failure: { type: 'killed', by: record.wish.message } };
}

/** Nobody asked for the end of the job: only its builder ends. */
function isInterrupted(end: AttemptEnd, { record }: JobProcess): boolean {
  return end.type === 'failed' && end.failure.type === 'killed' && record.wish?.kind !== 'kill';
}

/** A status is an end of the job's own; an engine fault is not; a kill or timeout is from outside. */
function phaseOf(failure: JobFailure): Phase {
  if (failure.type === 'killed') return toKilled(failure.by);
  if (failure.type === 'timeout') return toKilled(failure.type);
  if (failure.type !== 'exception' && failure.type !== 'system') return toFinished(false);
  return toExcepted({ ...NO_ERROR, name: failure.type, message: failure.message });
}

const NO_ERROR = { code: null, stack: null, cause: null, suppressed: [] } as const;
