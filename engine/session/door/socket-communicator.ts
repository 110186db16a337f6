// A communicator over the socket of the builder that is at work in a state folder: calls go to the processes that run
// there, broadcasts reach all that are linked to it, tasks are taken by it. Knows no intent and no task.
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { call } from '../../idle/socket.ts';
import type { Caller } from '../../idle/socket.ts';
import { SOCKET } from '../../idle/watch-protocol.ts';
import type { Answer, Hello } from '../../idle/watch-protocol.ts';
import type { Json } from '../../model/json.ts';
import { failureOf } from '../../process/failure-data.ts';
import { ProcessError } from '../../process/process-error.ts';
import { finalReply } from '../../process/control/communicator.ts';
import type {
  BroadcastHandler,
  Communicator,
  FinalReply,
  Reply,
  RpcHandler,
  TaskHandler,
} from '../../process/control/communicator.ts';
import { outcomeReply, replyOf } from '../../process/control/reply-of.ts';
import type { SubscriberKind, ToBuilder, ToCaller, Word } from './link-protocol.ts';
import { replyTo, sayReply, Waiting } from './link-words.ts';

/** Undefined if nobody builds here, or one that has no links. `warn` is told of a subscriber that the builder refused. */
export async function linkToBuilder(
  state: string,
  warn: (message: string) => void = () => {},
): Promise<SocketCommunicator | undefined> {
  if (!existsSync(join(state, SOCKET))) return undefined;
  const caller = await call(state, SOCKET);
  if (!caller) return undefined;
  const { promise, resolve } = Promise.withResolvers<SocketCommunicator | undefined>();
  let link: SocketCommunicator | undefined;
  let hello: Hello | undefined;
  caller.onMessage((message) => {
    if (link) return link.receive(message as ToCaller | undefined);
    const answer = message as Answer | undefined;
    if (answer?.type === 'hello') {
      hello = answer;
      caller.send({ type: 'link' });
    } else if (answer?.type === 'linked' && hello) {
      link = new SocketCommunicator(caller, hello, warn);
      resolve(link);
    } else resolve(undefined);
  });
  caller.onGone(() => resolve(undefined));
  const made = await promise;
  if (!made) caller.end();
  return made;
}

export class SocketCommunicator implements Communicator {
  readonly builder: Hello;
  readonly #caller: Caller;
  readonly #warn: (message: string) => void;
  readonly #waiting = new Waiting();
  readonly #rpc = new Map<string, RpcHandler>();
  readonly #broadcast = new Map<string, BroadcastHandler>();
  readonly #tasks = new Map<string, TaskHandler>();
  #closed = false;

  constructor(caller: Caller, builder: Hello, warn: (message: string) => void) {
    this.#caller = caller;
    this.builder = builder;
    this.#warn = warn;
    caller.onGone(() => this.#waiting.end('the builder has ended'));
  }

  /** Aborted when the builder has ended, or this was closed. */
  get gone(): AbortSignal {
    return this.#caller.gone;
  }

  addRpcSubscriber(handler: RpcHandler, id: string = randomUUID()): string {
    return this.#add('rpc', this.#rpc, handler, id);
  }

  removeRpcSubscriber(id: string): void {
    this.#remove('rpc', this.#rpc, id);
  }

  addBroadcastSubscriber(handler: BroadcastHandler, id: string = randomUUID()): string {
    return this.#add('broadcast', this.#broadcast, handler, id);
  }

  removeBroadcastSubscriber(id: string): void {
    this.#remove('broadcast', this.#broadcast, id);
  }

  addTaskSubscriber(handler: TaskHandler, id: string = randomUUID()): string {
    return this.#add('task', this.#tasks, handler, id);
  }

  removeTaskSubscriber(id: string): void {
    this.#remove('task', this.#tasks, id);
  }

  async sendRpc(to: string, body: Json): Promise<Reply> {
    this.#refuseClosed();
    if (this.gone.aborted) return { kind: 'unreachable', message: 'the builder has ended' };
    return await replyTo(this.#waiting, (n) => this.#send({ type: 'rpc', n, to, body }));
  }

  sendBroadcast(message: {
    readonly body?: Json;
    readonly sender?: string;
    readonly subject?: string;
    readonly correlationId?: string;
  }): void {
    this.#refuseClosed();
    const { body = null, sender = null, subject = null, correlationId = null } = message;
    this.#send({ type: 'broadcast', broadcast: { body, sender, subject, correlationId } });
  }

  async sendTask(task: Json, { noReply = false } = {}): Promise<FinalReply | null> {
    this.#refuseClosed();
    if (noReply) {
      this.#send({ type: 'task', n: 0, task, noReply });
      return null;
    }
    if (this.gone.aborted) return { kind: 'unreachable', message: 'the builder has ended' };
    return await finalReply(replyTo(this.#waiting, (n) => this.#send({ type: 'task', n, task, noReply })));
  }

  close(): void {
    this.#closed = true;
    this.#waiting.end('the communicator was closed');
    this.#caller.end();
  }

  receive(message: ToCaller | undefined): void {
    switch (message?.type) {
      case 'word':
        return this.#waiting.receive(message.n, message.word);
      case 'broadcast':
        return this.#broadcast.get(message.id)?.(message.broadcast);
      case 'rpc': {
        const handler = this.#rpc.get(message.id);
        const say = (word: Word): void => this.#send({ type: 'word', n: message.n, word });
        if (!handler) return say({ kind: 'unreachable', message: `nobody answers to '${message.id}'` });
        return void replyOf(handler, message.body).then((reply) => sayReply(reply, say));
      }
      case 'task':
        return void this.#take(message);
      case 'refused-subscriber':
        return this.#warn(message.message);
      default:
      // Of a newer pipe, or no JSON.
    }
  }

  async #take({ n, id, task }: Extract<ToCaller, { type: 'task' }>): Promise<void> {
    const say = (word: Word): void => this.#send({ type: 'word', n, word });
    try {
      const answer = (await this.#tasks.get(id)?.(task)) ?? { kind: 'requeue' };
      if (answer.kind !== 'accepted') return say(answer);
      say({ kind: 'pending' });
      say(await outcomeReply(answer.outcome));
    } catch (error) {
      say({ kind: 'failed', failure: failureOf(error) });
    }
  }

  #add<H>(kind: SubscriberKind, to: Map<string, H>, handler: H, id: string): string {
    this.#refuseClosed();
    if (to.has(id)) throw new ProcessError('duplicate-subscriber', `there is a subscriber '${id}' already`);
    to.set(id, handler);
    this.#send({ type: 'add', kind, id });
    return id;
  }

  #remove(kind: SubscriberKind, from: Map<string, unknown>, id: string): void {
    if (from.delete(id) && !this.#closed) this.#send({ type: 'remove', kind, id });
  }

  #send(message: ToBuilder): void {
    this.#caller.send(message);
  }

  #refuseClosed(): void {
    if (this.#closed) throw new ProcessError('communicator-closed', 'the communicator is closed');
  }
}
