// What a builder can be asked over its socket, by name: what each question is asked with and what the answer is. The only
// place to add one; both ends are checked against it. Types only; all of it has to survive JSON.

import type { ControlReply, ControlRequest } from '../model/process-control.ts';
import type { ProcessNews } from '../model/process-news.ts';

/** `{ with, answer }` by the question's name. */
export interface Questions {
  /** Which process builds here. Every builder answers it. */
  readonly who: {
    readonly with: undefined;
    readonly answer: { readonly pid: number; readonly builder: string };
  };
  /** Ids of the processes that run in this builder. */
  readonly live: {
    readonly with: undefined;
    readonly answer: {
      readonly pid: number;
      readonly builder: 'watch' | 'build';
      readonly processes: readonly string[];
    };
  };
}

export type Question = keyof Questions;

/** The questions that a builder answers, each with how. What it leaves out, it refuses. */
export type Answers = {
  readonly [Name in Question]?: (
    given: Questions[Name]['with'],
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
};

/** `{ with, said }` by the stream's name. */
export interface Streams {
  /** Replies at once, then the final one for each that is pending; over when none is. */
  readonly control: {
    readonly with: ControlRequest;
    readonly said: readonly ControlReply[];
  };
  /** At once what this builder has told since a time, as far as it knows, maybe nothing; then what processes do. */
  readonly news: {
    /** Milliseconds since 1970. */
    readonly with: { readonly since: number };
    readonly said: readonly ProcessNews[];
  };
}

export type Stream = keyof Streams;

/** The streams that a builder has. Each resolves when there is no more to say; `gone` is aborted when nobody listens. */
export type Speakers = {
  readonly [Name in Stream]?: (
    given: Streams[Name]['with'],
    say: (said: Streams[Name]['said']) => void,
    gone: AbortSignal,
  ) => Promise<void>;
};
