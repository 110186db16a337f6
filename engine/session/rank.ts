// Asks a task's priority function about jobs, in a process for functions. Knows no schedule.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Answer } from '../executor/function/protocol.ts';
import type { Executor, Exit, Work } from '../executor/port.ts';
import { moduleClosure } from '../freshness/module-closure.ts';
import type { JobFailure } from '../model/failure.ts';
import type { TaskPlan } from '../model/plan.ts';
import type { Ranker } from '../schedule/queue/priorities.ts';
import { badRank, rankFailure } from '../schedule/queue/rank-failure.ts';
import type { RenderPorts } from '../schedule/attempt/render-ports.ts';

/** What one batch may take. */
const TIMEOUT_MS = 120_000;

let batches = 0;

export interface RankPorts {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  /** Absolute folder for the files of one batch. */
  readonly scratch: string;
  readonly argument: RenderPorts['argument'];
  readonly executorFor: (work: Work) => Executor;
}

export function ranker(ports: RankPorts): Ranker {
  return (task, asks) =>
    rankByFunction(
      task,
      asks.map(({ job, links }) => ports.argument(job, links, [], task.params)),
      ports,
    );
}

/** An answer for each argument, in their order. */
async function rankByFunction(
  task: TaskPlan,
  given: readonly Result<unknown, JobFailure>[],
  ports: RankPorts,
): Promise<Result<number, JobFailure>[]> {
  const { ranking } = task;
  if (ranking?.type !== 'function') throw new Error(`${task.name} has no priority function`);
  const closure = moduleClosure(ranking.module, () => false);
  if (!closure.ok) return given.map(() => err(rankFailure(task, ports.root, closure.error.message)));
  const scratch = join(ports.scratch, `priorities-${task.id}-${batches++}`);
  const to = `${scratch}.json`;
  const work: Work = {
    job: `the priorities of ${task.name}`,
    action: {
      type: 'function',
      module: ranking.module,
      moduleDigest: closure.value.digest,
      export: ranking.export,
      argument: undefined,
      many: { arguments: given.flatMap((each) => (each.ok ? [each.value] : [])), to },
    },
    cwd: ports.root,
    env: ports.env,
    log: `${scratch}.log`,
    timeoutMs: TIMEOUT_MS,
  };
  try {
    const exit = await ports.executorFor(work).run(work).exit;
    if (exit.type !== 'exit' || exit.status !== 0)
      return given.map(() => err(rankFailure(task, ports.root, why(exit))));
    const answers = (JSON.parse(readFileSync(to, 'utf8')) as Answer[]).values();
    return given.map((each) => (each.ok ? rankOf(task, ports.root, answers.next().value!) : each));
  } finally {
    rmSync(to, { force: true });
    rmSync(work.log, { force: true });
  }
}

function rankOf(task: TaskPlan, root: string, answer: Answer): Result<number, JobFailure> {
  if ('error' in answer) return err(rankFailure(task, root, answer.error));
  const { value } = answer;
  return typeof value === 'number' ? ok(value) : err(badRank(task, root, JSON.stringify(value) ?? 'nothing'));
}

function why(exit: Exit): string {
  switch (exit.type) {
    case 'exception':
      return exit.message;
    case 'timeout':
      return `the function took longer than ${exit.afterMs / 1000} s`;
    case 'exit':
      return `the function ended its process with status ${exit.status}`;
    case 'signal':
    case 'killed':
      return 'the process of the function was killed';
    default: {
      const rest: never = exit;
      throw new Error(`unknown exit ${JSON.stringify(rest)}`);
    }
  }
}
