// A watch of one plan: one build that stays, fed by hints, until it is stopped or the pipeline's files say something else.
// Knows no lock and no socket.
import { setImmediate as turn } from 'node:timers/promises';
import type { BuildSummary, EngineEvent } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import { Build } from '../../schedule/build.ts';
import type { Network } from '../../schedule/keys/network.ts';
import type { RecordRow } from '../../store/rows.ts';
import { Deltas } from '../../watch/deltas.ts';
import { Dependencies } from '../../watch/dependencies.ts';
import { FullLooks } from '../../watch/full-looks.ts';
import { Heartbeat } from '../../watch/heartbeat.ts';
import { Hints } from '../../watch/hints.ts';
import type { HintBatch } from '../../watch/hints.ts';
import type { WatchEvent } from '../../watch/port.ts';
import { Polls } from '../../watch/polls.ts';
import { lookAgain } from '../../watch/run-again.ts';
import type { LifePorts } from './life-ports.ts';
import { LifeDefinitions } from './life-definitions.ts';
import { LifeSignals } from './life-signals.ts';
import { LifeWatcher } from './life-watcher.ts';
import { Rest } from './rest.ts';
import { RootGuard } from './root-gone.ts';
import { tidy } from './tidy.ts';

export type LifeEnd = { readonly type: 'stopped' } | { readonly type: 'reload' };

