// Which folders matter to a plan: those in which a member, a source or a file of the pipeline itself can lie. Looks at
// nothing but whether a folder exists.
import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Plan } from '../model/plan.ts';
import { advance, automatonOf } from '../repository/pattern-automaton.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { PathPattern } from '../repository/port.ts';
import { isReserved } from '../repository/tree.ts';

export class Interest {
  readonly #root: string;
  readonly #patterns: PathPattern[] = [];
  /** Patterns whose members are folders, with all that lies below. */
  readonly #trees: PathPattern[] = [];
  /** Single folders. */
  readonly #folders = new Set<string>();

  constructor(plan: Plan, patterns: ReadonlyMap<number, PathPattern>) {
    this.#root = plan.root;
    for (const [id, pattern] of patterns) {
      this.#patterns.push(pattern);
      if (plan.repositories[id]!.type === 'directory') this.#trees.push(pattern);
    }
    for (const glob of new Set(plan.tasks.flatMap((task) => task.sources))) {
      const compiled = glob.startsWith('!') ? undefined : compilePattern(glob);
      if (compiled?.ok) this.#patterns.push(compiled.value);
    }
    for (const { path } of plan.sources) this.addFile(path);
  }

  /** A single file matters; returns its folder if that was not known to matter. */
  addFile(path: string): string | undefined {
    const folder = dirname(resolve(this.#root, path));
    if (this.#folders.has(folder) || this.#isReservedFolder(folder)) return undefined;
    this.#folders.add(folder);
    return folder;
  }

  /** Where a watcher starts: the pipeline's folder, and those outside it. */
  roots(): string[] {
    const roots = new Set([this.#root, ...this.#folders]);
    for (const { fixed } of this.#patterns) {
      let folder = resolve(this.#root, fixed);
      while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
      roots.add(folder);
    }
    return [...roots];
  }

  readonly wants = (folder: string): boolean => {
    if (folder === this.#root || this.#folders.has(folder)) return true;
    if (this.#isReservedFolder(folder)) return false;
    const below = relative(this.#root, folder);
    return (
      this.#patterns.some((pattern) => mayHold(pattern, folder, below)) ||
      this.#trees.some((pattern) => isWithin(pattern, pattern.text.startsWith('/') ? folder : below))
    );
  };

  #isReservedFolder(folder: string): boolean {
    return relative(this.#root, folder).split('/').some(isReserved);
  }
}

/** Whether a path below the folder can match. */
function mayHold(pattern: PathPattern, absolute: string, below: string): boolean {
  const folder = pattern.text.startsWith('/') ? absolute : below;
  const { fixed } = pattern;
  if (folder === '' || fixed === folder || fixed.startsWith(`${folder}/`)) return true;
  if (fixed !== '' && !folder.startsWith(`${fixed}/`)) return false;
  return advance(automatonOf(pattern), [0], `${folder}/`).length > 0;
}

/** Whether the folder is a member, or lies in one. */
function isWithin(pattern: PathPattern, folder: string): boolean {
  for (let path = folder; path !== '.' && path !== '/'; path = dirname(path))
    if (pattern.match(path) !== undefined) return true;
  return false;
}
