// The loop: changes → jobs to look at → jobs that may start → slots → changes. Build and dry run are this one loop; a
// dry run lets each job that would run succeed with outputs of unknown content. Knows no terminal.
import { UNKNOWN_FINGERPRINT } from '../model/fingerprint.ts';
import type { BuildSummary, EngineEvent } from '../model/event.ts';
import type { JobFailure } from '../model/failure.ts';
import type { Reason } from '../model/reason.ts';
import type { RecordRow } from '../store/rows.ts';
import { stepAfter } from './after-run.ts';
import type { AttemptEnd } from './attempt.ts';
import type { BuildContext } from './context.ts';
import { decide, isCertain } from './decide.ts';
import type { Decision } from './decide.ts';
import { hasFailureAbove, isEnded } from './job.ts';
import type { Job, JobState, TaskState } from './job.ts';
import { listAll } from './listing.ts';
import { missingMakers } from './needed.ts';
import { Network } from './network.ts';
import { dropUnneeded, prune } from './prune.ts';
import { ReadyQueue } from './ready-queue.ts';
import type { BuildOptions, Progress } from './options.ts';
import { failureOf, Runs } from './runs.ts';
import { openTasks } from './open-tasks.ts';
import type { Scope } from './scope.ts';
import { isClaimed, refresh, settle, showStatus } from './settle.ts';
import { countsOf, nameParts, summarize } from './summary.ts';
import { Timers } from './timers.ts';

export class Build {
  readonly #context: BuildContext;
  readonly #options: BuildOptions;
  readonly #tasks: ReadonlyMap<number, TaskState>;
  readonly #network: Network;
  readonly #ready: ReadyQueue;
  readonly #runs: Runs;
  readonly #failures = new Map<Job, { failure: JobFailure; log: string }>();
  readonly #decisions = new Map<Job, Decision>();
  readonly #timers = new Timers();
  readonly #planned = new Set<Job>();
  readonly #onDecision: ((job: Job, decision: Decision) => void) | undefined;
  #wake: (() => void) | undefined;
  #stopped = false;
  #killed = false;
  #broken: { readonly error: unknown } | undefined;
  #pruned = 0;
  #warnings = 0;

