// Asks the builder that is at work in a state folder, if there is one. Knows no question.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { onAbort } from '../../base/on-abort.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import { isStopped, readHolder } from '../../idle/lock-holder.ts';
import { call } from '../../idle/socket.ts';
import { SOCKET } from '../../idle/watch-protocol.ts';
import type { Answer, Ask, Hello } from '../../idle/watch-protocol.ts';
import type { EventSink } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { Question, Questions } from './questions.ts';

/** A builder greets at once, even in the middle of its work; one that does not is stopped, or all but dead. */
const GREETING_MS = 2000;
const ANSWER_MS = 5000;

export interface AskOptions {
  /** Whether the answers of such a builder are of use; any is by default. */
  readonly suits?: (hello: Hello) => boolean;
  /** The answer may take as long as it likes. */
  readonly isPatient?: boolean;
  /** Told what happens until then. */
  readonly onEvent?: EventSink;
  /** Aborted: nobody waits for the answer any more. */
  readonly stop?: AbortSignal;
}

/** Undefined if nobody builds here, none that suits, or it did not answer in time; a failure if it refused. */
export async function askBuilder<Name extends Question>(
  state: string,
  question: Name,
  given: Questions[Name]['with'],
  { suits = () => true, isPatient = false, onEvent, stop }: AskOptions = {},
): Promise<Result<Questions[Name]['answer'], BuildFailure> | undefined> {
  if (!existsSync(join(state, SOCKET))) return undefined;
  const holder = readHolder(state);
  if (holder && isStopped(holder)) return undefined;
  const caller = await call(state, SOCKET);
  if (!caller) return undefined;
  const { promise, resolve } = Promise.withResolvers<
    Result<Questions[Name]['answer'], BuildFailure> | undefined
  >();
  let patience = setTimeout(() => resolve(undefined), GREETING_MS);
  caller.onGone(() => resolve(undefined));
  if (stop) onAbort(stop, () => resolve(undefined));
  caller.onMessage((message) => {
    const answer = message as Answer | undefined;
    if (answer?.type === 'hello') {
      clearTimeout(patience);
      if (!isPatient) patience = setTimeout(() => resolve(undefined), ANSWER_MS);
      if (suits(answer)) caller.send({ type: 'ask', question, with: given } satisfies Ask);
      else resolve(undefined);
    }
    if (answer?.type === 'event') onEvent?.(answer.event);
    if (answer?.type === 'answer') resolve(ok(answer.value as Questions[Name]['answer']));
    if (answer?.type === 'refused') resolve(err(answer.refusal));
  });
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    caller.end();
  }
}
