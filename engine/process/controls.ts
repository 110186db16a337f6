// Pause, play, kill, fail and resume for a process object: carries out what control.ts decides, through the gate, and
// answers those who asked. Knows nothing of how a step's code runs, only whether it does.
import { decideKill, decidePause, decidePlay, decideWish, settle } from './control.ts';
import { finalAnswer, pendingAnswer, type ControlReply } from './control/reply.ts';
import { failureOf } from './failure-data.ts';
import type { Gate } from './gate.ts';
import { callHook, type ProcessHooks } from './hooks.ts';
import { isTerminal, toExcepted, type Phase, type ProcessRecord } from './machine.ts';
import { ProcessError } from './process-error.ts';

export interface ControlsHost {
  readonly hooks: ProcessHooks;
  notifyFlag(type: 'paused' | 'played'): void;
  /** Tells the code of the running step that it should stop. */
  interrupt(reason: Error): void;
  /** The process has ended; everything about its end has been done. */
  ended(record: ProcessRecord): void;
}

export class Controls {
  readonly #gate: Gate;
  readonly #host: ControlsHost;
  #stepping = false;
  #closed = false;
  #told = false;
  #pauseReply: PromiseWithResolvers<boolean> | null = null;
  #killReply: PromiseWithResolvers<boolean> | null = null;
  #change: PromiseWithResolvers<void> = Promise.withResolvers();

  constructor(gate: Gate, host: ControlsHost) {
    this.#gate = gate;
    this.#host = host;
  }

  /** Whether code of a step runs now. */
  get stepping(): boolean {
    return this.#stepping;
  }

  get killing(): boolean {
    return this.#gate.record.wish?.kind === 'kill';
  }

  get pausing(): boolean {
    return this.#gate.record.wish?.kind === 'pause';
  }

  /** Resolves at the next change of anything a runner may wait for. */
  changed(): Promise<void> {
    return this.#change.promise;
  }

