// Plays a scenario beside a watch: files and pipeline change while it works, and whenever it has nothing left to do, all is
// as the truth says and as a build would have it. What is right is for `check-watch.ts` to say.
import { changeFiles, isStateChange } from './change-files.ts';
import { changePipeline } from './change-pipeline.ts';
import { checkLooks } from './check-looks.ts';
import { checkClone } from './check-clone.ts';
import { checkRest } from './check-watch.ts';
import { outputsOf } from './command.ts';
import { diskOf, filesOf, printEntry } from './disk.ts';
import { evaluate } from './evaluate.ts';
import type { Truth } from './evaluate.ts';
import type { Start } from './generate.ts';
import type { Pipeline } from './model.ts';
import { isBuild } from './operations.ts';
import type { Building, Change, Operation } from './operations.ts';
import type { Tally } from './player.ts';
import { Project } from './project.ts';
import { Random } from './random.ts';
import { Watched } from './watched.ts';
import type { Quiet } from './watched.ts';

/** These give the watch another set of tasks, and what earlier ones made is nobody's. */
const OTHER_TASKS: ReadonlySet<string> = new Set(['add-task', 'remove-task', 'rename-task']);

export class WatchPlayer {
  readonly #project = new Project();
  readonly #tally: Tally;
  readonly #made = new Map<string, string>();
  #pipeline: Pipeline;
  #watched: Watched | undefined;

  constructor(start: Start, tally: Tally) {
    this.#tally = tally;
    this.#pipeline = start.pipeline;
    this.#project.write(start.pipeline);
    for (const [path, text] of Object.entries(start.files)) this.#project.put(path, text);
  }

  async close(): Promise<void> {
    await this.#watched?.end();
    this.#project.close();
  }

  async step({ type, seed }: Operation): Promise<readonly string[]> {
    const random = new Random(seed);
    const watched = (this.#watched ??= await Watched.start(this.#project, random.between(1, 4)));
    if (isBuild(type)) return await this.#look(type, watched);
    // The variables of a watch are those that it was started with, and its state is open.
    if (type !== 'variable' && !isStateChange(type)) this.#change(type, random);
    return [];
  }

  /** After all: what a build finds to do when the watch has ended, and what one elsewhere makes of the sources. */
  async finish(): Promise<readonly string[]> {
    const watched = this.#watched;
    if (!watched) return [];
    const problems = await this.#check(watched);
    await watched.end();
    this.#watched = undefined;
    if (problems.length > 0) return problems;
    const truth = this.#truth();
    const request = { targets: [], slots: 2, onFailure: 'keep-going', dryRun: false, force: false } as const;
    const { started } = await this.#project.build(request);
    const idle = started.filter((name) => truth.jobs.get(name)?.state !== 'failed');
    if (idle.length > 0) return [`a build after the watch ran ${idle.join(', ')}`];
    return await checkClone(this.#project, this.#pipeline, request);
  }

  #change(type: Change, random: Random): void {
    const changed = changePipeline(type, this.#pipeline, random);
    if (changed) {
      this.#pipeline = changed;
      this.#project.write(changed);
      if (OTHER_TASKS.has(type)) this.#made.clear();
      return;
    }
    const before = diskOf(this.#project.root);
    changeFiles(type, this.#project.root, this.#pipeline, random);
    // What somebody wrote is nobody's any more, though it may be what a job makes.
    for (const [path, entry] of diskOf(this.#project.root))
      if (printEntry(before.get(path)) !== printEntry(entry)) this.#made.delete(path);
  }

  async #look(type: Building, watched: Watched): Promise<readonly string[]> {
    switch (type) {
      case 'gate':
      case 'dry-run':
        // What follows happens in the midst of work.
        await watched.nextStart();
        return [];
      case 'interrupt':
      case 'kill-jobs':
      case 'crash':
      case 'kill-9':
      case 'sigint':
        await watched.end();
        this.#watched = undefined;
        return [];
      case 'build':
      case 'build-stop':
      case 'build-targets':
      case 'build-force':
      case 'clone':
      case 'two':
      case 'child':
        return await this.#check(watched);
      default:
        return type satisfies never;
    }
  }

  async #check(watched: Watched): Promise<readonly string[]> {
    this.#tally.builds++;
    const before = diskOf(this.#project.root);
    let quiet = this.#learn(await watched.quiet());
    // A job that failed for want of a header did not get to say that it reads it.
    if (quiet.summary.failures.length > 0) {
      watched.retryFailed();
      quiet = this.#learn(await watched.quiet());
    }
    const after = diskOf(this.#project.root);
    const rest = { pipeline: this.#pipeline, truth: this.#truth(), quiet, before, after, made: this.#made };
    const problems = checkRest(rest);
    problems.push(...(await checkLooks(watched.options, this.#pipeline)));
    const { started } = this.#learn(await watched.quiet());
    if (started.length > 0) problems.push(`with nothing changed, ${started.join(', ')} ran`);
    return problems;
  }

  #learn(quiet: Quiet): Quiet {
    this.#tally.jobs += quiet.started.length;
    for (const name of quiet.succeeded) {
      const task = this.#pipeline.tasks.find((each) => name.startsWith(`${each.name}/`));
      const result = quiet.results.get(name)?.at(-1);
      const key = name.slice(name.indexOf('/') + 1);
      if (task && result !== undefined)
        for (const [path, text] of outputsOf(this.#pipeline, task, key, result)) this.#made.set(path, text);
    }
    return quiet;
  }

  #truth(): Truth {
    return evaluate(this.#pipeline, filesOf(diskOf(this.#project.root)), this.#project.variable);
  }
}