export class WatchLife implements AsyncDisposable {
  readonly ports: LifePorts;
  readonly build: Build;
  readonly #hints: Hints;
  readonly #deltas: Deltas;
  readonly #dependencies: Dependencies;
  readonly #signals: LifeSignals;
  readonly #definitions: LifeDefinitions;
  readonly #heartbeat: Heartbeat;
  readonly #polls: Polls;
  readonly #root: RootGuard;
  readonly #watcher: LifeWatcher;
  readonly #rest = new Rest();
  readonly #looks = new FullLooks(
    () => this.#rest.isResting,
    () => this.#hints.everything('it is time'),
  );
  #paused = false;
  #fault: { readonly error: unknown } | undefined;
  #refusal: BuildFailure | undefined;
  #changes = 0;

  constructor(ports: LifePorts) {
    this.ports = ports;
    const { context, options, scope, workspace } = ports;
    this.#signals = new LifeSignals(options, () => this.#onStop());
    this.build = new Build(
      context,
      {
        targets: options.targets,
        slots: options.slots,
        onFailure: 'keep-going',
        dryRun: false,
        force: options.force,
        acceptEmpty: options.acceptEmpty,
        stays: true,
        onSettled: () => this.#rest.release(),
        onEvent: (event) => this.#tell(event),
        stop: this.#signals.stop,
        kill: this.#signals.kill,
      },
      scope,
    );
    this.build.processes.onChange(() => this.#rest.wake());
    this.#dependencies = new Dependencies(context.plan);
    this.#watcher = new LifeWatcher({
      plan: context.plan,
      patterns: workspace.patterns,
      state: ports.state,
      greeting: ports.greeting,
      onSignal: ports.onSignal,
      onEvent: (event) => this.#receive(event),
      onFault: (error) => this.#break(error),
      warn: (code, message) => this.build.warn(code, message),
    });
    this.#definitions = new LifeDefinitions(ports, this.#dependencies, this.#watcher);
    this.#deltas = new Deltas({
      build: this.build,
      context,
      dependencies: this.#dependencies,
      acceptEmpty: options.acceptEmpty,
    });
    this.#hints = new Hints({
      take: (batch) => this.#take(batch),
      hold: (isHeld) => this.#hold(isHeld),
      onFault: (error) => this.#break(error),
    });
    this.#heartbeat = new Heartbeat(
      (why) => this.#hints.everything(why),
      () => this.#checkRoot(),
    );
    this.#polls = new Polls({
      build: this.build,
      context,
      onEvent: (event) => this.#receive(event),
      onFault: (error) => this.#break(error),
    });
    this.#root = new RootGuard(context.root);
    this.#note([...scope.tasks.keys()]);
    for (const id of scope.tasks.keys()) {
      const task = context.plan.tasks[id]!;
      if (task.depfile !== 'none') for (const record of ports.store.records(task.name)) this.#learn(record);
    }
  }

  get summary(): BuildSummary {
    return this.build.summary(this.#refusalNow);
  }

  /** Its plan is about to be replaced by another. */
  get isLeaving(): boolean {
    return this.#signals.stop.aborted;
  }

  /** Every change that was told of has been taken up, nothing is left to do, and nothing is listed at intervals. */
  get isAtRest(): boolean {
    const isQuiet = this.#hints.isQuiet && this.#polls.isEmpty && !this.isLeaving && !this.#paused;
    return isQuiet && this.#rest.isResting && !this.build.hasWork;
  }

  /** Round after round until the end. The watcher is there before the first look, so that nothing falls in between. */
  async run(): Promise<LifeEnd> {
    const { options } = this.ports;
    this.#say('watching', await this.#watcher.open(options.poll));
    await this.build.run();
    this.#looks.start();
    this.#polls.start();
    for (;;) {
      if (this.#fault) throw this.#fault.error;
      if (options.stop.aborted) return { type: 'stopped' };
      if (this.#signals.stop.aborted) return { type: 'reload' };
      await this.#tidy();
      if (options.once && this.#changes > 0) return { type: 'stopped' };
      await this.#wait();
      if (this.#signals.stop.aborted) continue;
      await this.build.again(this.#refusalNow);
    }
  }

  /** Resolves when every change so far has been taken up, and the build has had its turn to look at it. */
  async taken(): Promise<void> {
    await this.#polls.now();
    if (!(await this.#watcher.drained())) this.#hints.everything('asked');
    await this.#hints.settled();
    await turn();
  }

  /** The same, and nothing is left to do. */
  async upToDate(): Promise<void> {
    await this.taken();
    for (;;) {
      await this.#hints.settled();
      const isOver = this.#signals.stop.aborted;
      if (isOver || (!this.build.hasWork && (this.#rest.isResting || this.build.isSettled))) return;
      await this.#rest.next();
    }
  }

  apply(change: (network: Network) => void): void {
    this.build.apply(change);
    this.#rest.wake();
  }

  pause(isPaused: boolean): void {
    if (this.#paused === isPaused) return;
    this.#paused = isPaused;
    this.#say(isPaused ? 'paused' : 'resumed', '');
    this.build.hold(isPaused);
    this.#rest.wake();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#looks[Symbol.dispose]();
    this.#polls[Symbol.dispose]();
    this.build.services?.[Symbol.dispose]();
    this.#signals[Symbol.dispose]();
    this.#heartbeat[Symbol.dispose]();
    this.#rest.release();
    await this.#watcher[Symbol.asyncDispose]();
  }

  #onStop(): void {
    this.build.runs.killAll();
    this.#rest.wake();
  }

  #receive(event: Exclude<WatchEvent, { type: 'broken' }>): void {
    switch (event.type) {
      case 'path':
        if (this.#deltas.concerns(event.path)) this.#hints.path(event.path);
        return;
      case 'tree':
        if (event.path === this.ports.context.root) this.#checkRoot();
        this.#hints.tree(event.path);
        return;
      case 'overflow':
        this.#hints.everything(event.why);
        return;
      default:
        event satisfies never;
    }
  }

  /** The pipeline's own folder was moved or removed: there is nothing left to watch. */
  #checkRoot(): void {
    const gone = this.#root.look();
    if (!gone) return;
    this.#refusal = { type: 'build-failure', code: 'root-gone', message: gone.message };
    this.#break(gone);
  }

  async #take(batch: HintBatch): Promise<void> {
    this.#checkRoot();
    if (this.#fault) return;
    await this.#deltas.take(batch);
    this.#watcher.follow(this.ports.context.stats.links());
    if (batch.everything !== undefined) this.#say('scanned', batch.everything);
    this.#note(this.#dependencies.takeStale());
    if (this.#dependencies.takePlanMayDiffer() && (await this.#definitions.lookAtPlan())) this.#leavePlan();
  }

  /** Makes definitions anew, and has the jobs looked at whose definition is another now. */
  #note(tasks: readonly number[]): void {
    if (tasks.length === 0) return;
    const changed = this.#definitions.redefine(tasks);
    this.apply((network) => lookAgain(network, changed));
  }

  #leavePlan(): void {
    for (const task of this.ports.keeper.changedTasks(this.ports.context.plan))
      this.build.runs.killTask(task);
    this.#signals.leave();
    this.#rest.wake();
  }

  #hold(isHeld: boolean): void {
    this.build.hold(isHeld || this.#paused);
    if (!isHeld) this.#rest.wake();
  }

  #break(error: unknown): void {
    this.#fault ??= { error };
    this.#signals.leave();
    this.#rest.wake();
  }

  async #wait(): Promise<void> {
    await this.#rest.until(() => {
      if (this.#fault || this.#signals.stop.aborted) return true;
      const hasNews = this.build.hasWork || this.#refusalNow?.message !== this.#toldRefusal;
      return hasNews && !this.#paused;
    });
    this.#toldRefusal = this.#refusalNow?.message;
    this.#changes++;
  }
  #toldRefusal: string | undefined;

  get #refusalNow(): BuildFailure | undefined {
    return this.#refusal ?? this.#deltas.refusal();
  }

  async #tidy(): Promise<void> {
    await tidy(this.ports, (path) => this.#deltas.isMember(path));
    this.#watcher.follow(this.ports.context.stats.links());
    this.#say('idle', '');
  }

  #tell(event: EngineEvent): void {
    const isReplaced = this.#signals.stop.aborted && !this.ports.options.stop.aborted;
    if (isReplaced && (event.type === 'build-end' || event.type === 'task-end')) return;
    if (event.type === 'job-end' && event.outcome === 'succeeded') {
      const record = this.ports.store.record(event.job.task, event.job.key);
      if (record) this.#learn(record);
    }
    this.ports.onEvent(event);
  }

  /** What a job found out matters from now on. */
  #learn(record: RecordRow): void {
    if (record.discovered === '') return;
    for (const path of this.#dependencies.addDiscovered(record)) this.#watcher.addFile(path);
  }

  #say(what: Extract<EngineEvent, { type: 'watch' }>['what'], detail: string): void {
    this.ports.onEvent({ type: 'watch', time: Date.now(), what, detail });
  }
}