  constructor(
    context: BuildContext,
    options: BuildOptions,
    scope: Scope,
    onDecision?: (job: Job, decision: Decision) => void,
  ) {
    this.#context = context;
    this.#options = options;
    this.#onDecision = onDecision;
    this.#tasks = openTasks(context, scope, options.force);
    this.#network = new Network(context.plan, this.#tasks, {
      ...context.network,
      onClosed: (task) => this.#onClosed(task),
    });
    this.#ready = new ReadyQueue(context.plan, this.#tasks.values());
    const onEnd = (job: Job, end: AttemptEnd, since: number): void => {
      this.#ready.release(job);
      this.#finish(job, end, since);
      this.#wake?.();
    };
    const onFault = (error: unknown): void => {
      this.#broken = { error };
      this.#wake?.();
    };
    this.#runs = new Runs(context, this.#network, options.slots, options.onEvent, onEnd, onFault);
  }

  async run(): Promise<BuildSummary> {
    const startedAt = Date.now();
    this.#listenToSignals();
    this.#emit({
      type: 'build-start',
      time: startedAt,
      pipeline: this.#context.plan.name,
      targets: this.#options.targets,
      dryRun: this.#options.dryRun,
      slots: this.#options.slots,
    });
    const refusal = await listAll(this.#network, this.#tasks, this.#context, {
      acceptEmpty: this.#options.acceptEmpty ?? false,
      dryRun: this.#options.dryRun,
      warn: (code, message) => this.#warn(code, message),
    });
    if (!refusal) {
      this.#network.start();
      await this.#loop();
      if (!this.#stopped) this.#closeAll();
    }
    this.#timers.clear();
    const summary = summarize({
      tasks: this.#tasks.values(),
      failures: this.#failures,
      durationMs: Date.now() - startedAt,
      interrupted: this.#killed || this.#options.stop.aborted,
      pruned: this.#pruned,
      warnings: this.#warnings,
      refusal,
    });
    if (summary.outcome === 'done' && !this.#options.dryRun) dropUnneeded(this.#network, this.#context);
    for (const counts of summary.tasks) this.#emit({ type: 'task-end', time: Date.now(), counts });
    this.#emit({ type: 'build-end', time: Date.now(), summary });
    return summary;
  }

  progress(): Progress {
    return {
      tasks: [...this.#tasks.values()].map(countsOf),
      running: this.#runs.now(),
    };
  }

  async #loop(): Promise<void> {
    for (;;) {
      if (this.#broken) throw this.#broken.error;
      const { dirty } = this.#network;
      for (let job = dirty.next(); job; job = dirty.next()) this.#look(job);
      this.#fillSlots();
      if (!dirty.isEmpty) continue;
      if (this.#runs.size === 0 && (this.#stopped || (this.#timers.size === 0 && this.#ready.size === 0)))
        return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #look(job: Job): void {
    // A build that stops starts nothing more: what failed stays failed, whatever changes now.
    if (job.removed || job.state === 'running' || (this.#stopped && job.state === 'failed')) return;
    const explain = this.#options.dryRun;
    const decision = decide(this.#context, this.#network, job, this.#resolvePorts, explain);
    this.#onDecision?.(job, decision);
    switch (decision.type) {
      case 'wait':
        if (isEnded(job.state)) this.#network.expectOutputs(job);
        this.#moveTo(job, 'waiting');
        return;
      case 'blocked':
        job.detail = { link: decision.link, text: decision.by };
        this.#endWithout(job, 'blocked');
        return;
      case 'not-ready':
        job.detail = { link: decision.link, text: decision.text };
        if (job.task.records.has(job.key)) job.task.orphans.add(job.key);
        for (const output of this.#network.outputsOf(job))
          this.#network.remove(output.repository, output.key);
        this.#moveTo(job, 'not-ready');
        return;
      case 'broken':
        this.#fail(job, decision.failure, '');
        return;
      case 'up-to-date':
        settle(this.#network, this.#context, job, job.task.records.get(job.key));
        if (job.state !== 'succeeded') this.#moveTo(job, 'up-to-date');
        return;
      case 'run':
        job.task.orphans.delete(job.key);
        this.#decisions.set(job, decision);
        job.reason = decision.reasons[0];
        if (isEnded(job.state)) this.#network.expectOutputs(job);
        if (this.#askForMissing(job, decision)) {
          this.#moveTo(job, 'waiting');
        } else if (this.#options.dryRun) {
          this.#pretend(job, decision.reasons);
        } else if (job.state !== 'ready') {
          this.#moveTo(job, 'ready');
          this.#ready.push(job);
        }
        return;
      default: {
        const rest: never = decision;
        throw new Error(`unknown decision ${JSON.stringify(rest)}`);
      }
    }
  }

  #askForMissing(job: Job, { inputs }: Extract<Decision, { type: 'run' }>): boolean {
    const makers = missingMakers(this.#context, job, inputs.links);
    for (const maker of makers) {
      maker.needed = true;
      this.#network.touch(maker);
    }
    return makers.length > 0;
  }

  /** Dry run: the job succeeds with what it made last time, of unknown content. */
  #pretend(job: Job, reasons: readonly Reason[]): void {
    if (!this.#planned.has(job)) {
      this.#planned.add(job);
      this.#emit({
        type: 'job-planned',
        time: Date.now(),
        job: nameParts(job),
        reasons,
        certain: isCertain(reasons),
      });
    }
    job.attempts++;
    job.needed = false;
    for (const output of this.#network.outputsOf(job)) {
      this.#network.set(output.repository, output.key, 'present', UNKNOWN_FINGERPRINT, job);
    }
    this.#moveTo(job, 'succeeded');
  }

  #fillSlots(): void {
    while (!this.#stopped && this.#runs.hasRoom && this.#ready.size > 0) {
      const job = this.#ready.take(Date.now());
      if (!job) {
        this.#waitForLaunch();
        return;
      }
      const decision = this.#decisions.get(job);
      this.#decisions.delete(job);
      if (decision?.type !== 'run') {
        this.#ready.release(job);
        continue;
      }
      job.attempts++;
      job.needed = false;
      job.touched = false;
      this.#moveTo(job, 'running');
      this.#runs.start(job, decision);
    }
  }

  #finish(job: Job, end: AttemptEnd, since: number): void {
    if (end.type === 'unsure') {
      job.unsure++;
      refresh(this.#network, this.#context, end.path);
      // That very change is why the attempt did not count; it is no further reason to look at a job that now fails.
      job.touched = false;
    }
    const step = stepAfter(job, end, this.#stopped);
    const time = Date.now();
    const event = {
      type: 'job-end',
      time,
      job: nameParts(job),
      attempt: job.attempts,
      durationMs: time - since,
    } as const;
    const log = end.log === '' ? {} : { log: end.log };
    if (end.type === 'done') {
      settle(this.#network, this.#context, job, end.record);
      this.#moveTo(job, 'succeeded');
      this.#emit({ ...event, ...log, outcome: 'succeeded', changed: end.changed });
    } else {
      const failure = failureOf(end);
      const outcome = step.type === 'fail' ? (failure.type === 'killed' ? 'killed' : 'failed') : 'retry';
      this.#emit({ ...event, ...log, outcome, changed: false, failure });
      if (step.type === 'fail')
        this.#fail(job, failure, end.log, end.type === 'failed' ? end.record : undefined);
      else this.#retry(job, step.type === 'later' ? step.delayMs : 0);
    }
    if (job.touched && !job.removed) this.#network.touch(job);
  }

  #retry(job: Job, delayMs: number): void {
    this.#moveTo(job, 'waiting');
    if (delayMs === 0) {
      this.#network.touch(job);
      return;
    }
    this.#timers.after(delayMs, () => {
      if (!this.#stopped) this.#network.touch(job);
      this.#wake?.();
    });
  }

  #fail(job: Job, failure: JobFailure, log: string, made?: RecordRow): void {
    this.#failures.set(job, { failure, log });
    if (job.task.plan.failureOk && failure.type !== 'killed') {
      // Nobody waits for its success: what it made is there, what it did not make is not.
      settle(this.#network, this.#context, job, made);
      this.#moveTo(job, 'failed');
      return;
    }
    showStatus(this.#network, this.#context, job);
    this.#endWithout(job, 'failed');
    if (this.#options.onFailure === 'keep-going') return;
    this.#stopped = true;
    if (this.#options.onFailure === 'fail-fast') this.#runs.killAll();
  }

  #endWithout(job: Job, state: 'failed' | 'blocked'): void {
    this.#network.expectOutputs(job, 'failed');
    this.#moveTo(job, state);
  }

  /** Waits for a pool's window of launches, when nothing that runs would wake the loop. */
  #waitForLaunch(): void {
    const now = Date.now();
    const opening = this.#ready.nextOpening(now);
    if (opening !== undefined && this.#timers.size === 0)
      this.#timers.after(opening - now, () => this.#wake?.());
  }

  #moveTo(job: Job, state: JobState): void {
    if (job.state !== state) this.#network.moveTo(job, state);
  }

  #closeAll(): void {
    for (const task of this.#tasks.values()) if (task.openDependencies === 0) this.#onClosed(task);
  }

  #onClosed(task: TaskState): void {
    if (task.orphans.size === 0 || this.#stopped || hasFailureAbove(task)) return;
    for (const { key, paths, kept } of prune(
      task,
      this.#network.links.get(task)!,
      this.#context,
      this.#options.dryRun,
      (path) => isClaimed(this.#network, this.#context, path, undefined),
    )) {
      this.#pruned += paths.length;
      const [first] = kept;
      const more = kept.length > 1 ? ` (and ${kept.length - 1} more)` : '';
      if (first !== undefined)
        this.#warn(
          'kept-changed',
          `${first}${more} stays: its key is gone, but it was changed since pipe made it`,
        );
      if (paths.length > 0)
        this.#emit({ type: 'pruned', time: Date.now(), job: { task: task.plan.name, key }, paths });
    }
  }

  get #resolvePorts(): BuildContext['resolve'] {
    return {
      record: this.#context.resolve.record,
      fingerprint: (members, key) => {
        const found = this.#context.resolve.fingerprint(members, key);
        if (found.ok && found.value === undefined) this.#network.remove(members.plan.id, key);
        return found;
      },
    };
  }

  #listenToSignals(): void {
    const { stop, kill } = this.#options;
    const onStop = (): void => {
      this.#stopped = true;
      this.#wake?.();
    };
    const onKill = (): void => {
      onStop();
      this.#killed = true;
      this.#runs.killAll();
    };
    if (stop.aborted) onStop();
    if (kill.aborted) onKill();
    stop.addEventListener('abort', onStop, { once: true });
    kill.addEventListener('abort', onKill, { once: true });
  }

  #warn(code: string, message: string): void {
    this.#warnings++;
    this.#emit({ type: 'warning', time: Date.now(), code, message });
  }

  #emit(event: EngineEvent): void {
    this.#options.onEvent(event);
  }
}