  pause(message: string | null): ControlReply {
    if (this.#closed) return finalAnswer(false);
    const decision = decidePause(this.#gate.record, message, this.#busy());
    switch (decision.act) {
      case 'later':
        this.#gate.put(decision.record);
        this.#pauseReply ??= Promise.withResolvers();
        return pendingAnswer(this.#pauseReply.promise);
      case 'pause':
        this.#setPaused(decision.record, message);
        this.drain();
        return finalAnswer(this.#gate.record.paused);
      case 'answer':
        return finalAnswer(decision.reply);
      default:
        throw new Error(`a pause is never decided as ${decision.act}`);
    }
  }

  play(): ControlReply {
    if (this.#closed) return finalAnswer(false);
    const decision = decidePlay(this.#gate.record);
    if (decision.act === 'play') {
      this.#setPlayed(decision.record);
      this.drain();
      return finalAnswer(true);
    }
    if (decision.act !== 'answer') throw new Error(`a play is never decided as ${decision.act}`);
    this.#gate.put(decision.record);
    if (decision.record.wish?.kind !== 'pause') this.#answerPause(false);
    return finalAnswer(decision.reply);
  }

  kill(message: string, forced: boolean): ControlReply {
    if (this.#closed && !isTerminal(this.#gate.record.state)) return finalAnswer(false);
    const decision = decideKill(this.#gate.record, message, forced, this.#busy());
    if (decision.act === 'answer') return finalAnswer(decision.reply);
    if (this.#stepping) this.#host.interrupt(new ProcessError('killed', message));
    if (decision.act === 'move' && !this.#gate.moving) {
      this.move(decision.phase);
      return finalAnswer(this.#gate.record.state === 'killed');
    }
    if (decision.act === 'move') this.#gate.ask({ phase: decision.phase, thrown: undefined });
    else if (decision.act === 'later') this.#gate.put(decision.record);
    this.#answerPause(false);
    this.#killReply ??= Promise.withResolvers();
    return pendingAnswer(this.#killReply.promise);
  }

  /** Ends the process as excepted; a step that runs is too late then. False where it has ended already. */
  fail(error: unknown): boolean {
    if (this.#closed || isTerminal(this.#gate.record.state)) return false;
    const phase = toExcepted(failureOf(error));
    if (this.#gate.moving) {
      this.#gate.ask({ phase, thrown: error });
      return true;
    }
    if (this.#stepping)
      this.#host.interrupt(new ProcessError('invalid-state', 'the process has failed', error));
    this.move(phase, error);
    return true;
  }

  /** Gives a waiting process what it waits for; only the first time counts. */
  resume(args: readonly unknown[]): void {
    const { record } = this.#gate;
    if (record.state !== 'waiting')
      throw new ProcessError('not-waiting', `a ${record.state} process cannot be resumed`);
    if (record.resumed !== null) return;
    this.#gate.put({ ...record, resumed: args });
    this.#signalChange();
  }

  beginStep(): number {
    this.#stepping = true;
    return this.#gate.record.epoch;
  }

  /** The step that began in `epoch` has ended; its outcome counts if the process is still there. */
  endStep(epoch: number, outcome: Phase, thrown?: unknown): void {
    this.#stepping = false;
    const settlement = settle(this.#gate.record, epoch, outcome);
    if (this.#closed || settlement.act === 'ignore') return;
    this.move(settlement.phase, settlement.phase === outcome ? thrown : undefined);
  }

  /** The step wants to be paused and run again from its start. */
  pauseStep(epoch: number, message: string): void {
    this.#stepping = false;
    const { record } = this.#gate;
    if (this.#closed || isTerminal(record.state) || record.epoch !== epoch) return;
    if (record.wish?.kind === 'kill') return this.drain();
    this.#setPaused(
      { ...record, wish: null, paused: true, savedStatus: record.status, status: message || record.status },
      message || null,
    );
    this.drain();
  }

  move(phase: Phase, thrown?: unknown): void {
    this.#gate.move(phase, thrown);
    this.drain();
  }

  /** Nothing is done any more, whoever asks. */
  close(): void {
    this.#closed = true;
    this.#stepping = false;
    this.#signalChange();
  }

  /** What hooks and listeners asked for during a move, a pause or a play takes effect after it. */
  drain(): void {
    const { record } = this.#gate;
    if (isTerminal(record.state)) return this.#tellEnd(record);
    this.#signalChange();
    if (this.#busy()) return;
    const asked = this.#gate.takeAsked();
    if (asked !== null) return this.move(asked.phase, asked.thrown);
    const decision = decideWish(record);
    if (decision.act === 'move') return this.move(decision.phase);
    if (decision.act !== 'pause') return undefined;
    try {
      this.#setPaused(decision.record, record.wish?.message ?? null);
    } catch (error) {
      this.#gate.put({ ...record, wish: null });
      this.#pauseReply?.reject(error);
      this.#pauseReply = null;
    }
    return this.drain();
  }

  #tellEnd(record: ProcessRecord): void {
    if (this.#told) return;
    this.#told = true;
    this.#gate.takeAsked();
    this.#answerPause(false);
    this.#killReply?.resolve(record.state === 'killed');
    this.#killReply = null;
    this.#host.ended(record);
    this.#signalChange();
  }

  #setPaused(record: ProcessRecord, message: string | null): void {
    this.#gate.guarded(() => callHook(this.#host.hooks, 'onPausing', message));
    this.#putFlags(record);
    this.#gate.guarded(() => {
      callHook(this.#host.hooks, 'onPaused', message);
      this.#host.notifyFlag('paused');
    });
    this.#answerPause(true);
  }

  #setPlayed(record: ProcessRecord): void {
    this.#gate.guarded(() => callHook(this.#host.hooks, 'onPlaying'));
    this.#putFlags(record);
    this.#gate.guarded(() => this.#host.notifyFlag('played'));
  }

  /** Flags as decided, but for a kill that a hook has asked for meanwhile. */
  #putFlags(decided: ProcessRecord): void {
    const now = this.#gate.record;
    const { paused, status, savedStatus } = decided;
    const wish = now.wish?.kind === 'kill' ? now.wish : decided.wish;
    this.#gate.put({ ...now, paused, status, savedStatus, wish });
    this.#signalChange();
  }

  #busy(): boolean {
    return this.#stepping || this.#gate.moving;
  }

  #answerPause(value: boolean): void {
    this.#pauseReply?.resolve(value);
    this.#pauseReply = null;
  }

  #signalChange(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers();
  }
}
