// A watch on a project of its own. `built` is how a test waits: a build beside the watch, which ends when all that was
// written before it is taken up. Knows no particular pipeline.
import { onTestFinished } from 'vitest';
import { project } from '../rig.ts';
import type { Done, Project, Running } from '../rig.ts';

export interface Watched {
  readonly desk: Project;
  readonly watch: Running;
  /** Everything is up to date, or has failed; what the build said, and what jobs ran since the last call. */
  built(...args: readonly string[]): Promise<Done>;
  /** Ends the watch as Ctrl-C does. */
  end(): Promise<Done>;
}

export async function watched(
  files: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<Watched> {
  const desk = project(files);
  return await watchOver(desk, args);
}

export async function watchOver(
  desk: Project,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const watch = desk.start(['watch', '--reporter', 'json', ...args], { env });
  onTestFinished(async () => {
    watch.kill('SIGKILL');
    await watch.done;
  });
  await watch.until('watch', ({ what }) => what === 'idle');
  return {
    desk,
    watch,
    built: (...targets) => desk.start(['build', ...targets]).done,
    end: async () => {
      watch.kill('SIGINT');
      return await watch.done;
    },
  };
}

/** Each text copied, and all copies in one. */
export const copies = `
tasks:
  copy:
    inputs: { from: "in/{key**}.txt" }
    outputs: { to: "mid/{key**}.txt" }
    run: job copy {{ key }}; cp {{ from }} {{ to }}
  all:
    inputs: { from: "mid/**.txt" }
    outputs: { to: out/all.txt }
    run: job all; cat {{ from }} > {{ to }}
`;
