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
  const stderr = streamOutput(process.stderr, () => undefined);
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

/** Getters and closures, no class: listr2 wraps its stream in a proxy, which private fields do not survive. */
function streamOutput(stream: NodeJS.WriteStream, onBroken: () => void): Output & { flush(): Promise<void> } {
  let broken = false;
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
    write: (text) => broken || stream.write(text),
    async flush() {
      if (broken) return;
      await new Promise<void>((resolve) => {
        stream.once('error', () => resolve());
        stream.write('', () => resolve());
      });
    },
  };
}
