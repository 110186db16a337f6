// The one gate through which a process object changes state: it runs the hooks around a move, writes it, and turns a move
// that fails into one to excepted. Knows nothing of steps' code, stores or messages; those stand behind its host.
import { failureOf, withSuppressed } from './failure-data.ts';
import { callHook, STATE_HOOKS, type ProcessHooks } from './hooks.ts';
import {
  isTerminal,
  toExcepted,
  toKilled,
  transition,
  type Phase,
  type ProcessRecord,
  type ProcessState,
} from './machine.ts';
import { ProcessError } from './process-error.ts';

export interface GateHost {
  readonly hooks: ProcessHooks;
  now(): number;
  /** Keeps the record; throws where it cannot. */
  write(record: ProcessRecord): void;
  /** Tells listeners that the state was entered. */
  notify(record: ProcessRecord): void;
  announce(from: ProcessState | null, to: ProcessState): void;
  /** Lets go of everything, and calls onClose; only the first call does. */
  close(): void;
  warn(message: string, error: unknown): void;
}

/** What a move that is asked for while another is being made waits for. */
export interface Asked {
  readonly phase: Phase;
  readonly thrown: unknown;
}

export class Gate {
  readonly #host: GateHost;
  #record: ProcessRecord;
  #thrown: unknown = undefined;
  #moving = false;
  #asked: Asked | null = null;
  #terminatedHook = false;

  constructor(record: ProcessRecord, host: GateHost) {
    this.#record = record;
    this.#host = host;
  }

  get record(): ProcessRecord {
    return this.#record;
  }

  /** What was thrown, as it was, if the process excepted in this program. */
  get thrown(): unknown {
    return this.#thrown;
  }

  get moving(): boolean {
    return this.#moving;
  }

