// A job in steps while it runs: one step after another, each kept with its context when it has ended, so that another pipe
// goes on at the step. Pauses between steps, kills and suspends the step that runs. Knows no links and no outputs.
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultPoint } from '../../base/fault-point.ts';
import { PausableTimer } from '../../base/pausable-timer.ts';
import type { Result } from '../../base/result.ts';
import type { Exit, Running, Work } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import { printFailure } from '../../model/print-failure.ts';
import type { JobName } from '../../model/job.ts';
import type { StepPlan } from '../../model/steps.ts';
import type { Bundle } from '../../process/bundle.ts';
import { decidePlay, decideWish } from '../../process/control.ts';
import { isTerminal, toFinished, toKilled, toRunning, toWaiting } from '../../process/machine.ts';
import type { JobProcessPorts } from '../attempt/job-process.ts';
import { JobProcess } from '../attempt/job-process.ts';
import type { StepRender } from '../attempt/render-ports.ts';
import { StepFrame } from './step-frame.ts';
import { childScope, contextOf, launchValues } from './step-values.ts';
import type { Fault, StepScope } from './step-values.ts';

export interface StepsPorts extends JobProcessPorts {
  readonly job: JobName;
  readonly process: JobProcess;
  readonly steps: readonly StepPlan[];
  /** Of definition and inputs: what was kept under another counts no more. */
  readonly digest: string;
  /** The stage that its steps share, by name, and in it a folder for its own use: as templates name it, and absolute. */
  readonly stage: string;
  readonly work: { readonly shown: string; readonly absolute: string };
  /** Absolute folder that paths in templates are relative to. */
  readonly cwd: string;
  /** Absolute path of the log of all steps, and of the one of the step that runs. */
  readonly log: string;
  readonly stepLog: string;
  readonly scope: StepScope;
  readonly timeoutMs: number | undefined;
  readonly render: (step: StepRender) => Result<Work, JobFailure>;
  readonly start: (work: Work) => Running;
  readonly checkpointOf: (pid: string) => Bundle | undefined;
  readonly fault: Fault;
}

type Ending = Extract<Exit, { type: 'killed' | 'timeout' }>;
type StepEnd = Exit | { readonly type: 'failed'; readonly failure: JobFailure };

const TIMEOUT_GRACE_MS = 5000;

export class StepsRun implements Running {
  readonly exit: Promise<Exit>;
  /** Set where a step could not even be started, or left what is no context. */
  failure: JobFailure | undefined;
  readonly #ports: StepsPorts;
  readonly #timer: PausableTimer | undefined;
  #running: Running | undefined;
  #ending: Ending | undefined;
  #graceMs = 0;
  #pausers: ((paused: boolean) => void)[] = [];
  #wake: (() => void) | undefined;

