// What the processes of a user's class that run as a job ask of pipe, and what pipe tells them; and pipe's store as they see
// it. Knows no channel and no job.
import type { Json } from '../model/json.ts';
import type { ProcessRow, ProcessStore } from './persisters/store.ts';

export interface JobLink {
  /** Waits for the answer; throws where there is none. */
  readonly ask: (question: Json) => Json;
  readonly onTold: (listener: (message: Json) => void) => void;
  /** While set, something may still come from pipe, though nothing else is left to wait for. */
  readonly stayAwake: (isAwake: boolean) => void;
  readonly warn: (message: string) => void;
}

export type Write =
  | { readonly put: 'process'; readonly row: ProcessRow }
  | { readonly put: 'checkpoint'; readonly pid: string; readonly tag: string; readonly text: string }
  | { readonly put: 'nothing'; readonly pid: string; readonly tag: string };

export type JobQuestion =
  /** Who am I? The answer is a `Begun`. */
  | { readonly ask: 'begin' }
  /** The text of a checkpoint, or null. */
  | { readonly ask: 'load'; readonly pid: string; readonly tag: string }
  /** Pairs of id and tag. */
  | { readonly ask: 'list'; readonly pid: string | null }
  /** All of them, or none; null. */
  | { readonly ask: 'write'; readonly writes: readonly Write[] }
  /** What came of something that was told. */
  | { readonly ask: 'told'; readonly ticket: number; readonly value: boolean };

export interface Begun {
  readonly pid: string;
  readonly parent: string;
}

/** Asks one of the processes; the last word on it is a question of its own, `told`. */
export interface JobOrder {
  readonly ticket: number;
  readonly pid: string;
  readonly intent: 'pause' | 'play' | 'kill';
  readonly message: string;
  readonly force: boolean;
}

/** What is written in one transaction goes to pipe as one question. */
export class LinkedStore implements ProcessStore {
  readonly #ask: JobLink['ask'];
  #open: Write[] | undefined;

  constructor(ask: JobLink['ask']) {
    this.#ask = ask;
  }

  transaction(work: () => void): void {
    if (this.#open) return work();
    this.#open = [];
    try {
      work();
      this.#send(this.#open);
    } finally {
      this.#open = undefined;
    }
  }

  putProcess(row: ProcessRow): void {
    this.#write({ put: 'process', row });
  }

  putCheckpoint(pid: string, tag: string, text: string): void {
    this.#write({ put: 'checkpoint', pid, tag, text });
  }

  getCheckpoint(pid: string, tag: string): string | undefined {
    const text = this.#ask({ ask: 'load', pid, tag } satisfies JobQuestion);
    return typeof text === 'string' ? text : undefined;
  }

  listCheckpoints(pid: string | null): readonly { readonly pid: string; readonly tag: string }[] {
    const pairs = this.#ask({ ask: 'list', pid } satisfies JobQuestion) as readonly (readonly [
      string,
      string,
    ])[];
    return pairs.map(([id, tag]) => ({ pid: id, tag }));
  }

  deleteCheckpoint(pid: string, tag: string): void {
    this.#write({ put: 'nothing', pid, tag });
  }

  #write(write: Write): void {
    if (this.#open) this.#open.push(write);
    else this.#send([write]);
  }

  #send(writes: readonly Write[]): void {
    if (writes.length > 0) this.#ask({ ask: 'write', writes } as unknown as Json);
  }
}
