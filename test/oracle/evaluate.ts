// The truth: what a build must come to, from the pipeline and the files that are there, worked out anew each time by the
// plain meaning of links. Knows nothing of pipe, of earlier builds or of time.
import { compute, outputsOf, recordIn } from './command.ts';
import type { Read } from './command.ts';
import { definitionOf, upstreamOf } from './definition.ts';
import { fingerprintOf, Holdings, mayHold } from './holdings.ts';
import type { FileNow, Member } from './holdings.ts';
import { repositoryOf } from './model.ts';
import type { Input, Pipeline, Task } from './model.ts';

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
  readonly #holdings: Holdings;

  constructor(pipeline: Pipeline, files: ReadonlyMap<string, FileNow>, variable: string | undefined) {
    this.#pipeline = pipeline;
    this.#files = files;
    this.#variable = variable;
    this.#holdings = new Holdings(pipeline, files);
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
      if (this.#hasUnknownKeys(task))
        for (const output of task.outputs) this.#holdings.giveHole(output.to, '');
    }
    return { jobs: this.#jobs, upstream: upstreamOf(this.#pipeline) };
  }

  #keysOf(task: Task): readonly string[] {
    const required = task.inputs.filter((input) => isTie(input, 'same'));
    const inhibitors = task.inputs.filter((input) => input.use === 'inhibits');
    if (required.length > 0) {
      const [first, ...others] = required.map((input) => this.#holdings.of(input.from).byKey);
      return [...first!.keys()].filter(
        (key) =>
          others.every((each) => each.has(key)) &&
          !inhibitors.some((input) => this.#holdings.of(input.from).byKey.get(key)?.state === 'present'),
      );
    }
    const groups = task.inputs.filter((input) => isTie(input, 'group'));
    if (groups.length === 0) return [''];
    const [first, ...others] = groups.map(
      (input) => new Set(Array.from(this.#holdings.of(input.from).byKey.keys(), (key) => key.split('/')[0]!)),
    );
    return [...first!].filter((key) => others.every((each) => each.has(key)));
  }

  #hasUnknownKeys(task: Task): boolean {
    const makesKeys = task.inputs.some((input) => isTie(input, 'same')) ? 'same' : 'group';
    return task.inputs.some(
      (input) => isTie(input, makesKeys) && this.#holdings.of(input.from).holes.length > 0,
    );
  }

  #job(task: Task, key: string): JobTruth {
    const job = {
      task: task.name,
      key,
      action: undefined,
      result: undefined,
      outputs: new Map<string, string>(),
    };
    const found = new Map<
      string,
      readonly (readonly [string, Member])[] | 'blocked' | 'absent' | 'missing'
    >();
    for (const input of task.inputs) found.set(input.name, this.#find(input, key, found));
    const all = [...found.values()];
    if (all.includes('blocked')) return { ...job, state: 'blocked' };
    if (all.includes('absent')) return { ...job, state: 'not-ready' };
    if (all.includes('missing')) return { ...job, state: 'failed' };
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
    const outputs = outputsOf(this.#pipeline, task, key, made.result);
    const discovered = made.header ? { [made.header]: fingerprintOf(this.#files.get(made.header)!) } : {};
    const action = { definition, inputs, discovered };
    return { ...job, state: 'made', action, result: made.result, outputs };
  }

  #find(
    { from, select, use }: Input,
    key: string,
    before: ReadonlyMap<string, readonly (readonly [string, Member])[] | 'blocked' | 'absent' | 'missing'>,
  ): readonly (readonly [string, Member])[] | 'blocked' | 'absent' | 'missing' {
    const { byKey, holes } = this.#holdings.of(from);
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
    if (use === 'inhibits')
      return member?.state === 'present' ? 'absent' : member || mayHold(holes, wanted) ? 'blocked' : [];
    // A path without fields is a repository of its own, whose only key is the unit key.
    const name = select.type === 'member' ? '' : wanted;
    if (member) return member.state === 'failed' ? 'blocked' : [[name, member]];
    if (mayHold(holes, wanted)) return 'blocked';
    return isNamed(select.type) && this.#isSource(from) ? 'missing' : 'absent';
  }

  #isSource(name: string): boolean {
    const repository = repositoryOf(this.#pipeline, name);
    return 'isOwned' in repository && !repository.isOwned;
  }

  #give(task: Task, job: JobTruth): void {
    if (job.state === 'not-ready') return;
    for (const { to, select } of task.outputs) {
      if (job.state === 'made') for (const [path, text] of job.outputs) this.#holdings.give(to, path, text);
      else if (select === 'fan-out') this.#holdings.giveHole(to, job.key);
      else this.#holdings.giveFailed(to, job.key);
    }
  }
}

/** A path without fields, of which the pipeline itself says that it is there. */
function isNamed(type: Input['select']['type']): boolean {
  return type === 'unit' || type === 'member';
}

function isTie({ select, use }: Input, type: 'same' | 'group'): boolean {
  return select.type === type && use !== 'inhibits';
}

function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
