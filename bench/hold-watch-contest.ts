// Has each contender watch its folder, changes something under them in turn, and measures how long each takes until its
// output shows that, and how many commands it starts for it. Knows no tool.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { changesBetween, Counter, outputsIn } from './changes.ts';
import { WatchProcess } from './watch-process.ts';
import type { Bench, Contender, Sample } from './workload.ts';

export interface WatchContest {
  /** Pipe first. */
  readonly contenders: readonly Contender[];
  /** Changes inputs; `round` is another number each time. */
  readonly change: (folder: string, round: number) => void;
  /** Whether the last output shows the change. */
  readonly isDone: (folder: string, round: number) => boolean;
  /** Folders, relative to a contender's, whose files tell what ran. */
  readonly outputs: readonly string[];
  /** Files there that each change has to change in the end. */
  readonly changes: number;
  /** Commands whose starts are counted, by wrappers that take a few milliseconds each; none where time matters more. */
  readonly commands: readonly string[];
}

/** What was measured of one tool; `started` is empty where no command is counted. */
export interface WatchSample extends Sample {
  readonly started: readonly number[];
}

/** A tool that does not see a change within that time has missed it. */
const MISSED_MS = 10_000;
const TRIES = 6;
/** Nothing follows any more, and all of them wait again. */
const REST_MS = 700;

/** Peers that cannot be got to watch here, or miss a change, are left out, and named. */
export async function holdWatchContest(bench: Bench, contest: WatchContest): Promise<WatchSample[]> {
  const scratch = bench.folder('starts');
  await using stack = new AsyncDisposableStack();
  const runners: Runner[] = [];
  for (const contender of contest.contenders) {
    const runner = new Runner(contender, contest, join(scratch, contender.tool));
    stack.use(runner);
    if (await runner.isReady()) runners.push(runner);
    else if (runner.tool === 'pipe') throw new Error(`pipe does not watch:\n${runner.text}`);
    else
      bench.say(`${runner.tool} is left out, since it does not see changes here: ${runner.text.slice(-300)}`);
  }
  const missing = new Set<Runner>();
  for (let pair = 0; pair < bench.pairs; pair++)
    for (const runner of pair % 2 === 0 ? runners : runners.toReversed()) {
      if (missing.has(runner) || (await runner.measure())) continue;
      const { tool, text } = runner;
      if (tool === 'pipe') throw new Error(`pipe missed a change:\n${text.slice(-500)}`);
      bench.say(`${tool} is left out, since it missed a change in pair ${pair + 1} of ${bench.pairs}.`);
      missing.add(runner);
    }
  return runners.filter((runner) => !missing.has(runner)).map(({ sample }) => sample);
}

class Runner implements AsyncDisposable {
  readonly #contender: Contender;
  readonly #contest: WatchContest;
  readonly #counter: Counter | undefined;
  readonly #watch: WatchProcess;
  readonly #ms: number[] = [];
  readonly #started: number[] = [];
  #round = 0;

  constructor(contender: Contender, contest: WatchContest, scratch: string) {
    this.#contender = contender;
    this.#contest = contest;
    this.#counter = contest.commands.length > 0 ? new Counter(scratch, contest.commands) : undefined;
    this.#watch = new WatchProcess({ ...contender, env: { ...contender.env, ...this.#counter?.env } });
  }

  get tool(): string {
    return this.#contender.tool;
  }

  get text(): string {
    return this.#watch.text;
  }

  get sample(): WatchSample {
    const { tool, target } = this.#contender;
    return { tool, values: this.#ms, started: this.#started, ...(target !== undefined && { target }) };
  }

  /** Changes until it follows, and once more. */
  async isReady(): Promise<boolean> {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      await pause(REST_MS);
      if (!(await this.#follows())) continue;
      await pause(REST_MS);
      if (await this.#follows()) return true;
    }
    return false;
  }

  /** Whether it saw the change. */
  async measure(): Promise<boolean> {
    const { folder } = this.#contender;
    const { outputs, changes } = this.#contest;
    await pause(REST_MS);
    const before = outputsIn(folder, outputs);
    this.#counter?.reset();
    const since = performance.now();
    if (!(await this.#follows())) return false;
    this.#ms.push(performance.now() - since);
    await pause(REST_MS);
    if (this.#counter) this.#started.push(this.#counter.started);
    const changed = changesBetween(before, outputsIn(folder, outputs));
    if (changed !== changes) throw new Error(`${this.tool} changed ${changed} files and not ${changes}`);
    return true;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#watch[Symbol.asyncDispose]();
  }

  async #follows(): Promise<boolean> {
    const { folder } = this.#contender;
    const round = ++this.#round;
    this.#contest.change(folder, round);
    return await this.#watch.until(() => this.#contest.isDone(folder, round), MISSED_MS);
  }
}
