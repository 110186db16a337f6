// What the rows of a table come to, and whether that is what was expected. Knows no file and no syntax.
import { csvRecords } from '../csv-to-json/csv-records.ts';
import type { CsvRow } from '../csv-to-json/parse-csv.ts';

export interface Profile {
  /** Without the header. */
  readonly rows: number;
  readonly columns: Readonly<Record<string, Column>>;
}

export interface Column {
  /** Of all values that are filled in; `empty` where none is. */
  readonly kind: 'number' | 'date' | 'text' | 'empty';
  readonly filled: number;
  readonly distinct: number;
}

export interface Expectation {
  readonly least_rows: number;
  /** Null where nothing is said. */
  readonly kinds: Readonly<Record<string, string>> | null;
}

export function profileOf(rows: readonly CsvRow[]): Profile {
  const records = csvRecords(rows, true) as readonly Readonly<Record<string, string>>[];
  const names = rows[0]?.values ?? [];
  const columns = names.map((name) => [name, columnOf(records.map((record) => record[name] ?? ''))] as const);
  return { rows: records.length, columns: Object.fromEntries(columns) };
}

/** One line for each thing that is not as expected. */
export function unexpectedIn(profile: Profile, { least_rows, kinds }: Expectation): readonly string[] {
  const rows =
    profile.rows < least_rows ? [`has ${profile.rows} rows, and at least ${least_rows} are expected`] : [];
  const columns = Object.entries(kinds ?? {}).flatMap(([name, kind]) => {
    const column = Object.hasOwn(profile.columns, name) ? profile.columns[name] : undefined;
    if (column === undefined) return [`has no column "${name}"`];
    return column.kind === kind || column.kind === 'empty'
      ? []
      : [`the column "${name}" is of the kind ${column.kind}, and ${kind} is expected`];
  });
  return [...rows, ...columns];
}

function columnOf(values: readonly string[]): Column {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '');
  const kind =
    filled.length === 0
      ? 'empty'
      : filled.every(isNumber)
        ? 'number'
        : filled.every(isDate)
          ? 'date'
          : 'text';
  return { kind, filled: filled.length, distinct: new Set(filled).size };
}

function isNumber(value: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
}

/** ISO 8601, with or without a time. */
function isDate(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?$/.test(value) && !Number.isNaN(Date.parse(value))
  );
}
