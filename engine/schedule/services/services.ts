// The jobs of a build that are services: what starts their processes, and what the processes' readiness and ends mean for
// the jobs. Knows no process.
//
//   waiting ──wanted──▶ running (starting) ──ready──▶ succeeded ⇄ up-to-date
//                          ▲      └──ended──▶ failed ──after a pause──┐
//                          └──────────────────────────────────────────┘
import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ServiceEnd } from '../../executor/service.ts';
import type { EngineEvent } from '../../model/event.ts';
import type { JobFailure } from '../../model/failure.ts';
import { printFailure } from '../../model/print-failure.ts';
import type { Reason } from '../../model/reason.ts';
import type { PlainHold } from '../../repository/port.ts';
import type { RecordRow, RunRow } from '../../store/rows.ts';
import type { BuildContext } from '../context.ts';
import type { Endings } from '../endings.ts';
import { exitFailure } from '../attempt/inspect.ts';
import { beginAttempt, nameOf, UNSETTLED } from '../job.ts';
import type { Job } from '../job.ts';
import type { RunDecision } from '../judge.ts';
import type { Network } from '../keys/network.ts';
import type { PooledService, ServicePool } from './service-pool.ts';
import { settle } from '../keys/settle.ts';
import { streamFiles } from '../attempt/stream-files.ts';
import { nameParts } from '../summary.ts';
import { Timers } from '../queue/timers.ts';

const READY_MS = 300_000;
/** One that stood so long has not failed in a row. */
const STEADY_MS = 60_000;
const LONGEST_PAUSE_MS = 30_000;

export interface ServicePorts {
  readonly context: BuildContext;
  readonly network: Network;
  readonly pool: ServicePool;
  readonly emit: (event: EngineEvent) => void;
  readonly endings: Endings;
  readonly onFault: (error: unknown) => void;
  /** Something is to be looked at. */
  readonly wake: () => void;
}

export class Services implements Disposable {
  readonly #ports: ServicePorts;
  readonly #timers = new Timers();
  /** By run, what keeps its unpacked inputs where they are. */
  readonly #holds = new Map<number, PlainHold>();
  /** What each was last started from, as a record. */
  readonly #started = new Map<Job, RecordRow>();

