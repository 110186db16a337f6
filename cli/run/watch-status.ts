// Shows a text again whenever it changed: in place on a terminal, else one after the other. Knows not what it tells.
import { watch } from 'node:fs';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';

/** Sources are not watched, so they are looked at every now and then; pipe's own state is. */
const LOOK_MS = 2000;
/** A build writes its state many times a second. */
const PAUSE_MS = 200;

export async function watchStatus(
  call: Call,
  stateFolder: string,
  textNow: () => Promise<string | ExitCode>,
): Promise<ExitCode> {
  const { stdout } = call.io;
  const stop = new AbortController();
  using _signals = call.io.onSignal((signal) => stop.abort(signal));
  let shown: string | undefined;
  let height = 0;
  while (!stop.signal.aborted) {
    const text = await textNow();
    if (typeof text === 'number') return text;
    if (text !== shown) {
      if (stdout.isTTY && height > 0) stdout.write(`\u001b[${height}A\u001b[0J`);
      else if (shown !== undefined && !call.args.flag('json')) stdout.write('\n');
      const rows = stdout.rows ?? Infinity;
      // More than the screen holds could not be drawn over.
      const lines = text.split('\n').slice(0, -1);
      const drawn = stdout.isTTY && lines.length >= rows ? lines.slice(0, rows - 1) : lines;
      stdout.write(drawn.map((line) => `${line}\n`).join(''));
      height = drawn.length;
      shown = text;
    }
    await change(stateFolder, stop.signal);
  }
  return ExitCode.interrupted;
}

/** Until the state changed, after a pause; at the latest after a while. */
async function change(folder: string, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  const done = Promise.withResolvers<void>();
  const timers = [setTimeout(done.resolve, LOOK_MS)];
  signal.addEventListener('abort', () => done.resolve(), { once: true });
  let watcher: ReturnType<typeof watch> | undefined;
  try {
    const from = Date.now() + PAUSE_MS;
    watcher = watch(folder, { persistent: false });
    watcher.on('error', () => undefined);
    watcher.on('change', () => {
      if (timers.length === 1) timers.push(setTimeout(done.resolve, Math.max(0, from - Date.now())));
    });
  } catch {
    // There is no state yet.
  }
  await done.promise;
  for (const timer of timers) clearTimeout(timer);
  watcher?.close();
}
