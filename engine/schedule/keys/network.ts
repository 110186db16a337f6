// The graph of key sets: repositories and tasks tied by links, through which changes of single members flow in time
// proportional to the change. Knows no files, no records and no processes; what a member is worth is asked through ports.
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { Plan } from '../../model/plan.ts';
import type { RepositoryFailure } from '../../repository/port.ts';
import { hasKey, isGroupOnly, isHeard, isRead, isSingle } from './admission.ts';
import type { BoundLink } from './bound-link.ts';
import { ChangeQueue } from './change-queue.ts';
import { Derived } from './derived.ts';
import { DirtyQueue } from '../dirty-queue.ts';
import { expectedOutputs } from '../attempt/expected-outputs.ts';
import type { ExpectedOutput } from '../attempt/expected-outputs.ts';
import { enterGroups, leaveGroups, noteInGroup } from './groups.ts';
import { gatesNobody, newJob } from '../job.ts';
import type { Job, JobState, TaskState } from '../job.ts';
import { MemberWatchers } from './member-watchers.ts';
import { Members } from './members.ts';
import type { MemberState } from './members.ts';
import { passOnEnd } from './task-ends.ts';
import type { NetworkPorts } from './network-ports.ts';
import { SharedMakers } from './shared-makers.ts';
import { Writers } from './writers.ts';

export class Network {
  readonly members: readonly Members[];
  readonly tasks: ReadonlyMap<number, TaskState>;
  readonly #order: readonly number[];
  readonly #writers: Writers;
  readonly links = new Map<TaskState, readonly BoundLink[]>();
  readonly #ports: NetworkPorts;
  /** Repository → links of tasks that read it. */
  readonly #readers: { task: TaskState; link: BoundLink }[][];
  readonly #derived: Derived;
  readonly #shared: SharedMakers;
  readonly #watchers = new MemberWatchers();
  readonly dirty = new DirtyQueue();

  constructor(plan: Plan, tasks: ReadonlyMap<number, TaskState>, ports: NetworkPorts) {
    this.#writers = new Writers(plan, tasks);
    this.tasks = tasks;
    this.#order = plan.order;
    this.#ports = ports;
    this.members = plan.repositories.map((repository) => new Members(repository));
    this.#readers = plan.repositories.map(() => []);
    this.#derived = new Derived(plan, this.members, ports.patterns, ports.combine);
    this.#shared = new SharedMakers(plan);
    for (const task of tasks.values()) this.#tie(task);
  }

  /** Has a job looked at again. */
  touch(job: Job): void {
    this.dirty.push(job);
  }

  /** Sets a member of a repository and lets the change flow on. */
  set(
    repository: number,
    key: string,
    state: MemberState,
    fingerprint: Fingerprint | undefined,
    maker: Job | undefined,
    fault?: RepositoryFailure,
  ): void {
    const now =
      maker && this.#shared.has(repository)
        ? this.#shared.set(repository, key, maker, { state, fingerprint })
        : { state, fingerprint, maker };
    if (!this.members[repository]!.set(key, now.state, now.fingerprint, now.maker, fault)) return;
    if (now.fingerprint !== undefined) this.#ports.onContent?.(repository, key, now.fingerprint);
    this.#changes.add(repository, key);
  }

  /** Has those who read a member look again, though it is as it was. */
  tellAgain(repository: number, key: string): void {
    this.#changes.add(repository, key);
  }

  /** `maker`: for its part; what another job makes as well stays. */
  remove(repository: number, key: string, maker?: Job): void {
    const left = this.#shared.has(repository) ? this.#shared.drop(repository, key, maker) : undefined;
    if (left) {
      const { state, fingerprint } = left;
      if (this.members[repository]!.set(key, state, fingerprint, left.maker))
        this.#changes.add(repository, key);
    } else if (this.members[repository]!.remove(key)) this.#changes.add(repository, key);
  }

  readonly #changes = new ChangeQueue((repository, key) => this.#changed(repository, key));

  /** Before that keys come and go, so that no task has ended although it may have no job. */
  #started = false;

  /** All repositories have been listed. */
  get isStarted(): boolean {
    return this.#started;
  }

  /** Creates the jobs of tasks that no key makes, and closes what has nothing to wait for; after the first listing. */
  start(): void {
    for (const task of this.tasks.values()) if (isSingle(this.links.get(task)!)) this.#admit(task, '');
    this.#started = true;
    for (const id of this.#order) {
      const task = this.tasks.get(id);
      if (!task) continue;
      if (task.openDependencies === 0) this.#ports.onClosed(task);
      this.#settleTask(task);
    }
  }

  /** The gate through which every job changes its state. */
  moveTo(job: Job, state: JobState): void {
    if (job.state === state) return;
    const { task } = job;
    const ended = gatesNobody(task, state);
    const wasEnded = gatesNobody(task, job.state);
    task.counts[job.state]--;
    task.counts[state]++;
    job.state = state;
    if (ended === wasEnded) return;
    task.unended += ended ? -1 : 1;
    this.#settleTask(task);
  }

