// What a build did, told by the files that it left and by the commands that it started, and not by what it says of itself.
// Knows no tool.
import { chmodSync, lstatSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

/** File → what changes when it is written or replaced. */
export type Outputs = ReadonlyMap<string, string>;

export function outputsIn(folder: string, below: readonly string[]): Outputs {
  const outputs = new Map<string, string>();
  const stack = below.map((each) => join(folder, each));
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    for (const entry of entriesOf(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory()) stack.push(path);
      else {
        const { ino, mtimeNs, size } = lstatSync(path, { bigint: true });
        outputs.set(path, `${ino} ${mtimeNs} ${size}`);
      }
    }
  }
  return outputs;
}

export function changesBetween(before: Outputs, after: Outputs): number {
  let changed = 0;
  for (const [path, stamp] of after) if (before.get(path) !== stamp) changed++;
  for (const path of before.keys()) if (!after.has(path)) changed++;
  return changed;
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

/** Wrappers that note each start of a command and then are that command. */
export class Counter {
  /** What a contender's environment gets. */
  readonly env: Readonly<Record<string, string>>;
  readonly #log: string;

  constructor(folder: string, commands: readonly string[]) {
    const bin = join(folder, 'bin');
    this.#log = join(folder, 'started');
    mkdirSync(bin, { recursive: true });
    const path = process.env['PATH'] ?? '';
    for (const command of commands) {
      const file = join(bin, command);
      writeFileSync(
        file,
        `#!/bin/sh\necho ${command} >> '${this.#log}'\nPATH='${path}' exec ${command} "$@"\n`,
      );
      chmodSync(file, 0o755);
    }
    this.env = { PATH: `${bin}${delimiter}${path}` };
  }

  reset(): void {
    writeFileSync(this.#log, '');
  }

  get started(): number {
    return readFileSync(this.#log, 'utf8').split('\n').length - 1;
  }
}
