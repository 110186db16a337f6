// The processes of one attempt: the first, and where its task allows replicas those beside it. Knows no other job, and not
// why replicas are started or ended.
import { ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Exit } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import { planPlaces, startProcess } from './attempt-process.ts';
import type { AttemptProcess, Places } from './attempt-process.ts';
import type { BuildContext } from '../context.ts';
import { exitFailure } from './inspect.ts';
import type { Job } from '../job.ts';
import type { Network } from '../keys/network.ts';
import { ReplicaSet } from './replica-set.ts';
import type { StepsOwn } from '../steps/start-steps.ts';
import { StepsRun } from '../steps/steps-run.ts';
import type { LinkMembers } from '../keys/resolution.ts';

const REPLICA_GRACE_MS = 5000;

export class AttemptProcesses {
  readonly #context: BuildContext;
  readonly #network: Network;
  readonly #job: Job;
  readonly #links: readonly LinkMembers[];
  readonly #own: StepsOwn | undefined;
  /** The first, while it runs. */
  #first: AttemptProcess | undefined;
  #replicas: ReplicaSet | undefined;
  #killed: number | undefined;

  constructor(
    context: BuildContext,
    network: Network,
    job: Job,
    links: readonly LinkMembers[],
    own: StepsOwn | undefined,
  ) {
    this.#own = own;
    this.#context = context;
    this.#network = network;
    this.#job = job;
    this.#links = links;
  }

  /** How many have run, but for those that had to make room. */
  get count(): number {
    return 1 + (this.#replicas?.size ?? 0);
  }

  /** The number that a further one would have; undefined while there can be none. */
  get next(): number | undefined {
    if (!this.#first || this.#killed !== undefined || this.#replicas?.hasEnded) return undefined;
    const running = new Set(this.#replicas?.running);
    for (let number = 1; ; number++) if (!running.has(number)) return number;
  }

  /**
   * Runs the first and resolves when it and all others have ended, with how the job did: well if all did. What they made
   * and said is then in the first's places. `onRendered` is called before the start, `onRunning` after it.
   */
  async run(
    places: Places,
    onRendered: (startedAt: number, executor: string) => void,
    onRunning: () => void,
  ): Promise<Result<{ readonly first: AttemptProcess; readonly exit: Exit }, JobFailure>> {
    const started = startProcess(
      this.#context,
      this.#job,
      this.#links,
      places,
      0,
      onRendered,
      undefined,
      this.#own,
    );
    if (!started.ok) return started;
    const first = started.value;
    this.#first = first;
    if (this.#killed !== undefined) first.running.kill(this.#killed);
    onRunning();
    const own = await first.running.exit;
    this.#first = undefined;
    if (!this.#replicas) return ok({ first, exit: own });
    if (this.#isFailure(own)) this.#replicas.kill(REPLICA_GRACE_MS);
    await this.#replicas.allEnded();
    this.#replicas.joinInto(first);
    const failures = [own, ...this.#replicas.exits()].filter((exit) => this.#isFailure(exit));
    // Those that were ended because another failed say nothing.
    return ok({ first, exit: failures.find(({ type }) => type !== 'killed') ?? failures[0] ?? own });
  }

  /** Starts a further one; resolves when it is gone. If it fails, the others are ended. */
  async add(number: number, place: number): Promise<'ended' | 'failed' | 'yielded'> {
    const { timeoutMs } = this.#job.task.plan;
    const left = timeoutMs === undefined ? undefined : this.#first!.startedAt + timeoutMs - Date.now();
    const places = planPlaces(this.#context, this.#network, this.#job, place);
    const started = startProcess(
      this.#context,
      this.#job,
      this.#links,
      places,
      number,
      () => {},
      left === undefined ? undefined : Math.max(1, left),
    );
    // The first was rendered from the same members.
    if (!started.ok) throw new Error(`replica ${number}: ${JSON.stringify(started.error)}`);
    this.#replicas ??= new ReplicaSet(this.#context);
    const end = await this.#replicas.add(number, started.value);
    if (end === 'yielded') return end;
    if (!this.#isFailure(end)) return 'ended';
    this.#first?.running.kill(REPLICA_GRACE_MS);
    this.#replicas.kill(REPLICA_GRACE_MS);
    return 'failed';
  }

  /** Has a further one make room: what it did does not count. */
  yield(number: number): void {
    this.#replicas?.yield(number, REPLICA_GRACE_MS);
  }

  kill(graceMs: number): void {
    this.#killed = graceMs;
    this.#first?.running.kill(graceMs);
    this.#replicas?.kill(graceMs);
  }

  /** The run of a job in steps, while it runs. */
  get steps(): StepsRun | undefined {
    const running = this.#first?.running;
    return running instanceof StepsRun ? running : undefined;
  }

  /** Stops all where they stand; false where there is none to stop. */
  suspend(): boolean {
    const isStopped = this.#first?.running.suspend() ?? false;
    return this.#replicas?.suspend() || isStopped;
  }

  resume(): void {
    this.#first?.running.resume();
    this.#replicas?.resume();
  }

  /** Empties the stage of what the others left there. */
  clear(): void {
    this.#replicas?.clear();
  }

  #isFailure(exit: Exit): boolean {
    return exitFailure(exit, this.#job.task.plan) !== undefined;
  }
}
