// One story of a project: a pipeline, its sources and what happens to it, played against the truth. Knows how to play and
// what to remember; what is right is for `check.ts` to say.
import { cpSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { changeFiles, isStateChange, LIVE_CHANGES } from './change-files.ts';
import { changePipeline } from './change-pipeline.ts';
import { check, expectedFiles, nameOf, taskOf } from './check.ts';
import type { Observation } from './check.ts';
import { checkPlan } from './check-plan.ts';
import { diskOf, filesOf } from './disk.ts';
import { evaluate } from './evaluate.ts';
import type { Truth } from './evaluate.ts';
import { generate } from './generate.ts';
import type { Start } from './generate.ts';
import { isBuild, operationsFor } from './operations.ts';
import type { Building, Operation } from './operations.ts';
import { Project } from './project.ts';
import type { Built, Request } from './project.ts';
import { Random } from './random.ts';
import { doubt, needsOf } from './records.ts';
import type { Records } from './records.ts';
import { scopeOf } from './scope.ts';
import type { Target } from './scope.ts';

export interface Scenario {
  readonly seed: number;
  readonly start: Start;
  readonly operations: readonly Operation[];
}

export interface Failed {
  /** Index of the operation after which something was wrong. */
  readonly at: number;
  readonly problems: readonly string[];
}

export interface Tally {
  operations: number;
  builds: number;
  jobs: number;
}

export function scenarioOf(seed: number, size: { rounds: number; children: number }): Scenario {
  const random = new Random(seed);
  const start = generate(random);
  return { seed, start, operations: operationsFor(random, random.between(3, size.rounds), size.children) };
}

/** Plays a scenario; undefined if all was right. */
export async function play(scenario: Scenario, tally: Tally): Promise<Failed | undefined> {
  const player = new Player(scenario, tally);
  try {
    for (const [at, operation] of scenario.operations.entries()) {
      tally.operations++;
      try {
        const problems = await player.step(operation);
        if (problems.length > 0) return { at, problems };
      } catch (error) {
        return { at, problems: [`${(error as Error).message}\n${(error as Error).stack ?? ''}`] };
      }
    }
    return undefined;
  } finally {
    player.close();
  }
}

type Look = Omit<Observation, 'after' | 'built' | 'isComplete' | 'records'>;

class Player {
  readonly #project = new Project();
  readonly #tally: Tally;
  readonly #records: Records = new Map();
  #pipeline: Scenario['start']['pipeline'];
  #isDamaged = false;

  constructor({ start }: Scenario, tally: Tally) {
    this.#tally = tally;
    this.#pipeline = start.pipeline;
    this.#project.write(start.pipeline);
    Object.entries(start.files).forEach(([path, text], index) => {
      this.#project.put(path, text);
      // A whole number of seconds can be set again exactly.
      if (index % 2 === 0) utimesSync(join(this.#project.root, path), 1_700_000_000 + index, 1_700_000_000 + index);
    });
  }

  close(): void {
    this.#project.close();
  }

  async step({ type, seed }: Operation): Promise<readonly string[]> {
    const random = new Random(seed);
    if (isBuild(type)) return this.#build(type, random);
    if (type === 'variable') {
      this.#project.variable = random.pick([undefined, '', '4', '5']);
      return [];
    }
    const changed = changePipeline(type, this.#pipeline, random);
    if (changed) {
      this.#pipeline = changed;
      this.#project.write(changed);
    } else {
      changeFiles(type, this.#project.root, this.#pipeline, random);
      if (isStateChange(type)) doubt(this.#records);
      // Damage that SQLite does not see at once may show later.
      this.#isDamaged = isStateChange(type) ? type !== 'state-remove' : this.#isDamaged;
    }
    return [];
  }

  async #build(type: Building, random: Random): Promise<readonly string[]> {
    this.#tally.builds++;
    switch (type) {
      case 'build':
        return this.#plain(random, {});
      case 'build-stop':
        return this.#plain(random, { onFailure: random.pick(['stop', 'fail-fast']) });
      case 'build-force':
        return this.#plain(random, { force: true }, this.#targets(random));
      case 'build-targets':
        return this.#plain(random, {}, this.#targets(random));
      case 'interrupt':
      case 'kill-jobs': {
        const last = random.between(1, 12);
        return this.#plain(random, {
          onEvent: (_, count, stop, kill) => {
            if (count === last) (type === 'interrupt' ? stop : kill).abort();
          },
        });
      }
      case 'dry-run':
        return this.#dryRun(random);
      case 'gate':
        return this.#gated(random);
      case 'clone':
        return this.#clone(random);
      case 'crash': {
        const point = random.pick(['job-before-start', 'job-ended', 'commit-hashed', 'commit-listed', 'commit-renamed', 'commit-looked', 'commit-recorded']);
        return this.#child(['-k', '-j', '2'], { crashAt: `${point}:${random.between(1, 6)}` });
      }
      case 'kill-9':
        return this.#child(['-k', '-j', '3'], { afterEvents: random.between(1, 10), signal: 'SIGKILL' });
      case 'sigint':
        return this.#child(['-k', '-j', '2'], { afterEvents: random.between(1, 10), signal: random.pick(['SIGINT', 'SIGTERM']) });
      case 'child':
        return this.#child(['-k', '-j', String(random.between(1, 8))], {});
      case 'two':
        return this.#two();
      default:
        return type satisfies never;
    }
  }

  async #plain(random: Random, more: Partial<Request>, targets: readonly Target[] = []): Promise<readonly string[]> {
    const look = this.#look(targets, more.force ?? false);
    const built = await this.#project.build({ ...requestFor(random), ...more, targets: look.scope.targets });
    const stops = more.onFailure !== undefined && built.summary?.outcome === 'failed';
    return this.#conclude(look, built, built.summary?.outcome !== 'interrupted' && !stops);
  }

  async #dryRun(random: Random): Promise<readonly string[]> {
    const look = this.#look(random.chance(0.3) ? this.#targets(random) : []);
    const built = await this.#project.build({ ...requestFor(random), targets: look.scope.targets, dryRun: true });
    return checkPlan({ ...look, records: this.#records, after: diskOf(this.#project.root), built });
  }

  /** Stops one job at its start or before its output, changes sources meanwhile, and builds on. */
  async #gated(random: Random): Promise<readonly string[]> {
    const look = this.#look([]);
    const chosen = random.pickOr([...look.needs].flatMap(([name, need]) => (need === 'must' ? [name] : [])).toSorted());
    if (chosen === undefined) return this.#plain(random, {});
    const built = await this.#project.build({
      ...requestFor(random),
      gate: `${random.pick(['early', 'late'])} ${chosen}`,
      atGate: () => {
        for (let count = random.between(1, 3); count > 0; count--)
          changeFiles(random.pick(LIVE_CHANGES), this.#project.root, this.#pipeline, random);
      },
    });
    this.#tally.jobs += built.started.length;
    if (!built.gated) return this.#conclude(look, built, true);
    // What ran read something between the old sources and the new: the next build has to come to the truth.
    const now = this.#truth();
    const isThere = (name: string): boolean => look.truth.jobs.has(name) && now.jobs.has(name);
    this.#doubtRun(built, look.truth);
    this.#doubtRun(built, now);
    doubt(this.#records, (name) => !isThere(name));
    return [];
  }

  /** The same sources built from nothing, elsewhere, must come to the same. */
  async #clone(random: Random): Promise<readonly string[]> {
    const truth = this.#truth();
    const other = new Project();
    try {
      for (const name of ['in', 'behind'])
        cpSync(join(this.#project.root, name), join(other.root, name), { recursive: true, dereference: true, force: true });
    } catch {
      // A link that leads nowhere cannot be copied so; nor is there always something behind links.
    }
    try {
      other.write(this.#pipeline);
      other.variable = this.#project.variable;
      const before = diskOf(other.root);
      const own = evaluate(this.#pipeline, filesOf(before), other.variable);
      const built = await other.build({ ...requestFor(random), targets: [] });
      const scope = scopeOf(own, [], false);
      const needs = needsOf(own, new Map(), before, scope.forces);
      const after = diskOf(other.root);
      const problems = check({ truth: own, records: new Map(), needs, scope, before, after, built, isComplete: true });
      return truth.jobs.size === own.jobs.size ? problems : [];
    } finally {
      rmSync(other.root, { recursive: true, force: true });
      other.close();
    }
  }

  async #child(args: readonly string[], early: Parameters<Project['child']>[1]): Promise<readonly string[]> {
    const look = this.#look([]);
    const built = await this.#project.child(args, early);
    if (built.summary && built.summary.outcome !== 'interrupted') return this.#conclude(look, built, true);
    if (built.status !== null && built.status !== 130) return [`pipe ended with ${built.status}: ${built.error}`];
    const problems = check({ ...look, records: this.#records, after: diskOf(this.#project.root), built, isComplete: false });
    this.#doubtRun(built, look.truth);
    return problems;
  }

  /** Two builds at once come to what one does, each job once. */
  async #two(): Promise<readonly string[]> {
    const look = this.#look([]);
    const both = await Promise.all([this.#project.child(['-k']), this.#project.child(['-k'])]);
    const [first, second] = both;
    const failed = [...look.truth.jobs].flatMap(([name, job]) => (job.state === 'failed' ? [name] : []));
    const started = [...first.started, ...second.started.filter((name) => !failed.includes(name))];
    const built = {
      ...first,
      started,
      ended: new Map([...first.ended, ...second.ended]),
      events: both.flatMap((each) => each.events.filter((event) => each === first || !('job' in event) || !event.job || !failed.includes(nameOf(event.job)))),
    };
    if (second.started.length > first.started.length) return this.#conclude(look, { ...built, summary: second.summary, started: [...second.started, ...first.started.filter((name) => !failed.includes(name))] }, true);
    return this.#conclude(look, built, true);
  }

  #look(targets: readonly Target[], force = false): Look {
    const before = diskOf(this.#project.root);
    const truth = evaluate(this.#pipeline, filesOf(before), this.#project.variable);
    const scope = scopeOf(truth, targets, force);
    return { before, truth, scope, needs: needsOf(truth, this.#records, before, scope.forces) };
  }

  #truth(): Truth {
    return evaluate(this.#pipeline, filesOf(diskOf(this.#project.root)), this.#project.variable);
  }

  #targets(random: Random): Target[] {
    const truth = this.#truth();
    const targets: Target[] = [];
    for (let count = random.between(1, 2); count > 0; count--) {
      const { name } = random.pick(this.#pipeline.tasks);
      const jobs = [...truth.jobs].filter(([, job]) => job.task === name && job.state === 'made' && job.key !== '');
      const chosen = random.pickOr(jobs);
      const path = chosen && random.pickOr([...chosen[1].outputs.keys()]);
      const form = random.pick(['task', 'job', 'path'] as const);
      if (form === 'job' && chosen) targets.push({ task: name, job: chosen[0], text: chosen[0] });
      else if (form === 'path' && chosen && path !== undefined) targets.push({ task: name, job: chosen[0], text: path });
      else targets.push({ task: name, text: name });
    }
    return targets;
  }

  /** Checks what a build came to and remembers what its jobs did. */
  #conclude(look: Look, built: Built, isComplete: boolean): readonly string[] {
    this.#tally.jobs += built.started.length;
    const after = diskOf(this.#project.root);
    const { truth, scope } = look;
    const problems = check({ ...look, records: this.#records, after, built, isComplete });
    if (problems.length > 0) return problems;
    const succeeded = new Set(
      built.events.flatMap((event) => (event.type === 'job-end' && event.outcome === 'succeeded' ? [nameOf(event.job)] : [])),
    );
    for (const [name, job] of truth.jobs) {
      const isRight = isComplete && scope.isWhole && scope.isIn(job.task);
      if (job.state === 'made' && (succeeded.has(name) || isRight))
        this.#records.set(name, { action: job.action!, outputs: job.outputs, isSure: !this.#isDamaged });
    }
    const isWell = isComplete && scope.isWhole && built.summary?.outcome === 'done';
    const tasks = new Set(this.#pipeline.tasks.map((task) => task.name));
    for (const [name, record] of this.#records) {
      const state = truth.jobs.get(name)?.state;
      if (!tasks.has(taskOf(name)) || !scope.isIn(taskOf(name)) || (state !== undefined && state !== 'not-ready')) continue;
      if (isWell) this.#records.delete(name);
      else this.#records.set(name, { ...record, isSure: false });
    }
    return problems;
  }

  #doubtRun(built: Built, truth: Truth): void {
    const succeeded = expectedFiles(truth);
    for (const name of built.started) {
      const job = truth.jobs.get(name);
      if (!job?.action) continue;
      const earlier = this.#records.get(name)?.outputs ?? new Map<string, string>();
      const outputs = new Map([...earlier, ...[...job.outputs].filter(([path]) => succeeded.has(path))]);
      this.#records.set(name, { action: job.action, outputs, isSure: false });
    }
    doubt(this.#records, (name) => !truth.jobs.has(name) || truth.jobs.get(name)!.state === 'not-ready');
  }
}

function requestFor(random: Random): Request {
  return { targets: [], slots: random.pick([1, 2, 4, 8]), onFailure: 'keep-going', dryRun: false, force: false };
}
