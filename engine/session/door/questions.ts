// What a builder can be asked over its socket, by name: what each question is asked with and what the answer is. The only
// place to add one; both ends are checked against it. Types only; all of it has to survive JSON.
import type { Result } from '../../base/result.ts';
import type { Caller } from '../../idle/socket.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { BuildSummary } from '../../model/event.ts';
import type { Progress } from '../../schedule/options.ts';
import type { PlanRequest } from '../plan-ahead.ts';
import type { LinkCount, RequestFault, TraceReport } from '../members/member-types.ts';
import type { LaunchReport, LaunchRequest, StatusReport, WhyReport } from '../types.ts';

/** What looks are asked with, and what they tell. Only a watch answers them. */
export interface LookQuestions {
  readonly status: { readonly with: undefined; readonly answer: StatusReport };
  readonly why: {
    readonly with: { readonly target: string };
    readonly answer: Result<readonly WhyReport[], Diagnostic>;
  };
  readonly trace: {
    readonly with: { readonly keys: readonly string[]; readonly all: boolean };
    readonly answer: Result<readonly TraceReport[], RequestFault>;
  };
  /** Its events are told before. */
  readonly plan: { readonly with: PlanRequest; readonly answer: BuildSummary };
  readonly links: { readonly with: undefined; readonly answer: Result<readonly LinkCount[], RequestFault> };
}

export type Look = keyof LookQuestions;

/** Each with its answer, or why it cannot be had here: then whoever asks has to look. */
type Looked = {
  readonly [Name in Look]: {
    readonly with: LookQuestions[Name]['with'];
    readonly answer: Result<LookQuestions[Name]['answer'], BuildFailure>;
  };
};

/** `{ with, answer }` by the question's name. */
export interface Questions extends Looked {
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
  /** Has a job run, as far as a watch may; tells what happens to it. With `wait` the answer comes at its end. */
  readonly launch: {
    readonly with: Pick<LaunchRequest, 'task' | 'key' | 'force' | 'record'> & { readonly wait: boolean };
    readonly answer: Result<LaunchReport, BuildFailure>;
  };
  /** What is done now. Every builder answers it. */
  readonly progress: { readonly with: undefined; readonly answer: Progress };
}

export type Question = keyof Questions;

/** The questions that a builder answers, each with how. What it leaves out, it refuses. */
export type Answers = {
  readonly [Name in Question]?: (
    given: Questions[Name]['with'],
    caller: Caller,
  ) => Questions[Name]['answer'] | Promise<Questions[Name]['answer']>;
};
