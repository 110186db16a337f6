// One story of a project: a pipeline, its sources and what happens to it. As JSON it can be kept, made smaller and played
// again. Knows nothing of what is right.
import { generate } from './generate.ts';
import type { Start } from './generate.ts';
import { operationsFor } from './operations.ts';
import type { Operation } from './operations.ts';
import { Player } from './player.ts';
import type { Tally } from './player.ts';
import { Random } from './random.ts';
import { WatchPlayer } from './watch-player.ts';

export interface Scenario {
  readonly seed: number;
  readonly start: Start;
  readonly operations: readonly Operation[];
}

export interface Failed {
  /** Index of the operation after which something was wrong. */
  readonly at: number;
  readonly problems: readonly string[];
}

export function scenarioOf(seed: number, size: { rounds: number; children: number }): Scenario {
  const random = new Random(seed);
  const start = generate(random);
  return { seed, start, operations: operationsFor(random, random.between(3, size.rounds), size.children) };
}

/** Builds between the changes, or a watch beside them. */
export type Mode = 'build' | 'watch';

/** Plays a scenario; undefined if all was right. */
export async function play(
  { start, operations }: Scenario,
  tally: Tally,
  mode: Mode = 'build',
): Promise<Failed | undefined> {
  const player = mode === 'watch' ? new WatchPlayer(start, tally) : new Player(start, tally);
  try {
    for (const [at, operation] of operations.entries()) {
      tally.operations++;
      try {
        const problems = await player.step(operation);
        if (problems.length > 0) return { at, problems };
      } catch (error) {
        return { at, problems: [(error as Error).stack ?? String(error)] };
      }
    }
    const problems = await player.finish();
    return problems.length > 0 ? { at: operations.length - 1, problems } : undefined;
  } catch (error) {
    return { at: operations.length - 1, problems: [(error as Error).stack ?? String(error)] };
  } finally {
    await player.close();
  }
}

export function print({ seed, start, operations }: Scenario, { at, problems }: Failed): string {
  const played = operations.slice(0, at + 1).map((operation) => operation.type);
  const head = `seed ${seed}, ${start.pipeline.tasks.length} tasks, after ${played.join(', ')}:`;
  return [head, ...problems.slice(0, 8).map((problem) => `  ${problem.slice(0, 1500)}`)].join('\n');
}
