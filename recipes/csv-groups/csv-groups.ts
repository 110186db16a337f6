// The nodes of csv-groups.tube.yaml. Knows no pipeline and no key.
import type { InputHandle } from '../../engine/index.ts';
import { parseCsv } from '../csv-to-json/parse-csv.ts';

type Row = readonly string[];
interface Parted {
  readonly part: string;
  readonly row: Row;
}

export async function table(csv: InputHandle, separator: string): Promise<readonly Row[]> {
  return parseCsv(await csv.text(), separator).map((row) => row.values);
}

export const headerOf = (table: readonly Row[]): Row => table[0] ?? [];
export const rowsOf = (table: readonly Row[]): readonly Row[] => table.slice(1);

/** Nothing for a row that has no value in the column. */
export function part(row: Row, header: Row, column: string): Parted | undefined {
  const index = header.indexOf(column);
  if (index < 0) throw new RangeError(`no column is called "${column}": there are ${header.join(', ')}`);
  const value = row[index] ?? '';
  return value === '' ? undefined : { part: value.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-'), row };
}

/** Text by part. */
export function parts(header: Row, rows: readonly Parted[], separator: string): Record<string, string> {
  const line = (row: Row): string => `${row.map((value) => quoted(value, separator)).join(separator)}\n`;
  const grouped = Map.groupBy(rows, (each) => each.part);
  return Object.fromEntries(
    Array.from(grouped, ([name, members]) => [
      name,
      line(header) + members.map(({ row }) => line(row)).join(''),
    ]),
  );
}

/** `n` rows there were in all. */
export function counts(rows: readonly Parted[], n: number): unknown {
  const sizes = Map.groupBy(rows, (each) => each.part);
  const names = [...sizes.keys()].toSorted();
  return {
    parts: Object.fromEntries(names.map((name) => [name, sizes.get(name)!.length])),
    without: n - rows.length,
  };
}

function quoted(value: string, separator: string): string {
  return /["\r\n]/.test(value) || value.includes(separator) ? `"${value.replaceAll('"', '""')}"` : value;
}
