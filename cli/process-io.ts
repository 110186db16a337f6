// The streams and signals of this very process, with a flush, and an end without noise when the reader of standard output
// goes away. Knows no command.
import { spawn } from 'node:child_process';
import type { Io, Output, SignalName } from './io.ts';

export interface ProcessIo extends Io {
  /** Resolves when all that was written has left the process. */
  flush(): Promise<void>;
}

export function processIo(): ProcessIo {
  const handlers = new Set<(signal: SignalName) => void>();
  const brokenPipe = () => {
    for (const handler of handlers) handler('SIGPIPE');
  };
  const stdout = streamOutput(process.stdout, brokenPipe);
  // What was said first is to be read first, where both lead to the same place.
  const stderr = streamOutput(process.stderr, () => undefined, stdout);
  return {
    stdout,
    stderr,
    get stdin() {
      // Opening standard input costs time, and few commands read it.
      return process.stdin;
    },
    env: process.env,
    cwd: process.cwd(),
    onSignal(handler) {
      const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
      const listeners = signals.map((signal) => [signal, () => handler(signal)] as const);
      for (const [signal, listener] of listeners) process.on(signal, listener);
      handlers.add(handler);
      return {
        [Symbol.dispose]() {
          for (const [signal, listener] of listeners) process.off(signal, listener);
          handlers.delete(handler);
        },
      };
    },
    startDetached(argv, cwd) {
      const child = spawn(process.execPath, [process.argv[1]!, ...argv], {
        cwd,
        detached: true,
        stdio: 'ignore',
      });
      child.unref();
      return child.pid ?? 0;
    },
    async flush() {
      await Promise.all([stdout.flush(), stderr.flush()]);
    },
  };
}

/** Each write wakes the reader, which takes as long as much of a small job: a build tells of thousands a second. */
const GATHER_MS = 20;
const GATHER_LENGTH = 16_384;

interface StreamOutput extends Output {
  /** Writes what is gathered. */
  give(): void;
  flush(): Promise<void>;
}

/** Getters and closures, no class: listr2 wraps its stream in a proxy, which private fields do not survive. */
function streamOutput(stream: NodeJS.WriteStream, onBroken: () => void, other?: StreamOutput): StreamOutput {
  let broken = false;
  let gathered = '';
  /** Runs from each write on; what comes while it runs is gathered, unless it is long or a terminal shows it. */
  let pause: NodeJS.Timeout | undefined;
  const give = (): void => {
    clearTimeout(pause);
    pause = undefined;
    if (gathered !== '' && !broken) stream.write(gathered);
    gathered = '';
  };
  // Without a listener an EPIPE, which is normal in `pipe status | head`, would be an uncaught exception.
  stream.on('error', () => {
    if (broken) return;
    broken = true;
    onBroken();
  });
  return {
    get isTTY() {
      // Node leaves it undefined where there is no terminal, whatever its types say.
      return stream.isTTY ?? false;
    },
    get columns() {
      return stream.columns;
    },
    get rows() {
      return stream.rows;
    },
    write(text) {
      other?.give();
      if (broken) return true;
      if (other || stream.isTTY || typeof text !== 'string' || text.length > GATHER_LENGTH) {
        give();
        return stream.write(text);
      }
      if (pause) gathered += text;
      else {
        pause = setTimeout(give, GATHER_MS);
        return stream.write(text);
      }
      if (gathered.length > GATHER_LENGTH) give();
      return true;
    },
    give,
    async flush() {
      give();
      if (broken) return;
      await new Promise<void>((resolve) => {
        stream.once('error', () => resolve());
        stream.write('', () => resolve());
      });
    },
  };
}
