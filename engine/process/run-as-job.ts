// Runs a process of a user's class as the work of one step of a job: pipe keeps it with its children like all processes, so
// that the same call after a crash goes on with it, and each can be controlled. Knows no job and no host.
import { readBundle, type Bundle } from './bundle.ts';
import { outcomeOf, type ControlReply } from './control/reply.ts';
import { LinkedStore, type Begun, type JobLink, type JobOrder, type JobQuestion } from './job-link.ts';
import { ModuleLoader } from './loader.ts';
import { isTerminal, type ProcessRecord } from './machine.ts';
import { StorePersister, type ProcessRow } from './persisters/store.ts';
import { ProcessError } from './process-error.ts';
import { createRuntime, type LiveProcess } from './runtime.ts';
import type { ProcessRuntime } from './runtime.ts';
import type { ProcessSpec } from './spec.ts';

/** What is used of a process. */
interface RunnableProcess {
  readonly hasTerminated: boolean;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly record: ProcessRecord;
  execute(): Promise<Readonly<Record<string, unknown>>>;
}

/** A class with the statics that every class of processes has. */
export interface RunnableClass {
  readonly name: string;
  spec(): ProcessSpec;
  create(
    inputs: unknown,
    options: { readonly runtime: ProcessRuntime; readonly pid: string; readonly parent: string },
  ): RunnableProcess;
  recreate(bundle: Bundle, runtime: ProcessRuntime): RunnableProcess;
}

/**
 * Of `given` the process gets what its inputs name, or all where they are dynamic. Resolves with its outputs. Rejects with
 * what it threw, or with its exit where it ended without success. What still lives of its children then is killed.
 */
export async function runAsJob(
  Made: RunnableClass,
  id: string,
  given: Readonly<Record<string, unknown>>,
  link: JobLink,
): Promise<Readonly<Record<string, unknown>>> {
  const { pid, parent } = link.ask({ ask: 'begin' } satisfies JobQuestion) as unknown as Begun;
  const runtime = createRuntime({
    persister: new StorePersister(new WatchedStore(link)),
    loader: new ModuleLoader().register(id, Made),
    nameChild: (name) => (name.startsWith(`${pid}.`) ? name : `${pid}.${name}`),
    warn: (message, error) => link.warn(`${message}: ${String(error)}`),
  });
  link.onTold((message) => carryOut(message as unknown as JobOrder, runtime, link));
  const kept = runtime.persister!.load(pid);
  if (!kept.ok && kept.error.code !== 'checkpoint-missing') link.warn(`begins anew: ${kept.error.message}`);
  const process = kept.ok
    ? Made.recreate(kept.value, runtime)
    : Made.create(inputsFor(Made.spec(), given), { runtime, pid, parent });
  try {
    const outputs = process.hasTerminated ? process.outputs : await process.execute();
    const { record } = process;
    if (record.state !== 'finished' || record.successful) return outputs;
    const { status = 1, label = null, message = null } = record.exit ?? {};
    const words = `${label ?? 'the process'} (${status})${message === null ? '' : `: ${message}`}`;
    throw Object.assign(new ProcessError('child-failed', words), { status });
  } finally {
    for (const each of runtime.live.values())
      if (!isTerminal(each.record.state)) each.kill('the end of its parent', true);
  }
}

/** Stays awake as long as a process is paused, since only pipe can play it. */
class WatchedStore extends LinkedStore {
  readonly #link: JobLink;
  readonly #paused = new Set<string>();

  constructor(link: JobLink) {
    super(link.ask);
    this.#link = link;
  }

  override putProcess(row: ProcessRow): void {
    super.putProcess(row);
    this.#note(row);
  }

  /** What goes on from it is paused as it was. */
  override getCheckpoint(pid: string, tag: string): string | undefined {
    const text = super.getCheckpoint(pid, tag);
    const bundle = text === undefined ? undefined : readBundle(text);
    if (bundle?.ok) this.#note(bundle.value.record);
    return text;
  }

  #note({ pid, paused }: { readonly pid: string; readonly paused: boolean }): void {
    if (paused) this.#paused.add(pid);
    else this.#paused.delete(pid);
    this.#link.stayAwake(this.#paused.size > 0);
  }
}

function carryOut(
  { ticket, pid, intent, message, force }: JobOrder,
  runtime: ProcessRuntime,
  link: JobLink,
): void {
  const reply = replyOf(runtime.live.get(pid), intent, message, force);
  const answer = (value: boolean): void =>
    void link.ask({ ask: 'told', ticket, value } satisfies JobQuestion);
  if (reply.kind === 'final') answer(reply.value);
  else void outcomeOf(reply).then(answer);
}

function replyOf(
  process: LiveProcess | undefined,
  intent: JobOrder['intent'],
  message: string,
  force: boolean,
): ControlReply {
  if (!process) return { kind: 'final', value: false };
  if (intent === 'pause') return process.pause(message);
  return intent === 'play' ? process.play() : process.kill(message, force);
}

function inputsFor(
  { inputs }: ProcessSpec,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (inputs.dynamic) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(inputs.ports, name)));
}
