// A watch over a generated project, in this process, and the question whether it has done all there is to do: the one that
// `pipe build` asks beside it. Knows no truth.
import { openPipeline } from '../../engine/index.ts';
import type { BuildSummary, EngineEvent, OpenOptions, WatchControl } from '../../engine/index.ts';
import { findWatch } from '../../engine/idle/ask-watch.ts';
import { readLog, withDeadline } from './project.ts';
import type { Built, Project } from './project.ts';

const VERSION = 'oracle';

/** What happened since it was last asked, and how all stands. */
export interface Quiet extends Pick<Built, 'started' | 'results'> {
  readonly summary: BuildSummary;
  /** Jobs whose outputs were committed, as often as they were. */
  readonly succeeded: readonly string[];
}

export class Watched {
  readonly #project: Project;
  readonly #env: Readonly<Record<string, string>>;
  readonly #log: string;
  readonly #stop = new AbortController();
  readonly #ended: Promise<unknown>;
  #control: WatchControl | undefined;
  /** Lines of the log that were told of. */
  #told = 0;

  private constructor(project: Project, slots: number) {
    this.#project = project;
    const { env, log } = project.environment();
    this.#env = env;
    this.#log = log;
    this.#ended = this.#run(slots);
    this.#ended.catch(() => {});
  }

  /** Resolves when it takes questions. */
  static async start(project: Project, slots: number): Promise<Watched> {
    const watched = new Watched(project, slots);
    await withDeadline(Promise.race([watched.#next((event) => event.type === 'watch'), watched.#ended]));
    return watched;
  }

  /** Waits until nothing is left to do. */
  async quiet(): Promise<Quiet> {
    const found = await withDeadline(
      findWatch({
        cwd: this.#project.root,
        params: {},
        env: this.#env,
        version: VERSION,
        targets: [],
        unsupported: [],
      }),
    );
    if (!found) throw new Error(`the watch does not answer; it came to ${JSON.stringify(await this.#ended)}`);
    const summary = await withDeadline(found.build({ onEvent: () => {}, onProgress: () => {} }).summary);
    const { log, ...happened } = readLog(this.#log, this.#told);
    this.#told += log.length;
    return { summary, succeeded: this.#succeeded.splice(0), ...happened };
  }

  /** How looks are called here. */
  get options(): OpenOptions {
    return { cwd: this.#project.root, env: this.#env, version: VERSION };
  }

  /** The next job that starts, if there is anything to do. */
  async nextStart(): Promise<void> {
    await Promise.race([this.#next((event) => event.type === 'job-start'), this.quiet()]);
  }

  /** Has jobs that failed tried again, as a key press does. */
  retryFailed(): void {
    this.#control?.rebuild('failed');
  }

  /** What runs is killed. */
  async end(): Promise<void> {
    this.#stop.abort();
    await withDeadline(this.#ended);
  }

  async #run(slots: number): Promise<unknown> {
    const opened = await openPipeline(this.options);
    if (!opened.ok) throw new Error(`the pipeline is refused: ${JSON.stringify(opened.error.slice(0, 3))}`);
    await using session = opened.value;
    return await session.watch({
      targets: [],
      slots,
      force: false,
      acceptEmpty: false,
      poll: false,
      once: false,
      onEvent: (event) => this.#hear(event),
      onControl: (control) => (this.#control = control),
      stop: this.#stop.signal,
      kill: new AbortController().signal,
    });
  }

  #heard: ((event: EngineEvent) => boolean)[] = [];

  readonly #succeeded: string[] = [];

  #hear(event: EngineEvent): void {
    if (event.type === 'job-end' && event.outcome === 'succeeded')
      this.#succeeded.push(`${event.job.task}/${event.job.key}`);
    this.#heard = this.#heard.filter((fits) => !fits(event));
  }

  #next(fits: (event: EngineEvent) => boolean): Promise<void> {
    return new Promise((resolve) => {
      this.#heard.push((event) => {
        if (!fits(event)) return false;
        resolve();
        return true;
      });
    });
  }
}
