// What is known of files: blocks of entries, and beside them the entries that changed since, one a row, which count before
// those in blocks. So little is written where little changes, and a million entries are read without a million rows. Each
// has a checksum; what fails it is not there. Knows no entry's form.
import { crc32 } from 'node:zlib';
import { sumOf } from './row-codec.ts';
import type { Statements } from './statements.ts';

export interface SummedBytes {
  readonly body: Uint8Array;
  readonly sum: number;
}

export class StatStore {
  readonly #sql: Statements;

  constructor(sql: Statements) {
    this.#sql = sql;
  }

  /** The entries outside blocks; with an empty body: whatever a block says of the path does not count. */
  *loose(): Generator<{ readonly path: string; readonly body: string }> {
    const rows = this.#sql.columns('SELECT path, body, sum FROM stats').iterate() as Iterable<unknown>;
    for (const row of rows as Iterable<readonly unknown[]>) {
      // Whatever damage made of the columns.
      const path = String(row[0]);
      const body = String(row[1]);
      yield { path, body: row[2] === sumOf(path, body) ? body : '' };
    }
  }

  put(path: string, body: string): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO stats (path, body, sum) VALUES (?, ?, ?)',
      path,
      body,
      sumOf(path, body),
    );
  }

  removeLoose(): void {
    this.#sql.run('DELETE FROM stats');
  }

  /** Where each block starts; in no order. */
  starts(): string[] {
    const rows = this.#sql.columns('SELECT start FROM stat_blocks').all() as unknown as unknown[][];
    return rows.map(([start]) => String(start));
  }

  block(start: string): SummedBytes | undefined {
    const row = this.#sql.one('SELECT body, sum FROM stat_blocks WHERE start = ?', start);
    const body: unknown = row?.['body'];
    if (!(body instanceof Uint8Array)) return undefined;
    const sum = blockSum(start, body);
    return row!['sum'] === sum ? { body, sum } : undefined;
  }

  putBlock(start: string, body: Uint8Array): void {
    this.#sql.run(
      'INSERT OR REPLACE INTO stat_blocks (start, body, sum) VALUES (?, ?, ?)',
      start,
      body,
      blockSum(start, body),
    );
  }

  removeBlock(start: string): void {
    this.#sql.run('DELETE FROM stat_blocks WHERE start = ?', start);
  }
}

function blockSum(start: string, body: Uint8Array): number {
  return crc32(body, crc32(start));
}
