// A pipeline that is open: its plan, its state, and what can be done with it. Owns the store and gives it back; knows no
// command line.
import { relative } from 'node:path';
import { span } from '../base/span.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Glance } from '../idle/glance.ts';
import { stateFolderOf } from '../idle/idle-build.ts';
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import type { Build } from '../schedule/build.ts';
import { scopeOf } from '../schedule/scope.ts';
import { isDamage, isStateError, openDatabase, stateFailure } from '../store/database.ts';
import { BuildLock } from '../store/lock.ts';
import { Store } from '../store/store.ts';
import { buildLocked } from './build-locked.ts';
import { clean } from './clean.ts';
import { askLaunch } from './door/ask-launch.ts';
import { askBuilder } from './door/ask.ts';
import { StateError } from './dry-run.ts';
import { launchHooks, launchOptions, launchReport } from './launch.ts';
import type { BuildHooks } from './launch.ts';
import { openPlan } from './open-plan.ts';
import type { OpenedPlan } from './open-plan.ts';
import type { PlanPorts, PlanRequest } from './plan-ahead.ts';
import { logsOf } from './logs.ts';
import { lookingOver } from './looking.ts';
import type { Looking } from './looking.ts';
import { LOOKS, UNENDING } from './looks.ts';
import { SessionMembers } from './members/member-commands.ts';
import { SessionProcesses } from './processes/process-commands.ts';
import { refusedSummary } from './refused-summary.ts';
import type {
  BuildOptions,
  LaunchReport,
  LaunchRequest,
  OpenOptions,
  Progress,
  RunLog,
  Session,
  StatusReport,
  WhyReport,
  CleanReport,
} from './types.ts';
import type { WatchOptions } from './watching/watch-types.ts';
import { Workspace } from './workspace.ts';

/** Compiles a pipeline and opens it. Nothing is locked, and no state is made, before something is asked of it. */
export async function openPipeline(options: OpenOptions): Promise<Result<Session, readonly Diagnostic[]>> {
  const opened = await openPlan(options);
  return opened.ok ? ok(new PipelineSession(opened.value, options)) : opened;
}

class PipelineSession implements Session {
  readonly plan: Plan;
  readonly stateFolder: string;
  readonly members: SessionMembers;
  readonly processes: SessionProcesses;
  readonly #opened: OpenedPlan;
  readonly #options: OpenOptions;
  #glance: Glance | undefined;
  #running: Build | undefined;

  constructor(opened: OpenedPlan, options: OpenOptions) {
    const { plan } = opened;
    this.plan = plan;
    this.#opened = opened;
    this.#options = options;
    this.#glance = options.glance;
    this.stateFolder = stateFolderOf(plan.file);
    this.members = new SessionMembers((work) => this.#reading(work));
    this.processes = new SessionProcesses({
      plan,
      state: this.stateFolder,
      isKnown: (target) => scopeOf(plan, [target], new Map()).ok,
      withStore: async (work) => {
        const result = await this.#withState(
          () => {},
          async (store) => await work(store),
        );
        if (!result.ok) throw new StateError(result.error);
        return result.value;
      },
    });
  }

  async build(options: BuildOptions): Promise<BuildSummary> {
    return await this.#build(options, {});
  }

