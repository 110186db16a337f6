// Rows to what is written as JSON. Knows no file and no syntax.
import { CsvFault, type CsvRow } from './parse-csv.ts';

/** Objects by the names in the first row, or without a header the rows themselves. All rows must be equally long. */
export function csvRecords(
  rows: readonly CsvRow[],
  header: boolean,
): readonly (readonly string[] | Record<string, string>)[] {
  const [first, ...rest] = rows;
  if (first === undefined) return [];
  const width = first.values.length;
  const uneven = rest.find((row) => row.values.length !== width);
  if (uneven !== undefined) {
    throw new CsvFault(uneven.line, `${count(uneven.values.length)}, but the first row has ${width}`);
  }
  if (!header) return rows.map((row) => row.values);
  const twice = first.values.find((name, index) => first.values.indexOf(name) !== index);
  if (twice !== undefined) throw new CsvFault(first.line, `two columns are called "${twice}"`);
  return rest.map((row) =>
    Object.fromEntries(first.values.map((name, index) => [name, row.values[index] ?? ''])),
  );
}

function count(values: number): string {
  return values === 1 ? '1 value' : `${values} values`;
}
