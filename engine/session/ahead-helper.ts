// The second thread that looks ahead at files that a build will ask for. Knows what look-ahead.ts gives it.
import { DatabaseSync } from 'node:sqlite';
import { workerData } from 'node:worker_threads';
import { lookAhead } from '../repository/ahead-work.ts';
import type { AheadBlocks } from '../repository/ahead-work.ts';
import { Statements } from '../store/statements.ts';
import { StatStore } from '../store/stat-store.ts';
import type { AheadData } from './look-ahead.ts';

const { database, work } = workerData as AheadData;

lookAhead(work, open);

function open(): AheadBlocks {
  const statements = new Statements(new DatabaseSync(database, { readOnly: true }), () => {});
  const stats = new StatStore(statements);
  return { read: (start) => stats.block(start), [Symbol.dispose]: () => statements.close() };
}
