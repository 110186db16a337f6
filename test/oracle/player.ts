// Plays the operations of a scenario on a project and remembers what its jobs did. What is right is for `check.ts` to say.
import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { changeFiles, editForAWhile, isStateChange, LIVE_CHANGES } from './change-files.ts';
import { changePipeline } from './change-pipeline.ts';
import { check, nameOf } from './check.ts';
import type { Observation } from './check.ts';
import { checkClone } from './check-clone.ts';
import { checkPlan } from './check-plan.ts';
import { diskOf, filesOf } from './disk.ts';
import { evaluate } from './evaluate.ts';
import type { Truth } from './evaluate.ts';
import type { Start } from './generate.ts';
import type { Pipeline } from './model.ts';
import { isBuild } from './operations.ts';
import type { Building, Operation } from './operations.ts';
import { Project } from './project.ts';
import type { Built, Request } from './project.ts';
import { Random } from './random.ts';
import { Memory } from './memory.ts';
import { needsOf } from './records.ts';
import { scopeOf, targetsFor } from './scope.ts';
import type { Target } from './scope.ts';

export interface Tally {
  operations: number;
  builds: number;
  jobs: number;
}

type Look = Omit<Observation, 'after' | 'built' | 'isComplete' | 'records'>;

export class Player {
  readonly #project = new Project();
  readonly #tally: Tally;
  readonly #memory = new Memory();
  #pipeline: Pipeline;

  constructor(start: Start, tally: Tally) {
    this.#tally = tally;
    this.#pipeline = start.pipeline;
    this.#project.write(start.pipeline);
    Object.entries(start.files).forEach(([path, text], index) => {
      this.#project.put(path, text);
      // A whole number of seconds can be set again exactly.
      if (index % 2 === 0)
        utimesSync(join(this.#project.root, path), 1_700_000_000 + index, 1_700_000_000 + index);
    });
  }

  async close(): Promise<void> {
    this.#project.close();
  }

  async finish(): Promise<readonly string[]> {
    return [];
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
      if (isStateChange(type)) this.#memory.damage(type !== 'state-remove');
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
        return this.#plain(random, { force: true }, targetsFor(this.#pipeline, this.#truth(), random));
      case 'build-targets':
        return this.#plain(random, {}, targetsFor(this.#pipeline, this.#truth(), random));
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
        return checkClone(this.#project, this.#pipeline, requestFor(random));
      case 'crash': {
        const point = random.pick([
          'job-before-start',
          'job-ended',
          'commit-hashed',
          'commit-listed',
          'commit-renamed',
          'commit-looked',
          'commit-written',
          'commit-recorded',
        ]);
        return this.#child(['-k', '-j', '2'], { crashAt: `${point}:${random.between(1, 6)}` });
      }
      case 'kill-9':
        return this.#child(['-k', '-j', '3'], { afterEvents: random.between(1, 10), signal: 'SIGKILL' });
      case 'sigint':
        return this.#child(['-k', '-j', '2'], {
          afterEvents: random.between(1, 10),
          signal: random.pick(['SIGINT', 'SIGTERM']),
        });
      case 'child':
        return this.#child(['-k', '-j', String(random.between(1, 8))], {});
      case 'two':
        return this.#two();
      default:
        return type satisfies never;
    }
  }

