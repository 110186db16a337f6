// A clock of pipe's own in a test, put off by what a file says; that of the file system stays. Knows no pipeline.
import { renameSync } from 'node:fs';
import type { Project } from './rig.ts';

export interface Clock {
  /** For each call of pipe that is to go by it. */
  readonly env: Record<string, string>;
  /** Puts it off by so many ms, also for a pipe that runs. */
  readonly set: (ms: number) => void;
}

export function clock(desk: Project): Clock {
  desk.put('../offset', '0');
  desk.put(
    '../clock.mjs',
    `import { readFileSync } from 'node:fs';
const now = Date.now;
Date.now = () => now() + Number(readFileSync(${JSON.stringify(`${desk.outside}/offset`)}, 'utf8'));
`,
  );
  return {
    env: { NODE_OPTIONS: `--import=${desk.outside}/clock.mjs` },
    set: (ms) => {
      desk.put('../offset.next', String(ms));
      renameSync(`${desk.outside}/offset.next`, `${desk.outside}/offset`);
    },
  };
}
