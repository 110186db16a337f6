// The loop: changes → jobs to look at → jobs that may start → slots → changes. Build, dry run and watch are this one loop:
// a build makes one round of it, a watch one after each change. Knows no terminal and no watcher.
import type { BuildSummary, EngineEvent } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { AttemptEnd } from './attempt/attempt-end.ts';
import type { BuildContext } from './context.ts';
import type { Decision } from './decide.ts';
import { Endings } from './endings.ts';
import { onAbort } from '../base/on-abort.ts';
import { Entrance } from './queue/entrance.ts';
import { beginAttempt } from './job.ts';
import type { Job, TaskState } from './job.ts';
import { Judge, type RunDecision } from './judge.ts';
import { listAll } from './keys/listing.ts';
import { Network } from './keys/network.ts';
import { dropUnneeded } from './prune.ts';
import { pruneClosed } from './prune-closed.ts';
import type { BuildOptions, Progress } from './options.ts';
import { Replicas } from './queue/replicas.ts';
import { Runs } from './attempt/runs.ts';
import { Services } from './services/services.ts';
import { openTasks } from './open-tasks.ts';
import { controlOf, heldWarning } from './process-control.ts';
import type { ProcessControl } from './process-control.ts';
import { missingJob } from './scope.ts';
import type { Scope } from './scope.ts';
import { countsOf } from './summary.ts';
import { Tally } from './tally.ts';
import { Timers } from './queue/timers.ts';

export class Build {
  readonly network: Network;
  readonly runs: Runs;
  readonly processes: ProcessControl;
  readonly services: Services | undefined;
  readonly #context: BuildContext;
  readonly #options: BuildOptions;
  readonly #scope: Scope;
  readonly #tasks: ReadonlyMap<number, TaskState>;
  readonly #tally: Tally;
  readonly #judge: Judge;
  readonly #endings: Endings;
  readonly #entrance: Entrance;
  readonly #replicas: Replicas;
  readonly #timers = new Timers();
  /** Jobs that ended well in this round, if there may be another. */
  readonly #succeeded = new Set<Job>();
  #wake: (() => void) | undefined;
  #stopped = false;
  #killed = false;
  #held = false;
  #inRound = false;
  /** Between rounds: a key went, and what was made for it has to go in the next. */
  #hasOrphans = false;
  /** All that was ready at the start is known. */
  #opened = false;
  #broken: { readonly error: unknown } | undefined;

