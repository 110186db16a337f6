// A second thread that looks ahead at what is known of files, with the state open for itself. Knows no table.
import { join } from 'node:path';
import { startThread } from '../base/second-thread.ts';
import type { AheadWork } from '../repository/ahead-work.ts';

/** As that thread is given it. */
export interface AheadData {
  /** The path of the database. */
  readonly database: string;
  readonly work: AheadWork;
}

/** The sources in a checkout, the bundle in the published package; there this module is part of a file in `dist`. */
const HELPER = import.meta.url.endsWith('.ts') ? './ahead-helper.ts' : './ahead-helper.mjs';

/** `state`: absolute. False where there can be no such thread. */
export function startLookingAhead(state: string, work: AheadWork): boolean {
  const data: AheadData = { database: join(state, 'state.db'), work };
  return startThread(new URL(HELPER, import.meta.url), data);
}
