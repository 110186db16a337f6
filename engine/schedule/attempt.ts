// One attempt of a job, from its rendered text to its committed outputs. Knows no other job and decides nothing about
// what runs next.
//
//   planned ─▶ rendered ─▶ run ─▶ checked (status, outputs, inputs unmoved, discovered) ─▶ committed
import { readFileSync, renameSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultPoint } from '../base/fault-point.ts';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { span } from '../base/span.ts';
import type { Exit, Running } from '../executor/port.ts';
import { executorKind } from '../executor/port.ts';
import { printInputs } from '../freshness/inputs.ts';
import type { Definition } from '../freshness/definition.ts';
import type { JobFailure } from '../model/failure.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { PlainHold, RepositoryFailure } from '../repository/port.ts';
import type { RecordRow, RunResult } from '../store/rows.ts';
import type { BuildContext } from './context.ts';
import { commit } from './commit.ts';
import { acceptedExit, codeFor, discoveredFiles, exitFailure, movedInput, timeOfNewFile } from './inspect.ts';
import type { Job } from './job.ts';
import type { Network } from './network.ts';
import { collectOutputs, planOutputs } from './outputs.ts';
import type { OutputSlot } from './outputs.ts';
import { needsPacking, packOutputs, rememberPacked } from './pack-outputs.ts';
import { placeOutside, strayInTheWay } from './refused-place.ts';
import { holdsOther } from './holds-other.ts';
import type { Resolution } from './resolve.ts';
import { streamFiles } from './stream-files.ts';
import { planStatus, writeStatus } from './status-links.ts';
import type { StatusSlot } from './status-links.ts';

export type AttemptEnd =
  | {
      readonly type: 'done';
      readonly record: RecordRow;
      readonly changed: boolean;
      readonly log: string;
      readonly result: RunResult;
    }
  /** With `failure_ok` a job that exits with a status keeps what it made: `record` lists it, and is of no success. */
  | {
      readonly type: 'failed';
      readonly failure: JobFailure;
      readonly log: string;
      readonly record?: RecordRow;
    }
  /** An input moved while the job ran: nothing was committed. */
  | { readonly type: 'unsure'; readonly path: string; readonly log: string; readonly restarted?: boolean };

const RESTART_GRACE_MS = 2000;

export interface Attempt {
  readonly job: Job;
  readonly inputs: Extract<Resolution, { type: 'ready' }>;
  readonly definition: Definition;
  /** Number of the slot, from 0. */
  readonly slot: number;
  readonly runId: number;
  /** Called in the transaction that writes the record. */
  readonly onCommit: (log: string, result: RunResult) => void;
  readonly isClaimed: (path: string) => boolean;
}

export class AttemptRun {
  readonly end: Promise<AttemptEnd>;
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #attempt: Attempt;
  #running: Running | undefined;
  #killed: number | undefined;
  /** An input that changed while the job ran. */
  #moved: string | undefined;

  constructor(context: BuildContext, network: Network, attempt: Attempt) {
    this.#context = context;
    this.#network = network;
    this.#attempt = attempt;
    this.end = this.#go();
  }

  kill(graceMs: number): void {
    this.#killed = graceMs;
    this.#running?.kill(graceMs);
  }

  /** Whether a pause can take effect before its end. */
  get hasSteps(): boolean {
    return false;
  }

