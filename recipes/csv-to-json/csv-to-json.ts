// The job of csv-to-json: one table in, one JSON array out.
import { relative } from 'node:path';
import process from 'node:process';
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import { csvRecords } from './csv-records.ts';
import { CsvFault, parseCsv } from './parse-csv.ts';

type Links = { readonly csv: InputHandle; readonly json: OutputHandle };
type Params = { readonly header: boolean; readonly separator: string };

/** Status 3 stands for a fault of the table, see recipe.yaml; it is the user's, so it is told without a stack. */
export async function csvToJson({ csv, json, params, log }: Job<Links, Params>): Promise<void> {
  try {
    const rows = parseCsv(await csv.text(), params.separator);
    await json.json(csvRecords(rows, params.header));
  } catch (fault) {
    if (!(fault instanceof CsvFault)) throw fault;
    log(`${relative(process.cwd(), csv.path)}:${fault.line}: ${fault.reason}`);
    process.exitCode = 3;
  }
}
