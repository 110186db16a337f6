// Rows to columns with a checksum and back; a row whose checksum fails is no row. Knows no SQL.
import { crc32 } from 'node:zlib';
import type { OutputRow, RecordRow, RunResult, RunRow } from './rows.ts';

/** A row as SQLite gives it. */
export type Sql = Record<string, string | number>;

/** CRC-32 of the columns, separated so that no two different rows share a text. */
export function sumOf(...columns: (string | number)[]): number {
  return crc32(columns.join('\u0000'));
}

/** From the columns after `task`, in the order of the table. */
export function readRecord(task: string, row: readonly string[]): RecordRow | undefined {
  const [key, state, definition, inputs, discovered, outputs] = row as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  if ((row as readonly unknown[])[6] !== sumOf(task, key, state, definition, inputs, discovered, outputs))
    return undefined;
  return {
    key,
    state: state as RecordRow['state'],
    definition,
    inputs,
    discovered,
    outputs: readOutputs(outputs),
  };
}

/** A line an output, its columns separated by tabs: neither keys nor paths may hold control characters. */
export function printOutputs(outputs: readonly OutputRow[]): string {
  let text = '';
  for (const { link, key, path, fingerprint } of outputs)
    text += `${link}\t${key}\t${path}\t${fingerprint}\n`;
  return text;
}

export function readOutputs(text: string): OutputRow[] {
  const outputs: OutputRow[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const [link, key, path, fingerprint] = text.slice(start, end).split('\t') as [
      string,
      string,
      string,
      string,
    ];
    outputs.push({ link, key, path, fingerprint });
    start = end + 1;
  }
  return outputs;
}

export function runColumns(run: Omit<RunRow, 'id'>): (string | number)[] {
  const columns = [
    run.task,
    run.key,
    run.attempt,
    run.state,
    run.successful ? 1 : 0,
    Math.round(run.startedAt),
    Math.round(run.endedAt),
    JSON.stringify(run.reason),
    run.failure ? JSON.stringify(run.failure) : '',
    run.log,
  ];
  const result = printResult(run.result);
  return [...columns, result, runSum(columns, result)];
}

/** Outputs of more than a megabyte are not kept here; a repository keeps them. */
function printResult(result: RunResult | undefined): string {
  if (!result || Object.keys(result).length === 0) return '';
  const text = JSON.stringify(result);
  return text.length <= MOST_CHARACTERS ? text : JSON.stringify(result.exit ? { exit: result.exit } : {});
}

const MOST_CHARACTERS = 1 << 20;

/** A run without a result has the sum that it had before there were any. */
function runSum(columns: readonly (string | number)[], result: string): number {
  return result === '' ? sumOf(...columns) : sumOf(...columns, result);
}

export function readRun(row: Sql): RunRow | undefined {
  const columns = [
    'task',
    'key',
    'attempt',
    'state',
    'successful',
    'started',
    'ended',
    'reason',
    'failure',
    'log',
  ].map((name) => row[name]!);
  const result = String(row['result']);
  if (row['sum'] !== runSum(columns, result)) return undefined;
  const failure = String(row['failure']);
  return {
    id: Number(row['id']),
    task: String(row['task']),
    key: String(row['key']),
    attempt: Number(row['attempt']),
    state: row['state'] as RunRow['state'],
    successful: row['successful'] === 1,
    startedAt: Number(row['started']),
    endedAt: Number(row['ended']),
    reason: JSON.parse(String(row['reason'])),
    ...(failure === '' ? {} : { failure: JSON.parse(failure) }),
    log: String(row['log']),
    ...(result === '' ? {} : { result: JSON.parse(result) }),
  };
}