  /** Enters `created`, the first state. What a hook throws comes out of here, and nothing has been kept. */
  begin(): void {
    this.guarded(() => {
      callHook(this.#host.hooks, 'onEntering', { state: 'created' });
      callHook(this.#host.hooks, 'onCreate');
      callHook(this.#host.hooks, 'onEntered', null);
      callHook(this.#host.hooks, 'onCreated');
      this.#host.write(this.#record);
      this.#host.notify(this.#record);
      this.#host.announce(null, 'created');
    });
  }

  /**
   * Makes one move, with hooks, write and news. It always gets somewhere: what fails on the way ends in excepted, a forced
   * kill in killed. From a terminal state: ProcessError `illegal-transition`.
   */
  move(phase: Phase, thrown?: unknown): void {
    const from = this.#record;
    const arrow = transition(from, phase);
    const refused = arrow.ok ? undefined : new ProcessError('illegal-transition', arrow.error.message);
    if (refused !== undefined && isTerminal(from.state)) throw refused;
    this.guarded(() => {
      const wanted: Asked =
        refused === undefined
          ? { phase, thrown }
          : { phase: toExcepted(failureOf(refused)), thrown: refused };
      const target = { phase: wanted.phase };
      this.#thrown = wanted.thrown;
      try {
        this.#pass(from, target);
      } catch (error) {
        this.#redirect(from, { phase: target.phase, thrown: wanted.thrown }, error);
      }
    });
  }

  /** Changes what is no state: flags, a wish, the value of a resume. Inside a move its commit writes it. */
  put(record: ProcessRecord): void {
    if (record === this.#record) return;
    if (!this.#moving) this.#host.write(record);
    this.#record = record;
  }

  /** A forced kill, or a failure, asked for while a move is being made. A kill takes the place of a failure. */
  ask(asked: Asked): void {
    if (this.#asked === null || asked.phase.state === 'killed') this.#asked = asked;
  }

  /** What was asked for meanwhile, once. */
  takeAsked(): Asked | null {
    const asked = this.#asked;
    this.#asked = null;
    return asked;
  }

  /** Runs `work` so that nothing else may move meanwhile. */
  guarded(work: () => void): void {
    if (this.#moving)
      throw new ProcessError('nested-transition', 'a transition cannot be made inside another');
    this.#moving = true;
    try {
      work();
    } finally {
      this.#moving = false;
    }
  }

  /** The move as it should go. `target` is where it went: a kill that a hook asked for takes the place of another state. */
  #pass(from: ProcessRecord, target: { phase: Phase }): void {
    const { hooks } = this.#host;
    callHook(hooks, 'onExiting');
    const { exit } = STATE_HOOKS[from.state];
    if (exit !== null) callHook(hooks, exit);
    this.#entering(target.phase);
    const kill = this.#pendingKill();
    if (kill !== null && target.phase.state !== 'killed' && target.phase.state !== 'excepted') {
      target.phase = kill;
      this.#entering(kill);
    }
    this.#commit(this.#record, target.phase);
    this.#entered(from.state);
    if (isTerminal(this.#record.state)) this.#terminate();
  }

  /** The move failed: it has not been made. Another one, to excepted, takes its place from the state before. */
  #redirect(from: ProcessRecord, tried: Asked, error: unknown): void {
    const base: ProcessRecord = { ...from, wish: null };
    if (tried.phase.state === 'killed' && tried.phase.forced) {
      this.#host.warn('a hook failed while the process was being killed by force', error);
      this.#force(base, tried.phase);
      return;
    }
    if (tried.phase.state === 'excepted') {
      this.#force(base, toExcepted(withSuppressed(tried.phase.failure, error)));
      return;
    }
    const phase = toExcepted(failureOf(error));
    this.#thrown = error;
    this.#record = base;
    try {
      this.#entering(phase);
      this.#commit(base, phase);
      this.#entered(from.state);
      this.#terminate();
    } catch (second) {
      this.#force(base, toExcepted(withSuppressed(phase.failure, second)));
    }
  }

  /** Ends the process whatever fails: no hooks but those that close it. */
  #force(base: ProcessRecord, phase: Phase): void {
    const { hooks } = this.#host;
    this.#record = made(base, phase, this.#host.now());
    const steps: readonly (() => void)[] = [
      () => this.#host.write(this.#record),
      () => this.#host.notify(this.#record),
      () => this.#host.announce(base.state, phase.state),
      () => (this.#terminatedHook ? undefined : callHook(hooks, 'onTerminated')),
      () => this.#host.close(),
    ];
    for (const step of steps) {
      try {
        step();
      } catch (error) {
        this.#host.warn(`the process ended as ${phase.state}, but not all could be done`, error);
      }
    }
  }

  #commit(base: ProcessRecord, phase: Phase): void {
    const next = made(base, phase, this.#host.now());
    this.#host.write(next);
    this.#record = next;
  }

  #entering(phase: Phase): void {
    const { hooks } = this.#host;
    callHook(hooks, 'onEntering', phase);
    switch (phase.state) {
      case 'created':
        return;
      case 'running':
        return callHook(hooks, 'onRun');
      case 'waiting':
        return callHook(hooks, 'onWait', phase.data);
      case 'finished':
        return callHook(hooks, 'onFinish', phase.result, phase.successful);
      case 'excepted':
        return callHook(hooks, 'onExcept', phase.failure);
      case 'killed':
        return callHook(hooks, 'onKill', phase.message);
      default:
        return phase satisfies never;
    }
  }

  #entered(from: ProcessState): void {
    const { state } = this.#record;
    callHook(this.#host.hooks, 'onEntered', from);
    callHook(this.#host.hooks, STATE_HOOKS[state].entered);
    this.#host.notify(this.#record);
    this.#host.announce(from, state);
  }

  #terminate(): void {
    if (!this.#terminatedHook) {
      this.#terminatedHook = true;
      callHook(this.#host.hooks, 'onTerminated');
    }
    this.#host.close();
  }

  #pendingKill(): Phase | null {
    if (this.#asked?.phase.state === 'killed') return this.#asked.phase;
    const { wish } = this.#record;
    return wish?.kind === 'kill' ? toKilled(wish.message) : null;
  }
}

function made(base: ProcessRecord, phase: Phase, now: number): ProcessRecord {
  const next = transition(base, phase, now);
  if (!next.ok) throw new ProcessError('illegal-transition', next.error.message);
  return next.value;
}
