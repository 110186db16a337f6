// Moves what a job made from the stage to its place, so that a crash at any step leaves either the old record, or a
// list of what pipe made and no record. Knows no graph.
//
//   hashed in the stage ─▶ row `committing` with all paths ─▶ renamed ─▶ looked at in place ─▶ row `done`
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { faultPoint } from '../../base/fault-point.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { StatTable } from '../../repository/stat-table.ts';
import type { OutputRow, RecordRow } from '../../store/rows.ts';
import type { Store } from '../../store/store.ts';
import type { BuildContext } from '../context.ts';
import { exists } from './outputs.ts';
import { notMoved } from './not-moved.ts';
import type { MadeOutput } from './output-slot.ts';
import type { Stage } from './stage.ts';

export interface Commit {
  readonly task: string;
  readonly before: RecordRow | undefined;
  /** The record of this run; its outputs are those of `made`. */
  readonly record: RecordRow;
  readonly made: readonly MadeOutput[];
  /** Texts that the record refers to by digest. */
  readonly texts: ReadonlyMap<string, () => string>;
}

export interface CommitPorts {
  readonly root: string;
  readonly store: Store;
  readonly stats: StatTable;
  readonly stage: Stage;
  /** What lies at an output's path now, as it would be recorded. */
  readonly inPlace: (output: OutputRow) => Fingerprint | undefined;
  /** Whether a present job lays claim to that path; such a file is never removed. */
  readonly isClaimed: (path: string) => boolean;
  readonly checkPlace: BuildContext['checkPlace'];
  /** Stores an output of a repository without paths. */
  readonly writeMember: (link: string, key: string, staged: string) => Result<void, JobFailure>;
  /** Written in the same transaction as the record. */
  readonly alongside: () => void;
}

/** Returns whether any output differs from what the last success recorded. */
export function commit(work: Commit, ports: CommitPorts): Result<{ readonly changed: boolean }, JobFailure> {
  const { task, before, record, made } = work;
  const { store } = ports;
  const earlier = new Map((before?.outputs ?? []).map((output) => [placeOf(output), output]));
  const now = new Map(made.map((output) => [placeOf(output), output]));
  // A place that is made anew stands with both its contents: until it is renamed the old one lies there.
  const others = (before?.outputs ?? []).filter(
    (old) => now.get(placeOf(old))?.fingerprint !== old.fingerprint,
  );
  faultPoint('commit-hashed');
  store.putRecord(task, {
    ...record,
    state: 'committing',
    outputs: [...made.map(withoutPlace), ...others],
  });
  faultPoint('commit-listed');
  let changed = before === undefined || before.state === 'committing' || earlier.size !== made.length;
  for (const output of made) {
    if (earlier.get(placeOf(output))?.fingerprint !== output.fingerprint) changed = true;
    const moved = moveInto(output, ports);
    if (!moved.ok) return moved;
    faultPoint('commit-renamed');
  }
  removeEarlier(
    others.filter((old) => !now.has(placeOf(old))),
    ports,
  );
  faultPoint('commit-looked');
  // In one transaction with the start of the next job, if one starts in this turn.
  store.deferred(() => {
    for (const [digest, text] of work.texts) store.putText(digest, text);
    store.putRecord(task, { ...record, outputs: made.map(withoutPlace) });
    ports.alongside();
  });
  faultPoint('commit-written');
  return ok({ changed });
}

/** Removes outputs that pipe made and nobody changed since; returns those it removed. */
export function removeEarlier(
  outputs: readonly OutputRow[],
  ports: Pick<CommitPorts, 'root' | 'stats' | 'isClaimed' | 'inPlace' | 'checkPlace'>,
): OutputRow[] {
  return outputs.filter((output) => {
    if (output.path === '' || ports.isClaimed(output.path) || !ports.checkPlace(output.path).ok) return false;
    if (ports.inPlace(output) !== output.fingerprint) return false;
    rmSync(resolve(ports.root, output.path), { recursive: true, force: true });
    ports.stats.forget(output.path);
    return true;
  });
}

function moveInto(output: MadeOutput, ports: CommitPorts): Result<void, JobFailure> {
  const from = resolve(ports.root, output.staged);
  if (output.path === '') return ports.writeMember(output.link, output.key, from);
  const to = resolve(ports.root, output.path);
  if (output.staged === output.path) {
    ports.stats.put(output.path, output.observation);
    return ok(undefined);
  }
  const contained = ports.checkPlace(output.path);
  if (!contained.ok) {
    const { code, message } = contained.error;
    return err({ type: 'system', code, message, path: output.path });
  }
  if (ports.inPlace(output) === output.fingerprint) {
    rmSync(from, { recursive: true, force: true });
    return ok(undefined);
  }
  for (let attempt = 0; ; attempt++) {
    try {
      renameSync(from, to);
      ports.stats.put(output.path, output.observation);
      return ok(undefined);
    } catch (error) {
      const cleared = attempt < 3 && clearTheWay(error as NodeJS.ErrnoException, output.path, to, ports);
      if (!cleared) return err(notMoved(error, output.path, ports.root));
    }
  }
}

/** A missing folder is made; a folder or file of another kind in the way goes to the trash. */
function clearTheWay(error: NodeJS.ErrnoException, path: string, to: string, ports: CommitPorts): boolean {
  try {
    switch (error.code) {
      case 'ENOENT':
        mkdirSync(dirname(to), { recursive: true });
        return true;
      case 'EISDIR':
      case 'ENOTEMPTY':
      case 'EEXIST':
        ports.stage.trash(path);
        return true;
      case 'ENOTDIR':
        // A folder cannot replace a file. A file among the parents is not ours to move.
        if (!exists(to)) return false;
        ports.stage.trash(path);
        return true;
      case undefined:
      default:
        return false;
    }
  } catch {
    return false;
  }
}

function placeOf(output: OutputRow): string {
  return output.path === '' ? `${output.link}\t${output.key}` : output.path;
}

function withoutPlace({ link, key, path, fingerprint }: MadeOutput): OutputRow {
  return { link, key, path, fingerprint };
}
