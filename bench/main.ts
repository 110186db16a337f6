// `npm run bench [NAME…]`: measures pipe beside its peers. Knows the options, and no workload by name.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { openBench } from './open-bench.ts';
import { installPipe, nodeFirst } from './install-pipe.ts';
import { findPeers, PEERS } from './peers.ts';
import { rowLines } from './print-row.ts';
import { writeReport } from './report.ts';
import { saveResults } from './results.ts';
import { WORKLOADS } from './workloads/index.ts';

const HELP = `npm run bench -- [NAME…] [options]

Measures the installed pipe beside its peers and writes bench/results/NAME.json for each workload. All take about
${WORKLOADS.reduce((sum, { minutes }) => sum + minutes, 0)} minutes on two quiet cores.

  --pairs N     runs of each tool, in turn (10)
  --reduced     a twentieth of the work, once, with counts but without figures worth anything
  --peers DIR   look for peers there too; may be given again
  --pipe FILE   measure that pipe; without it the package is packed and installed in a temporary folder
  --results DIR write there
  --report      measure nothing: make the table of docs/performance.md and the chart from the results
  --page FILE   with --report: another page than that
  --list        name the workloads

Workloads: ${WORKLOADS.map(({ name }) => name).join(' ')}
`;

const checkout = join(import.meta.dirname, '..');
const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    pairs: { type: 'string', default: '10' },
    reduced: { type: 'boolean', default: false },
    peers: { type: 'string', multiple: true, default: [] },
    pipe: { type: 'string' },
    results: { type: 'string', default: join(import.meta.dirname, 'results') },
    report: { type: 'boolean', default: false },
    page: { type: 'string', default: join(checkout, 'docs/performance.md') },
    list: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const unknown = names.filter((name) => WORKLOADS.every((workload) => workload.name !== name));
const pairs = Number(options.pairs);

if (options.help) process.stdout.write(HELP);
else if (unknown.length > 0 || !Number.isInteger(pairs) || pairs < 1) {
  process.stderr.write(
    unknown.length > 0 ? `no workload ${unknown.join(', ')}\n\n${HELP}` : '--pairs takes a whole number\n',
  );
  process.exitCode = 2;
} else if (options.list)
  process.stdout.write(WORKLOADS.map(({ name, summary }) => `${name.padEnd(18)}${summary}\n`).join(''));
else if (options.report) writeReport(options.results, options.page);
else await measure();

async function measure(): Promise<void> {
  process.env['PATH'] = nodeFirst()['PATH'];
  const peers = findPeers(options.peers.map((folder) => resolve(folder)));
  for (const [name, how] of Object.entries(PEERS)) if (!peers.has(name)) say(`${name} is missing: ${how}`);
  const folder = mkdtempSync(join(tmpdir(), 'pipe-bench-'));
  // Also where it is interrupted; tools that watch there are ended before.
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));
  mkdirSync(options.results, { recursive: true });
  const installed = options.pipe === undefined;
  const pipe = installed ? installPipe(join(folder, 'installed')) : resolve(options.pipe!);
  say(installed ? 'pipe: packed and installed' : `pipe: ${options.pipe}`);
  for (const workload of WORKLOADS) {
    if (names.length > 0 && !names.includes(workload.name)) continue;
    say(`\n${workload.name}: ${workload.summary}`);
    using bench = openBench(join(folder, workload.name), { ...options, pairs, pipe, peers, say });
    const started = Date.now();
    try {
      const rows = await workload.run(bench);
      for (const row of rows) say(rowLines(row));
      saveResults(options.results, workload, rows, { installed, reduced: options.reduced, peers });
    } catch (error) {
      // The others may still tell something.
      process.stderr.write(`  ${(error as Error).message}\n`);
      process.exitCode = 1;
    }
    say(`  (${Math.round((Date.now() - started) / 1000)} s)`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
