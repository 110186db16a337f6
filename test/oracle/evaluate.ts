// The truth: what a build must come to, from the pipeline and the files that are there, worked out anew each time by the
// plain meaning of links. Knows nothing of pipe, of earlier builds or of time.
import { commandOf, compute, isRecord, recordIn } from './command.ts';
import type { Read } from './command.ts';
import { keyOf, pathOf, patternOf, repositoryOf } from './model.ts';
import type { FileRepository, Input, Pipeline, Repository, Task, ViewRepository } from './model.ts';

/** A regular file, links followed. */
export interface FileNow {
  readonly text: string;
  readonly executable: boolean;
}

export interface Member extends FileNow {
  readonly path: string;
  /** `failed`: the job that makes it failed or could not run. */
  readonly state: 'present' | 'failed';
  readonly fingerprint: string;
  /** Of `and`: what its first child holds. */
  readonly first: Member | undefined;
}

interface Members {
  readonly byKey: ReadonlyMap<string, Member>;
  /** Keys of fan-out jobs that did not succeed: what they would have made is not known. */
  readonly holes: readonly string[];
}

/** What a job is made from; equal actions give equal outputs. */
export interface Action {
  readonly definition: string;
  /** Link → key → fingerprint. */
  readonly inputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly discovered: Readonly<Record<string, string>>;
}

export interface JobTruth {
  readonly task: string;
  readonly key: string;
  readonly state: 'made' | 'failed' | 'blocked' | 'not-ready';
  /** Of jobs that can run. */
  readonly action: Action | undefined;
  readonly result: number | undefined;
  /** Path → text. */
  readonly outputs: ReadonlyMap<string, string>;
}

export interface Truth {
  /** By `task/key`. */
  readonly jobs: ReadonlyMap<string, JobTruth>;
  /** Task → tasks whose outputs it reads. */
  readonly upstream: ReadonlyMap<string, ReadonlySet<string>>;
}

export function evaluate(
  pipeline: Pipeline,
  files: ReadonlyMap<string, FileNow>,
  variable: string | undefined,
): Truth {
  return new Evaluation(pipeline, files, variable).run();
}

class Evaluation {
  readonly #pipeline: Pipeline;
  readonly #files: ReadonlyMap<string, FileNow>;
  readonly #variable: string | undefined;
  readonly #jobs = new Map<string, JobTruth>();
  readonly #owned = new Map<string, { byKey: Map<string, Member>; holes: string[] }>();
  readonly #known = new Map<string, Members>();

  constructor(pipeline: Pipeline, files: ReadonlyMap<string, FileNow>, variable: string | undefined) {
    this.#pipeline = pipeline;
    this.#files = files;
    this.#variable = variable;
    for (const task of pipeline.tasks)
      for (const output of task.outputs) this.#owned.set(output.to, { byKey: new Map(), holes: [] });
  }

