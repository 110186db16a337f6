// A row of figures as text, for a terminal and for a table. Knows no workload.
import { median, ratio, spread } from './statistics.ts';
import type { Against, Row, Sample, Unit } from './workload.ts';

/** Several lines: a title, then one for each tool. */
export function rowLines(row: Row): string {
  const jobs = row.jobs === undefined ? '' : ` (${row.jobs} jobs each)`;
  const lines = [`  ${row.title}${jobs}${row.note === undefined ? '' : `: ${row.note}`}`];
  lines.push(`    ${sampleText(row.pipe, row.unit)}${limitText(row)}`);
  for (const peer of row.peers)
    lines.push(
      `    ${sampleText(peer, row.unit)}  pipe ÷ it ${ratioText(ratio(row.pipe, peer))}${targetText(row, peer)}`,
    );
  return lines.join('\n');
}

export function figure(value: number, unit: Unit): string {
  if (unit === 'jobs') return String(value);
  if (unit === 'MB') return `${value.toFixed(0)} MB`;
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 1000) return `${(value / 1000).toFixed(2)} s`;
  return `${value.toPrecision(value >= 100 ? 3 : 2)} ms`;
}

export function ratioText(value: number): string {
  return `${value.toPrecision(value >= 1 ? 3 : 2)} ×`;
}

/** Whether a row's peer leaves pipe where it should be; undefined where nothing was set. */
export function isMet(row: Row, peer: Against): boolean | undefined {
  return peer.target === undefined ? undefined : ratio(row.pipe, peer) <= peer.target;
}

export function isWithin(row: Row): boolean | undefined {
  return row.limit === undefined ? undefined : median(row.pipe.values) <= row.limit;
}

function sampleText({ tool, values, cpuMs }: Sample, unit: Unit): string {
  const [low, high] = spread(values);
  const middle = values.length > 1 ? ` (${figure(low, unit)} to ${figure(high, unit)})` : '';
  const cpu = cpuMs ? `, CPU ${figure(median(cpuMs), 'ms')}` : '';
  return `${tool.padEnd(10)} ${figure(median(values), unit)}${middle}${cpu}`;
}

function targetText(row: Row, peer: Against): string {
  if (peer.target === undefined) return '';
  return isMet(row, peer) ? `, to reach ≤ ${peer.target} ✓` : `, to reach ≤ ${peer.target} ✗`;
}

function limitText(row: Row): string {
  if (row.limit === undefined) return '';
  return `  to reach ≤ ${figure(row.limit, row.unit)} ${isWithin(row) ? '✓' : '✗'}`;
}
