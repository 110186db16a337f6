// A watch of one plan: one build that stays, fed by hints, until it is stopped or the pipeline's files say something else.
// Knows no lock and no socket.
import { rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BuildSummary, EngineEvent } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import { Build } from '../schedule/build.ts';
import type { BuildContext } from '../schedule/context.ts';
import type { Job } from '../schedule/job.ts';
import type { Progress } from '../schedule/options.ts';
import type { Scope } from '../schedule/scope.ts';
import type { Store } from '../store/store.ts';
import { Deltas } from '../watch/deltas.ts';
import { Dependencies } from '../watch/dependencies.ts';
import { Heartbeat } from '../watch/heartbeat.ts';
import { Hints } from '../watch/hints.ts';
import type { HintBatch } from '../watch/hints.ts';
import { Interest } from '../watch/interest.ts';
import { openWatcher } from '../watch/open-watcher.ts';
import { limitMessage } from '../watch/open-watcher.ts';
import type { Watcher, WatchEvent } from '../watch/port.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import type { WatchOptions } from './watch-types.ts';
import type { Workspace } from './workspace.ts';

const FIRST_SCAN_MS = 5000;
const SCAN_MS = 600_000;
const RUNS_KEPT = 20_000;

export interface LifePorts {
  readonly context: BuildContext;
  readonly workspace: Workspace;
  readonly scope: Scope;
  readonly store: Store;
  /** The state folder, absolute. */
  readonly state: string;
  readonly keeper: PlanKeeper;
  readonly options: WatchOptions;
  readonly onEvent: (event: EngineEvent) => void;
}

export type LifeEnd = { readonly type: 'stopped' } | { readonly type: 'reload' };

export class WatchLife implements AsyncDisposable {
  readonly #ports: LifePorts;
  readonly #build: Build;
  readonly #hints: Hints;
  readonly #deltas: Deltas;
  readonly #dependencies: Dependencies;
  readonly #interest: Interest;
  /** Aborted when the plan is to be replaced: what runs may end. */
  readonly #leave = new AbortController();
  readonly #heartbeat: Heartbeat;
  readonly #inode: number;
  #watcher: Watcher | undefined;
  #scan: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;
  #idle = false;
  readonly #onIdle: (() => void)[] = [];
  #paused = false;
  #fault: { readonly error: unknown } | undefined;
  #refusal: BuildFailure | undefined;
  #changes = 0;

