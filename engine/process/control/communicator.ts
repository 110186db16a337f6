// The port for messages to and from processes: calls to one process, broadcasts, and a queue of tasks. Knows no wire;
// every communicator passes the contract suite in test/process/contracts/communicator.ts.
import type { Json } from '../../model/json.ts';
import type { FailureData } from '../failure-data.ts';

/** The last word on a message. */
export type FinalReply =
  | { readonly kind: 'final'; readonly value: Json }
  | { readonly kind: 'failed'; readonly failure: FailureData }
  /** Nobody answers to that id: the process has ended, or never was. */
  | { readonly kind: 'unreachable'; readonly message: string };

/** The first word: the last one, or word that the last one is to come. */
export type Reply = FinalReply | { readonly kind: 'pending'; readonly final: Promise<FinalReply> };

export interface Broadcast {
  readonly body: Json;
  readonly sender: string | null;
  readonly subject: string | null;
  readonly correlationId: string | null;
}

/** Returns the value to reply with; a promise makes the first reply a pending one; a throw a failed one. */
export type RpcHandler = (body: Json) => unknown;
export type BroadcastHandler = (broadcast: Broadcast) => void;

/**
 * What a subscriber does with a task: takes it, gives it back to be tried by another later, or refuses it for good. A task
 * that every subscriber refuses is dead: its sender is told, and it is never offered again.
 */
export type TaskAnswer =
  | { readonly kind: 'accepted'; readonly outcome: unknown }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'rejected'; readonly reason: string };
export type TaskHandler = (task: Json) => TaskAnswer | Promise<TaskAnswer>;

/**
 * Bodies are JSON and arrive as copies, never before the sending call has returned. After `close` every call throws
 * ProcessError `communicator-closed`.
 */
export interface Communicator {
  /** Without an id one is made. An id that is taken: ProcessError `duplicate-subscriber`. */
  addRpcSubscriber(handler: RpcHandler, id?: string): string;
  removeRpcSubscriber(id: string): void;
  addBroadcastSubscriber(handler: BroadcastHandler, id?: string): string;
  removeBroadcastSubscriber(id: string): void;
  addTaskSubscriber(handler: TaskHandler, id?: string): string;
  removeTaskSubscriber(id: string): void;

  sendRpc(recipient: string, body: Json): Promise<Reply>;
  sendBroadcast(broadcast: {
    readonly body?: Json;
    readonly sender?: string;
    readonly subject?: string;
    readonly correlationId?: string;
  }): void;
  /** Resolves to the reply once a subscriber has taken the task and is done, or with `noReply` at once to null. */
  sendTask(task: Json, options?: { readonly noReply?: boolean }): Promise<FinalReply | null>;
  close(): void;
}

/** Waits for the last word. */
export async function finalReply(reply: Reply | Promise<Reply>): Promise<FinalReply> {
  const first = await reply;
  return first.kind === 'pending' ? await first.final : first;
}
