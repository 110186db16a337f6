// Controls processes from afar, by messages. Knows no process object.
import type { Json } from '../../model/json.ts';
import { RestoredError } from '../failure-data.ts';
import { ProcessError } from '../process-error.ts';
import type { Communicator, FinalReply, Reply } from './communicator.ts';
import { finalReply } from './communicator.ts';
import { controlMessage } from './subscribe.ts';
import { continueTask, createTask, launchTask, type LaunchOptions, type ProcessTask } from './tasks.ts';

export class ProcessController {
  readonly #communicator: Communicator;

  constructor(communicator: Communicator) {
    this.#communicator = communicator;
  }

  /** The first reply, for those who show what is pending; the other methods wait for the last. */
  async pause(pid: string, message: string | null = null): Promise<Reply> {
    return await this.#communicator.sendRpc(pid, controlMessage('pause', message));
  }

  async play(pid: string): Promise<Reply> {
    return await this.#communicator.sendRpc(pid, controlMessage('play'));
  }

  async kill(pid: string, message: string | null = null, force = false): Promise<Reply> {
    return await this.#communicator.sendRpc(pid, controlMessage('kill', message, force));
  }

  async status(pid: string): Promise<FinalReply> {
    return await finalReply(this.#communicator.sendRpc(pid, controlMessage('status')));
  }

  pauseAll(message: string | null = null): void {
    this.#communicator.sendBroadcast({ subject: 'pause', body: { message } });
  }

  playAll(): void {
    this.#communicator.sendBroadcast({ subject: 'play' });
  }

  killAll(message: string | null = null, force = false): void {
    this.#communicator.sendBroadcast({ subject: 'kill', body: { message, force } });
  }

  /** The outputs, or with `noWait` the id. A process that fails: RestoredError, with its name and message. */
  async launch(process: string, options: LaunchOptions = {}): Promise<Json> {
    return await this.#task(launchTask(process, options));
  }

  async create(process: string, options: LaunchOptions = {}): Promise<string> {
    return (await this.#task(createTask(process, options))) as string;
  }

  async continue(
    pid: string,
    options: { readonly tag?: string; readonly noWait?: boolean } = {},
  ): Promise<Json> {
    return await this.#task(continueTask(pid, options));
  }

  /** Makes the process where one worker keeps it, then has any worker run it. */
  async execute(process: string, options: LaunchOptions = {}): Promise<Json> {
    const pid = await this.create(process, { ...options, persist: true });
    return await this.continue(pid, { noWait: options.noWait ?? false });
  }

  /** Sends a task and waits for nothing. */
  async post(task: ProcessTask): Promise<void> {
    await this.#communicator.sendTask(task, { noReply: true });
  }

  async #task(task: ProcessTask): Promise<Json> {
    const reply = await this.#communicator.sendTask(task);
    if (reply === null) return null;
    return valueIn(reply);
  }
}

/** The value of a reply; a failure or nobody there is thrown. */
export function valueIn(reply: FinalReply): Json {
  switch (reply.kind) {
    case 'final':
      return reply.value;
    case 'failed':
      throw new RestoredError(reply.failure);
    case 'unreachable':
      throw new ProcessError('unreachable', reply.message);
    default:
      return reply satisfies never;
  }
}