  /** A job other than this one that makes the member; `hasMade`: that has made it as it is to be now. */
  otherMaker(repository: number, key: string, job: Job | undefined, hasMade = false): Job | undefined {
    const maker = this.members[repository]!.get(key)?.maker;
    if (this.#shared.has(repository)) return this.#shared.other(repository, key, job, hasMade);
    return maker && maker !== job && !maker.removed ? maker : undefined;
  }

  isCancellable(task: TaskState): boolean {
    return this.#cancellable.has(task);
  }
  readonly #cancellable = new Set<TaskState>();

  isSettled(repository: number): boolean {
    return this.#writers.haveEnded(repository);
  }

  writersOf(repository: number): readonly TaskState[] {
    return this.#writers.of(repository);
  }

  /** Whether what a task writes to `to` may be a member of `from`. */
  doesReach(from: number, to: number): boolean {
    return this.#writers.doesReach(from, to);
  }

  /** Has `job` looked at again whenever that member changes. */
  watch(repository: number, key: string, job: Job): void {
    this.#watchers.add(repository, key, job);
  }

  #tie(task: TaskState): void {
    const links = task.plan.links.map((link) => this.#ports.bind(task, link, this.members[link.repository]!));
    this.links.set(task, links);
    const dependencies = new Set<TaskState>();
    for (const link of links) {
      if (!isHeard(link.plan)) continue;
      this.#readers[link.plan.repository]!.push({ task, link });
      if (link.plan.cancels) this.#cancellable.add(task);
      // What cancels may be made by what comes after: nobody waits for it.
      if (!isRead(link.plan)) continue;
      for (const writer of this.writersOf(link.plan.repository))
        if (writer !== task) dependencies.add(writer);
    }
    for (const dependency of dependencies) {
      dependency.dependents.push(task);
      task.dependencies.push(dependency);
    }
    task.openDependencies = dependencies.size;
  }

  #changed(repository: number, key: string): void {
    for (const { task, link } of this.#readers[repository]!) this.#memberChanged(task, link, key);
    for (const job of this.#watchers.of(repository, key)) this.#touchReader(job);
    for (const { repository: id, key: derivedKey, now } of this.#derived.changes(repository, key)) {
      if (now) this.set(id, derivedKey, now.state, now.fingerprint, now.maker, now.fault);
      else this.remove(id, derivedKey);
    }
  }

  #memberChanged(task: TaskState, link: BoundLink, key: string): void {
    switch (link.plan.select.type) {
      case 'same':
        if (link.plan.requiredForStart || link.plan.inhibitsStart) this.#admit(task, key);
        else this.#touchKey(task, key);
        return;
      case 'unit':
      case 'all':
        for (const job of task.jobs.values()) this.#touchReader(job);
        return;
      case 'keys': {
        const group = noteInGroup(link, key);
        if (group === undefined) return;
        if (isGroupOnly(this.links.get(task)!)) this.#admit(task, group);
        else for (const job of link.groupJobs!.get(group) ?? []) this.#touchReader(job);
        return;
      }
      case 'key':
      case 'join':
      case 'digest':
      case 'cokeyed':
        return; // Its jobs asked to be told with `watch`.
      default: {
        const rest: never = link.plan.select;
        throw new Error(`unknown selector ${JSON.stringify(rest)}`);
      }
    }
  }

  /** Makes, drops or touches the job of a key by what its required same-key links hold now. */
  #admit(task: TaskState, key: string): void {
    const job = task.jobs.get(key);
    if (!hasKey(task, this.links.get(task)!, key, (id) => this.writersOf(id))) {
      if (job) this.#drop(job);
      return;
    }
    if (job) {
      this.#touchReader(job);
      return;
    }
    if (task.wanted && !task.wanted(key)) return;
    const leaving = task.leaving.get(key);
    if (leaving) {
      this.#takeBack(leaving);
      return;
    }
    const created = newJob(task, key);
    this.#enter(created);
    this.touch(created);
  }

  /** The key of a job that runs came back before the job ended: it is the same job, to be looked at again. */
  #takeBack(job: Job): void {
    job.task.leaving.delete(job.key);
    job.removed = false;
    job.touched = true;
    this.#enter(job);
  }

  #enter(job: Job): void {
    const { task, key } = job;
    task.jobs.set(key, job);
    task.orphans.delete(key);
    enterGroups(job, this.links.get(task)!);
    task.counts[job.state]++;
    if (!gatesNobody(task, job.state)) task.unended++;
    this.#settleTask(task);
    this.expectOutputs(job);
  }

  #drop(job: Job): void {
    const { task } = job;
    job.removed = true;
    if (job.state === 'running') task.leaving.set(job.key, job);
    if (task.records.has(job.key)) task.orphans.add(job.key);
    leaveGroups(job, this.links.get(task)!);
    task.jobs.delete(job.key);
    task.counts[job.state]--;
    if (!gatesNobody(task, job.state)) task.unended--;
    for (const output of this.outputsOf(job)) this.#removeMade(output.repository, output.key, job);
    if (this.#started && task.openDependencies === 0) this.#ports.onClosed(task);
    this.#settleTask(task);
  }

  #removeMade(repository: number, key: string, job: Job): void {
    const isShared = this.#shared.has(repository);
    if (isShared || this.members[repository]!.get(key)?.maker === job)
      this.remove(repository, key, isShared ? job : undefined);
  }

  /** The members that a job will make as far as they are known before it ran, marked as not yet there if it gates any. */
  expectOutputs(job: Job, state: 'pending' | 'failed' = 'pending'): void {
    if (job.task.plan.longRunning) return;
    for (const output of this.outputsOf(job)) this.set(output.repository, output.key, state, undefined, job);
  }

  outputsOf(job: Job): ExpectedOutput[] {
    return expectedOutputs(job, this.links.get(job.task)!);
  }

  #touchKey(task: TaskState, key: string): void {
    const job = task.jobs.get(key);
    if (job) this.#touchReader(job);
  }

  #touchReader(job: Job): void {
    if (job.state !== 'running' || job.task.plan.service) return this.touch(job);
    job.touched = true;
    if (this.#cancellable.has(job.task)) this.#ports.onMark?.(job);
  }

  #settleTask(task: TaskState): void {
    if (this.#started) passOnEnd(task, this.#ports.onClosed, (job) => this.touch(job));
  }
}
