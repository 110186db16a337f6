// One attempt of a job, from its rendered text to its committed outputs. Knows no other job and decides nothing about
// what runs next.
//
//   planned ─▶ rendered ─▶ run ─▶ checked (status, outputs, inputs unmoved, discovered) ─▶ committed
import { renameSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultPoint } from '../base/fault-point.ts';
import { ok } from '../base/result.ts';
import { span } from '../base/span.ts';
import type { Running } from '../executor/port.ts';
import { executorKind } from '../executor/port.ts';
import type { JobFailure } from '../model/failure.ts';
import { printFailure } from '../model/print-failure.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { PlainHold, RepositoryFailure } from '../repository/port.ts';
import type { RecordRow } from '../store/rows.ts';
import type { Attempt, AttemptEnd } from './attempt-end.ts';
import { conclude } from './conclude.ts';
import type { BuildContext } from './context.ts';
import { Emissions } from './emissions.ts';
import { settleEmitted } from './emitted-records.ts';
import { fillRecords } from './fill-records.ts';
import { holdsOther } from './holds-other.ts';
import { timeOfNewFile } from './inspect.ts';
import type { Network } from './network.ts';
import type { OutputSlot } from './output-slot.ts';
import { planOutputs } from './outputs.ts';
import { needsPacking, packOutputs } from './pack-outputs.ts';
import { placeOutside, strayInTheWay } from './refused-place.ts';
import { showStatus } from './settle.ts';
import { ownStatus, planStatus, removeLive, writeLive, writeStatus } from './status-links.ts';
import type { StatusSlot } from './status-links.ts';
import { streamFiles } from './stream-files.ts';

const RESTART_GRACE_MS = 2000;
const CANCEL_GRACE_MS = 5000;

export class AttemptRun {
  readonly end: Promise<AttemptEnd>;
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #attempt: Attempt;
  #running: Running | undefined;
  #killed: number | undefined;
  #cancelledBy: string | undefined;
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

  cancel(by: string): void {
    if (this.#cancelledBy !== undefined) return;
    this.#cancelledBy = by;
    this.kill(CANCEL_GRACE_MS);
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
      const outside = placeOutside(
        [...known, ...status].map(({ real }) => real),
        this.#context,
      );
      if (outside) return { type: 'failed', failure: outside, log: '' };
      const stray = this.#strayInTheWay(
        known.map(({ link, real }) => ({ link: link.plan.name, path: real })),
      );
      if (stray) return this.#unstarted(stray, status);
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
        emitted: resolve(root, stage.pathFor(slot, '.pipe-out')),
        listFile: (index: number) => resolve(root, stage.pathFor(slot, `.list-${index}`)),
      };
      const { renderer, jobEnv } = this.#context;
      const { links } = this.#attempt.inputs;
      const named = [...outputs, ...ownStatus(status)];
      const work = renderer.render(job, links, named, places, jobEnv);
      if (!work.ok) return this.#unstarted(work.error, status);
      const values = renderer.recordValues(job, links, named, places);
      if (!values.ok) return this.#unstarted(values.error, status);
      using emissions = new Emissions(places.emitted, job.task.plan.emits, this.#attempt.onOutput);
      const streams = streamFiles(links, outputs, status, this.#context, job.task.plan.joinsStreams);
      const startedAt = Date.now();
      const executor = executorKind(work.value);
      if (writeLive(status, { startedAt, executor, attempt: job.attempts - job.before }, root))
        showStatus(this.#network, this.#context, job);
      this.#forgetInPlace(outputs);
      faultPoint('job-before-start');
      phase = phase.next('run');
      this.#running = this.#context.executorFor(work.value).run({ ...work.value, ...streams });
      if (this.#killed !== undefined) this.#running.kill(this.#killed);
      const exit = await this.#running.exit;
      faultPoint('job-ended');
      phase = phase.next('commit');
      const log = this.#keepLog(slotLog);
      const emitted = await settleEmitted(emissions, job.task.plan, outputs, exit, root);
      if (values.value.size > 0 && exit.type === 'exit') fillRecords(outputs, values.value, root);
      const packed =
        needsPacking(outputs) && exit.type === 'exit' ? await packOutputs(outputs, root) : ok(outputs);
      const end = conclude(
        this.#attempt,
        {
          exit,
          outputs,
          packed,
          emitted,
          log,
          depfile,
          startedAt: fileSystemNow,
          moved: this.#moved,
          cancelledBy: this.#cancelledBy,
        },
        this.#context,
        this.#network,
      );
      const { type } = end;
      const facts = { exit, success: type === 'done', startedAt, endedAt: Date.now(), executor, log };
      if (type !== 'unsure') writeStatus(status, { ...facts, cancelled: type === 'cancelled' }, root);
      return end;
    } catch (error) {
      return { type: 'failed', failure: systemFailure(error), log: '' };
    } finally {
      hold?.release();
      phase[Symbol.dispose]();
      removeLive(status, root);
      const staged = outputs.filter((output) => output.staged !== output.real).map((output) => output.staged);
      stage.clear([...staged, ...status.map((each) => each.staged)]);
    }
  }

  /** It never came to run: its status says so all the same. */
  #unstarted(failure: JobFailure, status: readonly StatusSlot[]): AttemptEnd {
    const { root } = this.#context;
    const { action } = this.#attempt.job.task.plan;
    const executor = action.type === 'function' || action.type === 'tube' ? action.type : 'local';
    const now = Date.now();
    const exit = { type: 'exception', message: printFailure(failure) } as const;
    const facts = { exit, success: false, cancelled: false, startedAt: now, endedAt: now, executor, log: '' };
    writeStatus(status, facts, root);
    return { type: 'failed', failure, log: '' };
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
