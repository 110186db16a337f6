// The copies as scripts of wireit, one a key, in a package.json. Runs nothing.
import { symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { namesOf } from './copies.ts';

/** `program` is wireit's, which scripts find as `wireit` below node_modules. */
export function writeScripts(folder: string, keys: number): void {
  const names = namesOf(keys);
  const scripts: Record<string, string> = { build: 'wireit' };
  const wireit: Record<string, unknown> = { build: { dependencies: names } };
  for (const name of names) {
    scripts[name] = 'wireit';
    wireit[name] = {
      command: `cp src/${name}.txt out/${name}.txt`,
      files: [`src/${name}.txt`],
      output: [`out/${name}.txt`],
    };
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'copies', scripts, wireit }));
}

/** Makes a program's package reachable for scripts of a project, as if it were installed there. */
export function linkPackages(folder: string, program: string): void {
  symlinkSync(dirname(dirname(program)), join(folder, 'node_modules'));
}
