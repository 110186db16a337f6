// Everything that outlives a build: records, what is known of files, shared texts, runs and facts, each row with a checksum.
// Knows no graph; a row whose checksum fails is no row.
import type { DatabaseSync } from 'node:sqlite';
import { ProcessRows } from './process-rows.ts';
import { printOutputs, readRecord, readRun, runColumns, sumOf } from './row-codec.ts';
import type { RecordRow, RunRow } from './rows.ts';
import { StatStore } from './stat-store.ts';
import { Statements } from './statements.ts';

const MANY_TEXTS = 1000;

export class Store {
  readonly processes: ProcessRows;
  readonly stats: StatStore;
  readonly #sql: Statements;
  /** Digests of shared texts that were written a short while ago: those of definitions are needed by job after job. */
  readonly #texts = new Set<string>();

  constructor(database: DatabaseSync) {
    this.#sql = new Statements(database, () => this.#texts.clear());
    this.processes = new ProcessRows(this.#sql);
    this.stats = new StatStore(this.#sql);
  }

  /** Runs `work` in one transaction; nested calls join the outer one. A throw rolls everything back. */
  transaction<T>(work: () => T): T {
    return this.#sql.transaction(work);
  }

  /** The same, but it reaches the disk together with what is written next, or by `flush`: seen here at once, by others then. */
  deferred<T>(work: () => T): T {
    return this.#sql.deferred(work);
  }

  /** Writes what was deferred. To be called before anything is done that must not come to pass without it. */
  flush(): void {
    this.#sql.flush();
  }

  /** All records of a task, in no order. */
  *records(task: string): Generator<RecordRow> {
    const statement = this.#sql.columns(
      'SELECT key, state, definition, inputs, discovered, outputs, sum FROM records WHERE task = ?',
    );
    for (const row of statement.all(task) as unknown as string[][]) {
      const record = readRecord(task, row);
      if (record) yield record;
    }
  }

  record(task: string, key: string): RecordRow | undefined {
    const statement = this.#sql.columns(
      'SELECT key, state, definition, inputs, discovered, outputs, sum FROM records WHERE task = ? AND key = ?',
    );
    const row = statement.get(task, key) as string[] | undefined;
    return row && readRecord(task, row);
  }

  /** Another text whenever any record is another: their number and the sum of their checksums. */
  recordsSum(): string {
    const row = this.#sql.one('SELECT count(*) AS count, CAST(sum(sum) AS TEXT) AS sum FROM records')!;
    return `${row['count']} ${row['sum']}`;
  }

  /** Jobs whose records list one of the paths among the files that they found to be read. */
  *jobsThatFound(paths: ReadonlySet<string>): Generator<{ task: string; key: string; path: string }> {
    const statement = this.#sql.columns("SELECT task, key, discovered FROM records WHERE discovered <> ''");
    for (const [task, key, discovered] of statement.iterate() as unknown as Iterable<
      [string, string, string]
    >)
      for (const line of discovered.split('\n')) {
        const path = line.slice(0, Math.max(0, line.lastIndexOf('\t')));
        if (paths.has(path)) yield { task, key, path };
      }
  }

  /** Names of all tasks that have records. */
  recordedTasks(): string[] {
    return this.#sql.all('SELECT DISTINCT task FROM records').map((row) => String(row['task']));
  }

