// Repositories that are the same files by way of a symbolic link among their folders, though their paths say nothing of it:
// nobody could tell then in which order to run what writes and what reads them. Knows no job.
import { lstatSync, realpathSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import type { BuildFailure } from '../../model/failure.ts';
import type { Plan, RepositoryPlan } from '../../model/plan.ts';
import { overlap } from '../../pipeline/overlap.ts';
import { compilePattern, folderPrefix } from '../../repository/pattern.ts';
import type { PathPattern } from '../../repository/port.ts';

interface Placed {
  readonly repository: RepositoryPlan;
  readonly type: RepositoryPlan['type'];
  /** As its files lie, links followed. */
  readonly pattern: PathPattern;
  /** The folder on its way that is a link. */
  readonly link: string | undefined;
}

/** The first such pair of which one is written, with what to do. */
export function findSameFiles(
  plan: Plan,
  patterns: ReadonlyMap<number, PathPattern>,
): BuildFailure | undefined {
  const links = new Links(plan.root);
  const placed = [...patterns].map(([id, pattern]): Placed => {
    const repository = plan.repositories[id]!;
    return { repository, type: repository.type, ...links.place(pattern) };
  });
  for (const one of placed.filter(({ link }) => link !== undefined)) {
    for (const other of placed) {
      const owned = [one, other].find(({ repository }) => repository.writers.length > 0);
      if (other === one || !owned || !overlap(one, other)) continue;
      if (overlap(asNamed(one, patterns), asNamed(other, patterns))) continue;
      return failureOf(one, other, owned, plan);
    }
  }
  return undefined;
}

function asNamed(
  { repository, type }: Placed,
  patterns: ReadonlyMap<number, PathPattern>,
): Pick<Placed, 'type' | 'pattern'> {
  return { type, pattern: patterns.get(repository.id)! };
}

function failureOf(one: Placed, other: Placed, { repository }: Placed, plan: Plan): BuildFailure {
  const task = plan.tasks[repository.writers[0]!]!.name;
  return {
    type: 'build-failure',
    code: 'same-files',
    message: `${one.repository.name} and ${other.repository.name} are the same files, since ${one.link} is a link, and the task "${task}" writes ${repository.name}`,
    hint: 'give both the same path, or let the task write elsewhere',
  };
}

/** The links among folders, each folder looked at once. */
class Links {
  readonly #root: string;
  readonly #known = new Map<string, string | undefined>();

  constructor(root: string) {
    this.#root = root;
  }

  place(pattern: PathPattern): { readonly pattern: PathPattern; readonly link: string | undefined } {
    const fixed = pattern.fields.length > 0 ? pattern.fixed : folderOf(pattern.text);
    const link = this.#linkAbove(fixed);
    if (link === undefined) return { pattern, link };
    const real = posix.join(realOf(resolve(this.#root, link)), posix.relative(link, fixed));
    const root = folderPrefix(realOf(this.#root));
    const folder = real.startsWith(root) ? real.slice(root.length) : real === root.slice(0, -1) ? '' : real;
    const rest = fixed === '' ? pattern.text : pattern.text.slice(folderPrefix(fixed).length);
    const compiled = compilePattern(posix.join(folder, rest));
    return compiled.ok ? { pattern: compiled.value, link } : { pattern, link: undefined };
  }

  /** The lowest link on the way to a folder, itself included; one of the folders above the root is none. */
  #linkAbove(folder: string): string | undefined {
    if (folder === '' || folder === '/') return undefined;
    if (this.#known.has(folder)) return this.#known.get(folder);
    const path = folder.startsWith('/') ? folder : `${this.#root}/${folder}`;
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
    const found = isLink ? folder : this.#linkAbove(folderOf(folder));
    this.#known.set(folder, found);
    return found;
  }
}

function folderOf(path: string): string {
  const folder = posix.dirname(path);
  return folder === '.' ? '' : folder;
}

function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
