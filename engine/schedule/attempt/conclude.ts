// What a run comes to once its process has ended: checked (status, outputs, inputs unmoved, discovered), then committed, or
// the reason why not. Knows no other job and starts nothing.
import { readFileSync } from 'node:fs';
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Exit } from '../../executor/port.ts';
import { printInputs } from '../../freshness/inputs.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { Attempt, AttemptEnd } from './attempt-end.ts';
import { commit } from './commit.ts';
import type { BuildContext } from '../context.ts';
import type { Emitted } from './emitted-records.ts';
import { acceptedExit, codeFor, discoveredFiles, exitFailure, movedInputs } from './inspect.ts';
import { putBack } from './put-back.ts';
import type { Network } from '../keys/network.ts';
import type { MadeOutput, OutputSlot } from './output-slot.ts';
import { collectOutputs } from './outputs.ts';
import { rememberPacked } from './pack-outputs.ts';
import { strayInTheWay } from './refused-place.ts';

export interface Ran {
  readonly exit: Exit;
  readonly outputs: readonly OutputSlot[];
  /** The same with packed forms in the place of plain ones. */
  readonly packed: Result<readonly OutputSlot[], JobFailure>;
  readonly emitted: Emitted;
  readonly log: string;
  readonly depfile: string | undefined;
  /** By the clock of the file system. */
  readonly startedAt: number;
  /** An input that changed meanwhile. */
  readonly moved: string | undefined;
  /** When the run started, and the moves of any input that were noticed before. */
  readonly since: { readonly time: number; readonly moves: number };
  /** What cancelled it. */
  readonly cancelledBy: string | undefined;
}

export function conclude(attempt: Attempt, ran: Ran, context: BuildContext, network: Network): AttemptEnd {
  const { job, inputs } = attempt;
  const { exit, outputs, packed, emitted, log, depfile, startedAt, cancelledBy } = ran;
  const { exitCodes } = job.task.plan;
  const failure = exitFailure(exit, job.task.plan);
  const isReusable = codeFor(exit, exitCodes)?.invalidatesCache !== true;
  const back = (): string[] => putBack(inputs.links, outputs, ran.since.time, context, network);
  if (failure?.type === 'killed') {
    back();
    if (cancelledBy !== undefined) return { type: 'cancelled', by: cancelledBy, log };
    if (ran.moved !== undefined)
      return { type: 'unsure', path: ran.moved, moved: [ran.moved], log, restarted: true };
    return { type: 'failed', failure, log };
  }
  // What a job did while an input moved says nothing, be it a success or a failure.
  const moved = movedInputs(inputs.links, context, network, ran.since.moves);
  const [path] = ran.moved === undefined ? moved : [ran.moved];
  if (path !== undefined) {
    const taken = back();
    if (taken.length === 0) return { type: 'unsure', path, moved, log };
    return { type: 'failed', failure: { type: 'input-taken', path: taken[0]! }, log, moved: taken };
  }
  const isTolerated = failure?.type === 'exit' && job.task.plan.failureOk;
  const told = Object.keys(emitted.values).length === 0 ? {} : { outputs: emitted.values };
  if (failure && !isTolerated) return { type: 'failed', failure, log, result: told };
  if (emitted.failure) return { type: 'failed', failure: emitted.failure, log, result: told };
  if (!packed.ok) return { type: 'failed', failure: packed.error, log };
  const made = collectOutputs(
    job,
    packed.value,
    context.stats,
    isTolerated ? 'what-there-is' : 'all',
    (slot, key) => standing(attempt, slot, key, context, network),
  );
  if (!made.ok) return { type: 'failed', failure: made.error, log };
  const stray = strayInTheWay(made.value, job, network, context.root);
  if (stray) return { type: 'failed', failure: stray, log };
  const discovered = depfile
    ? discoveredFiles(depfile, job.task.plan, outputs, inputs.links, startedAt, context)
    : ok({ type: 'files' as const, text: '' });
  if (!discovered.ok) return { type: 'failed', failure: discovered.error, log };
  if (discovered.value.type === 'unsure') return { ...discovered.value, moved: [discovered.value.path], log };
  const record: RecordRow = {
    key: job.key,
    state: failure ? 'committing' : isReusable ? 'done' : 'spent',
    definition: attempt.definition.digest,
    inputs: printInputs(inputs.inputs),
    discovered: discovered.value.text,
    outputs: made.value.map(({ link, key, path, fingerprint }) => ({ link, key, path, fingerprint })),
  };
  const accepted = acceptedExit(exit, exitCodes);
  const result = { ...(accepted && { exit: accepted }), ...told };
  const committed = commitRun(attempt, record, made.value, context, () =>
    failure ? undefined : attempt.onCommit(log, result),
  );
  if (!committed.ok) return { type: 'failed', failure: committed.error, log };
  if (packed.value !== outputs) rememberPacked(packed.value, record);
  if (failure) return { type: 'failed', failure, log, record };
  return { type: 'done', record, changed: committed.value.changed, log, result };
}

function commitRun(
  { job, definition, inputs, isClaimed }: Attempt,
  record: RecordRow,
  made: readonly MadeOutput[],
  context: BuildContext,
  alongside: () => void,
): ReturnType<typeof commit> {
  const texts = new Map([[definition.digest, () => JSON.stringify(definition.parts)]]);
  for (const input of inputs.inputs)
    if (input.type === 'set') texts.set(input.set.digest, () => input.set.text());
  return commit(
    { task: job.task.plan.name, before: job.task.records.get(job.key), record, made, texts },
    {
      root: context.root,
      store: context.store,
      stats: context.stats,
      stage: context.stage,
      inPlace: (output) => context.outputNow({ ...output, fingerprint: '' }),
      isClaimed,
      checkPlace: context.checkPlace,
      writeMember: (link, key, staged) => {
        const { repository } = job.task.plan.links.find((each) => each.name === link)!;
        const written = context.repositories.get(repository)!.write(key, readFileSync(staged));
        if (written instanceof Promise) throw new Error('a memory repository answers at once');
        if (written.ok) return written;
        const { message } = written.error;
        return { ok: false, error: { type: 'invalid-output', link, path: key, message } };
      },
      alongside,
    },
  );
}

/** What another job has made under a key of both, as it lies there. */
function standing(
  { job }: Attempt,
  { link, repository }: OutputSlot,
  key: string,
  context: BuildContext,
  network: Network,
): Fingerprint | undefined {
  if (!network.otherMaker(link.plan.repository, key, job, true)) return undefined;
  const path = repository!.pathOf(key);
  return context.outputNow({ link: link.plan.name, key, path, fingerprint: '' });
}
