// Calls functions of users' modules and waits for what they return, where there is no other way to wait: the values of a
// `map` are asked for in the middle of a decision. They run in a thread of their own. Knows no repository.
import type { MessagePort, Worker } from 'node:worker_threads';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Json } from '../../model/json.ts';

/** Loaded where it is used: few pipelines have such a function. */
const threads = () => process.getBuiltinModule('node:worker_threads');

export interface SyncQuestion {
  /** Absolute path. */
  readonly module: string;
  readonly name: string;
  readonly argument: Json;
}

export type SyncAnswer =
  | { readonly ok: true; readonly json: string }
  | { readonly ok: false; readonly message: string };

/** Nothing else happens meanwhile, so one that takes long is at fault. */
const LIMIT_MS = 10_000;

export class SyncFunctions {
  #worker: Worker | undefined;
  #port: MessagePort | undefined;
  readonly #bell = new Int32Array(new SharedArrayBuffer(4));

  /** What the function returns, as JSON; or what it threw, or that it took too long. */
  call(question: SyncQuestion): Result<Json, string> {
    const port = (this.#port ??= this.#start());
    Atomics.store(this.#bell, 0, 0);
    port.postMessage(question);
    if (Atomics.wait(this.#bell, 0, 0, LIMIT_MS) === 'timed-out') {
      this.close();
      return err(`the function did not return within ${LIMIT_MS / 1000} s`);
    }
    const answer = threads().receiveMessageOnPort(port)?.message as SyncAnswer | undefined;
    if (!answer) return err('the function gave no answer');
    return answer.ok ? ok(JSON.parse(answer.json) as Json) : err(answer.message);
  }

  /** Ends the thread; the next call starts another, which loads modules anew. */
  close(): void {
    this.#port?.close();
    void this.#worker?.terminate();
    this.#port = undefined;
    this.#worker = undefined;
  }

  #start(): MessagePort {
    const { port1, port2 } = new (threads().MessageChannel)();
    const file = import.meta.url.endsWith('.ts') ? './sync-worker.ts' : './sync-worker.mjs';
    this.#worker = new (threads().Worker)(new URL(file, import.meta.url), {
      workerData: { port: port2, signal: this.#bell.buffer },
      transferList: [port2],
    });
    this.#worker.unref();
    port1.unref();
    return port1;
  }
}
