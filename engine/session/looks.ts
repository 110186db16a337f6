// The looks that a watch answers for others: each by the one function that answers where there is no watch, too. Knows
// neither sockets nor who asks.
import type { Result } from '../base/result.ts';
import type { Caller } from '../idle/socket.ts';
import type { Answer } from '../idle/watch-protocol.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Answers, Look, LookQuestions } from './door/questions.ts';
import { explain } from './explain.ts';
import type { Looking } from './looking.ts';
import { countLinks } from './members/list-members.ts';
import { planAhead } from './plan-ahead.ts';
import type { PlanPorts } from './plan-ahead.ts';
import { keyOf } from './reference.ts';
import { statusOf } from './status.ts';
import { trace } from './trace.ts';

export const LOOKS: {
  readonly [Name in Look]: (
    looking: Looking,
    given: LookQuestions[Name]['with'],
    ports: PlanPorts,
  ) => Promise<LookQuestions[Name]['answer']>;
} = {
  status: (looking) => statusOf(looking),
  why: (looking, { target }) => explain(looking, target),
  trace: (looking, { keys, all }) => trace(looking, keys.map(keyOf), all),
  links: (looking) => countLinks(looking),
  plan: (looking, request, ports) => planAhead(looking, request, ports),
};

/** Has someone look at what is there now, or says why that cannot be. */
export type LookOver = <T>(work: (looking: Looking) => Promise<T>) => Promise<Result<T, BuildFailure>>;

/** How a builder answers them all. */
export function answerLooks(over: LookOver): Required<Pick<Answers, Look>> {
  const answer =
    <Name extends Look>(name: Name) =>
    (given: LookQuestions[Name]['with'], caller: Caller) =>
      over((looking) =>
        LOOKS[name](looking, given, {
          ...UNENDING,
          onEvent: (event) => caller.send({ type: 'event', event } satisfies Answer),
        }),
      );
  return {
    status: answer('status'),
    why: answer('why'),
    trace: answer('trace'),
    links: answer('links'),
    plan: answer('plan'),
  };
}

const never = new AbortController().signal;

/** Of a look that nobody interrupts, and that has nothing to tell but its answer. */
export const UNENDING: PlanPorts = { onEvent: () => {}, stop: never, kill: never };
