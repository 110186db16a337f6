// A communicator within one program: for tests, and for one builder that needs no broker. Knows no wire; bodies are copied
// as if there were one.
import { randomUUID } from 'node:crypto';
import type { Json } from '../../model/json.ts';
import { failureOf } from '../failure-data.ts';
import { ProcessError } from '../process-error.ts';
import type {
  Broadcast,
  BroadcastHandler,
  Communicator,
  FinalReply,
  Reply,
  RpcHandler,
  TaskAnswer,
  TaskHandler,
} from './communicator.ts';
import { outcomeReply, replyOf } from './reply-of.ts';

interface QueuedTask {
  readonly task: Json;
  readonly reply: PromiseWithResolvers<FinalReply>;
  /** Subscribers that refused it, or gave it back: it is not offered to them again until they take another task. */
  readonly tried: Set<string>;
  readonly reasons: string[];
}

export class MemoryCommunicator implements Communicator {
  readonly #rpc = new Map<string, RpcHandler>();
  readonly #broadcast = new Map<string, BroadcastHandler>();
  readonly #tasks = new Map<string, TaskHandler>();
  #queue: QueuedTask[] = [];
  readonly #dead: Json[] = [];
  #closed = false;

  /** Tasks that every subscriber refused. */
  get deadTasks(): readonly Json[] {
    return this.#dead;
  }

  addRpcSubscriber(handler: RpcHandler, id: string = randomUUID()): string {
    return this.#add(this.#rpc, handler, id);
  }

  removeRpcSubscriber(id: string): void {
    this.#rpc.delete(id);
  }

  addBroadcastSubscriber(handler: BroadcastHandler, id: string = randomUUID()): string {
    return this.#add(this.#broadcast, handler, id);
  }

  removeBroadcastSubscriber(id: string): void {
    this.#broadcast.delete(id);
  }

  addTaskSubscriber(handler: TaskHandler, id: string = randomUUID()): string {
    this.#add(this.#tasks, handler, id);
    this.#offerAll();
    return id;
  }

  removeTaskSubscriber(id: string): void {
    this.#tasks.delete(id);
  }

  async sendRpc(recipient: string, body: Json): Promise<Reply> {
    this.#refuseClosed();
    const copy = structuredClone(body);
    await Promise.resolve();
    const handler = this.#rpc.get(recipient);
    if (handler === undefined) return { kind: 'unreachable', message: `nobody answers to '${recipient}'` };
    return await replyOf(handler, copy);
  }

  sendBroadcast(message: {
    readonly body?: Json;
    readonly sender?: string;
    readonly subject?: string;
    readonly correlationId?: string;
  }): void {
    this.#refuseClosed();
    const broadcast: Broadcast = {
      body: structuredClone(message.body ?? null),
      sender: message.sender ?? null,
      subject: message.subject ?? null,
      correlationId: message.correlationId ?? null,
    };
    queueMicrotask(() => {
      for (const handler of Array.from(this.#broadcast.values())) handler(broadcast);
    });
  }

  async sendTask(task: Json, options: { readonly noReply?: boolean } = {}): Promise<FinalReply | null> {
    this.#refuseClosed();
    const queued: QueuedTask = {
      task: structuredClone(task),
      reply: Promise.withResolvers(),
      tried: new Set(),
      reasons: [],
    };
    this.#queue.push(queued);
    queueMicrotask(() => this.#offerAll());
    return options.noReply === true ? null : await queued.reply.promise;
  }

  close(): void {
    this.#closed = true;
    this.#rpc.clear();
    this.#broadcast.clear();
    this.#tasks.clear();
    for (const queued of this.#queue.splice(0))
      queued.reply.resolve({ kind: 'unreachable', message: 'the communicator was closed' });
  }

  #offerAll(): void {
    for (const queued of this.#queue.splice(0)) void this.#offer(queued);
  }

  /** Tries each subscriber until one takes it. With none to try it stays queued, or is dead if all refused. */
  async #offer(queued: QueuedTask): Promise<void> {
    for (;;) {
      // Others may have come while one was asked.
      const untried = [...this.#tasks].find(([each]) => !queued.tried.has(each));
      if (!untried) break;
      const [id, handler] = untried;
      queued.tried.add(id);
      const answer = await answerOf(handler, queued.task);
      if (answer.kind === 'failed') return queued.reply.resolve(answer);
      if (answer.kind === 'accepted') {
        queued.tried.clear();
        queued.reply.resolve(await outcomeReply(answer.outcome));
        return;
      }
      if (answer.kind === 'rejected') queued.reasons.push(answer.reason);
    }
    const refusedByAll = queued.reasons.length > 0 && queued.reasons.length === queued.tried.size;
    if (this.#closed) {
      queued.reply.resolve({ kind: 'unreachable', message: 'the communicator was closed' });
    } else if (refusedByAll) {
      this.#dead.push(queued.task);
      queued.reply.resolve({
        kind: 'failed',
        failure: failureOf(new ProcessError('task-rejected', queued.reasons.join('; '))),
      });
    } else {
      this.#queue.push(queued);
    }
  }

  #add<H>(to: Map<string, H>, handler: H, id: string): string {
    this.#refuseClosed();
    if (to.has(id)) throw new ProcessError('duplicate-subscriber', `there is a subscriber '${id}' already`);
    to.set(id, handler);
    return id;
  }

  #refuseClosed(): void {
    if (this.#closed) throw new ProcessError('communicator-closed', 'the communicator is closed');
  }
}

async function answerOf(
  handler: TaskHandler,
  task: Json,
): Promise<TaskAnswer | Extract<FinalReply, { kind: 'failed' }>> {
  try {
    return await handler(structuredClone(task));
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error) };
  }
}