  constructor(ports: ServicePorts) {
    this.#ports = ports;
    const guarded = <T extends unknown[]>(action: (...args: T) => void): ((...args: T) => void) => {
      return (...args) => {
        try {
          action(...args);
        } catch (error) {
          ports.onFault(error);
        }
        ports.wake();
      };
    };
    ports.pool.listener = {
      onReady: guarded((service) => this.#ready(service)),
      onFailed: guarded((service, end) => this.#failed(service, end)),
      onStopped: guarded((service) => this.#ended(service, 'stopped', '')),
    };
  }

  /** How many are on their way to be ready. */
  get starting(): number {
    let count = 0;
    for (const task of this.#ports.network.tasks.values())
      if (task.plan.service) count += task.counts.running;
    return count;
  }

  /** A service job that is to run: a process that was started from just that is taken up. */
  start(job: Job, decision: RunDecision): void {
    const { network, pool } = this.#ports;
    const name = nameOf(job);
    const now = pool.get(name);
    const { inputs, reasons, service } = decision;
    const fingerprint = service?.outputs[0]?.fingerprint ?? '';
    const isUnderWay = now?.fingerprint === fingerprint && !now.isReady && !job.again;
    if (!job.again) pool.forgetFailures(name);
    beginAttempt(job);
    if (service) this.#started.set(job, service);
    if (job.state !== 'running') network.moveTo(job, 'running');
    if (!isUnderWay) this.#launch(job, inputs, reasons[0], fingerprint).catch(this.#ports.onFault);
  }

  /** Between rounds: what runs for a job that is not there any more ends. */
  sweep(): void {
    const kept = new Set<string>();
    for (const task of this.#ports.network.tasks.values()) {
      if (!task.plan.service) continue;
      for (const job of task.jobs.values()) if (job.state !== 'not-ready') kept.add(nameOf(job));
    }
    for (const { name } of this.#ports.pool.all()) if (!kept.has(name)) this.#ports.pool.stop(name);
  }

  [Symbol.dispose](): void {
    this.#timers.clear();
  }

  async #launch(job: Job, inputs: RunDecision['inputs'], reason: Reason, fingerprint: string): Promise<void> {
    const { context, pool } = this.#ports;
    const service = { name: nameOf(job), fingerprint, run: this.#addRun(job, reason) };
    const fail = (message: string): void => {
      this.#failed(service, { type: 'not-ready', message });
      this.#ports.wake();
    };
    const unpacked = await context.unpack?.(inputs.links);
    if (unpacked?.ok === false) return fail(unpacked.error.message);
    if (unpacked) this.#holds.set(service.run.id, unpacked.value);
    const log = resolve(context.root, service.run.log);
    const places = {
      log,
      depfile: '',
      emitted: '/dev/null',
      listFile: (index: number) => `${log}.list-${index}`,
    };
    const work = context.renderer.render(job, inputs.links, [], places, context.jobEnv);
    if (!work.ok) return fail(printFailure(work.error));
    this.#say(service, 'starting', pool.get(service.name) ? 'anew' : '');
    pool.start(service, {
      work: { ...work.value, ...streamFiles(inputs.links, [], [], context) },
      ready: job.task.plan.service!,
      readyMs: job.task.plan.timeoutMs ?? READY_MS,
    });
  }

  #addRun(job: Job, reason: Reason): RunRow {
    const { context } = this.#ports;
    const row = {
      ...nameParts(job),
      attempt: job.attempts - job.before,
      state: 'running',
      successful: false,
      startedAt: Date.now(),
      endedAt: 0,
      reason,
      log: '',
    } as const;
    const id = context.store.addRun(row);
    // Its log can be read while it runs.
    const run = { ...row, id, log: `${context.state}/logs/${id}.log` };
    context.store.updateRun(run);
    return run;
  }

  #ready(service: PooledService): void {
    const { context, network } = this.#ports;
    this.#say(service, 'ready', '');
    const job = this.#jobOf(service);
    if (!job) return;
    if (job.state === 'running') {
      settle(network, context, job, this.#started.get(job));
      network.moveTo(job, 'succeeded');
    }
    // What changed meanwhile is a reason to start it again.
    network.touch(job);
  }

  #failed(service: PooledService, end: Exclude<ServiceEnd, { type: 'stopped' }>): void {
    const { pool, network, endings } = this.#ports;
    const job = this.#jobOf(service);
    const failure = failureOf(end, job);
    if (Date.now() - service.run.startedAt > STEADY_MS) pool.forgetFailures(service.name);
    const times = pool.failedAgain(service.name);
    const { attempts, backoffMs, maxBackoffMs } = job?.task.plan.retry ?? NO_RETRY;
    const pause = Math.min(backoffMs * 2 ** (times - 1), maxBackoffMs, LONGEST_PAUSE_MS);
    const isTriedAgain = job !== undefined && (pool.keepsAll || times < attempts);
    this.#ended(service, 'failed', isTriedAgain ? `again in ${pause / 1000} s` : '', failure);
    if (!job) return;
    if (isTriedAgain && !pool.keepsAll) {
      job.again = true;
      endings.retry(job, pause);
      return;
    }
    job.failedOn = UNSETTLED;
    endings.fail(job, failure, service.run.log);
    network.touch(job);
    if (!isTriedAgain) return;
    this.#timers.after(pause, () => {
      if (job.removed || job.state !== 'failed') return;
      job.again = true;
      network.touch(job);
      this.#ports.wake();
    });
  }

  /** Keeps the end of a run, and lets go of what it held. */
  #ended(service: PooledService, what: 'failed' | 'stopped', detail: string, failure?: JobFailure): void {
    const { context } = this.#ports;
    const { run } = service;
    this.#holds.get(run.id)?.release();
    this.#holds.delete(run.id);
    const end = failure
      ? ({ state: 'excepted', successful: false, failure } as const)
      : ({ state: 'finished', successful: true } as const);
    context.store.updateRun({ ...run, ...end, endedAt: Date.now() });
    rmSync(resolve(context.root, `${run.log}.list-0`), { force: true });
    this.#say(service, what, failure ? [printFailure(failure), detail].filter(Boolean).join(', ') : detail);
  }

  #jobOf({ run }: PooledService): Job | undefined {
    for (const task of this.#ports.network.tasks.values())
      if (task.plan.name === run.task) return task.jobs.get(run.key);
    return undefined;
  }

  #say({ run }: PooledService, what: Said['what'], detail: string): void {
    const time = Date.now();
    const { task, key, log } = run;
    const durationMs = time - run.startedAt;
    this.#ports.emit({ type: 'service', time, job: { task, key }, what, detail, durationMs, log });
  }
}

type Said = Extract<EngineEvent, { type: 'service' }>;

function failureOf(end: Exclude<ServiceEnd, { type: 'stopped' }>, job: Job | undefined): JobFailure {
  if (end.type === 'not-ready') return { type: 'system', code: 'not-ready', message: end.message };
  const message = 'ended with status 0, and a service should stay';
  return (
    exitFailure(end.exit, job?.task.plan ?? { exitCodes: {} }) ?? {
      type: 'system',
      code: 'service-ended',
      message,
    }
  );
}

const NO_RETRY = { attempts: 1, backoffMs: 0, maxBackoffMs: 0 };
