// Where this package is installed. Knows not whether it runs from sources or from a bundle.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of pipe's own package.json: above this file, however deep a bundler put it. */
export function packageRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above ${import.meta.dirname}`);
    folder = parent;
  }
  return folder;
}