  constructor(ports: LifePorts) {
    this.#ports = ports;
    const { context, options, scope, workspace } = ports;
    this.#build = new Build(
      context,
      {
        targets: options.targets,
        slots: options.slots,
        onFailure: 'keep-going',
        dryRun: false,
        force: options.force,
        acceptEmpty: options.acceptEmpty,
        stays: true,
        onEvent: (event) => this.#tell(event),
        stop: AbortSignal.any([options.stop, this.#leave.signal]),
        kill: options.kill,
      },
      scope,
    );
    this.#dependencies = new Dependencies(context.plan);
    this.#interest = new Interest(context.plan, workspace.patterns);
    this.#deltas = new Deltas({
      build: this.#build,
      context,
      dependencies: this.#dependencies,
      acceptEmpty: options.acceptEmpty,
    });
    this.#hints = new Hints({
      take: (batch) => this.#take(batch),
      hold: (isHeld) => this.#hold(isHeld),
      onFault: (error) => this.#break(error),
    });
    this.#heartbeat = new Heartbeat((why) => this.#hints.everything(why));
    this.#inode = statSync(context.root).ino;
    this.#note([...scope.tasks.keys()]);
  }

  get summary(): BuildSummary {
    return this.#build.summary(this.#refusal ?? this.#deltas.refusal());
  }

  get scope(): Scope {
    return this.#ports.scope;
  }

  progress(): Progress {
    return this.#build.progress();
  }

  /** Round after round until the end. The watcher is there before the first look, so that nothing falls in between. */
  async run(): Promise<LifeEnd> {
    const { options } = this.#ports;
    options.stop.addEventListener('abort', this.#onStop, { once: true });
    this.#watcher = await this.#openWatcher(options.poll);
    this.#say('watching', `${this.#watcher.folders ?? 'all'} folders, by ${this.#watcher.kind}`);
    await this.#build.run();
    this.#scanIn(FIRST_SCAN_MS);
    for (;;) {
      if (this.#fault) throw this.#fault.error;
      if (options.stop.aborted) return { type: 'stopped' };
      if (this.#leave.signal.aborted) return { type: 'reload' };
      this.#tidy();
      if (options.once && this.#changes > 0) return { type: 'stopped' };
      await this.#wait();
      if (this.#leave.signal.aborted || options.stop.aborted) continue;
      await this.#build.again(this.#refusal ?? this.#deltas.refusal());
    }
  }

  /** Resolves when every change so far has been taken up, and nothing is left to do. */
  async upToDate(): Promise<void> {
    if (!(await this.#watcher?.drained())) this.#hints.everything('asked');
    for (;;) {
      await this.#hints.settled();
      if (this.#leave.signal.aborted || this.#ports.options.stop.aborted) return;
      if (this.#idle && !this.#build.hasWork) return;
      await new Promise<void>((done) => {
        this.#onIdle.push(done);
      });
    }
  }

  rebuild(which: 'all' | 'failed'): void {
    this.#build.apply((network) => {
      for (const task of network.tasks.values()) {
        for (const job of task.jobs.values()) {
          if (which === 'failed' && job.state !== 'failed') continue;
          job.again = true;
          if (job.state !== 'running') network.touch(job);
        }
      }
    });
    this.#wakeUp();
  }

  pause(isPaused: boolean): void {
    if (this.#paused === isPaused) return;
    this.#paused = isPaused;
    this.#say(isPaused ? 'paused' : 'resumed', '');
    this.#build.hold(isPaused);
    this.#wakeUp();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearTimeout(this.#scan);
    this.#heartbeat[Symbol.dispose]();
    this.#ports.options.stop.removeEventListener('abort', this.#onStop);
    for (const done of this.#onIdle.splice(0)) done();
    await this.#watcher?.[Symbol.asyncDispose]();
  }

  readonly #onStop = (): void => {
    this.#build.runs.killAll();
    this.#wakeUp();
  };

  async #openWatcher(poll: boolean): Promise<Watcher> {
    const watcher = await openWatcher(
      {
        roots: this.#interest.roots(),
        wants: this.#interest.wants,
        signals: join(this.#ports.state, 'watch'),
        onEvent: (event) => this.#receive(event),
      },
      { poll, platform: process.platform, warn: (code, message) => this.#build.warn(code, message) },
    );
    for (const path of this.#dependencies.files()) this.#watchFile(path, watcher);
    return watcher;
  }

  #watchFile(path: string, watcher: Watcher | undefined): void {
    const folder = this.#interest.addFile(path);
    if (folder !== undefined) watcher?.add(folder);
  }

  #receive(event: WatchEvent): void {
    switch (event.type) {
      case 'path':
        if (this.#deltas.concerns(event.path)) this.#hints.path(event.path);
        return;
      case 'tree':
        if (event.path === this.#ports.context.root) this.#checkRoot();
        this.#hints.tree(event.path);
        return;
      case 'overflow':
        this.#hints.everything(event.why);
        return;
      case 'broken':
        void this.#fallBack(event.code, event.message).catch((error: unknown) => this.#break(error));
        return;
      default:
        event satisfies never;
    }
  }

  /** What cannot be watched any more is polled. */
  async #fallBack(code: string, message: string): Promise<void> {
    const before = this.#watcher;
    if (!before || before.kind === 'polling') return;
    this.#watcher = undefined;
    this.#build.warn('watch-limit', limitMessage(code, message));
    await before[Symbol.asyncDispose]();
    this.#watcher = await this.#openWatcher(true);
    this.#hints.everything('the watcher was replaced');
  }

  /** The pipeline's own folder was moved or removed: there is nothing left to watch. */
  #checkRoot(): void {
    const { root } = this.#ports.context;
    if (statSync(root, { throwIfNoEntry: false })?.ino === this.#inode) return;
    const message = `${root} is not there any more`;
    this.#refusal = { type: 'build-failure', code: 'root-gone', message };
    this.#break(new RootGone(message));
  }

  async #take(batch: HintBatch): Promise<void> {
    this.#checkRoot();
    if (this.#fault) return;
    await this.#deltas.take(batch);
    if (batch.everything !== undefined) this.#say('scanned', batch.everything);
    this.#note(this.#dependencies.takeStale());
    if (this.#dependencies.takePlanMayDiffer() && (await this.#ports.keeper.look())) this.#leavePlan();
  }

  /** Makes definitions anew, and has the jobs looked at whose definition is another now. */
  #note(tasks: readonly number[]): void {
    if (tasks.length === 0) return;
    const inScope = tasks.filter((task) => this.#ports.scope.tasks.has(task));
    const changed = this.#ports.workspace.redefine(inScope, (task, path) => {
      this.#dependencies.addFile(task, path);
      this.#watchFile(resolve(this.#ports.context.root, path), this.#watcher);
    });
    this.#refusal = changed.ok ? undefined : changed.error;
    this.#build.apply((network) => {
      for (const id of changed.ok ? changed.value : [])
        for (const job of network.tasks.get(id)?.jobs.values() ?? []) touch(job, () => network.touch(job));
    });
    this.#wakeUp();
  }

  #leavePlan(): void {
    for (const task of this.#ports.keeper.changedTasks(this.#ports.context.plan)) this.#build.runs.killTask(task);
    this.#leave.abort();
    this.#wakeUp();
  }

  #hold(isHeld: boolean): void {
    this.#build.hold(isHeld || this.#paused);
    if (!isHeld) this.#wakeUp();
  }

  #break(error: unknown): void {
    this.#fault ??= { error };
    this.#leave.abort();
    this.#wakeUp();
  }

  async #wait(): Promise<void> {
    let told = this.#lastRefusal;
    for (;;) {
      told = (this.#refusal ?? this.#deltas.refusal())?.message;
      const hasWork = this.#build.hasWork || told !== this.#lastRefusal;
      if (this.#fault || this.#leave.signal.aborted || this.#ports.options.stop.aborted) break;
      if (hasWork && !this.#paused) break;
      this.#idle = true;
      for (const done of this.#onIdle.splice(0)) done();
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    this.#lastRefusal = told;
    this.#idle = false;
    this.#changes++;
  }
  #lastRefusal: string | undefined;

  #wakeUp(): void {
    this.#wake?.();
  }

  #scanIn(delayMs: number): void {
    this.#scan = setTimeout(() => {
      if (this.#idle) this.#hints.everything('it is time');
      this.#scanIn(this.#idle ? SCAN_MS : FIRST_SCAN_MS);
    }, delayMs);
    this.#scan.unref();
  }

  /** Between rounds: what was learnt about files is kept, and old logs go. */
  #tidy(): void {
    const { store, workspace, context } = this.#ports;
    workspace.saveStats();
    for (const log of store.trimRuns(RUNS_KEPT)) rmSync(resolve(context.root, log), { force: true });
    this.#say('idle', '');
  }

  /** Hears what the build says, to learn what jobs found out. */
  #tell(event: EngineEvent): void {
    if (this.#leave.signal.aborted && (event.type === 'build-end' || event.type === 'task-end')) return;
    if (event.type === 'job-end' && event.outcome === 'succeeded') this.#learn(event.job.task, event.job.key);
    this.#ports.onEvent(event);
  }

  #learn(taskName: string, key: string): void {
    const { context, store } = this.#ports;
    const task = context.plan.tasks.find(({ name }) => name === taskName);
    if (!task || task.depfile === 'none') return;
    const record = store.record(taskName, key);
    if (!record) return;
    for (const path of this.#dependencies.addDiscovered(record))
      this.#watchFile(resolve(context.root, path), this.#watcher);
  }

  #say(what: Extract<EngineEvent, { type: 'watch' }>['what'], detail: string): void {
    this.#ports.onEvent({ type: 'watch', time: Date.now(), what, detail });
  }
}

/** The folder that was watched is gone. */
export class RootGone extends Error {}

function touch(job: Job, look: () => void): void {
  job.failedOn = undefined;
  if (job.state === 'running') job.touched = true;
  else look();
}
