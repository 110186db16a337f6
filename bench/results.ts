// The results of a workload as a file of JSON, with what they were measured on. Knows no workload.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { versionOf } from './peers.ts';
import type { Row, Workload } from './workload.ts';

export interface Results {
  readonly workload: string;
  readonly summary: string;
  readonly date: string;
  /** Whether pipe was packed and installed, or run from elsewhere. */
  readonly installed: boolean;
  readonly reduced: boolean;
  readonly node: string;
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Of the machine at the end: far above two means that others were at work. */
  readonly load: number;
  readonly peers: Readonly<Record<string, string>>;
  readonly rows: readonly Row[];
}

export function saveResults(
  folder: string,
  { name, summary }: Workload,
  rows: readonly Row[],
  {
    installed,
    reduced,
    peers,
  }: {
    readonly installed: boolean;
    readonly reduced: boolean;
    readonly peers: ReadonlyMap<string, string>;
  },
): void {
  const used = new Set(rows.flatMap((row) => row.peers.map(({ tool }) => tool)));
  const results: Results = {
    workload: name,
    summary,
    date: new Date().toISOString().slice(0, 10),
    installed,
    reduced,
    node: process.version,
    cpu: cpus()[0]?.model ?? '?',
    cores: availableParallelism(),
    memoryGb: Math.round(totalmem() / 1e9),
    load: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    peers: Object.fromEntries([...used].map((tool) => [tool, versionOf(tool, peers.get(tool))])),
    rows: rows.map(rounded),
  };
  writeFileSync(fileOf(folder, name), `${JSON.stringify(results, undefined, 2)}\n`);
}

/** The results that lie in a folder, in the given order of workloads. */
export function readResults(folder: string, names: readonly string[]): Results[] {
  const there = new Set(readdirSync(folder));
  return names
    .filter((name) => there.has(`speed-${name}.json`))
    .map((name) => JSON.parse(readFileSync(fileOf(folder, name), 'utf8')) as Results);
}

function fileOf(folder: string, name: string): string {
  return join(folder, `speed-${name}.json`);
}

/** To hundredths: more is noise. */
function rounded(row: Row): Row {
  const round = (values: readonly number[]) => values.map((value) => Math.round(value * 100) / 100);
  const sample = <S extends Row['pipe']>(each: S): S => ({
    ...each,
    values: round(each.values),
    ...(each.cpuMs && { cpuMs: round(each.cpuMs) }),
  });
  return { ...row, pipe: sample(row.pipe), peers: row.peers.map(sample) };
}
