// Runs a process step by step until it has ended. Knows states and waits; what a step's code is stands behind its host.
import type { Controls } from './controls.ts';
import { failureOf } from './failure-data.ts';
import type { Gate } from './gate.ts';
import { isTerminal, toExcepted, toRunning, type Phase } from './machine.ts';
import { ProcessError } from './process-error.ts';
import { KillInterruption, PauseInterruption } from './results.ts';

export interface RunnerHost {
  closed(): boolean;
  /** Runs the method of that name; may throw, now or later. */
  call(step: string | null, args: readonly unknown[]): unknown;
  /** What a step that returned `value` leads to; may throw. */
  phaseOf(value: unknown): Phase;
  /** Resolves when the process has ended or was let go. */
  readonly over: Promise<unknown>;
}

/** At most one step of a process runs at a time. */
export class Runner {
  readonly #gate: Gate;
  readonly #controls: Controls;
  readonly #host: RunnerHost;
  #active = false;

  constructor(gate: Gate, controls: Controls, host: RunnerHost) {
    this.#gate = gate;
    this.#controls = controls;
    this.#host = host;
  }

  /** One step in the state it is in: start, run a method, or wait to be resumed. Waits first while it is paused. */
  async step(): Promise<void> {
    if (this.#host.closed())
      throw new ProcessError('closed', 'the process is closed; it cannot be run any more');
    if (this.#active) throw new ProcessError('invalid-state', 'a step of this process runs already');
    this.#active = true;
    try {
      this.#controls.drain();
      await this.#until(() => !this.#gate.record.paused);
      await this.#execute();
    } finally {
      this.#active = false;
    }
  }

  async run(): Promise<void> {
    while (!this.#stopped()) await this.step();
  }

  async #execute(): Promise<void> {
    const { record } = this.#gate;
    if (this.#stopped()) return undefined;
    if (record.state === 'created') return this.#controls.move(toRunning('run'));
    if (record.state === 'running') return await this.#runStep(record.step, record.args);
    return await this.#wait();
  }

  async #wait(): Promise<void> {
    const { epoch } = this.#gate.record;
    await this.#until(() => {
      const { record } = this.#gate;
      return (
        record.epoch !== epoch || (record.state === 'waiting' && record.resumed !== null && !record.paused)
      );
    });
    const { record } = this.#gate;
    if (this.#stopped() || record.epoch !== epoch || record.state !== 'waiting') return;
    if (record.next === null) {
      const error = new ProcessError(
        'unknown-step',
        'the process was resumed, but waits without a step to go on with',
      );
      this.#controls.move(toExcepted(failureOf(error)), error);
    } else {
      this.#controls.move(toRunning(record.next, record.resumed ?? []));
    }
  }

  async #runStep(step: string | null, args: readonly unknown[]): Promise<void> {
    const epoch = this.#controls.beginStep();
    const running = this.#outcome(step, args);
    // A forced kill or a failure ends the process while the code still runs; what it returns then is late.
    const outcome = await Promise.race([running, this.#host.over.then(() => null)]);
    if (outcome === null) return;
    if (outcome.kind === 'paused') this.#controls.pauseStep(epoch, outcome.message);
    else this.#controls.endStep(epoch, outcome.phase, outcome.thrown);
  }

  async #outcome(step: string | null, args: readonly unknown[]): Promise<Outcome> {
    try {
      const value = await this.#host.call(step, args);
      return { kind: 'phase', phase: this.#host.phaseOf(value), thrown: undefined };
    } catch (error) {
      if (error instanceof PauseInterruption) return { kind: 'paused', message: error.message };
      if (error instanceof KillInterruption) {
        return {
          kind: 'phase',
          phase: { state: 'killed', message: error.message, forced: false, overtaken: null },
          thrown: undefined,
        };
      }
      return { kind: 'phase', phase: toExcepted(failureOf(error)), thrown: error };
    }
  }

  async #until(holds: () => boolean): Promise<void> {
    while (!this.#stopped() && !holds()) await this.#controls.changed();
  }

  #stopped(): boolean {
    return this.#host.closed() || isTerminal(this.#gate.record.state);
  }
}

type Outcome =
  | { readonly kind: 'phase'; readonly phase: Phase; readonly thrown: unknown }
  | { readonly kind: 'paused'; readonly message: string };
