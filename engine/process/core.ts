// The working parts of one process object put together: gate, controls, runner, outputs, listeners, and what is written
// and announced. Knows of the process only what OwnProcess says.
import type { JsonObject } from '../model/json.ts';
import type { Bundle } from './bundle.ts';
import { Controls } from './controls.ts';
import { subscribe, type Controllable } from './control/subscribe.ts';
import { RestoredError } from './failure-data.ts';
import { Gate } from './gate.ts';
import { callHook, type ProcessHooks } from './hooks.ts';
import { Listeners, type ProcessEvent } from './listener.ts';
import { restoreListeners } from './listener-restore.ts';
import { Keeper, type KeptProcess } from './keeper.ts';
import { isTerminal, type ProcessRecord } from './machine.ts';
import { announce, eventOf } from './news.ts';
import { phaseOf } from './outcome.ts';
import { OutputCollector } from './outputs.ts';
import { printPortFault } from '../model/port.ts';
import { KilledError, ProcessError } from './process-error.ts';
import type { ProcessSetup } from './process-setup.ts';
import { Runner } from './runner.ts';
import { runIn, runSoon } from './scope.ts';
import type { LiveProcess } from './runtime.ts';
import { loadMembers } from './savable.ts';

/** The process object, as its parts see it. */
export interface OwnProcess extends ProcessHooks, Controllable, LiveProcess, KeptProcess {
  loadExtra(extra: JsonObject): void;
  killChildren(message: string, forced: boolean): readonly Promise<unknown>[];
}

export class Core {
  readonly gate: Gate;
  readonly controls: Controls;
  readonly runner: Runner;
  readonly outputs: OutputCollector;
  readonly listeners: Listeners<never>;
  readonly keeper: Keeper;
  /** Ids of the children that have not been seen to end. */
  readonly children: Set<string>;
  childKills: readonly Promise<unknown>[] = [];
  closed = false;
  readonly #own: OwnProcess;
  readonly #setup: ProcessSetup;
  readonly #end = Promise.withResolvers<Readonly<Record<string, unknown>>>();
  readonly #ended = Promise.withResolvers<ProcessRecord>();
  #abort = new AbortController();
  #cleanups: (() => void)[] = [];
  #running: Promise<void> | null = null;
  #launched = { epoch: -1, count: 0 };

