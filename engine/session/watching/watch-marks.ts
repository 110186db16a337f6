// While a build runs: looks again at the repositories whose members cancel jobs when something changes in their folders, so
// that a mark that somebody puts there ends a job at once. What tasks write there comes as it is made. Knows no job.
import { existsSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Plan } from '../../model/plan.ts';
import type { Build } from '../../schedule/build.ts';
import type { BuildContext } from '../../schedule/context.ts';

export function watchMarks(build: Build, context: BuildContext): Disposable | undefined {
  const marks = [...markRepositories(context.plan, [...build.network.tasks.keys()])];
  if (marks.length === 0) return undefined;
  const watches = marks.map((id) => new FolderWatch(folderOf(context, id), () => look(build, context, id)));
  return { [Symbol.dispose]: () => watches.forEach((each) => each.close()) };
}

/** Repositories of files that no task writes, themselves or below what is made of them. */
function markRepositories(plan: Plan, tasks: readonly number[]): ReadonlySet<number> {
  const found = new Set<number>();
  const stack = tasks.flatMap((id) =>
    plan.tasks[id]!.links.flatMap(({ cancels, repository }) => (cancels ? repository : [])),
  );
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const repository = plan.repositories[id]!;
    if ('children' in repository) stack.push(...repository.children.map((child) => child.repository));
    else if ('pattern' in repository && repository.writers.length === 0) found.add(id);
  }
  return found;
}

function folderOf({ root, patterns }: BuildContext, id: number): string {
  const { fixed, fields, text } = patterns.get(id)!;
  return resolve(root, fields.length === 0 ? dirname(text) : fixed);
}

function look(build: Build, context: BuildContext, id: number): void {
  const listing = context.paths.get(id)!.list();
  if (!listing.ok) return;
  const members = build.network.members[id]!;
  const now = new Set(listing.value.keys);
  build.apply((network) => {
    for (const key of now) if (!members.get(key)) network.set(id, key, 'present', undefined, undefined);
    for (const key of members.keys()) if (!now.has(key)) network.remove(id, key);
  });
}

/** Watches a folder, or while it is not there the nearest one above it. */
class FolderWatch {
  readonly #folder: string;
  readonly #onChange: () => void;
  #watcher: FSWatcher | undefined;
  #watched = '';

  constructor(folder: string, onChange: () => void) {
    this.#folder = folder;
    this.#onChange = onChange;
    this.#arm();
  }

  close(): void {
    this.#watcher?.close();
    this.#watched = this.#folder;
    this.#watcher = undefined;
  }

  #arm(): void {
    let nearest = this.#folder;
    while (!existsSync(nearest) && dirname(nearest) !== nearest) nearest = dirname(nearest);
    if (nearest === this.#watched) return;
    this.#watcher?.close();
    this.#watched = nearest;
    const onEvent = (): void => {
      this.#arm();
      this.#onChange();
    };
    try {
      this.#watcher = watch(nearest, { persistent: false, recursive: nearest === this.#folder }, onEvent);
      this.#watcher.on('error', () => {});
    } catch {
      // Without it marks are seen by the next build.
    }
  }
}