  async #plain(
    random: Random,
    more: Partial<Request>,
    targets: readonly Target[] = [],
  ): Promise<readonly string[]> {
    const look = this.#look(targets, more.force ?? false);
    const built = await this.#project.build({ ...requestFor(random), ...more, targets: look.scope.targets });
    const stops = more.onFailure !== undefined && built.summary?.outcome === 'failed';
    return this.#conclude(look, built, built.summary?.outcome !== 'interrupted' && !stops);
  }

  async #dryRun(random: Random): Promise<readonly string[]> {
    const look = this.#look(random.chance(0.3) ? targetsFor(this.#pipeline, this.#truth(), random) : []);
    const built = await this.#project.build({
      ...requestFor(random),
      targets: look.scope.targets,
      dryRun: true,
    });
    return checkPlan({ ...look, records: this.#memory.records, after: diskOf(this.#project.root), built });
  }

  /** Stops one job at its start, before its output or at both, changes sources meanwhile, and builds on. */
  async #gated(random: Random): Promise<readonly string[]> {
    const look = this.#look([]);
    const chosen = random.pickOr(
      [...look.needs].flatMap(([name, need]) => (need === 'must' ? [name] : [])).toSorted(),
    );
    if (chosen === undefined) return this.#plain(random, {});
    const place = random.pick(['early', 'late', 'both']);
    let undo: (() => void) | undefined;
    let between: Truth | undefined;
    const built = await this.#project.build({
      ...requestFor(random),
      gate: `${place} ${chosen}`,
      atGate: (passage) => {
        if (passage === 0 && place === 'both') {
          undo = editForAWhile(this.#project.root, this.#pipeline, random);
          between = this.#truth();
        } else if (passage === 1) undo?.();
        else if (passage === 0)
          for (let count = random.between(1, 3); count > 0; count--)
            changeFiles(random.pick(LIVE_CHANGES), this.#project.root, this.#pipeline, random);
      },
    });
    this.#tally.jobs += built.started.length;
    if (!built.gated) return this.#conclude(look, built, true);
    // What ran read something between the old sources and the new: the next build has to come to the truth.
    const now = this.#truth();
    const isThere = (name: string): boolean => look.truth.jobs.has(name) && now.jobs.has(name);
    // What was there for a while may have been built, and have taken away what it does not make.
    for (const truth of [look.truth, ...(between ? [between] : []), now])
      this.#memory.doubtRun(built, truth, this.#pipeline);
    this.#memory.doubt((name) => !isThere(name));
    return [];
  }

  async #child(args: readonly string[], early: Parameters<Project['child']>[1]): Promise<readonly string[]> {
    const look = this.#look([]);
    const built = await this.#project.child(args, early);
    if (built.summary && built.summary.outcome !== 'interrupted') return this.#conclude(look, built, true);
    if (built.status !== null && built.status !== 130)
      return [`pipe ended with ${built.status}: ${built.error}`];
    const problems = check({
      ...look,
      records: this.#memory.records,
      after: diskOf(this.#project.root),
      built,
      isComplete: false,
    });
    this.#memory.doubtRun(built, look.truth, this.#pipeline);
    return problems;
  }

  /** Two builds at once come to what one does, each job once; but the second tries again what failed. */
  async #two(): Promise<readonly string[]> {
    const look = this.#look([]);
    const [a, b] = await Promise.all([this.#project.child(['-k']), this.#project.child(['-k'])]);
    const [first, second] = a.started.length > b.started.length ? [a, b] : [b, a];
    const isFresh = (name: string): boolean => look.truth.jobs.get(name)?.state !== 'failed';
    const built: Built = {
      ...first,
      started: [...first.started, ...second.started.filter(isFresh)],
      results: new Map([...first.results, ...second.results]),
      events: [
        ...first.events,
        ...second.events.filter((event) => 'job' in event && event.job && isFresh(nameOf(event.job))),
      ],
    };
    return this.#conclude(look, built, true);
  }

  #look(targets: readonly Target[], force = false): Look {
    const before = diskOf(this.#project.root);
    const truth = evaluate(this.#pipeline, filesOf(before), this.#project.variable);
    const scope = scopeOf(truth, targets, force);
    return { before, truth, scope, needs: needsOf(truth, this.#memory.records, before, scope.forces) };
  }

  #truth(): Truth {
    return evaluate(this.#pipeline, filesOf(diskOf(this.#project.root)), this.#project.variable);
  }

  /** Checks what a build came to and remembers what its jobs did. */
  #conclude(look: Look, built: Built, isComplete: boolean): readonly string[] {
    this.#tally.jobs += built.started.length;
    const after = diskOf(this.#project.root);
    const seen = { ...look, records: this.#memory.records, after, built, isComplete };
    const problems = check(seen);
    if (problems.length === 0) this.#memory.learn(seen, this.#pipeline);
    return problems;
  }
}

function requestFor(random: Random): Request {
  return {
    targets: [],
    slots: random.pick([1, 2, 4, 8]),
    onFailure: 'keep-going',
    dryRun: false,
    force: false,
  };
}
