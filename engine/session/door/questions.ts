// What a builder can be asked over its socket, by name: what each question is asked with and what the answer is. The only
// place to add one; both ends are checked against it. Types only; all of it has to survive JSON.

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
