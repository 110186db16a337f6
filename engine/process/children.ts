// Starting, finding again and ending the children of a process. Knows nothing of why a parent has them.
import { canonicalJson } from '../base/digest.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Bundle } from './bundle.ts';
import { controlMessage } from './control/subscribe.ts';
import { finalReply } from './control/communicator.ts';
import { outcomeOf } from './control/reply.ts';
import { isTerminal } from './machine.ts';
import { ProcessError } from './process-error.ts';
import type { CreateOptions } from './process-setup.ts';
import type { LiveProcess, ProcessRuntime } from './runtime.ts';

/** What a class of processes offers to make its processes. */
interface Maker<P extends LiveProcess> {
  readonly name: string;
  create(inputs: unknown, options: CreateOptions): P;
  recreate(bundle: Bundle, runtime: ProcessRuntime): P;
}

interface Parent {
  readonly pid: string;
  readonly runtime: ProcessRuntime;
}

/**
 * The child with this id: the one that was started before a crash, where it is of the same class with the same inputs,
 * else a new one.
 */
export function launchChild(
  parent: Parent,
  child: unknown,
  inputs: unknown,
  pid: string | number,
): LiveProcess {
  const { runtime } = parent;
  const maker = child as Maker<LiveProcess>;
  const id = String(pid);
  const earlier = runtime.persister?.load(id);
  if (
    earlier?.ok === true &&
    earlier.value.parent === parent.pid &&
    isSame(earlier.value, maker, inputs, runtime)
  ) {
    return runtime.live.get(id) ?? maker.recreate(earlier.value, runtime);
  }
  return maker.create(inputs, { runtime, pid: id, parent: parent.pid });
}

/** A process of this runtime by its id: alive, or from its checkpoint, whose class the loader must know. */
export async function findProcess(
  runtime: ProcessRuntime,
  pid: string,
  tag: string | null = null,
): Promise<Result<LiveProcess, ProcessError>> {
  const live = runtime.live.get(pid);
  if (live !== undefined && !isTerminal(live.record.state)) return ok(live);
  const bundle = runtime.persister?.load(pid, tag);
  if (bundle === undefined)
    return err(
      new ProcessError('checkpoint-missing', `process ${pid} is not alive, and nothing is kept here`),
    );
  if (!bundle.ok) return err(new ProcessError(bundle.error.code, bundle.error.message));
  const ids = [bundle.value.process, ...bundle.value.listeners.map((listener) => listener.id)];
  await runtime.loader.prepare(ids.filter((id) => id !== null));
  return runtime.live.get(pid) === undefined
    ? recreateFrom(bundle.value, runtime)
    : ok(runtime.live.get(pid) as LiveProcess);
}

/** The process of a bundle, by the class that the bundle names. */
export function recreateFrom(bundle: Bundle, runtime: ProcessRuntime): Result<LiveProcess, ProcessError> {
  if (bundle.process === null)
    return err(
      new ProcessError('checkpoint-unusable', `the checkpoint of ${bundle.record.pid} names no class`),
    );
  const found = runtime.loader.load(bundle.process);
  if (!found.ok) return err(new ProcessError(found.error.code, found.error.message));
  try {
    return ok((found.value as Maker<LiveProcess>).recreate(bundle, runtime));
  } catch (error) {
    const message = `the checkpoint of ${bundle.record.pid} cannot be used: ${(error as Error).message}`;
    return err(new ProcessError('checkpoint-unusable', message, error));
  }
}

/** Asks each child to end. The promises tell when; none rejects. */
export function killChildren(
  runtime: ProcessRuntime,
  pids: Iterable<string>,
  message: string,
  forced: boolean,
): readonly Promise<unknown>[] {
  return [...pids].map(async (pid) => {
    const found = await findProcess(runtime, pid);
    try {
      if (found.ok)
        return isTerminal(found.value.record.state)
          ? true
          : await outcomeOf(found.value.kill(message, forced));
      return await runtime.communicator
        ?.sendRpc(pid, controlMessage('kill', message, forced))
        .then(finalReply);
    } catch (error) {
      runtime.warn(`the child ${pid} could not be killed`, error);
      return false;
    }
  });
}

function isSame(
  bundle: Bundle,
  maker: Maker<LiveProcess>,
  inputs: unknown,
  runtime: ProcessRuntime,
): boolean {
  const id = runtime.loader.identify(maker);
  const sameClass = bundle.process === null ? !id.ok : id.ok && id.value === bundle.process;
  return sameClass && canonicalJson(bundle.rawInputs) === canonicalJson(inputs ?? null);
}
