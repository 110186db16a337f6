// Processes in the store: every move of every one, the state of those that are more than a run's row, and the checkpoints
// that they go on from. Knows no states' meaning; a row whose checksum fails is no row.
import { sumOf } from './row-codec.ts';
import type { Sql } from './row-codec.ts';
import type { Statements } from './statements.ts';

type State = 'created' | 'running' | 'waiting' | 'finished' | 'excepted' | 'killed';

/** One arrow that a process took, or its creation. */
export interface MoveRow {
  readonly pid: string;
  /** Moves made so far: 0 for the creation. */
  readonly epoch: number;
  readonly state: State;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** For people: the step, the message of a kill, the status of an end. */
  readonly detail: string;
}

/** A process that has a state of its own beside its run: one with steps, a child, one that was paused. */
export interface StoredProcess {
  readonly pid: string;
  readonly parent: string | null;
  /** What it is of: a class or recipe. */
  readonly process: string | null;
  readonly state: State;
  readonly paused: boolean;
  readonly epoch: number;
  readonly status: string | null;
  readonly createdAt: number;
  readonly changedAt: number;
  /** The whole record as JSON. */
  readonly record: string;
}

export class ProcessRows {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  transaction(work: () => void): void {
    this.#sql.transaction(work);
  }

  addMove({ pid, epoch, state, at, detail }: MoveRow): void {
    const run = runOf(pid);
    const time = Math.round(at);
    this.#sql.run(
      'INSERT OR IGNORE INTO moves (run, pid, epoch, state, at, detail, sum) VALUES (?, ?, ?, ?, ?, ?, ?)',
      run,
      pid,
      epoch,
      state,
      time,
      detail,
      sumOf(run, pid, epoch, state, time, detail),
    );
  }

  /** In the order in which they were made. */
  moves(pid: string): MoveRow[] {
    return this.#sql
      .all('SELECT * FROM moves WHERE run = ? AND pid = ? ORDER BY epoch', runOf(pid), pid)
      .flatMap((row) => {
        const { state, detail } = row as Record<string, string>;
        const { run, epoch, at } = row as Record<string, number>;
        if (row['sum'] !== sumOf(run!, pid, epoch!, state!, at!, detail!)) return [];
        return [{ pid, epoch: epoch!, state: state as State, at: at!, detail: detail! }];
      });
  }

  /** Keeps the state of a process, and the move that led to it if that is new. */
  putProcess(row: StoredProcess & { readonly detail?: string }): void {
    this.#sql.transaction(() => {
      const columns = columnsOf(row);
      this.#sql.run(
        'INSERT OR REPLACE INTO processes (pid, run, parent, name, state, paused, epoch, status, created, changed, record, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...columns,
        sumOf(...columns),
      );
      const { pid, epoch, state, changedAt, detail = '' } = row;
      this.addMove({ pid, epoch, state, at: changedAt, detail });
    });
  }

  process(pid: string): StoredProcess | undefined {
    const row = this.#sql.one('SELECT * FROM processes WHERE pid = ?', pid);
    return row && readProcess(row);
  }

  processes(): StoredProcess[] {
    return this.#sql
      .all('SELECT * FROM processes ORDER BY run, pid')
      .flatMap((row) => readProcess(row) ?? []);
  }

  deleteProcess(pid: string): void {
    this.#sql.run('DELETE FROM processes WHERE pid = ?', pid);
  }

  putCheckpoint(pid: string, tag: string, text: string): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO checkpoints (pid, tag, run, body, sum) VALUES (?, ?, ?, ?, ?)',
      pid,
      tag,
      runOf(pid),
      text,
      sumOf(pid, tag, text),
    );
  }

  getCheckpoint(pid: string, tag: string): string | undefined {
    const row = this.#sql.one('SELECT body, sum FROM checkpoints WHERE pid = ? AND tag = ?', pid, tag);
    if (!row) return undefined;
    const body = String(row['body']);
    return row['sum'] === sumOf(pid, tag, body) ? body : undefined;
  }

  /** Of one process, or of all. */
  listCheckpoints(pid: string | null): { readonly pid: string; readonly tag: string }[] {
    const rows =
      pid === null
        ? this.#sql.all('SELECT pid, tag FROM checkpoints ORDER BY pid, tag')
        : this.#sql.all('SELECT pid, tag FROM checkpoints WHERE pid = ? ORDER BY tag', pid);
    return rows.map((row) => ({ pid: String(row['pid']), tag: String(row['tag']) }));
  }

  deleteCheckpoint(pid: string, tag: string): void {
    this.#sql.run('DELETE FROM checkpoints WHERE pid = ? AND tag = ?', pid, tag);
  }

  /** Forgets what belongs to runs up to one; of processes without a run, those that ended, but for the newest `keep`. */
  trim(upToRun: number, keep: number): void {
    for (const table of ['moves', 'processes', 'checkpoints'])
      this.#sql.run(`DELETE FROM ${table} WHERE run > 0 AND run <= ?`, upToRun);
    const old = this.#sql.all(
      "SELECT pid FROM processes WHERE run = 0 AND state IN ('finished', 'excepted', 'killed') ORDER BY changed DESC LIMIT -1 OFFSET ?",
      keep,
    );
    for (const { pid } of old as { pid: string }[]) {
      this.#sql.run('DELETE FROM moves WHERE run = 0 AND pid = ?', pid);
      this.#sql.run('DELETE FROM checkpoints WHERE pid = ?', pid);
      this.deleteProcess(pid);
    }
  }
}

/** `17` and its child `17.3.1` belong to run 17; a process that no job made, to none. */
function runOf(pid: string): number {
  const [, digits] = /^(\d{1,15})(?:\.|$)/.exec(pid) ?? [];
  return digits === undefined ? 0 : Number(digits);
}

function columnsOf(row: StoredProcess): (string | number)[] {
  return [
    row.pid,
    runOf(row.pid),
    row.parent ?? '',
    row.process ?? '',
    row.state,
    row.paused ? 1 : 0,
    row.epoch,
    row.status ?? '',
    Math.round(row.createdAt),
    Math.round(row.changedAt),
    row.record,
  ];
}

function readProcess(row: Sql): StoredProcess | undefined {
  const { pid, parent, name, state, status, record } = row as Record<string, string>;
  const { run, paused, epoch, created, changed } = row as Record<string, number>;
  const sum = sumOf(
    pid!,
    run!,
    parent!,
    name!,
    state!,
    paused!,
    epoch!,
    status!,
    created!,
    changed!,
    record!,
  );
  if (row['sum'] !== sum) return undefined;
  return {
    pid: pid!,
    parent: parent === '' ? null : parent!,
    process: name === '' ? null : name!,
    state: state as State,
    paused: paused === 1,
    epoch: epoch!,
    status: status === '' ? null : status!,
    createdAt: created!,
    changedAt: changed!,
    record: record!,
  };
}
