// A process that runs in this program: a class with ports and steps, driven by the machine. Knows nothing of jobs, of
// pipelines or of how a store keeps it.
import type { JsonObject } from '../model/json.ts';
import type { Bundle } from './bundle.ts';
import { launchChild, killChildren } from './children.ts';
import { outcomeOf, pendingAnswer, type ControlReply } from './control/reply.ts';
import { formatExit } from './exit-codes.ts';
import type { ProcessListener } from './listener.ts';
import { newSetup, setupFrom, type CreateOptions, type ProcessSetup } from './process-setup.ts';
import { Core } from './core.ts';
import { currentProcess } from './scope.ts';
import { exitWith, type Command } from './results.ts';
import type { JobLink } from './job-link.ts';
import { runAsJob, type RunnableClass } from './run-as-job.ts';
import { createRuntime, type LiveProcess, type ProcessRuntime } from './runtime.ts';
import type { ProcessSpec } from './spec.ts';
import { CORE, ProcessView } from './process-view.ts';
import { specOf, superDefined } from './spec-of.ts';
import { copyOf } from '../base/storable.ts';

/** A class of processes. The constructor is the machine's: use `create`, `recreate` or `launch`. */
export interface ProcessClass<P extends Process = Process> {
  new (setup: ProcessSetup): P;
  readonly name: string;
  spec(): ProcessSpec;
}

/**
 * Subclasses override `static define(spec)` (calling super) and `run`, and may override hooks (calling super). What `run`
 * returns is the result, or a command of results.ts. Members named in `static autoPersist` are kept in checkpoints.
 */
export class Process extends ProcessView implements LiveProcess {
  constructor(setup: ProcessSetup) {
    super(setup);
    this[CORE] = new Core(this, setup);
  }

  /** Declares ports, exit codes, steps. Runs once per class, before its first process. */
  static define(spec: ProcessSpec): void {
    superDefined(spec);
  }

  static spec(): ProcessSpec {
    return specOf(this);
  }

  static describe(): JsonObject {
    return { name: this.name, spec: this.spec().describe() };
  }

  /** A new process in state created. Inputs that do not fit the ports: InvalidInputs. A hook that throws: its error. */
  static create<P extends Process>(
    this: ProcessClass<P>,
    inputs: unknown = null,
    options: CreateOptions = {},
  ): P {
    const spec = this.spec();
    const made = new this(newSetup(spec, inputs, options.runtime ?? createRuntime(), options));
    spec.seal();
    made[CORE].begin();
    return made;
  }

  /** The process of a bundle, in the state it was in; no hook runs but `init`. A bundle of other steps: ProcessError. */
  static recreate<P extends Process>(
    this: ProcessClass<P>,
    bundle: Bundle,
    runtime: ProcessRuntime = createRuntime(),
  ): P {
    const spec = this.spec();
    spec.seal();
    const made = new this(setupFrom(spec, bundle, runtime, (value) => this.prototype.decodeInputs(value)));
    made[CORE].restore(bundle);
    return made;
  }

  /** Runs one as the work of a job, which keeps its checkpoints; see run-as-job.ts. Called by the host of functions. */
  static async runAsJob(
    this: RunnableClass,
    id: string,
    given: Readonly<Record<string, unknown>>,
    link: JobLink,
  ): Promise<Readonly<Record<string, unknown>>> {
    return await runAsJob(this, id, given, link);
  }

  /** The process whose code runs here, across awaits; undefined outside. */
  static current(): Process | undefined {
    return currentProcess() as Process | undefined;
  }

  /** What the process does. Returns its result, or a command. */
  run(): unknown {
    return undefined;
  }

  /** Runs to the end. Aborting `signal` kills the process. */
  async execute(options: { readonly signal?: AbortSignal } = {}): Promise<Readonly<Record<string, unknown>>> {
    return await this[CORE].execute(options.signal);
  }

