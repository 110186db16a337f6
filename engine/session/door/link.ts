// The builder's end of a link: whoever calls takes part in the builder's communicator as if it were within the program,
// until it goes. Knows no intent and no task.
import type { Caller } from '../../idle/socket.ts';
import type { Json } from '../../model/json.ts';
import { ProcessError } from '../../process/process-error.ts';
import type { Communicator, FinalReply, TaskAnswer } from '../../process/control/communicator.ts';
import { Relayed } from '../../process/control/reply-of.ts';
import type { ToBuilder, ToCaller } from './link-protocol.ts';
import { replyTo, sayReply, Waiting } from './link-words.ts';

let links = 0;

export function serveLink(caller: Caller, hub: Communicator): void {
  const link = new Link(caller, hub);
  caller.onMessage((message) => link.receive(message as ToBuilder | undefined));
  caller.onGone(() => link.end());
}

class Link {
  readonly #caller: Caller;
  readonly #hub: Communicator;
  readonly #waiting = new Waiting();
  readonly #remove = new Map<string, () => void>();
  /** Ids of those who hear broadcasts and take tasks need only differ within one caller. */
  readonly #prefix = `link ${++links} `;

  constructor(caller: Caller, hub: Communicator) {
    this.#caller = caller;
    this.#hub = hub;
  }

  receive(message: ToBuilder | undefined): void {
    switch (message?.type) {
      case 'add':
        return this.#add(message);
      case 'remove':
        return this.#removeOne(`${message.kind} ${message.id}`);
      case 'rpc':
        return void this.#hub
          .sendRpc(message.to, message.body)
          .then((reply) => sayReply(reply, (word) => this.#send({ type: 'word', n: message.n, word })));
      case 'broadcast': {
        const { body, sender, subject, correlationId } = message.broadcast;
        return this.#hub.sendBroadcast({
          body,
          ...(sender !== null && { sender }),
          ...(subject !== null && { subject }),
          ...(correlationId !== null && { correlationId }),
        });
      }
      case 'task':
        return void this.#hub.sendTask(message.task, { noReply: message.noReply }).then((word) => {
          if (word) this.#send({ type: 'word', n: message.n, word });
        });
      case 'word':
        return this.#waiting.receive(message.n, message.word);
      default:
      // Of a newer pipe, or no JSON.
    }
  }

  end(): void {
    for (const name of Array.from(this.#remove.keys())) this.#removeOne(name);
    this.#waiting.end('the program that was asked has gone');
  }

  #add({ kind, id }: Extract<ToBuilder, { type: 'add' | 'remove' }>): void {
    const hub = this.#hub;
    const own = this.#prefix + id;
    try {
      switch (kind) {
        case 'rpc':
          hub.addRpcSubscriber(
            (body) => new Relayed(replyTo(this.#waiting, (n) => this.#send({ type: 'rpc', n, id, body }))),
            id,
          );
          break;
        case 'broadcast':
          hub.addBroadcastSubscriber((broadcast) => this.#send({ type: 'broadcast', id, broadcast }), own);
          break;
        case 'task':
          hub.addTaskSubscriber((task) => this.#offer(id, task), own);
          break;
        default:
          kind satisfies never;
      }
    } catch (error) {
      if (!(error instanceof ProcessError)) throw error;
      return this.#send({ type: 'refused-subscriber', id, message: error.message });
    }
    this.#remove.set(`${kind} ${id}`, () => {
      if (kind === 'rpc') hub.removeRpcSubscriber(id);
      else if (kind === 'broadcast') hub.removeBroadcastSubscriber(own);
      else hub.removeTaskSubscriber(own);
    });
  }

  #removeOne(name: string): void {
    this.#remove.get(name)?.();
    this.#remove.delete(name);
  }

  /** One that goes without an answer leaves the task to others; one that goes with it in hand has failed it. */
  async #offer(id: string, task: Json): Promise<TaskAnswer> {
    const first = Promise.withResolvers<TaskAnswer>();
    const last = Promise.withResolvers<FinalReply>();
    const n = this.#waiting.add((word) => {
      if (word.kind === 'requeue' || word.kind === 'rejected') first.resolve(word);
      else if (word.kind === 'pending')
        first.resolve({ kind: 'accepted', outcome: new Relayed(last.promise) });
      else {
        first.resolve(
          word.kind === 'unreachable'
            ? { kind: 'requeue' }
            : { kind: 'accepted', outcome: new Relayed(Promise.resolve(word)) },
        );
        last.resolve(word);
      }
    });
    this.#send({ type: 'task', n, id, task });
    return await first.promise;
  }

  #send(message: ToCaller): void {
    this.#caller.send(message);
  }
}
