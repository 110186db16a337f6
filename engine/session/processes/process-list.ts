// Processes as they are shown: runs of jobs with their moves, positions and children, from the store and what is live.
// Changes nothing.
import { readInputs } from '../../freshness/inputs.ts';
import { printFailure } from '../../model/print-failure.ts';
import { matchesJob } from '../../schedule/queue/match-job.ts';
import type { StoredProcess } from '../../store/process-rows.ts';
import type { RunRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
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
  const extra = extraByRun(store);
  for (const run of runs) {
    if (found.length >= limit) break;
    const age = now - run.startedAt;
    if (age < olderThanMs || age > newerThanMs) continue;
    if (failed && (run.endedAt === 0 || run.successful)) continue;
    if (targets.length > 0 && !targets.some((target) => isNamed(target, run))) continue;
    const rows = extra.get(run.id) ?? [];
    const own = summaryOf(
      run,
      rows.find(({ pid }) => pid === String(run.id)),
      store,
      live,
    );
    const children = rows
      .filter(({ pid, state }) => pid !== own.id && (all || LIVE.has(state)))
      .map((row) => childOf(row, own, store));
    for (const each of [own, ...children])
      if (states.length === 0 || states.includes(each.state)) found.push(each);
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
  const rows = extraByRun(store).get(run.id) ?? [];
  const own = summaryOf(
    run,
    rows.find(({ pid }) => pid === String(run.id)),
    store,
    live,
  );
  const child = digits !== '' && target !== digits ? rows.find(({ pid }) => pid === target) : undefined;
  if (digits !== '' && target !== digits && !child) return undefined;
  const summary = child ? childOf(child, own, store) : own;
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
    children: rows
      .filter(({ pid, parent }) => pid !== summary.id && parent === summary.id)
      .map((row) => childOf(row, own, store)),
  };
}

const LIVE: ReadonlySet<string> = new Set(['created', 'running', 'waiting']);

function isNamed(target: string, run: RunRow): boolean {
  return /^\d+$/.test(target) ? run.id === Number(target) : matchesJob(target, run);
}

function newestRun(store: Store, target: string): RunRow | undefined {
  return store.runs(SCANNED).find((run) => matchesJob(target, run));
}

function extraByRun(store: Store): Map<number, StoredProcess[]> {
  const byRun = new Map<number, StoredProcess[]>();
  for (const row of store.processes.processes()) {
    const run = Number.parseInt(row.pid, 10);
    byRun.set(run, [...(byRun.get(run) ?? []), row]);
  }
  return byRun;
}

function summaryOf(
  run: RunRow,
  row: StoredProcess | undefined,
  store: Store,
  live: ReadonlySet<string>,
): ProcessSummary {
  const id = String(run.id);
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

function childOf(row: StoredProcess, run: ProcessSummary, store: Store): ProcessSummary {
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
    live: isLive && run.live,
    successful,
    startedAt: row.createdAt,
    changedAt: row.changedAt,
    endedAt: isLive ? 0 : row.changedAt,
    ...(position === undefined ? {} : { position }),
    status: [row.process, row.status].filter(Boolean).join(': '),
  };
}
