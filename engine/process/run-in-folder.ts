// Runs a process of a user's class as the work of one job: its checkpoints lie in a folder of the job's own, so that the same
// call after a crash goes on with it. Knows no job and no host.
import { rmSync } from 'node:fs';
import { ModuleLoader } from './loader.ts';
import { isTerminal, type ProcessRecord } from './machine.ts';
import { FilePersister } from './persisters/files.ts';
import { ProcessError } from './process-error.ts';
import { createRuntime } from './runtime.ts';
import type { ProcessRuntime } from './runtime.ts';
import type { ProcessSpec } from './spec.ts';
import type { Bundle } from './bundle.ts';

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
    options: { readonly runtime: ProcessRuntime; readonly pid: string },
  ): RunnableProcess;
  recreate(bundle: Bundle, runtime: ProcessRuntime): RunnableProcess;
}

/**
 * Of `given` the process gets what its inputs name, or all where they are dynamic. Resolves with its outputs. Rejects with
 * what it threw, or with its exit where it ended without success; an ended process begins anew the next time.
 */
export async function runInFolder(
  Made: RunnableClass,
  id: string,
  given: Readonly<Record<string, unknown>>,
  folder: string,
  warn: (message: string) => void,
): Promise<Readonly<Record<string, unknown>>> {
  const opened = FilePersister.open(folder);
  if (!opened.ok) throw new ProcessError(opened.error.code, opened.error.message);
  const persister = opened.value;
  const loader = new ModuleLoader().register(id, Made);
  const runtime = createRuntime({
    persister,
    loader,
    warn: (message, error) => warn(`${message}: ${String(error)}`),
  });
  const kept = persister.load(PID);
  if (!kept.ok && kept.error.code !== 'checkpoint-missing') warn(`begins anew: ${kept.error.message}`);
  const isKept = kept.ok && !(isTerminal(kept.value.record.state) && kept.value.record.state !== 'finished');
  if (!isKept) for (const ref of persister.list()) persister.deleteAll(ref.pid);
  const process = isKept
    ? Made.recreate(kept.value, runtime)
    : Made.create(inputsFor(Made.spec(), given), { runtime, pid: PID });
  const outputs = process.hasTerminated ? process.outputs : await process.execute();
  const { record } = process;
  if (record.state === 'finished' && !record.successful) {
    // The next try is another process.
    rmSync(folder, { recursive: true, force: true });
    const { status = 1, label = null, message = null } = record.exit ?? {};
    throw Object.assign(
      new ProcessError(
        'child-failed',
        `${label ?? 'the process'} (${status})${message === null ? '' : `: ${message}`}`,
      ),
      { status },
    );
  }
  return outputs;
}

const PID = 'job';

function inputsFor(
  { inputs }: ProcessSpec,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (inputs.dynamic) return given;
  return Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(inputs.ports, name)));
}
