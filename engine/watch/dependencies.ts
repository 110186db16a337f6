// What tasks depend on beside their members: the files of their definitions, files that their jobs found out, and the
// files of the pipeline itself. Gathers which of them may have changed; looks at none.
import { resolve } from 'node:path';
import type { Plan } from '../model/plan.ts';
import { compilePattern } from '../repository/pattern.ts';
import type { PathPattern } from '../repository/port.ts';
import type { Network } from '../schedule/keys/network.ts';
import type { RecordRow } from '../store/rows.ts';

export class Dependencies {
  readonly #root: string;
  readonly #sources: Set<string>;
  readonly #globs: readonly { readonly task: number; readonly pattern: PathPattern }[];
  readonly #depfileTasks: ReadonlySet<number>;
  /** Absolute path → tasks whose definition counts it. */
  readonly #files = new Map<string, Set<number>>();
  /** Paths as records have them. */
  readonly #discovered = new Set<string>();
  readonly #staleTasks = new Set<number>();
  readonly #changed = new Set<string>();
  #allChanged = false;
  #strangers = false;
  #planMayDiffer = false;
  #suspectsAll = false;

  constructor(plan: Plan) {
    this.#root = plan.root;
    this.#sources = new Set(plan.sources.map(({ path }) => path));
    this.#depfileTasks = new Set(plan.tasks.filter((task) => task.depfile !== 'none').map((task) => task.id));
    this.#globs = plan.tasks.flatMap((task) =>
      task.sources.flatMap((glob) => {
        const compiled = glob.startsWith('!') ? undefined : compilePattern(glob);
        return compiled?.ok ? [{ task: task.id, pattern: compiled.value }] : [];
      }),
    );
  }

  /** A task's definition counts the file at a path. */
  addFile(task: number, path: string): void {
    const absolute = resolve(this.#root, path);
    const tasks = this.#files.get(absolute);
    if (tasks) tasks.add(task);
    else this.#files.set(absolute, new Set([task]));
  }

  /** A file outside the plan counts as one of the pipeline's. Absolute, or below the root. */
  addSource(path: string): void {
    this.#sources.add(resolve(this.#root, path));
  }

  /** While the pipeline's files have faults, any file may mend them, such as a module that was not there. */
  suspectAll(isSuspect: boolean): void {
    this.#suspectsAll = isSuspect;
  }

  /** Takes up what a job found out; returns the paths that are new. */
  addDiscovered({ discovered }: Pick<RecordRow, 'discovered'>): string[] {
    const added: string[] = [];
    for (const path of pathsOf(discovered)) {
      if (this.#discovered.has(path)) continue;
      this.#discovered.add(path);
      added.push(path);
    }
    return added;
  }

  has(path: string, below: string): boolean {
    return (
      this.#suspectsAll ||
      this.#sources.has(path) ||
      this.#files.has(path) ||
      this.#discovered.has(below) ||
      this.#discovered.has(path) ||
      this.#globs.some(({ pattern }) => pattern.match(below) !== undefined)
    );
  }

  /** Whether a job that never succeeded may have read it: what such a job finds out, nobody knows. */
  mayBeRead(below: string): boolean {
    return this.#depfileTasks.size > 0 && !below.endsWith('~');
  }

  note(path: string, below: string): void {
    if (this.#suspectsAll || this.#sources.has(path)) this.#planMayDiffer = true;
    for (const task of this.#files.get(path) ?? []) this.#staleTasks.add(task);
    for (const { task, pattern } of this.#globs)
      if (pattern.match(below) !== undefined) this.#staleTasks.add(task);
    if (this.#discovered.has(below)) this.#changed.add(below);
    else if (this.#discovered.has(path)) this.#changed.add(path);
    else this.#strangers = true;
  }

  noteTree(tree: string): void {
    const within = (path: string): boolean => path.startsWith(`${tree}/`);
    for (const path of this.#sources) if (within(path)) this.#planMayDiffer = true;
    for (const [path, tasks] of this.#files)
      if (within(path)) for (const task of tasks) this.#staleTasks.add(task);
    for (const { task, pattern } of this.#globs) {
      const fixed = resolve(this.#root, pattern.fixed);
      if (fixed === tree || within(fixed) || `${tree}/`.startsWith(`${fixed}/`)) this.#staleTasks.add(task);
    }
    for (const path of this.#discovered) if (within(resolve(this.#root, path))) this.#changed.add(path);
  }

  noteAll(): void {
    this.#planMayDiffer = true;
    this.#allChanged = true;
    for (const tasks of this.#files.values()) for (const task of tasks) this.#staleTasks.add(task);
    for (const { task } of this.#globs) this.#staleTasks.add(task);
  }

  /** Whether anything was noted that is not yet taken. */
  get hasNews(): boolean {
    return this.#staleTasks.size > 0 || this.#changed.size > 0 || this.#planMayDiffer;
  }

  /** Tasks whose definitions have to be made anew; each told once. */
  takeStale(): number[] {
    const tasks = [...this.#staleTasks];
    this.#staleTasks.clear();
    return tasks;
  }

  /** Whether a file of the pipeline was written since this was last asked. */
  takePlanMayDiffer(): boolean {
    const differs = this.#planMayDiffer;
    this.#planMayDiffer = false;
    return differs;
  }

  /** Has the jobs looked at that found out a file that may have changed, and those that failed before they could. */
  touchReaders(network: Network): void {
    const all = this.#allChanged;
    if (this.#changed.size > 0 || this.#strangers || all) {
      for (const id of this.#depfileTasks) {
        const task = network.tasks.get(id);
        for (const job of task?.jobs.values() ?? []) {
          const isFailed = job.state === 'failed';
          const text = task!.records.get(job.key)?.discovered ?? '';
          const isReader =
            all || (this.#changed.size > 0 && pathsOf(text).some((path) => this.#changed.has(path)));
          if (!isReader && !(isFailed && this.#strangers)) continue;
          if (isFailed && !all) job.failedOn = undefined;
          network.touch(job);
        }
      }
    }
    this.#changed.clear();
    this.#allChanged = false;
    this.#strangers = false;
  }

  /** All single files that matter, absolute. */
  *files(): Generator<string> {
    yield* this.#files.keys();
    for (const path of this.#discovered) yield resolve(this.#root, path);
  }
}

/** The paths of `path TAB fingerprint` lines. */
function pathsOf(discovered: string): string[] {
  return discovered.split('\n').flatMap((line) => {
    const tab = line.lastIndexOf('\t');
    return tab < 0 ? [] : [line.slice(0, tab)];
  });
}
