// The oracle's fixed seeds as tests. Knows where a failing scenario is written to, so that it can be played again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play, print, scenarioOf } from './scenario.ts';
import type { Mode } from './scenario.ts';

const PORTION = 25;

/** Plays the scenarios of the seeds from `from` up to, not including, `to`. */
export function testSeeds(from: number, to: number, mode: Mode = 'build'): void {
  for (let first = from; first < to; first += PORTION) {
    const end = Math.min(first + PORTION, to);
    test(`seeds ${first} to ${end - 1}`, { timeout: 600_000 }, async () => {
      for (let seed = first; seed < end; seed++) expect(await fault(seed, mode)).toBe('');
    });
  }
}

async function fault(seed: number, mode: Mode): Promise<string> {
  const scenario = scenarioOf(seed, { rounds: 6, children: 0.02 });
  const failed = await play(scenario, { operations: 0, builds: 0, jobs: 0 }, mode);
  if (!failed) return '';
  const folder = join(tmpdir(), 'pipe-fuzz');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `seed-${seed}.json`);
  writeFileSync(file, JSON.stringify(scenario));
  return `${print(scenario, failed)}\nagain: npm run fuzz -- ${mode === 'watch' ? '--watch ' : ''}--replay ${file}`;
}