  start(): void {
    if (!this.closed && !this.hasTerminated) this.execute().catch(() => {});
  }

  async step(): Promise<void> {
    await this[CORE].runner.step();
  }

  pause(message: string | null = null): ControlReply {
    return this[CORE].controls.pause(message);
  }

  play(): ControlReply {
    return this[CORE].controls.play();
  }

  /** The reply is the last word only when the children have ended too. */
  kill(message = '', forced = false): ControlReply {
    const own = this[CORE].controls.kill(message, forced);
    if (own.kind === 'final' && (this.state !== 'killed' || this[CORE].childKills.length === 0)) return own;
    return pendingAnswer(
      outcomeOf(own).then(async (value) => (await Promise.all(this[CORE].childKills), value)),
    );
  }

  /** Ends it as excepted; false where it had ended. */
  fail(error: unknown): boolean {
    return this[CORE].controls.fail(error);
  }

  /** Lets a waiting process go on, with a value or without. Not waiting: ProcessError `not-waiting`. */
  resume(...value: readonly [unknown?]): void {
    this[CORE].controls.resume(value);
  }

  /** Emits an output under a dotted path. One that does not fit: ProcessError `invalid-output`. */
  out(path: string, value: unknown): void {
    this[CORE].out(path, value);
  }

  setStatus(status: string | null): void {
    this[CORE].gate.put({ ...this.record, status });
  }

  /** To be returned from a step: ends with the exit code of this label. */
  exit(label: string, fields: Readonly<Record<string, string | number>> = {}): Command {
    return exitWith(formatExit(this.spec.exit(label), fields));
  }

  /** Starts a child in the same runtime. After a crash the same call finds the child that it had started. */
  launch<P extends Process>(
    child: ProcessClass<P>,
    inputs: unknown = null,
    options: { readonly pid?: string | number } = {},
  ): P {
    this[CORE].refuseClosed();
    const launched = launchChild(
      this,
      child,
      inputs,
      options.pid === undefined ? this[CORE].nextChildPid() : this.runtime.nameChild(String(options.pid)),
    );
    this[CORE].adopt(launched);
    launched.start();
    return launched as P;
  }

  /** Runs `work` soon, as part of the process: what it throws fails the process. */
  callSoon<A extends readonly unknown[]>(work: (...args: A) => unknown, ...args: A): { cancel(): void } {
    return this[CORE].callSoon(() => work(...args));
  }

  addCleanup(cleanup: () => void): void {
    this[CORE].addCleanup(cleanup);
  }
  addListener(listener: ProcessListener<Process>): void {
    this[CORE].listeners.add(listener);
  }
  removeListener(listener: ProcessListener<Process>): void {
    this[CORE].listeners.remove(listener);
  }

  /** Lets go of it: nothing of it runs here any more, its state stays as it is and may go on from its checkpoint. */
  close(): void {
    this[CORE].close();
  }

  /** All that is needed to go on elsewhere, as of now. */
  bundle(): Bundle {
    return this[CORE].bundle();
  }

  /** Writes it as it is now, where something changed that is no move. */
  keep(): void {
    this[CORE].keep();
  }

  /** Keeps a checkpoint under a tag, beside the one that every move writes. */
  checkpoint(tag: string): void {
    this[CORE].keeper.save(this.bundle(), tag);
  }

  /** What a subclass keeps in checkpoints besides its members; plain JSON. */
  saveExtra(): JsonObject {
    return {};
  }
  loadExtra(_extra: JsonObject): void {}

  /** Inputs as they are stored; override both for values that are no plain JSON. */
  encodeInputs(inputs: unknown): unknown {
    return copyOf(inputs);
  }
  decodeInputs(stored: unknown): unknown {
    return copyOf(stored);
  }

  /** Asks every child that lives, here or elsewhere, to end. */
  killChildren(message: string, forced: boolean): readonly Promise<unknown>[] {
    return killChildren(this.runtime, this[CORE].children, message, forced);
  }
}
