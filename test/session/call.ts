// Runs command lines of pipe on a real pipeline within the test's process. Knows no particular command.
import { delimiter, join } from 'node:path';
import process from 'node:process';
import { Readable } from 'node:stream';
import { main } from '../../cli/main.ts';
import type { SignalName } from '../../cli/io.ts';
import type { Project } from '../rig.ts';

export interface Transcript {
  readonly code: number;
  readonly out: string;
  readonly error: string;
}

export interface Surroundings {
  readonly stdin?: string | Uint8Array;
  readonly onError?: (text: string) => void;
  /** Told of each text on standard output; may send signals. */
  readonly onOutput?: (text: string, send: (signal: SignalName) => void) => void;
}

export async function pipe(
  desk: Project,
  words: readonly string[],
  { stdin = '', onOutput, onError }: Surroundings = {},
): Promise<Transcript> {
  const out: Buffer[] = [];
  const error: Buffer[] = [];
  let send: (signal: SignalName) => void = () => undefined;
  const output = (to: Buffer[], told?: Surroundings['onOutput']) => ({
    isTTY: false,
    write: (content: string | Uint8Array) => {
      to.push(Buffer.from(content as string));
      told?.(String(content), (signal) => send(signal));
    },
  });
  const code = await main(words, {
    stdout: output(out, onOutput),
    stderr: output(error, onError),
    stdin: Readable.from([Buffer.from(stdin as string)]),
    env: {
      PATH: [join(desk.outside, 'bin'), process.env['PATH'] ?? ''].join(delimiter),
      NO_COLOR: '1',
    },
    cwd: desk.folder,
    onSignal: (handler) => {
      send = handler;
      return { [Symbol.dispose]: () => void (send = () => undefined) };
    },
  });
  return { code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() };
}

/** Words as one types them, without quotes. */
export async function say(desk: Project, line: string, surroundings: Surroundings = {}): Promise<Transcript> {
  return await pipe(desk, line.split(' '), surroundings);
}
