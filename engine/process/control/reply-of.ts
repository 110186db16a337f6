// What a handler returned or threw, as a reply. Knows no communicator.
import type { Json } from '../../model/json.ts';
import { failureOf } from '../failure-data.ts';
import { finalReply, type FinalReply, type Reply, type RpcHandler } from './communicator.ts';

/** What a handler returns that has passed the message on: the answer that came back is the reply as it is. */
export class Relayed<R extends Reply = Reply> {
  readonly reply: Promise<R>;

  constructor(reply: Promise<R>) {
    this.reply = reply;
  }
}

/** A promise makes the reply a pending one, a throw a failed one. */
export async function replyOf(handler: RpcHandler, body: Json): Promise<Reply> {
  try {
    const value = handler(body);
    if (value instanceof Relayed) return await (value as Relayed).reply;
    return value instanceof Promise
      ? { kind: 'pending', final: outcomeReply(value) }
      : { kind: 'final', value: copyOf(value) };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

export async function outcomeReply(outcome: unknown): Promise<FinalReply> {
  try {
    const value = await outcome;
    if (value instanceof Relayed) return await finalReply((value as Relayed).reply);
    return { kind: 'final', value: copyOf(value) };
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}

function copyOf(value: unknown): Json {
  return value === undefined ? null : (structuredClone(value) as Json);
}
