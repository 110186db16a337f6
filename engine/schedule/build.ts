// The loop: changes → jobs to look at → jobs that may start → slots → changes. Build and dry run are this one loop; a
// dry run lets each job that would run succeed with outputs of unknown content. Knows no terminal.
import { UNKNOWN_FINGERPRINT } from '../model/fingerprint.ts';
import type { BuildSummary, EngineEvent, FailedJob, TaskCounts } from '../model/event.ts';
import type { BuildFailure, JobFailure } from '../model/failure.ts';
import type { JobName } from '../model/job.ts';
import type { Reason } from '../model/reason.ts';
import type { BuildOptions, Progress } from '../session/types.ts';
import type { RecordRow, RunRow } from '../store/rows.ts';
import { AttemptRun } from './attempt.ts';
import type { AttemptEnd } from './attempt.ts';
import type { BuildContext } from './context.ts';
import { decide, isCertain } from './decide.ts';
import type { Decision } from './decide.ts';
import { isEnded, nameOf, TaskState } from './job.ts';
import type { Job, JobState } from './job.ts';
import { listSources } from './listing.ts';
import { Network } from './network.ts';
import { dropUnneeded, prune } from './prune.ts';
import { ReadyQueue } from './ready-queue.ts';
import type { Scope } from './scope.ts';

const KILL_GRACE_MS = 5000;
const MAX_UNSURE = 2;

