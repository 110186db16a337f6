// The clock of the file system, which counts so coarsely that what is written within some milliseconds can be of one time.
// Knows no pipeline.
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is written from now on, on the file system of this folder, is later than all that was written before. */
export function nextTick(folder: string): void {
  const probe = join(folder, `tick-${process.pid}`);
  const write = (): number => {
    writeFileSync(probe, '');
    return statSync(probe).mtimeMs;
  };
  for (const before = write(); write() <= before;);
  rmSync(probe);
}
