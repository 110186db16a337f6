// Prepared statements of one database, and its transactions. Knows no table.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { faultPoint } from '../base/fault-point.ts';
import type { Sql } from './row-codec.ts';

export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  readonly #onRollback: () => void;
  #depth = 0;
  /** A transaction is open that holds what was deferred. */
  #isPending = false;

  /** `onRollback`: nothing of the open transaction was written. */
  constructor(database: DatabaseSync, onRollback: () => void) {
    this.#database = database;
    this.#onRollback = onRollback;
  }

  /** Runs `work` in one transaction; nested calls join the outer one. A throw rolls everything back. */
  transaction<T>(work: () => T): T {
    return this.#within(work, () => this.#commit());
  }

  /** The same, but committed together with whatever is written next, or by `flush`. */
  deferred<T>(work: () => T): T {
    return this.#within(work, () => {
      this.#isPending = true;
    });
  }

  /** Commits what was deferred. */
  flush(): void {
    if (this.#isPending) this.transaction(() => {});
  }

  #within<T>(work: () => T, end: () => void): T {
    if (this.#depth > 0) return work();
    if (!this.#isPending) this.#database.exec('BEGIN IMMEDIATE');
    this.#depth++;
    try {
      const result = work();
      end();
      return result;
    } catch (error) {
      this.#isPending = false;
      this.#onRollback();
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth--;
    }
  }

  #commit(): void {
    this.#database.exec('COMMIT');
    if (!this.#isPending) return;
    this.#isPending = false;
    faultPoint('commit-recorded');
  }

  prepare(sql: string): StatementSync {
    let statement = this.#prepared.get(sql);
    if (!statement) this.#prepared.set(sql, (statement = this.#database.prepare(sql)));
    return statement;
  }

  /** A statement whose rows are arrays of its columns: for tables that are read whole, where objects take half as long again. */
  columns(sql: string): StatementSync {
    const statement = this.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  all(sql: string, ...values: (string | number)[]): Sql[] {
    return this.prepare(sql).all(...values) as Sql[];
  }

  one(sql: string, ...values: (string | number)[]): Sql | undefined {
    return this.prepare(sql).get(...values) as Sql | undefined;
  }

  run(sql: string, ...values: (string | number | Uint8Array)[]): { lastInsertRowid: number | bigint } {
    const run = (): { lastInsertRowid: number | bigint } => this.prepare(sql).run(...values);
    return this.#isPending ? this.transaction(run) : run();
  }

  close(): void {
    try {
      this.flush();
    } catch {
      // A damaged or full state: what is not recorded is made again.
    }
    this.#prepared.clear();
    this.#database.close();
  }
}
