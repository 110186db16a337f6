// The prompt of `pipe shell`: Node's own, with names for what the pipeline has. Knows no option.
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { start } from 'node:repl';
import type { REPLServer } from 'node:repl';
import { PassThrough, Writable } from 'node:stream';
import type { Result, Session } from '../../engine/index.ts';
import type { Call } from '../command.ts';

/** False if a line failed, where the lines come from a file or a pipe. */
export async function runShell(call: Call, session: Session): Promise<boolean> {
  const { io, style } = call;
  const terminal = io.stdout.isTTY && 'isTTY' in io.stdin && io.stdin.isTTY === true;
  const output = outputStream(call, terminal);
  if (terminal)
    io.stdout.write(
      `${style.bold(session.plan.name)}: pipeline, repositories, tasks, ls, cat, inject, rm, trace, status, why, build\n` +
        'Tab completes; .exit or Ctrl-D leaves.\n',
    );
  const input = terminal ? io.stdin : new PassThrough();
  const prompt = start({
    prompt: terminal ? 'pipe> ' : '',
    input,
    output,
    terminal,
    useColors: terminal && style.colours,
    useGlobal: false,
    breakEvalOnSigint: terminal,
  });
  Object.assign(prompt.context, shellContext(session));
  const gone = once(prompt, 'exit');
  if (!terminal) return await feed(prompt, input as PassThrough, io.stdin, gone);
  mkdirSync(session.stateFolder, { recursive: true });
  // A history that cannot be read is none.
  prompt.setupHistory(join(session.stateFolder, 'shell-history'), () => undefined);
  await gone;
  return true;
}

/** Gives the prompt a line when it has done with the one before, which by itself it does not wait for. */
async function feed(
  prompt: REPLServer,
  input: PassThrough,
  stdin: NodeJS.ReadableStream,
  gone: Promise<unknown>,
): Promise<boolean> {
  let next = Promise.withResolvers<void>();
  const display = prompt.displayPrompt.bind(prompt);
  prompt.displayPrompt = (preserve) => {
    display(preserve);
    next.resolve();
  };
  const left = gone.then(() => next.resolve());
  let isOpen = true;
  prompt.once('exit', () => (isOpen = false));
  for await (const line of createInterface({ input: stdin })) {
    if (!isOpen) break;
    next = Promise.withResolvers();
    input.write(`${line}\n`);
    await next.promise;
  }
  input.end();
  await left;
  return prompt.lastError === undefined;
}

/** What stands in the prompt by name. Calls that are refused throw the fault's message there. */
export function shellContext(session: Session): Record<string, unknown> {
  const { members } = session;
  const calm = { onWait: () => undefined, stop: new AbortController().signal };
  const bytes = (content: string | Uint8Array) =>
    typeof content === 'string' ? Buffer.from(content) : content;
  const text = (content: Uint8Array) => Buffer.from(content).toString();
  const cat = async (repository: string, key = '') =>
    text((await value(members.read(repository, key))).content);
  const inject = (repository: string, key: string, content: string | Uint8Array, options = {}) =>
    value(members.inject(repository, key, bytes(content), { ...calm, force: false, ...options }));
  const rm = (target: string, keys: string | readonly string[] = [], options = {}) =>
    value(
      members.remove({
        ...calm,
        target,
        keys: typeof keys === 'string' ? [keys] : keys,
        all: false,
        downstream: false,
        rerun: false,
        force: false,
        dryRun: false,
        ...options,
      }),
    );
  const build = (targets: string | readonly string[] = [], options = {}) =>
    session.build({
      targets: typeof targets === 'string' ? [targets] : targets,
      slots: availableParallelism(),
      onFailure: 'stop',
      dryRun: false,
      force: false,
      onEvent: () => undefined,
      stop: calm.stop,
      kill: calm.stop,
      ...options,
    });
  const repositories = Object.fromEntries(
    session.plan.repositories.map((plan) => {
      const quoted = plan.name.includes("'") ? `"${plan.name}"` : `'${plan.name}'`;
      return [
        plan.name,
        {
          plan,
          keys: () => value(members.list(quoted)),
          text: (key = '') => cat(plan.name, key),
          value: async (key = '') => (await value(members.read(plan.name, key))).value,
          write: (key: string, content: string | Uint8Array, options = {}) =>
            inject(plan.name, key, content, options),
          remove: (keys: string | readonly string[], options = {}) => rm(plan.name, keys, options),
        },
      ];
    }),
  );
  const tasks = Object.fromEntries(
    session.plan.tasks.map((plan) => [
      plan.name,
      {
        plan,
        why: (key?: string) => value(session.why(key === undefined ? plan.name : `${plan.name}/${key}`)),
        build: (key?: string) => build(key === undefined ? plan.name : `${plan.name}/${key}`),
      },
    ]),
  );
  return {
    pipeline: session,
    repositories,
    tasks,
    ls: (expression?: string) =>
      expression === undefined ? value(members.overview()) : value(members.list(expression)),
    cat,
    inject,
    rm,
    trace: (...keys: string[]) => value(members.trace(keys, { all: false })),
    status: () => session.status(),
    why: (target: string) => value(session.why(target)),
    build,
  };
}

async function value<T>(
  answer: Promise<Result<T, { readonly message: string; readonly hint?: string }>>,
): Promise<T> {
  const found = await answer;
  if (found.ok) return found.value;
  const { message, hint } = found.error;
  const fault = new Error(hint === undefined ? message : `${message} (${hint})`);
  // Where in pipe it was found does not help at a prompt.
  fault.stack = `Error: ${fault.message}`;
  throw fault;
}

/** The terminal itself where there is one, so that the prompt may move its cursor; else a stream onto the command's output. */
function outputStream({ io }: Call, terminal: boolean): NodeJS.WritableStream {
  if (terminal) return process.stdout;
  return new Writable({
    decodeStrings: false,
    write: (chunk: string | Uint8Array, _encoding, done) => {
      io.stdout.write(chunk);
      done();
    },
  });
}
