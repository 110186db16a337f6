// What a command may touch of the world outside: its streams, variables, folder and signals. Knows no process, so that a
// test can stand in for one.

export interface Output {
  write(text: string | Uint8Array): unknown;
  readonly isTTY: boolean;
  /** Width and height of the terminal in cells; absent when there is none. */
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

/** SIGPIPE stands for a reader of standard output that went away. */
export type SignalName = 'SIGINT' | 'SIGTERM' | 'SIGHUP' | 'SIGPIPE';

export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly stdin: NodeJS.ReadableStream;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute. */
  readonly cwd: string;
  /** From here until the result is disposed, signals go to `handler` and no longer end the process. */
  onSignal(handler: (signal: SignalName) => void): Disposable;
  /** Starts pipe once more in the background and gives its process id; absent where there is no background. */
  readonly startDetached?: (argv: readonly string[], cwd: string) => number;
}
