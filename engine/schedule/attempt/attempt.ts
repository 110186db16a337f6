// One attempt of a job, from its rendered text to its committed outputs. Knows no other job and decides nothing about
// what runs next.
//
//   planned ─▶ rendered ─▶ run ─▶ checked (status, outputs, inputs unmoved, discovered) ─▶ committed
import { faultPoint } from '../../base/fault-point.ts';
import { ok } from '../../base/result.ts';
import { span } from '../../base/span.ts';
import type { JobFailure } from '../../model/failure.ts';
import { printFailure } from '../../model/print-failure.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { PlainHold } from '../../repository/port.ts';
import { isDamage } from '../../store/database.ts';
import { StateGone } from '../../store/state-guard.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { Attempt, AttemptEnd } from './attempt-end.ts';
import { notUnpacked, systemFailure } from './attempt-failure.ts';
import { clearPlaces, keepLog, planPlaces } from './attempt-process.ts';
import type { Places } from './attempt-process.ts';
import { AttemptProcesses } from './attempt-processes.ts';
import { conclude } from './conclude.ts';
import type { BuildContext } from '../context.ts';
import { Emissions } from './emissions.ts';
import { settleEmitted } from './emitted-records.ts';
import { fillRecords } from './fill-records.ts';
import { holdsOther } from './holds-other.ts';
import { exitFailure } from './inspect.ts';
import type { Network } from '../keys/network.ts';
import type { OutputSlot } from './output-slot.ts';
import { needsPacking, packOutputs } from './pack-outputs.ts';
import { placeOutside, strayInTheWay } from './refused-place.ts';
import { showStatus } from '../keys/settle.ts';
import { openStage } from '../steps/start-steps.ts';
import { StepsRun } from '../steps/steps-run.ts';
import { removeLive, writeLive, writeStatus } from './status-links.ts';
import type { StatusSlot } from './status-links.ts';

const RESTART_GRACE_MS = 2000;
const CANCEL_GRACE_MS = 5000;

export class AttemptRun {
  readonly end: Promise<AttemptEnd>;
  readonly processes: AttemptProcesses;
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #attempt: Attempt;
  #cancelledBy: string | undefined;
  /** An input that changed while the job ran. */
  #moved: string | undefined;
  /** Moves that were noticed before it started. */
  readonly #since: number;

  constructor(context: BuildContext, network: Network, attempt: Attempt) {
    this.#context = context;
    this.#network = network;
    this.#attempt = attempt;
    this.#since = context.stats.moves;
    this.processes = new AttemptProcesses(context, network, attempt.job, attempt.inputs.links, attempt.steps);
    this.end = this.#go();
  }

  kill(graceMs: number): void {
    this.processes.kill(graceMs);
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
    const { job, slot, steps } = this.#attempt;
    const { root, mask, guard, store } = this.#context;
    let places: Places | undefined;
    let hold: PlainHold | undefined;
    let phase = span('prepare', slot + 1);
    try {
      guard.check();
      places = planPlaces(this.#context, this.#network, job, steps ? openStage(this.#context, steps) : slot);
      const { outputs, status } = places;
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
      using emissions = new Emissions(
        places.emitted,
        job.task.plan.emits,
        this.#attempt.onOutput,
        steps?.start.from !== undefined,
      );
      const ran = await this.processes.run(
        places,
        (startedAt, executor) => {
          if (writeLive(status, { startedAt, executor, attempt: job.attempts - job.before }, root))
            showStatus(this.#network, this.#context, job);
          this.#forgetInPlace(outputs);
          faultPoint('job-before-start');
          phase = phase.next('run');
        },
        () => this.#attempt.onRunning?.(),
      );
      if (!ran.ok) return this.#unstarted(ran.error, status);
      guard.check();
      faultPoint('job-ended');
      phase = phase.next('commit');
      const { first, exit } = ran.value;
      const { startedAt, executor } = first;
      const log = keepLog(this.#context, first.log, this.#attempt.runId);
      const { running } = first;
      if (running instanceof StepsRun && running.failure)
        return { type: 'failed', failure: running.failure, log };
      const emitted = await settleEmitted(emissions, job.task.plan, outputs, exit, root);
      const isWhole = exit.type === 'exit' || exitFailure(exit, job.task.plan) === undefined;
      if (first.values.size > 0 && isWhole) fillRecords(outputs, first.values, root);
      const packed = needsPacking(outputs) && isWhole ? await packOutputs(outputs, root) : ok(outputs);
      const end = conclude(
        this.#attempt,
        {
          exit,
          outputs,
          packed,
          emitted,
          log,
          depfile: first.depfile,
          startedAt: first.fileSystemTime,
          moved: this.#moved,
          since: { time: startedAt, moves: this.#since },
          cancelledBy: this.#cancelledBy,
        },
        this.#context,
        this.#network,
      );
      const { type } = end;
      const success = type === 'done';
      const replicas = this.processes.count;
      const facts = { exit, success, startedAt, endedAt: Date.now(), executor, log, replicas };
      // Whoever sees the status finds the record too.
      if (status.length > 0) store.flush();
      if (type !== 'unsure') writeStatus(status, { ...facts, cancelled: type === 'cancelled' }, root, mask);
      return end;
    } catch (error) {
      // That the state is damaged or gone is nothing of the job's: the build begins anew with another, or ends.
      if (isDamage(error) || error instanceof StateGone) throw error;
      return { type: 'failed', failure: systemFailure(error), log: '' };
    } finally {
      hold?.release();
      phase[Symbol.dispose]();
      if (places) {
        removeLive(places.status, root);
        // What steps made stays for those that come after, as long as it is kept.
        if (!steps) clearPlaces(this.#context, places);
      }
      this.processes.clear();
    }
  }

  /** It never came to run: its status says so all the same. */
  #unstarted(failure: JobFailure, status: readonly StatusSlot[]): AttemptEnd {
    const { root, mask } = this.#context;
    const { action } = this.#attempt.job.task.plan;
    const executor = action.type === 'function' || action.type === 'tube' ? action.type : 'local';
    const now = Date.now();
    const exit = { type: 'exception', message: printFailure(failure) } as const;
    const facts = { exit, success: false, cancelled: false, startedAt: now, endedAt: now, executor, log: '' };
    writeStatus(status, { ...facts, replicas: 1 }, root, mask);
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
}
