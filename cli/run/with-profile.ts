// `--profile FILE`: what pipe does while a command works, and every job, as a trace that Chrome and Perfetto show. Knows the
// format of such a trace, and no phase by name.
import { closeSync, openSync, writeSync } from 'node:fs';
import { resolve } from 'node:path';
import { listenToSpans } from '../../engine/base/span.ts';
import type { Span } from '../../engine/base/span.ts';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';

/** Runs a command with its profile, where one was asked for. */
export async function withProfile(call: Call, work: () => Promise<ExitCode>): Promise<ExitCode> {
  const file = call.args.value('profile');
  if (file === undefined) return await work();
  let trace: TraceFile;
  try {
    trace = new TraceFile(resolve(call.cwd, file));
  } catch (error) {
    const { message } = error as Error;
    call.io.stderr.write(`${call.errorStyle.bad('error:')} cannot write the profile ${file}: ${message}\n`);
    return ExitCode.wrong;
  }
  try {
    // What came before anyone could listen.
    const { bootstrapComplete } = performance.nodeTiming;
    trace.add({ name: 'start Node', lane: 0, start: 0, end: bootstrapComplete });
    trace.add({
      name: 'load the command',
      lane: 0,
      start: bootstrapComplete,
      end: performance.now(),
    });
    using _listening = listenToSpans((span) => trace.add(span));
    return await work();
  } finally {
    trace.close();
  }
}

/** Enough at once that writing does not show in what is measured. */
const CHUNK = 1 << 16;

/** The array form of a trace, which may end anywhere: a pipe that was killed leaves a file that can be opened. */
class TraceFile {
  readonly #file: number;
  readonly #named = new Set<number>();
  #text = '[\n';
  #isFull = false;

  constructor(path: string) {
    this.#file = openSync(path, 'w');
  }

  add({ name, lane, start, end, detail }: Span): void {
    this.#name(lane);
    const event = { name, ph: 'X', ts: micros(start), dur: micros(end - start), pid: 1, tid: lane };
    this.#put(detail ? { ...event, args: detail } : event);
  }

  close(): void {
    this.#put({ name: 'process_name', ph: 'M', pid: 1, tid: 0, args: { name: 'pipe' } }, '\n]\n');
    this.#write();
    closeSync(this.#file);
  }

  /** Lanes are threads to a viewer, which shows them in the order of their numbers. */
  #name(lane: number): void {
    if (this.#named.has(lane)) return;
    this.#named.add(lane);
    const name = lane === 0 ? 'pipe' : `slot ${lane - 1}`;
    this.#put({ name: 'thread_name', ph: 'M', pid: 1, tid: lane, args: { name } });
  }

  #put(event: object, after = ',\n'): void {
    this.#text += JSON.stringify(event) + after;
    if (this.#text.length > CHUNK) this.#write();
  }

  #write(): void {
    if (this.#isFull) return;
    try {
      writeSync(this.#file, this.#text);
    } catch {
      // A full disk ends the profile and not the build.
      this.#isFull = true;
    }
    this.#text = '';
  }
}

function micros(ms: number): number {
  return Math.round(ms * 1000);
}
