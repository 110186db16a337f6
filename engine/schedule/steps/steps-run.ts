// A job in steps as an executor's work: its process walks from step to step, so that another pipe goes on where it was. Keeps
// the time, and ends, pauses and suspends it. Knows no links and no outputs.
import { mkdirSync, rmSync } from 'node:fs';
import { PausableTimer } from '../../base/pausable-timer.ts';
import type { Exit, Running } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import { printFailure } from '../../model/print-failure.ts';
import type { StepPlan } from '../../model/steps.ts';
import type { Bundle } from '../../process/bundle.ts';
import { decidePlay } from '../../process/control.ts';
import { toRunning } from '../../process/machine.ts';
import type { JobProcess } from '../attempt/job-process.ts';
import type { InnerProcess } from './inner-process.ts';
import { launchTogether } from './launch-together.ts';
import { StepFrame } from './step-frame.ts';
import { StepWalk } from './step-walk.ts';
import type { WalkPorts } from './walk-ports.ts';

export interface StepsPorts extends Omit<WalkPorts, 'onPaused' | 'waiting'> {
  readonly process: JobProcess;
  readonly steps: readonly StepPlan[];
  readonly timeoutMs: number | undefined;
}

const TIMEOUT_GRACE_MS = 5000;

export class StepsRun implements Running {
  readonly exit: Promise<Exit>;
  /** Set where a step could not even be started, or left what is no context. */
  failure: JobFailure | undefined;
  readonly #ports: StepsPorts;
  readonly #timer: PausableTimer | undefined;
  readonly #walk: StepWalk;

  /** `from` is a checkpoint of the same digest, of this process or of one that failed. */
  constructor(ports: StepsPorts, from: Bundle | undefined) {
    this.#ports = ports;
    const { timeoutMs, process } = ports;
    const frame = new StepFrame({ ...ports, parent: null, name: null });
    frame.restore(from);
    const onPaused = (): void => this.#timer?.pause();
    this.#walk = new StepWalk({ ...ports, onPaused, waiting: new Set() }, process, frame, launchTogether);
    if (timeoutMs !== undefined)
      this.#timer = new PausableTimer(timeoutMs, () =>
        this.#walk.end({ type: 'timeout', afterMs: timeoutMs }, TIMEOUT_GRACE_MS),
      );
    this.exit = this.#run(from);
  }

  kill(graceMs: number): void {
    const { wish } = this.#ports.process.record;
    // Someone asked for the end of the job itself, not only of this builder.
    if (wish?.kind === 'kill') for (const walk of this.#walk.below) walk.kill('its parent', graceMs);
    this.#walk.end({ type: 'killed' }, graceMs);
  }

  /** The steps that run; what waits between steps stands anyway. */
  suspend(): boolean {
    if (!this.#walk.suspend()) return false;
    this.#timer?.pause();
    return true;
  }

  resume(): void {
    this.#walk.resume();
    this.#timer?.resume();
    this.#walk.goOn();
  }

  /** Resolves with whether it is paused, when the steps that run have ended. */
  async pauseBetweenSteps(): Promise<boolean> {
    return await this.#walk.pauseBetweenSteps();
  }

  /** The processes inside the job that run. */
  get inner(): Iterable<InnerProcess> {
    return this.#walk.inner();
  }

  async #run(from: Bundle | undefined): Promise<Exit> {
    const { process, log, work } = this.#ports;
    mkdirSync(work.absolute, { recursive: true });
    if (from === undefined) rmSync(log, { force: true });
    try {
      if (process.record.paused) {
        const played = decidePlay(process.record);
        if (played.act === 'play') process.put(played.record);
      }
      if (from === undefined) process.keep();
      else process.move(toRunning(), `goes on at ${this.#walk.frame.at}`);
      const end = await this.#walk.run();
      if (this.#walk.ending) return this.#walk.ending;
      if (end.type !== 'failed') return end;
      this.failure = end.failure;
      return { type: 'exception', message: printFailure(end.failure) };
    } finally {
      this.#timer?.[Symbol.dispose]();
    }
  }
}
