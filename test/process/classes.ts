// Classes of processes that several tests use: about books, as the pipeline examples are.
import type { Phase, ProcessState } from '../../engine/process/machine.ts';
import type { FailureData } from '../../engine/process/failure-data.ts';
import type { ProcessEvent, ProcessListener } from '../../engine/process/listener.ts';
import { Process } from '../../engine/process/process.ts';
import { continueWith, waitFor } from '../../engine/process/results.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';

/** Emits one output and is done. */
export class Count extends Process {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.input('words', { type: 'integer', default: 5 }).output('default', { type: 'integer' });
  }

  override run(): unknown {
    this.out('default', this.inputs['words']);
    return undefined;
  }
}

/** Takes and gives anything; what it does is given by the test. */
export class Draft extends Process {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.setInputs({ dynamic: true }).setOutputs({ dynamic: true });
  }

  override run(...args: readonly unknown[]): unknown {
    const work = this.inputs['work'] as
      | ((process: Draft, ...args: readonly unknown[]) => unknown)
      | undefined;
    return work?.(this, ...args);
  }

  after(...args: readonly unknown[]): unknown {
    const after = this.inputs['after'] as
      | ((process: Draft, ...args: readonly unknown[]) => unknown)
      | undefined;
    return after?.(this, ...args);
  }
}

/** Waits once, then finishes with what it was resumed with. */
export class Proofread extends Process {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.setOutputs({ dynamic: true });
  }

  override run(): unknown {
    return waitFor(this.approve, { message: 'for the editor', data: { page: 1 } });
  }

  approve(...value: readonly unknown[]): unknown {
    this.out('approved', true);
    return value.length === 0 ? 'nothing' : { value: value[0] };
  }
}

/** Runs, waits, runs on, and notes every hook. */
export class Noted extends Process {
  readonly notes: string[] = [];

  override run(): unknown {
    return waitFor(this.second);
  }
  second(): unknown {
    return continueWith(this.third);
  }
  third(): unknown {
    return 'done';
  }

  override init(): void {
    super.init();
    this.notes.push('init');
  }
  override onExiting(): void {
    super.onExiting();
    this.notes.push(`onExiting ${this.state}`);
  }
  override onExitRunning(): void {
    super.onExitRunning();
    this.notes.push(`onExitRunning ${this.state}`);
  }
  override onExitWaiting(): void {
    super.onExitWaiting();
    this.notes.push(`onExitWaiting ${this.state}`);
  }
  override onEntering(next: Phase): void {
    super.onEntering(next);
    this.notes.push(`onEntering ${next.state}`);
  }
  override onCreate(): void {
    super.onCreate();
    this.notes.push(`onCreate ${this.state}`);
  }
  override onRun(): void {
    super.onRun();
    this.notes.push(`onRun ${this.state}`);
  }
  override onWait(data: unknown): void {
    super.onWait(data);
    this.notes.push(`onWait ${this.state}`);
  }
  override onFinish(result: unknown, successful: boolean): void {
    super.onFinish(result, successful);
    this.notes.push(`onFinish ${this.state}`);
  }
  override onExcept(failure: FailureData): void {
    super.onExcept(failure);
    this.notes.push(`onExcept ${this.state}`);
  }
  override onKill(message: string): void {
    super.onKill(message);
    this.notes.push(`onKill ${this.state}`);
  }
  override onEntered(from: ProcessState | null): void {
    super.onEntered(from);
    this.notes.push(`onEntered from ${from}`);
  }
  override onCreated(): void {
    super.onCreated();
    this.notes.push('onCreated');
  }
  override onRunning(): void {
    super.onRunning();
    this.notes.push('onRunning');
  }
  override onWaiting(): void {
    super.onWaiting();
    this.notes.push('onWaiting');
  }
  override onFinished(): void {
    super.onFinished();
    this.notes.push('onFinished');
  }
  override onExcepted(): void {
    super.onExcepted();
    this.notes.push('onExcepted');
  }
  override onKilled(): void {
    super.onKilled();
    this.notes.push('onKilled');
  }
  override onTerminated(): void {
    super.onTerminated();
    this.notes.push('onTerminated');
  }
  override onClose(): void {
    super.onClose();
    this.notes.push('onClose');
  }
}

/** Notes the events of a process, and may do something at one. */
export class Witness implements ProcessListener<Process> {
  readonly events: ProcessEvent[] = [];
  readonly #act: ((event: ProcessEvent, process: Process) => void) | undefined;

  constructor(act?: (event: ProcessEvent, process: Process) => void) {
    this.#act = act;
  }

  get types(): readonly string[] {
    return this.events.map((event) => event.type);
  }

  onProcessEvent(event: ProcessEvent, process: Process): void {
    this.events.push(event);
    this.#act?.(event, process);
  }
}