  /** Resolves with whether it is paused. */
  pauseBetweenSteps(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Stops its processes where they stand; false where there is none to stop. */
  suspend(): boolean {
    return this.#running?.suspend() ?? false;
  }

  play(): void {
    this.#running?.resume();
  }

  /** A member is another now than when the job was started, if it was read at all; `undefined`: it was written. */
  noteContent(repository: number, key: string, fingerprint: Fingerprint | undefined): void {
    const { job, inputs } = this.#attempt;
    if (this.#moved !== undefined || !holdsOther(inputs, repository, key, fingerprint)) return;
    this.#moved = this.#context.patterns.get(repository)?.format(key) ?? key;
    if (job.task.plan.onChange === 'restart') this.kill(RESTART_GRACE_MS);
  }

  async #go(): Promise<AttemptEnd> {
    const { job, slot } = this.#attempt;
    const { root, stage, paths } = this.#context;
    let outputs: OutputSlot[] = [];
    let status: StatusSlot[] = [];
    let hold: PlainHold | undefined;
    let phase = span('prepare', slot + 1);
    try {
      outputs = planOutputs(this.#network, job, stage, slot, paths);
      status = planStatus(this.#network, job, stage, slot, paths);
      const known = outputs.filter(({ shape }) => shape === 'one');
      const refused =
        placeOutside(
          [...known, ...status].map(({ real }) => real),
          this.#context,
        ) ?? this.#strayInTheWay(known.map(({ link, real }) => ({ link: link.plan.name, path: real })));
      if (refused) return { type: 'failed', failure: refused, log: '' };
      if (this.#context.unpack) {
        const unpacked = await this.#context.unpack(this.#attempt.inputs.links);
        if (!unpacked.ok) return notUnpacked(unpacked.error);
        hold = unpacked.value;
      }
      const slotLog = `${this.#context.state}/logs/slot-${slot}`;
      const depfile =
        job.task.plan.depfile === 'none' ? undefined : resolve(root, stage.pathFor(slot, '.depfile'));
      const fileSystemNow = depfile ? timeOfNewFile(depfile) : 0;
      const places = {
        log: resolve(root, slotLog),
        depfile: depfile ?? '',
        listFile: (index: number) => resolve(root, stage.pathFor(slot, `.list-${index}`)),
      };
      const work = this.#context.renderer.render(
        job,
        this.#attempt.inputs.links,
        outputs,
        places,
        this.#context.jobEnv,
      );
      if (!work.ok) return { type: 'failed', failure: work.error, log: '' };
      const streams = streamFiles(this.#attempt.inputs.links, outputs, status, this.#context);
      const startedAt = Date.now();
      this.#forgetInPlace(outputs);
      faultPoint('job-before-start');
      phase = phase.next('run');
      this.#running = this.#context.executorFor(work.value).run({ ...work.value, ...streams });
      if (this.#killed !== undefined) this.#running.kill(this.#killed);
      const exit = await this.#running.exit;
      faultPoint('job-ended');
      phase = phase.next('commit');
      const log = this.#keepLog(slotLog);
      const packed =
        needsPacking(outputs) && exit.type === 'exit' ? await packOutputs(outputs, root) : ok(outputs);
      const end = this.#finish(exit, outputs, packed, log, depfile, fileSystemNow);
      const executor = executorKind(work.value);
      const facts = { exit, success: end.type === 'done', startedAt, endedAt: Date.now(), executor, log };
      if (end.type !== 'unsure') writeStatus(status, facts, root);
      return end;
    } catch (error) {
      return { type: 'failed', failure: systemFailure(error), log: '' };
    } finally {
      hold?.release();
      phase[Symbol.dispose]();
      const staged = outputs.filter((output) => output.staged !== output.real).map((output) => output.staged);
      stage.clear([...staged, ...status.map((each) => each.staged)]);
    }
  }

  #finish(
    exit: Exit,
    outputs: readonly OutputSlot[],
    packed: Result<readonly OutputSlot[], JobFailure>,
    log: string,
    depfile: string | undefined,
    startedAt: number,
  ): AttemptEnd {
    const { job, definition, inputs } = this.#attempt;
    const { exitCodes } = job.task.plan;
    const failure = exitFailure(exit, exitCodes);
    const isReusable = codeFor(exit, exitCodes)?.invalidatesCache !== true;
    if (failure?.type === 'killed' && this.#moved !== undefined)
      return { type: 'unsure', path: this.#moved, log, restarted: true };
    if (failure?.type === 'killed') return { type: 'failed', failure, log };
    // What a job did while an input moved says nothing, be it a success or a failure.
    const moved = this.#moved ?? movedInput(inputs.links, this.#context, this.#network);
    if (moved !== undefined) return { type: 'unsure', path: moved, log };
    const isTolerated = failure?.type === 'exit' && job.task.plan.failureOk;
    if (failure && !isTolerated) return { type: 'failed', failure, log };
    if (!packed.ok) return { type: 'failed', failure: packed.error, log };
    const made = collectOutputs(
      job,
      packed.value,
      this.#context.stats,
      isTolerated ? 'what-there-is' : 'all',
    );
    if (!made.ok) return { type: 'failed', failure: made.error, log };
    const stray = this.#strayInTheWay(made.value);
    if (stray) return { type: 'failed', failure: stray, log };
    const discovered = depfile
      ? discoveredFiles(depfile, job.task.plan, outputs, inputs.links, startedAt, this.#context)
      : ok({ type: 'files' as const, text: '' });
    if (!discovered.ok) return { type: 'failed', failure: discovered.error, log };
    if (discovered.value.type === 'unsure') return { ...discovered.value, log };
    const record: RecordRow = {
      key: job.key,
      state: failure ? 'committing' : isReusable ? 'done' : 'spent',
      definition: definition.digest,
      inputs: printInputs(inputs.inputs),
      discovered: discovered.value.text,
      outputs: made.value.map(({ link, key, path, fingerprint }) => ({ link, key, path, fingerprint })),
    };
    const accepted = acceptedExit(exit, exitCodes);
    const result = accepted ? { exit: accepted } : {};
    const texts = new Map<string, string>([[definition.digest, JSON.stringify(definition.parts)]]);
    for (const input of inputs.inputs) if (input.type === 'set') texts.set(input.set.digest, input.set.text);
    const committed = commit(
      { task: job.task.plan.name, before: job.task.records.get(job.key), record, made: made.value, texts },
      {
        root: this.#context.root,
        store: this.#context.store,
        stats: this.#context.stats,
        stage: this.#context.stage,
        inPlace: (output) => this.#context.outputNow({ ...output, fingerprint: '' }),
        isClaimed: this.#attempt.isClaimed,
        checkPlace: this.#context.checkPlace,
        writeMember: (link, key, staged) => this.#writeMember(link, key, staged),
        alongside: () => (failure ? undefined : this.#attempt.onCommit(log, result)),
      },
    );
    if (!committed.ok) return { type: 'failed', failure: committed.error, log };
    if (packed.value !== outputs) rememberPacked(packed.value, record);
    if (failure) return { type: 'failed', failure, log, record };
    return { type: 'done', record, changed: committed.value.changed, log, result };
  }

  /** A job that writes in place may leave its outputs half done: its record goes before it starts. */
  #forgetInPlace(outputs: readonly OutputSlot[]): void {
    const { job } = this.#attempt;
    const record = job.task.records.get(job.key);
    if (!record || !outputs.some((output) => output.staged === output.real)) return;
    const forgotten: RecordRow = { ...record, state: 'committing' };
    this.#context.store.putRecord(job.task.plan.name, forgotten);
    job.task.records.set(job.key, forgotten);
  }

  #writeMember(link: string, key: string, staged: string): Result<void, JobFailure> {
    const { repository } = this.#attempt.job.task.plan.links.find((each) => each.name === link)!;
    const written = this.#context.repositories.get(repository)!.write(key, readFileSync(staged));
    if (written instanceof Promise) throw new Error('a memory repository answers at once');
    return written.ok
      ? written
      : { ok: false, error: { type: 'invalid-output', link, path: key, message: written.error.message } };
  }

  #strayInTheWay(
    outputs: readonly { readonly link: string; readonly path: string }[],
  ): JobFailure | undefined {
    return strayInTheWay(outputs, this.#attempt.job, this.#network, this.#context.root);
  }

  /** Moves the slot's log to the run's own name; one that is empty goes. */
  #keepLog(slotLog: string): string {
    const from = resolve(this.#context.root, slotLog);
    const size = statSync(from, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0) return '';
    const log = `${this.#context.state}/logs/${this.#attempt.runId}.log`;
    renameSync(from, resolve(this.#context.root, log));
    return log;
  }
}

/** A packed member that changed before the job could read it is an input that moved. */
function notUnpacked({ code, message, path }: RepositoryFailure): AttemptEnd {
  if (code === 'changing' && path !== undefined) return { type: 'unsure', path, log: '' };
  const failure: JobFailure = { type: 'system', code, message, ...(path === undefined ? {} : { path }) };
  return { type: 'failed', failure, log: '' };
}

function systemFailure(error: unknown): JobFailure {
  const { code, message, path, stack } = error as NodeJS.ErrnoException;
  if (code === undefined) return { type: 'exception', message, ...(stack ? { stack } : {}) };
  return { type: 'system', code, message, ...(path ? { path } : {}) };
}
