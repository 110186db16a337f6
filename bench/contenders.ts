// How each tool is called to bring a project up to date with two jobs at once. Knows no project.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Contender } from './workload.ts';

const JOBS = '2';

export interface Wanted {
  readonly tool: string;
  /** The ratio pipe ÷ tool to stay under. */
  readonly target?: number;
}

/** Pipe, and those of the wanted tools that are installed; `write` makes each one's project. */
export function contendersFor(
  bench: Bench,
  name: string,
  wanted: readonly Wanted[],
  write: (folder: string, tool: string) => void,
): Contender[] {
  const contenders: Contender[] = [];
  for (const { tool, target } of [{ tool: 'pipe' }, ...wanted] as Wanted[]) {
    const program = tool === 'pipe' ? bench.pipe : bench.peer(tool);
    if (program === undefined) continue;
    const folder = join(bench.folder(name), tool);
    mkdirSync(folder, { recursive: true });
    write(folder, tool);
    if (tool === 'tup') execFileSync(program, ['init', '--no-sync'], { cwd: folder, stdio: 'ignore' });
    const { args, env } = CALLS[tool]!;
    contenders.push({
      tool,
      folder,
      argv: [...(tool === 'wireit' ? ['node'] : [program]), ...args] as [string, ...string[]],
      ...(env && { env }),
      ...(target !== undefined && { target }),
      ...(tool === 'tup' && { remembersPath: true }),
    });
  }
  return contenders;
}

/** The same contenders in another contest. */
export function withTargets(
  contenders: readonly Contender[],
  targets: Readonly<Record<string, number>>,
): Contender[] {
  return contenders.map((contender) => {
    const { tool, folder, argv, env, remembersPath } = contender;
    const target = targets[tool];
    return {
      tool,
      folder,
      argv,
      ...(env && { env }),
      ...(remembersPath && { remembersPath }),
      ...(target !== undefined && { target }),
    };
  });
}

const CALLS: Readonly<
  Record<string, { readonly args: readonly string[]; readonly env?: Readonly<Record<string, string>> }>
> = {
  pipe: { args: ['build', '-j', JOBS] },
  ninja: { args: ['-j', JOBS] },
  make: { args: ['-j', JOBS] },
  tup: { args: [`-j${JOBS}`] },
  snakemake: { args: ['--cores', JOBS, '--quiet', 'all'] },
  turbo: {
    args: ['run', 'build', '--concurrency', JOBS, '--output-logs=none'],
    env: { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' },
  },
  // The quicker of its two ways, since `npm run` alone takes a tenth of a second; and without copies for its cache.
  wireit: { args: ['--run', 'build'], env: { WIREIT_PARALLEL: JOBS, WIREIT_CACHE: 'none' } },
};
