// The table and the chart of docs/performance.md, made from the results, so that the page cannot tell another story.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chart } from './chart.ts';
import { figure, isMet, isWithin, ratioText } from './print-row.ts';
import { readResults } from './results.ts';
import type { Results } from './results.ts';
import { median, ratio, spread } from './statistics.ts';
import type { Against, Row, Sample, Unit } from './workload.ts';
import { WORKLOADS } from './workloads/index.ts';

const START = '<!-- results: npm run bench -- --report -->';
const END = '<!-- end of results -->';

/** Writes the part of a page between its marks anew, and the chart beside the results. */
export function writeReport(folder: string, page: string): void {
  const results = readResults(
    folder,
    WORKLOADS.map(({ name }) => name),
  );
  writeFileSync(page, withTable(readFileSync(page, 'utf8'), results));
  writeFileSync(join(folder, 'speed.svg'), chart(results));
}

export function withTable(page: string, results: readonly Results[]): string {
  const start = page.indexOf(START);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error(`the page has no ${START} … ${END}`);
  return `${page.slice(0, start + START.length)}\n\n${table(results)}\n${page.slice(end)}`;
}

function table(results: readonly Results[]): string {
  const lines = [
    '| Workload | pipe | Peer | Its figure | pipe ÷ peer | To reach | |',
    '|---|---|---|---|---|---|---|',
    ...results.flatMap(({ rows }) => rows.flatMap(rowCells)),
    '',
    ...(results.length > 0 ? [conditions(results)] : []),
    '',
  ];
  return lines.join('\n');
}

function rowCells(row: Row): string[] {
  const title = row.note === undefined ? row.title : `${row.title} (${row.note})`;
  const own = sampleCell(row.pipe, row.unit);
  const limit = row.limit === undefined ? ' | ' : `≤ ${figure(row.limit, row.unit)} | ${mark(isWithin(row))}`;
  const first = `| ${title} | ${own} | | | | ${limit} |`;
  if (row.peers.length === 0) return [first];
  const cells = row.peers.map(
    (peer, index) =>
      `| ${index === 0 ? title : ''} | ${index === 0 ? own : ''} | ${peer.tool} | ${sampleCell(peer, row.unit)} | ${ratioText(ratio(row.pipe, peer))} | ${targetCell(row, peer)} |`,
  );
  return row.limit === undefined ? cells : [...cells, first];
}

function sampleCell({ values }: Sample, unit: Unit): string {
  const [low, high] = spread(values);
  return values.length > 1
    ? `${figure(median(values), unit)} (${figure(low, unit)} – ${figure(high, unit)})`
    : figure(median(values), unit);
}

function targetCell(row: Row, peer: Against): string {
  return peer.target === undefined ? ' | ' : `≤ ${peer.target} × | ${mark(isMet(row, peer))}`;
}

function mark(isReached: boolean | undefined): string {
  return isReached === undefined ? '' : isReached ? '✓' : '✗';
}

function conditions(results: readonly Results[]): string {
  const [first] = results as [Results, ...Results[]];
  const dates = [...new Set(results.map(({ date }) => date))].toSorted();
  const peers = Object.assign({}, ...results.map((each) => each.peers)) as Record<string, string>;
  const versions = Object.entries(peers).map(([tool, version]) => `${tool} ${version}`);
  const loads = results.map(({ load }) => load);
  const elsewhere = results.filter(({ installed, reduced }) => !installed || reduced);
  const not =
    elsewhere.length === 0
      ? ''
      : ` Not of the installed package: ${elsewhere.map(({ workload }) => workload).join(', ')}.`;
  return (
    `Medians, with the middle half of the runs in parentheses; ratios are medians of the ratios of each pair of runs. ` +
    `Measured ${dates.join(' and ')} with Node ${first.node.slice(1)} on ${first.cores} cores (${first.cpu}, ${first.memoryGb} GB), ` +
    `load at the end of each ${Math.min(...loads)} to ${Math.max(...loads)}; ${versions.join(', ')}.${not}`
  );
}
