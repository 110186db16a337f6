// Runs the contenders of one contest in turn, each round in the other order, and checks by counting that each did the work
// that the contest names, and no other. Knows no tool.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { changesBetween, Counter, outputsIn } from './changes.ts';
import { runCommand } from './run-command.ts';
import type { Contender, Contest, Row, Run } from './workload.ts';

export function holdContest(contest: Contest, pairs: number): Row {
  const { contenders, title, jobs, limit } = contest;
  let round = 0;
  for (const contender of contenders) countStarts(contest, contender, round++);
  // Once more untimed: the first of a kind also fills caches, of the kernel and of Node.
  for (const contender of contenders) checked(contest, contender, round++);
  const runs = new Map<Contender, Run[]>(contenders.map((contender) => [contender, []]));
  const rounds = Math.min(pairs, contest.most ?? pairs);
  for (let pair = 0; pair < rounds; pair++) {
    const order = pair % 2 === 0 ? contenders : contenders.toReversed();
    for (const contender of order) runs.get(contender)!.push(checked(contest, contender, round++));
  }
  const samples = contenders.map((contender) => ({
    tool: contender.tool,
    values: runs.get(contender)!.map(({ ms }) => ms),
    cpuMs: runs.get(contender)!.map(({ cpuMs }) => cpuMs),
    ...(contender.target !== undefined && { target: contender.target }),
  }));
  const [pipe, ...peers] = samples;
  return { title, unit: 'ms', pipe: pipe!, peers, jobs, ...(limit !== undefined && { limit }) };
}

/** A run that is not timed, with wrappers on PATH. */
function countStarts(contest: Contest, contender: Contender, round: number): void {
  if (contest.commands.length === 0 || contender.remembersPath) return;
  const scratch = mkdtempSync(join(tmpdir(), 'pipe-bench-count-'));
  try {
    const counter = new Counter(scratch, contest.commands);
    counter.reset();
    checked(contest, { ...contender, env: { ...contender.env, ...counter.env } }, round);
    if (counter.started !== contest.jobs)
      throw new Error(
        `${contest.title}: ${contender.tool} started ${counter.started} commands and not ${contest.jobs}`,
      );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function checked(contest: Contest, contender: Contender, round: number): Run {
  contest.before?.(contender, round);
  const before = outputsIn(contender.folder, contest.outputs);
  const run = runCommand(contender);
  const said = `${contest.title}: ${contender.tool}`;
  if (run.status !== 0) throw new Error(`${said} ended with ${run.status}:\n${run.text.slice(-500)}`);
  const changed = changesBetween(before, outputsIn(contender.folder, contest.outputs));
  if (changed !== contest.changes)
    throw new Error(`${said} changed ${changed} files and not ${contest.changes}:\n${run.text.slice(-500)}`);
  return run;
}
