// The job of csv-profile: one table in, its profile emitted.
import { relative } from 'node:path';
import process from 'node:process';
import type { InputHandle, Job } from '../../engine/index.ts';
import { CsvFault, parseCsv } from '../csv-to-json/parse-csv.ts';
import { profileOf, unexpectedIn, type Expectation } from './profile.ts';

type Links = { readonly table: { readonly csv: InputHandle } };
type Params = { readonly table: { readonly separator: string }; readonly expect: Expectation };

/** Statuses 3 and 4 stand for faults of the table, see recipe.yaml; they are the user's, so they are told without a stack. */
export async function csvProfile({ table, params, emit, log }: Job<Links, Params>): Promise<void> {
  const path = relative(process.cwd(), table.csv.path);
  try {
    const profile = profileOf(parseCsv(await table.csv.text(), params.table.separator));
    emit('profile', profile);
    const unexpected = unexpectedIn(profile, params.expect);
    for (const message of unexpected) log(`${path}: ${message}`);
    if (unexpected.length > 0) process.exitCode = 4;
  } catch (fault) {
    if (!(fault instanceof CsvFault)) throw fault;
    log(`${path}:${fault.line}: ${fault.reason}`);
    process.exitCode = 3;
  }
}