  constructor(
    context: BuildContext,
    options: BuildOptions,
    scope: Scope,
    onDecision?: (job: Job, decision: Decision) => void,
  ) {
    this.#context = context;
    this.#options = options;
    this.#scope = scope;
    this.#tasks = openTasks(context, scope, options.force);
    this.#tally = new Tally(context.plan.name, options, this.#tasks);
    this.network = new Network(context.plan, this.#tasks, {
      ...context.network,
      onClosed: (task) => this.#onClosed(task),
      onMark: (job) => this.runs.cancel(job),
      onContent: (repository, key, fingerprint) => this.runs.noteContent(repository, key, fingerprint),
    });
    this.#judge = new Judge({
      context,
      network: this.network,
      tally: this.#tally,
      dryRun: options.dryRun,
      isStopped: () => this.#stopped,
      onReady: (job, decision) => this.#setReady(job, decision),
      onBroken: (job, failure) => this.#endings.fail(job, failure, ''),
      onDecision,
    });
    this.#endings = new Endings({
      context,
      network: this.network,
      tally: this.#tally,
      options,
      isStopped: () => this.#stopped,
      onSuccess: (job) => options.stays && this.#succeeded.add(job),
      onRetry: (job, delayMs) => this.#retry(job, delayMs),
      onFailure: () => this.#stopAfterFailure(),
      onOrphan: (task) => this.#onClosed(task),
    });
    const onFault = (error: unknown): void => {
      this.#broken = { error };
      this.#wake?.();
    };
    this.#entrance = new Entrance(this.#tasks.values(), {
      context,
      onFailure: (job, failure) => this.#endings.fail(job, failure, ''),
      onChange: () => this.#wake?.(),
      onFault,
    });
    const onEnd = (job: Job, end: AttemptEnd, since: number): void => {
      this.#replicas.forget(job);
      this.#entrance.queue.release(job);
      this.#endings.finish(job, end, since);
      this.#wake?.();
    };
    const wake = (): void => this.processes.changed();
    const { network } = this;
    const ports = { context, network, endings: this.#endings, emit: options.onEvent, onFault, wake };
    this.services = context.services && new Services({ ...ports, pool: context.services });
    const emit = (event: EngineEvent): void => this.#tally.emit(event);
    this.runs = new Runs(context, network, options.slots, emit, onEnd, onFault);
    this.processes = controlOf(context, this.runs, this.#entrance.queue, network);
    this.processes.onChange(() => this.#wake?.());
    const { queue } = this.#entrance;
    this.#replicas = new Replicas({ queue, runs: this.runs, emit, onEnd: () => this.#wake?.(), onFault });
  }

  /** Lists everything and makes one round. */
  async run(): Promise<BuildSummary> {
    this.#listenToSignals();
    this.#inRound = true;
    this.#tally.begin(false);
    const refusal = await listAll(this.network, this.#tasks, this.#context, {
      acceptEmpty: this.#options.acceptEmpty ?? false,
      dryRun: this.#options.dryRun,
      warn: (code, message) => this.#tally.warn(code, message),
    });
    if (!refusal) this.network.start();
    return this.#round(refusal);
  }

  /** Another round after changes that were applied since the last; nothing is told of one in which nothing happens. */
  async again(refusal?: BuildFailure): Promise<BuildSummary> {
    this.#inRound = true;
    this.#tally.begin(true);
    this.#stopped = this.#killed || this.#options.stop.aborted;
    for (const job of this.#succeeded)
      if (job.state === 'succeeded' && !job.removed) this.network.moveTo(job, 'up-to-date');
    this.#succeeded.clear();
    return this.#round(refusal);
  }

  /** Changes of members and jobs from outside, at any time; between rounds they wait for the next. */
  apply(change: (network: Network) => void): void {
    change(this.network);
    this.#wake?.();
  }

  /** While held nothing is started, and the round goes on: more changes are on their way. */
  hold(isHeld: boolean): void {
    this.#held = isHeld;
    if (!isHeld) this.#wake?.();
  }

  get hasWork(): boolean {
    return !this.network.dirty.isEmpty || this.#hasOrphans;
  }

  /** Services that are waited for. */
  get #starting(): number {
    return this.#stopped ? 0 : (this.services?.starting ?? 0);
  }

  /** Nothing is left to do but to wait for long-running jobs, if any run. */
  get isSettled(): boolean {
    if (this.#starting > 0 || this.hasWork) return false;
    return this.runs.isAtRest && this.#timers.size === 0 && this.#entrance.isAtRest;
  }

  /** What the last round came to, or the one that runs has come to so far. */
  summary(refusal?: BuildFailure): BuildSummary {
    return this.#tally.summary(this.#killed || this.#options.stop.aborted, refusal);
  }

  warn(code: string, message: string): void {
    this.#tally.warn(code, message);
  }

  progress(): Progress {
    return { tasks: [...this.#tasks.values()].map(countsOf), running: this.runs.now() };
  }

  async #round(refusal: BuildFailure | undefined): Promise<BuildSummary> {
    this.#hasOrphans = false;
    if (!refusal) {
      await this.#loop();
      if (!this.#stopped) this.#tasks.forEach((task) => this.#onClosed(task));
    }
    this.#timers.clear();
    this.services?.sweep();
    const { held } = this.#entrance.queue;
    if (held.length > 0 && !this.#stopped) this.#tally.warn('paused', heldWarning(held));
    this.#entrance.rest();
    const summary = this.summary(refusal ?? this.#missingTarget());
    const { dryRun, keepAll, launchOnly } = this.#options;
    if (summary.outcome === 'done' && !dryRun && !keepAll && !launchOnly)
      dropUnneeded(this.network, this.#context);
    this.#tally.end(summary);
    this.#inRound = false;
    return summary;
  }

  /** A watch waits for a job that is not there yet; a build that removed what was made for it did what was asked. */
  #missingTarget(): BuildFailure | undefined {
    const { stays, keepAll } = this.#options;
    return stays || keepAll || this.#tally.hasPruned ? undefined : missingJob(this.#scope, this.#tasks);
  }

  async #loop(): Promise<void> {
    for (;;) {
      if (this.#broken) throw this.#broken.error;
      // Each look at a fan-in takes time, so none is worth while before the last of many changes.
      if (!this.#held) {
        this.#judge.lookAtAll();
        this.#opened = true;
        this.#fillSlots();
        if (!this.network.dirty.isEmpty) continue;
      }
      this.#context.store.flush();
      const idle = this.#stopped || (!this.#held && this.#timers.size === 0 && this.#entrance.isEmpty);
      if (this.runs.size + this.#starting === 0 && idle) return;
      if (this.isSettled) this.#options.onSettled?.();
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #setReady(job: Job, decision: RunDecision): void {
    if (this.#options.launchOnly && this.#opened && job.attempts === job.before) return;
    if (this.services && job.task.plan.service) return this.services.start(job, decision);
    this.#entrance.note(job, decision);
    if (job.state === 'ready') return;
    this.network.moveTo(job, 'ready');
    this.#entrance.enter(job);
  }

  #fillSlots(): void {
    while (!this.#stopped && !this.#held && !this.#entrance.isEmpty) {
      const next = this.#entrance.take(Date.now(), (kind) => this.runs.hasRoom(kind));
      if (!next) break;
      const { job, decision } = next;
      beginAttempt(job);
      this.network.moveTo(job, 'running');
      this.runs.start(job, decision, () => this.#wake?.());
      this.#entrance.queue.started(job, Date.now());
      this.#replicas.note(job);
    }
    if (!this.#stopped && !this.#held) this.#replicas.settle(Date.now());
  }

  #retry(job: Job, delayMs: number): void {
    this.network.moveTo(job, 'waiting');
    if (delayMs === 0) return this.network.touch(job);
    this.#timers.after(delayMs, () => {
      if (!this.#stopped) this.network.touch(job);
      this.#wake?.();
    });
  }

  #stopAfterFailure(): void {
    if (this.#options.onFailure === 'keep-going') return;
    this.#stopped = true;
    if (this.#options.onFailure === 'fail-fast') this.runs.killAll();
  }

  #onClosed(task: TaskState): void {
    if (this.#stopped || this.#options.keepAll || task.openDependencies > 0) return;
    if (!this.#inRound) {
      this.#hasOrphans ||= task.orphans.size > 0;
      return;
    }
    pruneClosed(task, this.network, this.#context, this.#tally, this.#options.dryRun);
  }

  #listenToSignals(): void {
    const onStop = (): void => {
      this.#stopped = true;
      if (this.#options.stays) this.runs.killLongRunning();
      this.#wake?.();
    };
    const onKill = (): void => {
      this.#killed = true;
      this.runs.killAll();
    };
    onAbort(this.#options.stop, onStop);
    for (const each of [onStop, onKill]) onAbort(this.#options.kill, each);
  }
}
