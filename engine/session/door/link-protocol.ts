// What the two ends of a link say to each other once a caller has asked the builder for one: the calls of a communicator,
// as JSON. Types only. Each end numbers what it asks; the other answers with that number, one word or two.
import type { Json } from '../../model/json.ts';
import type { Broadcast, FinalReply } from '../../process/control/communicator.ts';

export type SubscriberKind = 'rpc' | 'broadcast' | 'task';

/** An answer to what was asked. `pending` is followed by a last word; the last two answer only an offered task. */
export type Word =
  | FinalReply
  | { readonly kind: 'pending' }
  | { readonly kind: 'requeue' }
  | { readonly kind: 'rejected'; readonly reason: string };

export type ToBuilder =
  | { readonly type: 'add' | 'remove'; readonly kind: SubscriberKind; readonly id: string }
  | { readonly type: 'rpc'; readonly n: number; readonly to: string; readonly body: Json }
  | { readonly type: 'broadcast'; readonly broadcast: Broadcast }
  | { readonly type: 'task'; readonly n: number; readonly task: Json; readonly noReply: boolean }
  | { readonly type: 'word'; readonly n: number; readonly word: Word };

export type ToCaller =
  | { readonly type: 'refused-subscriber'; readonly id: string; readonly message: string }
  | { readonly type: 'rpc'; readonly n: number; readonly id: string; readonly body: Json }
  | { readonly type: 'broadcast'; readonly id: string; readonly broadcast: Broadcast }
  | { readonly type: 'task'; readonly n: number; readonly id: string; readonly task: Json }
  | { readonly type: 'word'; readonly n: number; readonly word: Word };
