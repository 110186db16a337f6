// Answers the questions that are asked by a file (engine/idle/ask-at-rest.ts): with the number of jobs that are up to date
// where nothing whatever is to do or to say, otherwise that the socket is to be asked. Decides nothing else.
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ANSWER, ASK, SIGNALS } from '../../idle/watch-protocol.ts';
import { scopeOf } from '../../schedule/scope.ts';
import { withinScope } from './answer-build.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import { patternsOf } from '../plan-patterns.ts';
import type { WatchLife } from './watch-life.ts';

/** `name` came, or went, in the folder of signals of a state folder; all that happened before has been told. */
export function answerAtRest(
  name: string,
  state: string,
  keeper: PlanKeeper,
  life: WatchLife | undefined,
): void {
  if (!name.startsWith(ASK)) return;
  const folder = join(state, SIGNALS);
  const answer = join(folder, `${ANSWER}${name.slice(ASK.length)}`);
  // Who asked has read it, or has lost patience before it was written.
  if (!existsSync(join(folder, name))) return rmSync(answer, { force: true });
  const upToDate = life?.isAtRest === true && !keeper.isFaulty ? upToDateIn(keeper, life) : undefined;
  try {
    writeFileSync(answer, `${upToDate ?? 'ask'}\n`);
  } catch {
    // Who asked waits a moment, and then asks the socket.
  }
}

function upToDateIn({ plan }: PlanKeeper, life: WatchLife): number | undefined {
  const scope = scopeOf(plan, [], patternsOf(plan));
  if (!scope.ok) return undefined;
  const seen = life.ports.scope.tasks;
  for (const task of scope.value.tasks.keys())
    if (!seen.has(task) || seen.get(task) !== undefined) return undefined;
  const { outcome, failures, tasks } = withinScope(life.summary, scope.value, plan);
  if (outcome !== 'done' || failures.length > 0) return undefined;
  return tasks.reduce((sum, task) => sum + task.upToDate + task.succeeded, 0);
}
