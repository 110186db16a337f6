// `npm run fuzz -- --minutes N [--seed S] [--watch] [--children P] [--replay FILE]`: plays scenarios until the time is over. The first
// that fails is made smaller and written to a file. Knows only how to search.
/* oxlint-disable no-console -- a command line of its own */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import type { Tally } from './player.ts';
import { play, print, scenarioOf } from './scenario.ts';
import type { Failed, Mode, Scenario } from './scenario.ts';
import { shrink } from './shrink.ts';

/** Rounds of changes and builds in one scenario. */
const ROUNDS = 20;
const SHRINKING_MS = 90_000;
const TELL_MS = 60_000;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '1' },
    seed: { type: 'string', default: '1' },
    children: { type: 'string', default: '0.1' },
    failures: { type: 'string', default: '1' },
    replay: { type: 'string' },
    watch: { type: 'boolean', default: false },
  },
});

const mode: Mode = values.watch ? 'watch' : 'build';
const tally: Tally = { operations: 0, builds: 0, jobs: 0 };
if (values.replay === undefined) await search();
else await replay(values.replay);

async function search(): Promise<void> {
  const startedAt = Date.now();
  const end = startedAt + Number(values.minutes) * 60_000;
  let seed = Number(values.seed);
  let failures = 0;
  let toldAt = startedAt;
  const told = (): string => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    return `${seed - Number(values.seed)} seeds, ${tally.operations} operations, ${tally.builds} builds, ${tally.jobs} jobs in ${seconds} s: ${failures} failures`;
  };
  for (; Date.now() < end && failures < Number(values.failures); seed++) {
    const scenario = scenarioOf(seed, { rounds: ROUNDS, children: Number(values.children) });
    const failed = await play(scenario, tally, mode);
    if (failed) {
      failures++;
      await tell(scenario, failed);
    }
    if (Date.now() - toldAt < TELL_MS) continue;
    toldAt = Date.now();
    console.error(told());
  }
  console.log(told());
  process.exitCode = failures > 0 ? 1 : 0;
}

async function replay(file: string): Promise<void> {
  const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
  const failed = await play(scenario, tally, mode);
  console.log(failed ? print(scenario, failed) : 'all right');
  process.exitCode = failed ? 1 : 0;
}

async function tell(scenario: Scenario, failed: Failed): Promise<void> {
  console.log(print(scenario, failed));
  const again = (smaller: Scenario): Promise<Failed | undefined> =>
    play(smaller, { operations: 0, builds: 0, jobs: 0 }, mode);
  const small = await shrink({ scenario, failed }, again, Date.now() + SHRINKING_MS);
  const folder = join(tmpdir(), 'pipe-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `seed-${scenario.seed}.json`);
  writeFileSync(file, `${JSON.stringify(small.scenario, undefined, 1)}\n`);
  console.log(`smaller: ${print(small.scenario, small.failed)}`);
  console.log(
    `again: npm run fuzz -- ${values.watch ? '--watch ' : ''}--replay ${file} (${relative(process.cwd(), import.meta.filename)})\n`,
  );
}
