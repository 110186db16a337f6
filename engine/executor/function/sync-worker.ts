// The thread in which functions run that somebody waits for: it is asked by a message, and answers by one and a signal.
// Knows no repository. Data: the port, and the memory that the asker sleeps on.
import { workerData } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { stripTypesEverywhere } from '../strip-types.ts';
import { moduleFunction } from './module-function.ts';
import type { SyncAnswer, SyncQuestion } from './sync-functions.ts';

const { port, signal } = workerData as { port: MessagePort; signal: SharedArrayBuffer };
const bell = new Int32Array(signal);

stripTypesEverywhere();
port.on('message', (question: SyncQuestion) => void answer(question));

async function answer({ module, name, argument }: SyncQuestion): Promise<void> {
  let said: SyncAnswer;
  try {
    const call = await moduleFunction(module, name);
    const json = JSON.stringify(await call(argument)) as string | undefined;
    said = json === undefined ? { ok: false, message: 'the function returned nothing' } : { ok: true, json };
  } catch (error) {
    said = { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  port.postMessage(said);
  Atomics.store(bell, 0, 1);
  Atomics.notify(bell, 0);
}
