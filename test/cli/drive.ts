// Runs one command line against a fake engine and gives what it wrote, so that a test reads as a transcript.
import { Readable } from 'node:stream';
import type { SignalName } from '../../cli/io.ts';
import type { Engine } from '../../cli/engine.ts';
import { main } from '../../cli/main.ts';
import { fakeEngine, type Script } from './fake-session.ts';

export interface Transcript {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Instead of the fake one. */
  readonly engine?: Engine;
  /** What stands in standard input. */
  readonly stdin?: string;
  /** Both outputs are a terminal of 80 × 24. */
  readonly terminal?: boolean;
  /** Filled with the function that sends a signal, once the command listens. */
  readonly signals?: { send?: (signal: SignalName) => void };
}

export async function drive(
  argv: string,
  script: Script = {},
  surroundings: Surroundings = {},
): Promise<Transcript> {
  return driveWords(argv.split(' ').filter(Boolean), script, surroundings);
}

export async function driveWords(
  words: readonly string[],
  script: Script = {},
  { env = {}, cwd = '/shelf', terminal = false, signals = {}, engine, stdin }: Surroundings = {},
): Promise<Transcript> {
  const written = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTTY: terminal,
    ...(terminal ? { columns: 80, rows: 24 } : {}),
    write: (text: string) => void (written[name] += text),
  });
  const code = await main(
    words,
    {
      stdout: output('stdout'),
      stderr: output('stderr'),
      stdin: stdin === undefined ? process.stdin : Readable.from([Buffer.from(stdin)]),
      env,
      cwd,
      onSignal: (handler) => {
        signals.send = handler;
        return { [Symbol.dispose]: () => void delete signals.send };
      },
    },
    async () => engine ?? fakeEngine(script),
  );
  return { code, ...written };
}
