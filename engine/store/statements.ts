// Prepared statements of one database, and its transactions. Knows no table.
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Sql } from './row-codec.ts';

export class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();
  #depth = 0;

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** Runs `work` in one transaction; nested calls join the outer one. A throw rolls everything back. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#database.exec('BEGIN IMMEDIATE');
    this.#depth++;
    try {
      const result = work();
      this.#database.exec('COMMIT');
      return result;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    } finally {
      this.#depth--;
    }
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

  run(sql: string, ...values: (string | number)[]): { lastInsertRowid: number | bigint } {
    return this.prepare(sql).run(...values);
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}
