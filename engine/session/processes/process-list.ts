// Processes as they are shown: runs of jobs with their moves, positions and children, from the store and what is live.
// Changes nothing.
import { readInputs } from '../../freshness/inputs.ts';
import { printFailure } from '../../model/print-failure.ts';
import { isProcessId } from '../../model/process-id.ts';
import { matchesJob } from '../../schedule/queue/match-job.ts';
import type { StoredProcess } from '../../store/process-rows.ts';
import type { RunRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import { insideByOutermost } from '../../schedule/steps/descendants.ts';
import { checkpointOf, positionOf } from '../../schedule/steps/steps-resume.ts';
import type { ProcessDetail, ProcessFilter, ProcessSummary } from './process-types.ts';

const SCANNED = 20_000;

export function listProcesses(
  store: Store,
  filter: ProcessFilter,
  live: ReadonlySet<string>,
): ProcessSummary[] {
  const now = Date.now();
  const { targets, states, ended, failed, olderThanMs = 0, newerThanMs = Infinity, limit } = filter;
  const all = ended || failed || states.some((state) => !LIVE.has(state));
  const runs = all ? store.runs(SCANNED) : store.liveRuns().toReversed();
  const found: ProcessSummary[] = [];
  const inside = insideByOutermost(store.processes.processes());
  for (const run of runs) {
    if (found.length >= limit) break;
    const age = now - run.startedAt;
    if (age < olderThanMs || age > newerThanMs) continue;
    if (failed && (run.endedAt === 0 || run.successful)) continue;
    if (targets.length > 0 && !targets.some((target) => isOfRun(target, run))) continue;
    const own = summaryOf(run, store, live);
    const children = (inside.get(own.id) ?? [])
      .filter(({ state }) => all || LIVE.has(state))
      .map((row) => childOf(row, own, store, live));
    for (const each of [own, ...children])
      if (
        (states.length === 0 || states.includes(each.state)) &&
        (targets.length === 0 || targets.some((target) => isNamed(target, run, each.id)))
      )
        found.push(each);
  }
  return found;
}

export function showProcess(
  store: Store,
  target: string,
  live: ReadonlySet<string>,
): ProcessDetail | undefined {
  const [digits = ''] = /^\d+(?=\.|$)/.exec(target) ?? [];
  const run = digits === '' ? newestRun(store, target) : store.run(Number(digits));
  if (!run) return undefined;
  const rows = store.processes.processes();
  const own = summaryOf(run, store, live);
  const child = digits !== '' && target !== digits ? rows.find(({ pid }) => pid === target) : undefined;
  if (digits !== '' && target !== digits && !child) return undefined;
  const summary = child ? childOf(child, own, store, live) : own;
  const record = !child && run.successful ? store.record(run.task, run.key) : undefined;
  const checkpoint = checkpointOf(store, summary.id);
  return {
    ...summary,
    reason: run.reason,
    transitions: store.processes
      .moves(summary.id)
      .map(({ epoch, state, at, detail }) => ({ epoch, state, at, detail })),
    inputs: record
      ? [...readInputs(record.inputs, (digest) => store.text(digest))].map(([link, members]) => ({
          link,
          keys: members === 'lost' ? [] : [...members.keys()],
        }))
      : [],
    outputs: (record?.outputs ?? []).map(({ link, key, path }) => ({ link, key, path })),
    ...(!child && run.result?.outputs && { emitted: run.result.outputs }),
    checkpoints: store.processes.listCheckpoints(summary.id).map(({ tag }) => tag),
    ...(checkpoint && { context: checkpoint.extra['context'] }),
    children: rows.filter(({ parent }) => parent === summary.id).map((row) => childOf(row, own, store, live)),
  };
}

const LIVE: ReadonlySet<string> = new Set(['created', 'running', 'waiting']);

function isOfRun(target: string, run: RunRow): boolean {
  return isProcessId(target) ? run.id === Number.parseInt(target, 10) : matchesJob(target, run);
}

/** A process by its id, with those inside of it; or all of a job. */
function isNamed(target: string, run: RunRow, id: string): boolean {
  if (!isProcessId(target)) return matchesJob(target, run);
  return target === String(run.id) || target === id || id.startsWith(`${target}.`);
}

function newestRun(store: Store, target: string): RunRow | undefined {
  return store.runs(SCANNED).find((run) => matchesJob(target, run));
}

function summaryOf(run: RunRow, store: Store, live: ReadonlySet<string>): ProcessSummary {
  const id = String(run.id);
  const row = store.processes.process(id);
  const position = LIVE.has(run.state) ? positionOf(checkpointOf(store, id)) : undefined;
  const status = run.failure ? printFailure(run.failure) : LIVE.has(run.state) ? row?.status : undefined;
  return {
    id,
    parent: null,
    job: { task: run.task, key: run.key },
    attempt: run.attempt,
    // The row moves with each step; the run's own only at its start and end.
    state: row && LIVE.has(run.state) ? row.state : run.state,
    paused: LIVE.has(run.state) && (row?.paused ?? false),
    live: live.has(id),
    successful: run.successful,
    startedAt: run.startedAt,
    changedAt: Math.max(row?.changedAt ?? 0, run.endedAt, run.startedAt),
    endedAt: run.endedAt,
    ...(position === undefined ? {} : { position }),
    ...(status === undefined || status === null || status === '' ? {} : { status }),
    ...(run.log === '' ? {} : { log: run.log }),
  };
}

function childOf(
  row: StoredProcess,
  run: ProcessSummary,
  store: Store,
  live: ReadonlySet<string>,
): ProcessSummary {
  const isLive = LIVE.has(row.state);
  const position = isLive ? positionOf(checkpointOf(store, row.pid)) : undefined;
  const { record } = row;
  const { successful = false } = JSON.parse(record) as { successful?: boolean };
  return {
    id: row.pid,
    parent: row.parent,
    job: run.job,
    attempt: run.attempt,
    state: row.state,
    paused: row.paused,
    live: isLive && live.has(row.pid),
    successful,
    startedAt: row.createdAt,
    changedAt: row.changedAt,
    endedAt: isLive ? 0 : row.changedAt,
    ...(position === undefined ? {} : { position }),
    status: [row.process, row.status].filter(Boolean).join(': '),
  };
}
