// The looks that a watch answers for others: each by the one function that answers where there is no watch, too. Knows
// neither sockets nor who asks.
import type { Result } from '../base/result.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Answers, Look, LookQuestions } from './door/questions.ts';
import { explain } from './explain.ts';
import type { Looking } from './looking.ts';
import { countLinks } from './members/list-members.ts';
import { keyOf } from './reference.ts';
import { statusOf } from './status.ts';
import { trace } from './trace.ts';

export const LOOKS: {
  readonly [Name in Look]: (
    looking: Looking,
    given: LookQuestions[Name]['with'],
  ) => Promise<LookQuestions[Name]['answer']>;
} = {
  status: (looking) => statusOf(looking),
  why: (looking, { target }) => explain(looking, target),
  trace: (looking, { keys, all }) => trace(looking, keys.map(keyOf), all),
  links: (looking) => countLinks(looking),
};

/** Has someone look at what is there now, or says why that cannot be. */
export type LookOver = <T>(work: (looking: Looking) => Promise<T>) => Promise<Result<T, BuildFailure>>;

/** How a builder answers them all. */
export function answerLooks(over: LookOver): Required<Pick<Answers, Look>> {
  return {
    status: (given) => over((looking) => LOOKS.status(looking, given)),
    why: (given) => over((looking) => LOOKS.why(looking, given)),
    trace: (given) => over((looking) => LOOKS.trace(looking, given)),
    links: (given) => over((looking) => LOOKS.links(looking, given)),
  };
}
