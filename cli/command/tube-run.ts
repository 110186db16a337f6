// `pipe tube run`: epoch after epoch of one tube. Knows its options and the runners' names, and no node.
import {
  AsyncRunner,
  ProcessRunner,
  SyncRunner,
  TubeError,
  type Tube,
  type TubeRunner,
} from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { setImmediate } from 'node:timers/promises';
import { withoutOwnFrames } from '../own-frames.ts';
import { ExitCode } from '../exit-code.ts';
import { directoryOption } from '../options.ts';
import { inputOption, openTube, printTubeFaults, tubeArgument } from '../tube/open-tube.ts';
import { InputFault, readInputs, type Inputs } from '../tube/read-inputs.ts';
import { Results } from '../tube/results.ts';

export const tubeRun: Command = {
  argument: tubeArgument,
  details:
    'Runs epochs of a tube until there are N results, a source has no more, or standard input ends, and prints each ' +
    'result as JSON. Standard input is read if the tube has process inputs that `-i` does not give: one epoch for each ' +
    'object. A tube without a source, whose inputs are all given, runs one epoch. The runner `sync` calls one node after the other, `async` all that are ready, and `process` gives each a ' +
    'process of its own; the results are the same. Ctrl-C lets the epoch under way end and takes everything down; the second gives that two seconds.',
  options: [
    {
      name: 'runner',
      value: 'NAME',
      choices: ['sync', 'async', 'process'],
      help: 'what runs the nodes (default: sync)',
    },
    { name: 'number', short: 'n', value: 'N', kind: 'count', help: 'end after N results' },
    inputOption,
    { name: 'from', value: 'FORMAT', choices: ['jsonl', 'json'], help: 'standard input (default: jsonl)' },
    { name: 'to', value: 'FORMAT', choices: ['jsonl', 'json'], help: 'standard output (default: jsonl)' },
    { name: 'quiet', short: 'q', help: 'show no progress' },
    directoryOption,
  ],
  examples: [
    { line: 'pipe tube run words.tube.yaml -n 5', does: 'the first five results' },
    { line: 'echo \'{"text":"fig"}\' | pipe tube run shout.tube.yaml -i times=3', does: 'one epoch' },
  ],
  run: runCommand,
};

async function runCommand(call: Call): Promise<ExitCode> {
  const opened = await openTube(call);
  if (!opened.ok) return await printTubeFaults(call, opened.error);
  const { tube, process } = opened.value;
  using interruption = new Interruption(call);
  const runner = makeRunner(call.args.value('runner') ?? 'sync', tube);
  try {
    await Promise.race([runAll(call, runner, process, interruption.stop), interruption.killed]);
  } catch (error) {
    return tell(call, error);
  } finally {
    // A node may be under way that never ends.
    await Promise.race([runner.deinit(), interruption.over]);
  }
  return interruption.stop.aborted && !interruption.isPipe ? ExitCode.interrupted : ExitCode.done;
}

async function runAll(call: Call, runner: TubeRunner, given: Inputs, stop: AbortSignal): Promise<void> {
  const { args, io } = call;
  const most = args.count('number') ?? Number.POSITIVE_INFINITY;
  const { tube } = runner;
  const isCounted = tube.returnNode !== undefined;
  const reads = tube.inputs.missing(given).length > 0 && (io.stdin as { isTTY?: boolean }).isTTY !== true;
  const inputs = reads
    ? readInputs(io.stdin, args.value('from') === 'json' ? 'json' : 'jsonl', stop)
    : epochsOf(tube, args.count('number') !== undefined);
  const shows = io.stderr.isTTY && !args.flag('quiet');
  using results = new Results(io, args.value('to') === 'json' ? 'json' : 'jsonl', shows);
  let since = performance.now();
  let epochs = 0;
  for await (const input of inputs) {
    if (stop.aborted) return;
    const result = await processOnce(runner, { ...given, ...input });
    if (result === END) return;
    results.add(result);
    epochs++;
    if ((isCounted ? results.count : epochs) >= most) return;
    if (performance.now() - since < 20) continue;
    // Signals and the outputs have their turn.
    await setImmediate();
    since = performance.now();
  }
}

const END = Symbol('end');

async function processOnce(runner: TubeRunner, input: Inputs): Promise<unknown> {
  try {
    return await runner.process(input);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'exhausted') return END;
    throw error;
  }
}

/** Without a node that has nothing to depend on, every epoch would be the first again: one is enough, unless more are asked for. */
function* epochsOf({ nodes }: Tube, isCounted: boolean): Generator<Inputs, void, undefined> {
  const hasSource = [...nodes.values()].some(({ edges }) => edges.length === 0);
  yield {};
  if (hasSource || isCounted) for (;;) yield {};
}

function makeRunner(name: string, tube: Tube): TubeRunner {
  if (name === 'process') return new ProcessRunner(tube);
  return name === 'async' ? new AsyncRunner(tube) : new SyncRunner(tube);
}

function tell(call: Call, error: unknown): ExitCode {
  if (error instanceof Killed) return ExitCode.interrupted;
  const { bad, dim } = call.errorStyle;
  if (error instanceof InputFault || (error instanceof TubeError && error.code === 'input-missing')) {
    call.io.stderr.write(`${bad('error')}: ${error.message}\n`);
    return ExitCode.wrong;
  }
  if (!(error instanceof Error)) throw error;
  const cause = error instanceof TubeError ? (error.cause ?? error) : error;
  const stack = cause instanceof Error && cause.stack ? `\n${dim(withoutOwnFrames(cause.stack))}` : '';
  const waits = error instanceof TubeError ? error.waits.map((wait) => `\n  ${wait}`).join('') : '';
  call.io.stderr.write(`${bad('failed')}: ${error.message}${waits}${stack}\n`);
  return ExitCode.failed;
}

const TEAR_DOWN_MS = 2000;

/** Thrown by the second Ctrl-C. */
class Killed extends Error {}

/** The first signal stops after the epoch under way, the second leaves it, and soon the tear-down too. */
class Interruption implements Disposable {
  readonly killed: Promise<never>;
  /** Nothing is waited for any longer. */
  readonly over: Promise<void>;
  readonly #stop = new AbortController();
  readonly #subscription: Disposable;
  isPipe = false;

  constructor({ io }: Call) {
    const killed = Promise.withResolvers<never>();
    const over = Promise.withResolvers<void>();
    this.killed = killed.promise;
    this.over = over.promise;
    this.killed.catch(() => {});
    let signals = 0;
    this.#subscription = io.onSignal((signal) => {
      this.isPipe ||= signal === 'SIGPIPE';
      signals += signal === 'SIGTERM' || signal === 'SIGHUP' ? 2 : 1;
      this.#stop.abort(signal);
      if (signals < 2) return;
      killed.reject(new Killed(signal));
      setTimeout(over.resolve, TEAR_DOWN_MS);
    });
  }

  get stop(): AbortSignal {
    return this.#stop.signal;
  }

  [Symbol.dispose](): void {
    this.#subscription[Symbol.dispose]();
  }
}
