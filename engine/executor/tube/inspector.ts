// Asks a child process what is wrong with tubes and assets, one question after the other. Starts it at the first; a
// module that ends it, or holds it up, is told as a fault. Knows no pipeline.
import type { ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Inspected, InspectRequest } from './inspection.ts';

/** The sources in a checkout, the bundle in the published package. */
const HOST = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? './inspect-host.ts' : './inspect-host.mjs', import.meta.url),
);
/** How long the modules of one tube may take to load. */
const PATIENCE_MS = 30_000;

export class Inspector implements AsyncDisposable {
  readonly #cwd: string;
  #child: Promise<ChildProcess> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  /** `cwd` is where the modules are loaded. */
  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** Never rejects for anything that the user's code does. */
  inspect(request: InspectRequest): Promise<Inspected> {
    const answer = this.#last.then(() => this.#ask(request));
    this.#last = answer;
    return answer;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#last;
    const child = await this.#child;
    child?.kill('SIGKILL');
  }

  async #ask(request: InspectRequest): Promise<Inspected> {
    this.#child ??= this.#start();
    const child = await this.#child;
    const { promise, resolve } = Promise.withResolvers<Inspected>();
    const gone = (why: string): void => {
      this.#child = undefined;
      resolve(failure(request, why));
    };
    const onExit = (status: number | null, signal: string | null): void =>
      gone(`ended the process with ${signal ?? `status ${status}`} while it was loaded`);
    const patience = setTimeout(() => {
      gone(`takes longer than ${PATIENCE_MS / 1000} s to load`);
      child.kill('SIGKILL');
    }, PATIENCE_MS);
    child.once('message', resolve);
    child.once('exit', onExit);
    child.send(request, () => {});
    try {
      return await promise;
    } finally {
      clearTimeout(patience);
      child.off('message', resolve);
      child.off('exit', onExit);
    }
  }

  async #start(): Promise<ChildProcess> {
    const { execa } = await import('execa');
    const subprocess = execa(process.execPath, ['--disable-warning=MODULE_TYPELESS_PACKAGE_JSON', HOST], {
      cwd: this.#cwd,
      stdio: 'ignore',
      ipc: true,
      serialization: 'json',
      reject: false,
      buffer: false,
    });
    if (subprocess.pid === undefined)
      throw new Error((await subprocess).shortMessage ?? 'no process can be started');
    return subprocess.nodeChildProcess;
  }
}

function failure(request: InspectRequest, why: string): Inspected {
  const [subject, place] =
    request.type === 'tube'
      ? [`a module of ${request.file}`, {}]
      : [request.reference, { location: request.location }];
  return {
    faults: [{ code: 'module-broken', severity: 'error', message: `${subject} ${why}`, ...place }],
    files: request.type === 'tube' ? [request.file] : [],
    modules: [],
  };
}
