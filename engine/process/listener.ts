// Who is told what happens to a process. Knows nothing of processes; a listener that throws harms nobody.
import type { ObjectLoader } from './loader.ts';

/** What happened, with only the fields that it has. */
export type ProcessEvent =
  | { readonly type: 'created' | 'running' | 'waiting' | 'paused' | 'played' }
  | { readonly type: 'finished'; readonly outputs: Readonly<Record<string, unknown>> }
  | { readonly type: 'excepted'; readonly reason: string }
  | { readonly type: 'killed'; readonly message: string }
  | {
      readonly type: 'output-emitted';
      readonly port: string;
      readonly value: unknown;
      readonly dynamic: boolean;
    };

/**
 * Called after the event. One whose class the runtime's loader knows is stored with checkpoints as (id of its class,
 * `params`), and made again from them on load; any other lives as long as the program.
 */
export interface ProcessListener<P = unknown> {
  readonly params?: unknown;
  onProcessEvent(event: ProcessEvent, process: P): void;
}

export interface StoredListener {
  readonly id: string;
  readonly params: unknown;
}

export type ListenerClass = new (params?: never) => ProcessListener<never>;

/** The listeners of one process: a set, in the order in which they came. */
export class Listeners<P> {
  readonly #members = new Set<ProcessListener<P>>();
  readonly #warn: (message: string, error: unknown) => void;

  constructor(warn: (message: string, error: unknown) => void) {
    this.#warn = warn;
  }

  add(listener: ProcessListener<P>): void {
    if (typeof (listener as Partial<ProcessListener<P>> | null)?.onProcessEvent !== 'function') {
      throw new TypeError('a listener has a method onProcessEvent');
    }
    this.#members.add(listener);
  }

  remove(listener: ProcessListener<P>): void {
    this.#members.delete(listener);
  }

  /** Members may add and remove listeners meanwhile; that counts from the next event on. */
  notify(event: ProcessEvent, process: P): void {
    for (const listener of Array.from(this.#members)) {
      try {
        listener.onProcessEvent(event, process);
      } catch (error) {
        this.#warn(`a listener failed on '${event.type}'`, error);
      }
    }
  }

  clear(): void {
    this.#members.clear();
  }

  stored(loader: ObjectLoader): readonly StoredListener[] {
    return [...this.#members].flatMap((listener) => {
      const id = loader.identify(listener.constructor);
      return id.ok ? [{ id: id.value, params: listener.params ?? null }] : [];
    });
  }
}
