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

/** How a tool is called: without a program, the tool itself. */
export interface ToolCall {
  readonly program?: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

/** Pipe, and those of the wanted tools that are installed; `write` makes each one's project. */
export function contendersFor(
  bench: Bench,
  name: string,
  wanted: readonly Wanted[],
  write: (folder: string, tool: string) => void,
  calls: Readonly<Record<string, ToolCall>> = CALLS,
): Contender[] {
  const contenders: Contender[] = [];
  for (const { tool, target } of [{ tool: 'pipe' }, ...wanted] as Wanted[]) {
    const program = tool === 'pipe' ? bench.pipe : bench.peer(tool);
    if (program === undefined) continue;
    const folder = join(bench.folder(name), tool);
    mkdirSync(folder, { recursive: true });
    write(folder, tool);
    if (tool === 'tup') execFileSync(program, ['init', '--no-sync'], { cwd: folder, stdio: 'ignore' });
    const { args, env, program: by = program } = calls[tool]!;
    contenders.push({
      tool,
      folder,
      argv: [by, ...args],
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

const TURBO = { TURBO_TELEMETRY_DISABLED: '1', TURBO_NO_UPDATE_NOTIFIER: '1', DO_NOT_TRACK: '1' };
const WIREIT = { WIREIT_PARALLEL: JOBS, WIREIT_CACHE: 'none' };

const CALLS: Readonly<Record<string, ToolCall>> = {
  pipe: { args: ['build', '-j', JOBS] },
  ninja: { args: ['-j', JOBS] },
  make: { args: ['-j', JOBS] },
  tup: { args: [`-j${JOBS}`] },
  snakemake: { args: ['--cores', JOBS, '--quiet', 'all'] },
  turbo: { args: ['run', 'build', '--concurrency', JOBS, '--output-logs=none'], env: TURBO },
  // The quicker of its two ways, since `npm run` alone takes a tenth of a second; and without copies for its cache.
  wireit: { program: 'node', args: ['--run', 'build'], env: WIREIT },
};

/** Each tool as it watches; what they make is below `packages` or comes from `src`. */
export const WATCHES: Readonly<Record<string, ToolCall>> = {
  pipe: { args: ['watch', '-j', JOBS] },
  wireit: { program: 'node', args: ['--run', 'build', '--', '--watch'], env: WIREIT },
  // It wants a slot for each package that it watches.
  turbo: { args: ['watch', 'build', '--concurrency', '12', '--output-logs=none'], env: TURBO },
  entr: { program: 'sh', args: ['-c', `find . -path '*/src/*' -type f | entr -n ninja -j ${JOBS}`] },
  tup: { args: ['monitor', '-f', '-a'] },
};