export class Build {
  readonly #context: BuildContext;
  readonly #options: BuildOptions;
  readonly #tasks = new Map<number, TaskState>();
  readonly #network: Network;
  readonly #ready: ReadyQueue;
  readonly #running = new Map<Job, { run: AttemptRun; since: number; slot: number }>();
  readonly #freeSlots: number[];
  readonly #failures = new Map<Job, { failure: JobFailure; log: string }>();
  readonly #decisions = new Map<Job, Decision>();
  readonly #delayed = new Set<NodeJS.Timeout>();
  readonly #planned = new Set<Job>();
  readonly #onDecision: ((job: Job, decision: Decision) => void) | undefined;
  #wake: (() => void) | undefined;
  #stopped = false;
  #killed = false;
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
    for (const [id, wanted] of scope.tasks) {
      const plan = context.plan.tasks[id]!;
      const task = new TaskState(plan, wanted, options.force && scope.targets.has(id));
      for (const record of context.store.records(plan.name)) {
        task.records.set(record.key, record);
        if (!wanted || wanted(record.key)) task.orphans.add(record.key);
      }
      this.#tasks.set(id, task);
    }
    this.#network = new Network(context.plan, this.#tasks, {
      ...context.network,
      onClosed: (task) => this.#onClosed(task),
    });
    this.#ready = new ReadyQueue(context.plan, this.#tasks.values());
    this.#freeSlots = Array.from({ length: options.slots }, (_, index) => options.slots - 1 - index);
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
    const refusal = await this.#list();
    if (!refusal) {
      this.#network.start();
      await this.#loop();
      if (!this.#stopped)
        for (const task of this.#tasks.values()) if (task.openDependencies === 0) this.#onClosed(task);
    }
    const summary = this.#summary(startedAt, refusal);
    if (summary.outcome === 'done' && !this.#options.dryRun) dropUnneeded(this.#network, this.#context);
    for (const counts of summary.tasks) this.#emit({ type: 'task-end', time: Date.now(), counts });
    this.#emit({ type: 'build-end', time: Date.now(), summary });
    return summary;
  }

  progress(): Progress {
    return {
      tasks: [...this.#tasks.values()].map(countsOf),
      running: [...this.#running].map(([job, { since }]) => ({ job: nameParts(job), since })),
    };
  }

  async #list(): Promise<BuildFailure | undefined> {
    const needed = new Set<number>();
    const stack = [...this.#tasks.values()].flatMap((task) => task.plan.links.map((link) => link.repository));
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (needed.has(id)) continue;
      needed.add(id);
      const plan = this.#context.plan.repositories[id]!;
      if ('children' in plan) stack.push(...plan.children.map((child) => child.repository));
      if ('sees' in plan) stack.push(...plan.sees.map((seen) => seen.repository));
    }
    for (const id of [...needed].toSorted((a, b) => a - b)) {
      const keys = await listSources(this.#context.plan.repositories[id]!, {
        plan: this.#context.plan,
        store: this.#context.store,
        repositories: this.#context.repositories,
        patterns: this.#context.patterns,
        acceptEmpty: this.#options.acceptEmpty ?? false,
        warn: (code, message) => this.#warn(code, message),
      });
      if (!keys.ok) return keys.error;
      for (const key of keys.value) this.#network.set(id, key, 'present', undefined, undefined);
    }
    return undefined;
  }

  async #loop(): Promise<void> {
    for (;;) {
      for (let job = this.#network.nextDirty(); job; job = this.#network.nextDirty()) this.#look(job);
      this.#fillSlots();
      if (this.#network.hasDirty()) continue;
      if (this.#running.size === 0 && (this.#stopped || (this.#delayed.size === 0 && this.#ready.size === 0)))
        return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #look(job: Job): void {
    if (job.removed || job.state === 'running') return;
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
        this.#settle(job, job.task.records.get(job.key));
        if (job.state !== 'succeeded') this.#moveTo(job, 'up-to-date');
        return;
      case 'run':
        job.task.orphans.delete(job.key);
        this.#decisions.set(job, decision);
        job.reason = decision.reasons[0];
        if (isEnded(job.state)) this.#network.expectOutputs(job);
        if (this.#askForMissing(job, decision.inputs)) {
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

  /**
   * Members that are kept only while they are needed may be gone although their jobs are up to date: those jobs run
   * again before one that must read them.
   */
  #askForMissing(job: Job, inputs: Extract<Decision, { type: 'run' }>['inputs']): boolean {
    let missing = false;
    for (const { link, members } of inputs.links) {
      const plan = this.#context.plan.repositories[link.plan.repository]!;
      if (plan.type !== 'memory' && !('keep' in plan && plan.keep === 'needed')) continue;
      for (const { key, maker } of members) {
        if (!maker || maker === job || maker.state !== 'up-to-date') continue;
        if (this.#context.repositories.get(plan.id)!.has(key) === true) continue;
        maker.needed = true;
        this.#network.touch(maker);
        missing = true;
      }
    }
    return missing;
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
    while (!this.#stopped && this.#freeSlots.length > 0 && this.#ready.size > 0) {
      const job = this.#ready.take(Date.now());
      if (!job) {
        this.#waitForLaunch();
        return;
      }
      const decision = this.#decisions.get(job);
      this.#decisions.delete(job);
      if (decision?.type === 'run') this.#start(job, decision);
      else this.#ready.release(job);
    }
  }

  #start(job: Job, decision: Extract<Decision, { type: 'run' }>): void {
    const slot = this.#freeSlots.pop()!;
    const since = Date.now();
    const [reason] = decision.reasons;
    job.attempts++;
    job.needed = false;
    job.touched = false;
    this.#moveTo(job, 'running');
    const { store } = this.#context;
    const started: Omit<RunRow, 'id'> = {
      task: job.task.plan.name,
      key: job.key,
      attempt: job.attempts,
      state: 'running',
      successful: false,
      startedAt: since,
      endedAt: 0,
      reason,
      log: '',
    };
    const id = store.addRun(started);
    this.#emit({ type: 'job-start', time: since, job: nameParts(job), attempt: job.attempts, reason });
    const run = new AttemptRun(this.#context, this.#network, {
      job,
      inputs: decision.inputs,
      definition: this.#context.definitions.get(job.task.plan.id)!,
      slot,
      runId: id,
      onCommit: (log) =>
        store.updateRun({ ...started, id, state: 'finished', successful: true, endedAt: Date.now(), log }),
      isClaimed: (path) => this.#isClaimed(path, job),
    });
    this.#running.set(job, { run, since, slot });
    void run.end.then((end) => {
      this.#running.delete(job);
      this.#freeSlots.push(slot);
      this.#ready.release(job);
      if (end.type !== 'done') {
        const failure: JobFailure = end.type === 'failed' ? end.failure : { type: 'unsure', path: end.path };
        const state =
          failure.type === 'killed' || failure.type === 'timeout'
            ? 'killed'
            : failure.type === 'exception' || failure.type === 'system'
              ? 'excepted'
              : 'finished';
        store.updateRun({ ...started, id, state, endedAt: Date.now(), failure, log: end.log });
      }
      this.#finish(job, end, since);
      this.#wake?.();
    });
  }

  #finish(job: Job, end: AttemptEnd, since: number): void {
    const event = {
      type: 'job-end',
      time: Date.now(),
      job: nameParts(job),
      attempt: job.attempts,
      durationMs: Date.now() - since,
    } as const;
    const log = end.log === '' ? {} : { log: end.log };
    switch (end.type) {
      case 'done':
        this.#settle(job, end.record);
        this.#moveTo(job, 'succeeded');
        this.#emit({ ...event, ...log, outcome: 'succeeded', changed: end.changed });
        break;
      case 'unsure': {
        const failure: JobFailure = { type: 'unsure', path: end.path };
        this.#refresh(end.path);
        job.unsure++;
        const again = job.unsure <= MAX_UNSURE && !this.#stopped;
        this.#emit({ ...event, ...log, outcome: again ? 'retry' : 'failed', changed: false, failure });
        if (again) this.#again(job);
        else this.#fail(job, failure, end.log);
        break;
      }
      case 'failed': {
        const { retry } = job.task.plan;
        const again =
          !this.#stopped &&
          end.failure.type !== 'killed' &&
          isRetried(end.failure, retry.on) &&
          job.attempts - job.unsure < retry.attempts;
        const killed = end.failure.type === 'killed';
        this.#emit({
          ...event,
          ...log,
          outcome: again ? 'retry' : killed ? 'killed' : 'failed',
          changed: false,
          failure: end.failure,
        });
        if (again)
          this.#later(
            job,
            Math.min(retry.backoffMs * 2 ** (job.attempts - job.unsure - 1), retry.maxBackoffMs),
          );
        else this.#fail(job, end.failure, end.log);
        break;
      }
      default: {
        const rest: never = end;
        throw new Error(`unknown end ${JSON.stringify(rest)}`);
      }
    }
    if (job.touched && !job.removed) this.#network.touch(job);
  }

  #again(job: Job): void {
    this.#moveTo(job, 'waiting');
    this.#network.touch(job);
  }

  #later(job: Job, delayMs: number): void {
    this.#moveTo(job, 'waiting');
    const timer = setTimeout(() => {
      this.#delayed.delete(timer);
      if (!this.#stopped) this.#network.touch(job);
      this.#wake?.();
    }, delayMs);
    this.#delayed.add(timer);
  }

  #fail(job: Job, failure: JobFailure, log: string): void {
    this.#failures.set(job, { failure, log });
    this.#showStatus(job);
    this.#endWithout(job, 'failed');
    if (this.#options.onFailure === 'keep-going') return;
    this.#stopped = true;
    if (this.#options.onFailure === 'fail-fast') this.#killAll();
  }

  #endWithout(job: Job, state: 'failed' | 'blocked'): void {
    this.#network.expectOutputs(job, 'failed');
    this.#moveTo(job, state);
  }

  /** Makes a record's outputs members, and those that the job made before and not now none. */
  #settle(job: Job, record: RecordRow | undefined): void {
    const before = this.#network.outputsOf(job);
    if (record) job.task.records.set(job.key, record);
    const links = this.#network.links.get(job.task)!;
    const now = new Set<string>();
    for (const output of record?.outputs ?? []) {
      const link = links.find((each) => each.plan.name === output.link && each.plan.isOutput);
      if (!link) continue;
      now.add(`${link.plan.repository}/${output.key}`);
      this.#network.set(link.plan.repository, output.key, 'present', output.fingerprint, job);
    }
    this.#showStatus(job);
    for (const old of before)
      if (!now.has(`${old.repository}/${old.key}`)) this.#network.remove(old.repository, old.key);
  }

  /** Members of status repositories are there at every end, whatever it was. */
  #showStatus(job: Job): void {
    for (const link of this.#network.links.get(job.task)!) {
      if (!link.plan.isStatus || !link.plan.role || !link.keyFor) continue;
      const key = link.keyFor(job.key);
      const found = this.#context.paths.get(link.plan.repository)?.fingerprint(key);
      if (!found?.ok) continue;
      if (found.value === undefined) this.#network.remove(link.plan.repository, key);
      else this.#network.set(link.plan.repository, key, 'present', found.value, job);
    }
  }

  /** Takes up what an input that moved during a run is now. */
  #refresh(path: string): void {
    for (const [id, pattern] of this.#context.patterns) {
      const key = pattern.match(path);
      const member = key === undefined ? undefined : this.#network.members[id]!.get(key);
      if (key === undefined || !member || member.state !== 'present') continue;
      if (member.maker) {
        this.#network.touch(member.maker);
        continue;
      }
      const fingerprint = this.#context.paths.get(id)!.fingerprint(key);
      if (fingerprint instanceof Promise || !fingerprint.ok) continue;
      if (fingerprint.value === undefined) this.#network.remove(id, key);
      else this.#network.set(id, key, 'present', fingerprint.value, undefined);
    }
  }

  /** Waits for a pool's window of launches, when nothing that runs would wake the loop. */
  #waitForLaunch(): void {
    const opening = this.#ready.nextOpening(Date.now());
    if (opening === undefined || this.#delayed.size > 0) return;
    const timer = setTimeout(
      () => {
        this.#delayed.delete(timer);
        this.#wake?.();
      },
      Math.max(1, opening - Date.now()),
    );
    this.#delayed.add(timer);
  }

  #moveTo(job: Job, state: JobState): void {
    if (job.state !== state) this.#network.moveTo(job, state);
  }

  #onClosed(task: TaskState): void {
    if (task.orphans.size === 0 || this.#stopped || hasFailure(task)) return;
    for (const { key, paths } of prune(
      task,
      this.#network.links.get(task)!,
      this.#context,
      this.#options.dryRun,
      (path) => this.#isClaimed(path, undefined),
    )) {
      this.#pruned += paths.length;
      if (paths.length > 0)
        this.#emit({ type: 'pruned', time: Date.now(), job: { task: task.plan.name, key }, paths });
    }
  }

  /** Whether a present job other than `except` makes the file at a path. */
  #isClaimed(path: string, except: Job | undefined): boolean {
    for (const [id, pattern] of this.#context.patterns) {
      if (this.#context.plan.repositories[id]!.writers.length === 0) continue;
      const key = pattern.match(path);
      const maker = key === undefined ? undefined : this.#network.members[id]!.get(key)?.maker;
      if (maker && maker !== except && !maker.removed) return true;
    }
    return false;
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
      this.#killAll();
    };
    if (stop.aborted) onStop();
    if (kill.aborted) onKill();
    stop.addEventListener('abort', onStop, { once: true });
    kill.addEventListener('abort', onKill, { once: true });
  }

  #killAll(): void {
    for (const { run } of this.#running.values()) run.kill(KILL_GRACE_MS);
  }

  #warn(code: string, message: string): void {
    this.#warnings++;
    this.#emit({ type: 'warning', time: Date.now(), code, message });
  }

  #emit(event: EngineEvent): void {
    this.#options.onEvent(event);
  }

  #summary(startedAt: number, refusal: BuildFailure | undefined): BuildSummary {
    for (const timer of this.#delayed) clearTimeout(timer);
    const interrupted = this.#killed || this.#options.stop.aborted;
    const blocks = new Map<string, number>();
    const notReady: BuildSummary['notReady'][number][] = [];
    for (const task of this.#tasks.values()) {
      if (task.counts.blocked === 0 && task.counts['not-ready'] === 0) continue;
      for (const job of task.jobs.values()) {
        if (job.state === 'blocked' && job.detail)
          blocks.set(job.detail.text, (blocks.get(job.detail.text) ?? 0) + 1);
        if (job.state === 'not-ready' && job.detail && notReady.length < 100) {
          notReady.push({ job: nameParts(job), link: job.detail.link, detail: job.detail.text });
        }
      }
    }
    const failures: FailedJob[] = [...this.#failures]
      .filter(([job]) => job.state === 'failed')
      .map(([job, { failure, log }]) => ({
        job: nameParts(job),
        failure,
        ...(log === '' ? {} : { log }),
        blocks: blocks.get(nameOf(job)) ?? 0,
      }));
    const failed = failures.length > 0;
    return {
      outcome: refusal ? 'refused' : interrupted ? 'interrupted' : failed ? 'failed' : 'done',
      durationMs: Date.now() - startedAt,
      tasks: [...this.#tasks.values()].map(countsOf),
      failures,
      notReady,
      pruned: this.#pruned,
      warnings: this.#warnings,
      ...(refusal ? { refusal } : {}),
    };
  }
}

function isRetried(failure: JobFailure, on: readonly (number | 'timeout')[]): boolean {
  if (on.length === 0) return true;
  return failure.type === 'timeout'
    ? on.includes('timeout')
    : failure.type === 'exit' && on.includes(failure.status);
}

/** Whether anything that a task's key set depends on failed: then keys may be missing for that reason alone. */
function hasFailure(task: TaskState): boolean {
  const seen = new Set<TaskState>();
  const stack = [...task.dependencies];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.counts.failed > 0 || next.counts.blocked > 0) return true;
    stack.push(...next.dependencies);
  }
  return false;
}

function nameParts(job: Job): JobName {
  return { task: job.task.plan.name, key: job.key };
}

function countsOf(task: TaskState): TaskCounts {
  const { counts } = task;
  return {
    task: task.plan.name,
    total: task.jobs.size,
    upToDate: counts['up-to-date'],
    succeeded: counts.succeeded,
    failed: counts.failed,
    blocked: counts.blocked,
    notReady: counts['not-ready'],
    running: counts.running,
    waiting: counts.waiting + counts.ready,
  };
}