  constructor(own: OwnProcess, setup: ProcessSetup) {
    this.#own = own;
    this.#setup = setup;
    this.outputs = new OutputCollector(setup.spec.outputs, setup.outputs);
    this.children = new Set(setup.children);
    this.listeners = new Listeners(setup.runtime.warn);
    this.keeper = new Keeper(own, setup, () => ({
      outputs: this.outputs.values,
      listeners: this.listeners,
      children: [...this.children],
    }));
    this.gate = new Gate(setup.record, {
      hooks: own,
      now: setup.runtime.now,
      write: (record) => this.keeper.write(record, this.controls.stepping),
      notify: (record) => this.#notify(eventOf(record, this.outputs.values)),
      announce: (from, to) => announce(setup.runtime, this.gate.record.pid, from, to),
      close: () => this.close(),
      warn: setup.runtime.warn,
    });
    this.controls = new Controls(this.gate, {
      hooks: own,
      notifyFlag: (type) => this.#notify({ type }),
      interrupt: (reason) => this.#abort.abort(reason),
      ended: (record) => this.#tellEnd(record),
    });
    this.runner = new Runner(this.gate, this.controls, this.#runnerHost());
    this.#end.promise.catch(() => {});
    this.#ended.promise.catch(() => {});
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get future(): Promise<Readonly<Record<string, unknown>>> {
    return this.#end.promise;
  }

  get ended(): Promise<ProcessRecord> {
    return this.#ended.promise;
  }

  begin(): void {
    this.gate.begin();
    this.#init();
    this.controls.drain();
  }

  restore(bundle: Bundle): void {
    loadMembers(this.#own, bundle.members, this.#setup.runtime.loader);
    this.#own.loadExtra(bundle.extra);
    restoreListeners(bundle.listeners, this.#setup.runtime, this.listeners);
    this.keeper.restored();
    this.#init();
    if (isTerminal(this.gate.record.state)) this.controls.drain();
  }

  async execute(signal?: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    this.refuseClosed();
    const kill = (): void => void this.#own.kill('Killed by its caller');
    signal?.addEventListener('abort', kill, { once: true });
    if (signal?.aborted === true) kill();
    this.#running ??= this.runner.run();
    this.#running.catch((error: unknown) => this.#end.reject(error));
    try {
      return await this.#end.promise;
    } finally {
      signal?.removeEventListener('abort', kill);
    }
  }

  result(): unknown {
    const { record } = this.gate;
    if (record.state === 'finished') return record.result;
    if (record.state === 'killed') throw new KilledError(record.pid, record.message, record.forced);
    if (record.state === 'excepted') throw this.exception();
    throw new ProcessError('invalid-state', `a ${record.state} process has no result yet`);
  }

  exception(): unknown {
    const { record, thrown } = this.gate;
    if (record.state !== 'excepted') return undefined;
    return thrown ?? new RestoredError(record.failure);
  }

  out(path: string, value: unknown): void {
    this.refuseClosed();
    callHook(this.#own, 'onOutputEmitting', path, value);
    const emitted = this.outputs.emit(path, value);
    if (!emitted.ok) throw new ProcessError('invalid-output', printPortFault(emitted.error), emitted.error);
    callHook(this.#own, 'onOutputEmitted', path, value, emitted.value.dynamic);
    this.#notify({ type: 'output-emitted', port: path, value, dynamic: emitted.value.dynamic });
  }

  callSoon(work: () => unknown): { cancel(): void } {
    this.refuseClosed();
    return runSoon(this.#own, work, (error) => {
      if (!this.controls.fail(error))
        this.#setup.runtime.warn('a callback failed after the process had ended', error);
    });
  }

  addCleanup(cleanup: () => void): void {
    this.refuseClosed();
    this.#cleanups.push(cleanup);
  }

  /** The same call after a crash gives the same id, so that the child is found again. */
  nextChildPid(): string {
    const { epoch, pid } = this.gate.record;
    this.#launched = { epoch, count: this.#launched.epoch === epoch ? this.#launched.count + 1 : 1 };
    return `${pid}.${epoch}.${this.#launched.count}`;
  }

  adopt(child: LiveProcess): void {
    this.children.add(child.pid);
    void child.ended.then(() => this.children.delete(child.pid));
  }

  keep(): void {
    this.keeper.write(this.gate.record, this.controls.stepping);
  }

  refuseClosed(): void {
    if (this.closed) throw new ProcessError('closed', `process ${this.gate.record.pid} is closed`);
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.controls.close();
    for (const cleanup of this.#cleanups.splice(0)) {
      try {
        cleanup();
      } catch (error) {
        this.#setup.runtime.warn('a cleanup failed', error);
      }
    }
    this.#setup.runtime.live.delete(this.gate.record.pid);
    if (!isTerminal(this.gate.record.state))
      this.#end.reject(new ProcessError('closed', 'the process was let go before its end'));
    callHook(this.#own, 'onClose');
  }

  bundle(): Bundle {
    return this.keeper.bundle(this.gate.record);
  }

  #runnerHost(): ConstructorParameters<typeof Runner>[2] {
    return {
      closed: () => this.closed,
      call: (step, args) => this.#call(step, args),
      phaseOf: (value) => phaseOf(value, { target: this.#own, outputFaults: () => this.outputs.check() }),
      over: this.#ended.promise,
    };
  }

  #call(step: string | null, args: readonly unknown[]): unknown {
    this.#abort = new AbortController();
    const method: unknown =
      step === null ? undefined : (this.#own as unknown as Record<string, unknown>)[step];
    if (typeof method !== 'function')
      throw new ProcessError('unknown-step', `'${step}' is no method of ${this.#own.constructor.name}`);
    return runIn(this.#own, () => method.apply(this.#own, args) as unknown);
  }

  #init(): void {
    const { runtime } = this.#setup;
    const { record } = this.gate;
    if (!isTerminal(record.state)) {
      runtime.live.set(record.pid, this.#own);
      if (runtime.communicator !== null)
        this.#cleanups.push(subscribe(this.#own, runtime.communicator, runtime.warn));
    }
    callHook(this.#own, 'init');
  }

  #notify(event: ProcessEvent): void {
    this.listeners.notify(event, this.#own as never);
  }

  #tellEnd(record: ProcessRecord): void {
    if (record.state === 'killed') {
      this.childKills = this.#own.killChildren(`Killed by parent ${record.pid}`, record.forced);
    }
    if (record.state === 'finished') this.#end.resolve(this.outputs.values);
    else if (record.state === 'killed')
      this.#end.reject(new KilledError(record.pid, record.message, record.forced));
    else this.#end.reject(this.exception());
    this.#ended.resolve(record);
  }
}