  run(): Truth {
    // The generator puts tasks after those that they read from.
    for (const task of this.#pipeline.tasks) {
      for (const key of this.#keysOf(task)) {
        const job = this.#job(task, key);
        this.#jobs.set(`${task.name}/${key}`, job);
        this.#give(task, job);
      }
      // Where keys are not known, neither is what their jobs would have made.
      if (this.#hasUnknownKeys(task)) for (const output of task.outputs) this.#owned.get(output.to)!.holes.push('');
    }
    return { jobs: this.#jobs, upstream: upstreamOf(this.#pipeline) };
  }

  #keysOf(task: Task): readonly string[] {
    const required = task.inputs.filter((input) => isTie(input, 'same'));
    const inhibitors = task.inputs.filter((input) => input.use === 'inhibits');
    if (required.length > 0) {
      const [first, ...others] = required.map((input) => this.#members(input.from).byKey);
      return [...first!.keys()].filter(
        (key) =>
          others.every((each) => each.has(key)) &&
          !inhibitors.some((input) => this.#members(input.from).byKey.get(key)?.state === 'present'),
      );
    }
    const groups = task.inputs.filter((input) => isTie(input, 'group'));
    if (groups.length === 0) return [''];
    const [first, ...others] = groups.map(
      (input) => new Set(Array.from(this.#members(input.from).byKey.keys(), (key) => key.split('/')[0]!)),
    );
    return [...first!].filter((key) => others.every((each) => each.has(key)));
  }

  #hasUnknownKeys(task: Task): boolean {
    const makesKeys = task.inputs.some((input) => isTie(input, 'same')) ? 'same' : 'group';
    return task.inputs.some((input) => isTie(input, makesKeys) && this.#members(input.from).holes.length > 0);
  }

  #job(task: Task, key: string): JobTruth {
    const job = { task: task.name, key, action: undefined, result: undefined, outputs: new Map<string, string>() };
    const found = new Map<string, readonly (readonly [string, Member])[] | 'blocked' | 'absent'>();
    for (const input of task.inputs) found.set(input.name, this.#find(input, key, found));
    const all = [...found.values()];
    if (all.includes('blocked')) return { ...job, state: 'blocked' };
    if (all.includes('absent')) return { ...job, state: 'not-ready' };
    const chosen = (input: Input): readonly (readonly [string, Member])[] =>
      found.get(input.name) as readonly (readonly [string, Member])[];
    const counted = task.inputs.filter((input) => input.use !== 'inhibits');
    const inputs = Object.fromEntries(
      counted.map((input) => [
        input.name,
        Object.fromEntries(chosen(input).map(([each, member]) => [each, member.fingerprint])),
      ]),
    );
    const reads = counted
      .filter((input) => input.use === 'read')
      .map((input) => chosen(input).map(([, member]): Read => member.first ?? member));
    const made = compute(this.#pipeline, task, key, reads, {
      variable: this.#variable,
      header: (path) => this.#files.get(path)?.text,
    });
    const definition = definitionOf(this.#pipeline, task, this.#variable);
    if (made.type === 'failed')
      return { ...job, state: 'failed', action: { definition, inputs, discovered: {} } };
    const outputs = task.outputs.flatMap((output, index) => {
      const repository = repositoryOf(this.#pipeline, output.to) as FileRepository;
      return made.outputs[index]!.map(({ below, text }) => {
        const member = [key, below].filter((part) => part !== '').join('/');
        return [pathOf(repository, member), text] as const;
      });
    });
    const discovered = made.header ? { [made.header]: fingerprintOf(this.#files.get(made.header)!) } : {};
    const action = { definition, inputs, discovered };
    return { ...job, state: 'made', action, result: made.result, outputs: new Map(outputs) };
  }

  #find(
    { from, select, use }: Input,
    key: string,
    before: ReadonlyMap<string, readonly (readonly [string, Member])[] | 'blocked' | 'absent'>,
  ): readonly (readonly [string, Member])[] | 'blocked' | 'absent' {
    const { byKey, holes } = this.#members(from);
    let wanted = key;
    switch (select.type) {
      case 'all':
      case 'group': {
        const fits = (each: string): boolean => select.type === 'all' || each.startsWith(`${key}/`);
        const members = [...byKey].filter(([each]) => fits(each)).toSorted(([a], [b]) => compareBytes(a, b));
        if (members.some(([, member]) => member.state === 'failed')) return 'blocked';
        if (holes.some((hole) => select.type === 'all' || hole === '' || hole === key)) return 'blocked';
        return members.length < select.min ? 'absent' : members;
      }
      case 'join': {
        const through = before.get(select.link)!;
        if (typeof through === 'string') return through;
        wanted = recordIn(through[0]![1].text).ref ?? '';
        if (wanted === '') return 'absent';
        break;
      }
      case 'member':
        wanted = select.key;
        break;
      case 'unit':
        wanted = '';
        break;
      case 'same':
        break;
      default:
        return select satisfies never;
    }
    const member = byKey.get(wanted);
    if (use === 'inhibits') return member?.state === 'present' ? 'absent' : member || mayHold(holes, wanted) ? 'blocked' : [];
    // A path without fields is a repository of its own, whose only key is the unit key.
    const name = select.type === 'member' ? '' : wanted;
    if (member) return member.state === 'failed' ? 'blocked' : [[name, member]];
    return mayHold(holes, wanted) ? 'blocked' : 'absent';
  }

  #give(task: Task, job: JobTruth): void {
    if (job.state === 'not-ready') return;
    for (const output of task.outputs) {
      const repository = repositoryOf(this.#pipeline, output.to) as FileRepository;
      const into = this.#owned.get(output.to)!;
      if (job.state === 'made') {
        for (const [path, text] of job.outputs) {
          const key = keyOf(repository, path);
          if (key !== undefined) into.byKey.set(key, this.#member(repository, path, { text, executable: false }));
        }
      } else if (output.select === 'fan-out') into.holes.push(job.key);
      else into.byKey.set(job.key, { ...failed, path: pathOf(repository, job.key) });
    }
  }

  #members(name: string): Members {
    let known = this.#known.get(name);
    if (!known) this.#known.set(name, (known = this.#gather(repositoryOf(this.#pipeline, name))));
    return known;
  }

  #gather(repository: Repository): Members {
    switch (repository.type) {
      case 'file':
      case 'yaml':
        return this.#owned.get(repository.name) ?? { byKey: this.#onDisk(repository), holes: [] };
      case 'view': {
        const byKey = this.#onDisk(repository);
        const holes: string[] = [];
        for (const [name, members] of this.#owned) {
          const seen = repositoryOf(this.#pipeline, name) as FileRepository;
          for (const [, member] of members.byKey) {
            const key = keyOf(repository, member.path);
            if (key !== undefined) byKey.set(key, member);
          }
          if (members.holes.length > 0 && `${seen.folder}/`.startsWith(`${repository.folder}/`)) holes.push('');
        }
        return { byKey, holes };
      }
      default:
        return this.#combine(repository);
    }
  }

  #onDisk(repository: FileRepository | ViewRepository): Map<string, Member> {
    const byKey = new Map<string, Member>();
    const owned = [...this.#owned.keys()].map((name) => repositoryOf(this.#pipeline, name) as FileRepository);
    for (const [path, file] of this.#files) {
      const key = keyOf(repository, path);
      if (key === undefined || owned.some((each) => keyOf(each, path) !== undefined)) continue;
      byKey.set(key, this.#member(repository, path, file));
    }
    return byKey;
  }

  #combine(repository: Exclude<Repository, FileRepository | ViewRepository>): Members {
    const children = repository.of.map((name) => this.#members(name));
    const byKey = new Map<string, Member>();
    for (const key of new Set(children.flatMap((child) => [...child.byKey.keys()]))) {
      const [first, second] = children.map((child) => child.byKey.get(key));
      const there = [first, second].filter((each) => each !== undefined);
      const isUnsure = children.some((child) => mayHold(child.holes, key));
      switch (repository.type) {
        case 'and':
        case 'or': {
          if (repository.type === 'and' && there.length < children.length) break;
          const isFailed = there.some((each) => each.state === 'failed') || (repository.type === 'or' && isUnsure);
          const fingerprint = [first, second].map((each, index) => each && `${index}=${each.fingerprint}`).join(';');
          byKey.set(key, isFailed ? failed : { ...there[0]!, fingerprint, first });
          break;
        }
        case 'unless':
          if (first && second?.state !== 'present') byKey.set(key, second || isUnsure ? failed : first);
          break;
        case 'filter': {
          const value = !first ? 0 : isRecord(this.#pipeline, repository.name) ? recordIn(first.text).n : first.text.length;
          if (first && (first.state === 'failed' || value > repository.above)) byKey.set(key, first);
          break;
        }
        default:
          repository.type satisfies never;
      }
    }
    return { byKey, holes: children.flatMap((child) => child.holes) };
  }

  #member(repository: FileRepository | ViewRepository, path: string, file: FileNow): Member {
    const fingerprint = repository.type === 'yaml' ? JSON.stringify(recordIn(file.text)) : fingerprintOf(file);
    return { ...file, path, state: 'present', fingerprint, first: undefined };
  }
}

const failed: Member = { text: '', executable: false, path: '', state: 'failed', fingerprint: '', first: undefined };

function fingerprintOf({ text, executable }: FileNow): string {
  return executable ? `${text}+x` : text;
}

function isTie({ select, use }: Input, type: 'same' | 'group'): boolean {
  return select.type === type && use !== 'inhibits';
}

function mayHold(holes: readonly string[], key: string): boolean {
  return holes.some((hole) => hole === '' || key.startsWith(`${hole}/`));
}

function definitionOf(pipeline: Pipeline, task: Task, variable: string | undefined): string {
  const shape = [...task.inputs, ...task.outputs].map((link) => {
    const repository = repositoryOf(pipeline, 'from' in link ? link.from : link.to);
    return { ...link, repository: 'folder' in repository ? patternOf(repository) : repository.name };
  });
  const param = task.param === '' ? null : pipeline.params[task.param];
  return JSON.stringify([commandOf(pipeline, task), param, task.own, variable ?? null, shape]);
}

function upstreamOf(pipeline: Pipeline): Map<string, Set<string>> {
  const writers = (name: string): string[] => {
    const repository = repositoryOf(pipeline, name);
    if ('of' in repository) return repository.of.flatMap(writers);
    const isSeen = (to: string): boolean =>
      to === name || (repository.type === 'view' && 'folder' in repositoryOf(pipeline, to) && seesFolder(repository, repositoryOf(pipeline, to) as FileRepository));
    return pipeline.tasks.filter((task) => task.outputs.some((output) => isSeen(output.to))).map((task) => task.name);
  };
  return new Map(
    pipeline.tasks.map((task) => [task.name, new Set(task.inputs.flatMap((input) => writers(input.from)))]),
  );
}

function seesFolder(view: ViewRepository, seen: FileRepository): boolean {
  return `${seen.folder}/`.startsWith(`${view.folder}/`) && seen.layout === 'one' && seen.type === 'file';
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