  /** `from` is a checkpoint of the same digest, of this process or of one that failed. */
  constructor(ports: StepsPorts, from: Bundle | undefined) {
    this.#ports = ports;
    const { timeoutMs } = ports;
    if (timeoutMs !== undefined)
      this.#timer = new PausableTimer(timeoutMs, () =>
        this.#end({ type: 'timeout', afterMs: timeoutMs }, TIMEOUT_GRACE_MS),
      );
    this.exit = this.#run(from);
  }

  kill(graceMs: number): void {
    this.#end({ type: 'killed' }, graceMs);
  }

  /** The step that runs; what waits between steps stands anyway. */
  suspend(): boolean {
    if (!this.#running?.suspend()) return false;
    this.#timer?.pause();
    return true;
  }

  resume(): void {
    this.#running?.resume();
    this.#timer?.resume();
    this.#wake?.();
  }

  /** Resolves with whether it is paused, when the step that runs has ended. */
  pauseBetweenSteps(): Promise<boolean> {
    return new Promise((resolve) => this.#pausers.push(resolve));
  }

  #end(ending: Ending, graceMs: number): void {
    this.#ending ??= ending;
    this.#graceMs = graceMs;
    this.#running?.kill(graceMs);
    this.#wake?.();
  }

  async #run(from: Bundle | undefined): Promise<Exit> {
    const { process, steps, scope, log } = this.#ports;
    mkdirSync(this.#ports.work.absolute, { recursive: true });
    if (from === undefined) rmSync(log, { force: true });
    const frame = new StepFrame({ ...this.#ports, parent: null, name: null, steps, scope });
    frame.process = process;
    try {
      frame.restore(from);
      process.keepWith(frame.kept);
      if (process.record.paused) {
        const played = decidePlay(process.record);
        if (played.act === 'play') process.put(played.record);
      }
      if (from === undefined) process.keep();
      else process.move(toRunning(), `goes on at ${frame.at}`);
      const end = await this.#walk(frame);
      if (end.type !== 'failed') return this.#ending ?? end;
      this.failure = end.failure;
      return this.#ending ?? { type: 'exception', message: printFailure(end.failure) };
    } finally {
      this.#timer?.[Symbol.dispose]();
      for (const tell of this.#pausers.splice(0)) tell(false);
    }
  }

  async #walk(frame: StepFrame): Promise<StepEnd> {
    for (;;) {
      await this.#pausePoint();
      if (this.#ending) return this.#ending;
      const { step } = frame;
      if (step === undefined) return SUCCESS;
      if (step.kind === 'return') return { type: 'exit', status: step.status };
      const end =
        step.kind === 'act'
          ? await this.#act(frame, step.name, step.action)
          : await this.#launch(frame, step);
      if (end.type === 'failed' || end.type !== 'exit' || end.status !== 0) return end;
    }
  }

  async #act(frame: StepFrame, name: string, action: StepRender['action']): Promise<StepEnd> {
    const file = join(this.#ports.work.absolute, '.ctx.jsonl');
    const folder = join(this.#ports.work.absolute, `.process-${frame.process.pid}-${frame.serial}`);
    writeFileSync(file, '');
    const { scope, argument } = frame.scope;
    const work = this.#ports.render({
      action,
      scope: (own) => ({ ...scope(own), ctx: frame.context, work: frame.workPath }),
      context: { values: frame.context, file, folder },
      ...(argument && { argument }),
    });
    if (!work.ok) return { type: 'failed', failure: work.error };
    faultPoint('step-starts');
    this.#running = this.#ports.start({ ...work.value, log: this.#ports.stepLog });
    if (this.#ending) this.#running.kill(this.#graceMs);
    const exit = await this.#running.exit;
    this.#running = undefined;
    faultPoint('step-ended');
    this.#keepLog(frame.at);
    if (exit.type !== 'exit' || exit.status !== 0 || this.#ending) return this.#ending ?? exit;
    const left = contextOf(readFileSync(file));
    if (!left.ok)
      return { type: 'failed', failure: { type: 'render', message: `step ${frame.at} ${left.error}` } };
    frame.advance({ ...frame.context, ...left.value });
    frame.process.move(toRunning(), `${name} ended; at ${frame.at}`);
    rmSync(folder, { recursive: true, force: true });
    faultPoint('step-kept');
    return exit;
  }

  /** Runs a child to its end; one that a dead pipe left is gone on with, or asked for what it left. */
  async #launch(frame: StepFrame, step: Extract<StepPlan, { kind: 'launch' }>): Promise<StepEnd> {
    const { process } = frame;
    const earlier = frame.child === null ? undefined : this.#ports.checkpointOf(frame.child);
    // One that failed is tried again by another, from where it failed.
    const pid =
      earlier && !hasFailed(earlier) ? earlier.record.pid : `${process.pid}.${process.record.epoch}`;
    frame.folder ??= pid;
    const given = launchValues(step, frame, `${this.#ports.work.shown}/${frame.folder}`, this.#ports.fault);
    if (!given.ok) return { type: 'failed', failure: given.error };
    for (const path of given.value.folders) mkdirSync(resolve(this.#ports.cwd, path), { recursive: true });
    frame.child = pid;
    const name = step.program.recipe;
    if (process.record.state !== 'waiting') process.move(toWaiting(`for ${pid}`), `launched ${pid}: ${name}`);
    else process.keep();
    const head = { parent: process.pid, name, steps: step.program.steps };
    const inside = new StepFrame({
      ...this.#ports,
      ...head,
      scope: childScope(given.value, frame.scope.own, this.#ports.cwd),
    });
    inside.restore(earlier);
    const child =
      earlier?.record.pid === pid
        ? JobProcess.again(earlier.record, this.#ports.job, this.#ports)
        : JobProcess.child(pid, this.#ports.job, inside.kept, this.#ports);
    inside.process = child;
    child.keepWith(inside.kept);
    if (!child.hasEnded) child.move(toRunning(), earlier ? `goes on at ${inside.at}` : '');
    const end = child.hasEnded ? endOf(child) : await this.#walk(inside);
    if (!child.hasEnded && !this.#ending)
      child.move(phaseOf(end), end.type === 'exit' ? `status ${end.status}` : '');
    if (this.#ending) {
      if (process.record.wish?.kind === 'kill' || this.#isKilled)
        child.move(toKilled('its parent'), 'its parent was killed');
      return this.#ending;
    }
    if (end.type !== 'exit' || end.status !== 0) return end;
    frame.child = null;
    frame.folder = null;
    frame.advance(frame.with(step, { ...inside.context, ...given.value.outputs }));
    process.move(toRunning(), `${pid} ended; at ${frame.at}`);
    faultPoint('step-kept');
    return end;
  }

  /** Someone asked for the end of the job itself, not only of this builder. */
  get #isKilled(): boolean {
    return this.#ports.process.record.wish?.kind === 'kill';
  }

  async #pausePoint(): Promise<void> {
    const { process } = this.#ports;
    for (;;) {
      if (this.#ending) return;
      const decision = decideWish(process.record);
      if (decision.act === 'pause') process.put(decision.record);
      if (!process.record.paused) return;
      for (const tell of this.#pausers.splice(0)) tell(true);
      this.#timer?.pause();
      await new Promise<void>((resolve) => (this.#wake = resolve));
      this.#wake = undefined;
      this.#timer?.resume();
    }
  }

  /** The log of a step, under its place, at the end of the job's. */
  #keepLog(at: string): void {
    const { stepLog, log } = this.#ports;
    const text = existsSync(stepLog) ? readFileSync(stepLog) : Buffer.alloc(0);
    if (text.length > 0) appendFileSync(log, Buffer.concat([Buffer.from(`[${at}]\n`), text]));
    rmSync(stepLog, { force: true });
  }
}

const SUCCESS = { type: 'exit', status: 0 } as const;

function endOf({ record }: JobProcess): StepEnd {
  const isGood = record.state === 'finished' && record.successful;
  return isGood ? SUCCESS : { type: 'exception', message: `its child ${record.pid} had ${record.state}` };
}

function phaseOf(end: StepEnd): ReturnType<typeof toFinished> {
  return toFinished(end.type === 'exit' && end.status === 0);
}

function hasFailed({ record }: Bundle): boolean {
  return isTerminal(record.state) && !(record.state === 'finished' && record.successful);
}