  async launch(request: LaunchRequest): Promise<LaunchReport> {
    const asked = await askLaunch(this.stateFolder, request, true, this.#options);
    if (asked) return asked;
    return launchReport(request, await this.#build(launchOptions(request), launchHooks(request)));
  }

  async launchInWatch(request: LaunchRequest): Promise<LaunchReport | undefined> {
    return await askLaunch(this.stateFolder, request, false, this.#options);
  }

  async #build(options: BuildOptions, hooks: BuildHooks): Promise<BuildSummary> {
    const refused = (refusal: BuildFailure): BuildSummary => {
      const summary = refusedSummary(refusal);
      options.onEvent({ type: 'build-end', time: Date.now(), summary });
      return summary;
    };
    const warn = (code: string, message: string): void =>
      options.onEvent({ type: 'warning', time: Date.now(), code, message });
    const result = await this.#withState(warn, async (store, state) => {
      let glance = this.#takeGlance();
      const onWait = (holder: string): void => {
        // Whoever works here meanwhile changes what was seen.
        glance = undefined;
        options.onEvent({ type: 'waiting-for-lock', time: Date.now(), holder });
      };
      // A dry run only looks, and so waits for nobody.
      const locking = span('lock');
      const lock = options.dryRun
        ? undefined
        : await BuildLock.acquire(state, hooks.command ?? 'pipe build', onWait, options.stop);
      locking[Symbol.dispose]();
      if (lock && !lock.ok) return refused(lock.error);
      using _held = lock?.value;
      if (lock) this.#opened.keep();
      const summary = await buildLocked(options, {
        plan: this.plan,
        open: this.#options,
        store,
        state,
        glance,
        adapt: hooks.adapt,
        refused,
        warn,
        progress: () => this.progress(),
        processes: () => this.#running?.processes,
        onBuild: (build) => (this.#running = build),
      });
      if (summary.outcome !== 'refused') hooks.after?.(store, summary);
      return summary;
    });
    return result.ok ? result.value : refused(result.error);
  }

  async watch(options: WatchOptions): Promise<Result<BuildSummary, BuildFailure>> {
    const warn = (code: string, message: string): void =>
      options.onEvent({ type: 'warning', time: Date.now(), code, message });
    const { Watching } = await import('./watching/watching.ts'); // late, since most calls do not watch
    const result = await this.#withState(warn, (store, state) =>
      new Watching(this.#opened, this.#options, options).run(store, state),
    );
    const ended = result.ok ? result.value : result;
    if (!ended.ok)
      options.onEvent({ type: 'build-end', time: Date.now(), summary: refusedSummary(ended.error) });
    return ended;
  }

  progress(): Progress {
    return this.#running?.progress() ?? { tasks: [], running: [] };
  }

  async why(target: string): Promise<Result<readonly WhyReport[], Diagnostic>> {
    return this.#reading((looking) => LOOKS.why(looking, { target }, UNENDING));
  }

  async status(): Promise<StatusReport> {
    return this.#reading((looking) => LOOKS.status(looking, undefined, UNENDING));
  }

  async dryRun({ onEvent, stop, kill, ...request }: PlanRequest & PlanPorts): Promise<BuildSummary> {
    const warn: Warn = (code, message) => onEvent({ type: 'warning', time: Date.now(), code, message });
    return this.#reading((looking) => LOOKS.plan(looking, request, { onEvent, stop, kill }), warn);
  }

  async logs(
    targets: readonly string[],
    options: { readonly failedOnly: boolean },
  ): Promise<Result<readonly RunLog[], Diagnostic>> {
    return this.#reading(({ store, workspace }) =>
      logsOf(this.plan, store, targets, options.failedOnly, workspace),
    );
  }

  async clean(options: {
    targets: readonly string[];
    dryRun: boolean;
    orphans: boolean;
    onWait: (holder: string) => void;
    stop: AbortSignal;
  }): Promise<Result<CleanReport, Diagnostic>> {
    return this.#reading(async ({ store, workspace, state }) => {
      if (options.dryRun) return clean(this.plan, store, workspace, options);
      const lock = await BuildLock.acquire(state, 'pipe clean', options.onWait, options.stop);
      if (!lock.ok) return err({ ...lock.error, severity: 'error' as const });
      using _held = lock.value;
      return clean(this.plan, store, workspace, options);
    });
  }

  async close(): Promise<void> {
    await this[Symbol.asyncDispose]();
  }

  async [Symbol.asyncDispose](): Promise<void> {}

  /** Once: later it would be old. */
  #takeGlance(): Glance | undefined {
    const glance = this.#glance;
    this.#glance = undefined;
    return glance;
  }

  /** Opens the state for a look: a dry run decides, and nothing is written. */
  async #reading<T>(work: (looking: Looking) => Promise<T> | T, warn: Warn = () => {}): Promise<T> {
    const { plan } = this;
    const result = await this.#withState(warn, async (store, state) => {
      await using workspace = new Workspace(plan, store, state, this.#options.env, warn);
      const now = async (): Promise<Progress> => {
        const answer = await askBuilder(state, 'progress', undefined);
        return answer?.ok ? answer.value : { tasks: [], running: [] };
      };
      return await work(lookingOver({ plan, store, state, workspace, now }));
    });
    if (!result.ok) throw new StateError(result.error);
    return result.value;
  }

  async #withState<T>(
    warn: (code: string, message: string) => void,
    work: (store: Store, state: string) => Promise<T>,
  ): Promise<Result<T, BuildFailure>> {
    const state = this.stateFolder;
    for (let damaged: string | undefined, attempt = 0; ; attempt++) {
      const opening = span('open the state');
      const opened = openDatabase(state, damaged);
      opening[Symbol.dispose]();
      if (!opened.ok) return opened;
      if (opened.value.setAside) {
        const { path, why } = opened.value.setAside;
        warn(
          'state-set-aside',
          `the state was damaged (${why}); it was moved to ${relative(this.plan.root, path)} and everything is looked at anew`,
        );
      }
      const store = new Store(opened.value.database);
      try {
        return ok(await work(store, state));
      } catch (error) {
        if (!isStateError(error)) throw error;
        if (!isDamage(error) || attempt > 0) return err(stateFailure(state, error));
        // Damage that opening did not meet: once more, with the file set aside.
        damaged = error.message;
      } finally {
        store.close();
      }
    }
  }
}

type Warn = (code: string, message: string) => void;
