// The job of csv-to-json: one table in, one JSON array out.
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import { csvRecords } from './csv-records.ts';
import { parseCsv } from './parse-csv.ts';

type Links = { readonly csv: InputHandle; readonly json: OutputHandle };
type Params = { readonly header: boolean; readonly separator: string };

export async function csvToJson({ csv, json, params }: Job<Links, Params>): Promise<void> {
  const rows = parseCsv(await csv.text(), params.separator);
  await json.json(csvRecords(rows, params.header));
}