  putRecord(task: string, record: RecordRow): void {
    const outputs = printOutputs(record.outputs);
    const sum = sumOf(
      task,
      record.key,
      record.state,
      record.definition,
      record.inputs,
      record.discovered,
      outputs,
    );
    this.#sql.run(
      'INSERT OR REPLACE INTO records (task, key, state, definition, inputs, discovered, outputs, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      task,
      record.key,
      record.state,
      record.definition,
      record.inputs,
      record.discovered,
      outputs,
      sum,
    );
  }

  removeRecord(task: string, key: string): void {
    this.#sql.run('DELETE FROM records WHERE task = ? AND key = ?', task, key);
  }

  /** A text that many rows share, by its digest (the caller's check that it is whole). */
  text(digest: string): string | undefined {
    const row = this.#sql.one('SELECT body FROM texts WHERE digest = ?', digest);
    return row && String(row['body']);
  }

  /** `body` is not asked for where it is known to be there. */
  putText(digest: string, body: () => string): void {
    if (this.#texts.has(digest)) return;
    this.#sql.run('INSERT OR IGNORE INTO texts (digest, body) VALUES (?, ?)', digest, body());
    if (this.#texts.size >= MANY_TEXTS) this.#texts.clear();
    this.#texts.add(digest);
  }

  fact(name: string): string | undefined {
    const row = this.#sql.one('SELECT body, sum FROM facts WHERE name = ?', name);
    if (!row) return undefined;
    const body = String(row['body']);
    return row['sum'] === sumOf(name, body) ? body : undefined;
  }

  /** All facts whose names start with a text. */
  factsNamed(prefix: string): { readonly name: string; readonly body: string }[] {
    const rows = this.#sql.all(
      'SELECT name FROM facts WHERE name >= ? AND name < ?',
      prefix,
      `${prefix}\u{10ffff}`,
    );
    return rows.flatMap((row) => {
      const name = String(row['name']);
      const body = this.fact(name);
      return body === undefined ? [] : [{ name, body }];
    });
  }

  putFact(name: string, body: string): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO facts (name, body, sum) VALUES (?, ?, ?)',
      name,
      body,
      sumOf(name, body),
    );
  }

  removeFact(name: string): void {
    this.#sql.run('DELETE FROM facts WHERE name = ?', name);
  }

  /** Adds a run (its `id` is ignored) and returns its id. */
  addRun(run: Omit<RunRow, 'id'>): number {
    return Number(
      this.#sql.run(
        'INSERT INTO runs (task, key, attempt, state, successful, started, ended, reason, failure, log, result, sum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
        ...runColumns(run),
      ).lastInsertRowid,
    );
  }

  /** Whose run it is does not change, so that the index by job need not be written. */
  updateRun(run: RunRow): void {
    const [, , ...columns] = runColumns(run);
    this.#sql.run(
      'UPDATE runs SET attempt = ?, state = ?, successful = ?, started = ?, ended = ?, reason = ?, failure = ?, log = ?, result = ?, sum = ? WHERE id = ?',
      ...columns,
      run.id,
    );
  }

  lastRun(task: string, key: string): RunRow | undefined {
    for (const row of this.#sql.all(
      'SELECT * FROM runs WHERE task = ? AND key = ? ORDER BY id DESC LIMIT 5',
      task,
      key,
    )) {
      const run = readRun(row);
      if (run) return run;
    }
    return undefined;
  }

  /** The newest run of each job of a task, newest first. */
  lastRuns(task: string): RunRow[] {
    return this.#sql
      .all(
        'SELECT * FROM runs WHERE id IN (SELECT max(id) FROM runs WHERE task = ? GROUP BY key) ORDER BY id DESC',
        task,
      )
      .flatMap((row) => readRun(row) ?? []);
  }

  /** When runs since `time` started, each with its task, the latest first. */
  *startsSince(time: number): Generator<{ readonly task: string; readonly startedAt: number }> {
    for (const row of this.#sql.prepare('SELECT task, started FROM runs ORDER BY id DESC').iterate()) {
      const startedAt = Number(row['started']);
      if (startedAt <= time) return;
      yield { task: String(row['task']), startedAt };
    }
  }

  run(id: number): RunRow | undefined {
    const row = this.#sql.one('SELECT * FROM runs WHERE id = ?', id);
    return row && readRun(row);
  }

  /** Newest first, at most `limit`. */
  runs(limit: number): RunRow[] {
    return this.#sql
      .all('SELECT * FROM runs ORDER BY id DESC LIMIT ?', limit)
      .flatMap((row) => readRun(row) ?? []);
  }

  /** Those that began and have not ended, oldest first. */
  liveRuns(): RunRow[] {
    return this.#sql
      .all('SELECT * FROM runs WHERE ended = 0 ORDER BY id')
      .flatMap((row) => readRun(row) ?? []);
  }

  /** Forgets all but the newest `keep` runs; returns the logs of those forgotten. */
  trimRuns(keep: number): string[] {
    const limit = this.#sql.one('SELECT max(id) AS newest FROM runs')?.['newest'];
    if (typeof limit !== 'number' || limit <= keep) return [];
    const logs = this.#sql
      .all("SELECT log FROM runs WHERE id <= ? AND log <> '' AND ended > 0", limit - keep)
      .map((row) => String(row['log']));
    this.#sql.transaction(() => {
      this.#sql.run('DELETE FROM runs WHERE id <= ?', limit - keep);
      this.processes.trim(limit - keep, keep);
    });
    return logs;
  }

  close(): void {
    this.#sql.close();
  }
}
