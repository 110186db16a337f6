// `pipe watch`: one life after another, each over the plan that the pipeline's files say, and the socket that builds
// beside it ask. Holds the lock all the while; knows no terminal.
import { relative } from 'node:path';
import { err } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Caller } from '../../idle/socket.ts';
import type { Answer, BuildRequest } from '../../idle/watch-protocol.ts';
import type { BuildSummary, EngineEvent } from '../../model/event.ts';
import type { BuildFailure } from '../../model/failure.ts';
import type { Progress } from '../../schedule/options.ts';
import { scopeOf } from '../../schedule/scope.ts';
import type { ServicePool } from '../../schedule/services/service-pool.ts';
import { Stage } from '../../schedule/attempt/stage.ts';
import { keptStages } from '../../schedule/steps/steps-resume.ts';
import { BuildLock } from '../../store/lock.ts';
import type { Store } from '../../store/store.ts';
import { answerAtRest } from './answer-at-rest.ts';
import { answerBuild } from './answer-build.ts';
import { answerLaunch } from './answer-launch.ts';
import { helloOf, openDoor } from '../door/door.ts';
import type { Questions } from '../door/questions.ts';
import { lookLive } from './live-looking.ts';
import type { Looking } from '../looking.ts';
import { answerLooks } from '../looks.ts';
import type { OpenedPlan } from '../open-plan.ts';
import { PlanKeeper } from './plan-keeper.ts';
import { recover } from '../recover.ts';
import { openServices } from '../services.ts';
import { trialOf } from './trial.ts';
import type { OpenOptions } from '../types.ts';
import { ProcessDoor } from '../processes/process-door.ts';
import { RootGone } from './root-gone.ts';
import { runAgain, runJob } from '../../watch/run-again.ts';
import { WatchLife } from './watch-life.ts';
import type { WatchOptions } from './watch-types.ts';
import { Workspace } from '../workspace.ts';

export class Watching {
  readonly #open: OpenOptions;
  readonly #options: WatchOptions;
  readonly #keeper: PlanKeeper;
  readonly #keepPlan: () => void;
  /** Those who are told of events beside the owner: builds that asked. */
  readonly #listeners = new Set<(event: EngineEvent) => void>();
  readonly #processes = new ProcessDoor(
    'watch',
    () => this.#life?.build.processes,
    async (job) => {
      const life = await this.#present();
      await life?.upToDate();
      if (life === undefined || life.isLeaving) return 'the watch ends, or its plan changes';
      let refusal: string | undefined;
      life.apply((network) => void (refusal = runJob(network, job)));
      return refusal;
    },
  );
  #life: WatchLife | undefined;
  #nextLife = Promise.withResolvers<WatchLife | undefined>();

  constructor(opened: OpenedPlan, open: OpenOptions, options: WatchOptions) {
    this.#keepPlan = opened.keep;
    this.#open = open;
    this.#options = options;
    this.#keeper = new PlanKeeper(opened.plan, open, (event) => this.#tell(event));
  }

  /** Returns what the last build came to. */
  async run(store: Store, state: string): Promise<Result<BuildSummary, BuildFailure>> {
    const onWait = (holder: string): void =>
      this.#tell({ type: 'waiting-for-lock', time: Date.now(), holder });
    const lock = await BuildLock.acquire(state, 'pipe watch', onWait, this.#options.stop);
    if (!lock.ok) return lock;
    using _held = lock.value;
    this.#keepPlan();
    const warn = (code: string, message: string): void =>
      this.#tell({ type: 'warning', time: Date.now(), code, message });
    await recover(store, state, warn);
    await using services = openServices(this.#keeper.plan, store, this.#open.env, this.#options.kill, true);
    await using _door = await openDoor(state, {
      builder: 'watch',
      plan: () => this.#keeper.plan,
      open: this.#open,
      answers: {
        ...this.#processes.answers,
        ...answerLooks((work) => this.#look(work)),
        launch: (asked, caller) => this.#launch(asked, caller),
        progress: () => this.#progress(),
      },
      link: this.#processes.link,
      build: (request, caller) => this.#build(request, caller),
    });
    this.#options.onControl?.({
      rebuild: (which) => this.#life?.apply((network) => runAgain(network, which)),
      pause: (isPaused) => this.#life?.pause(isPaused),
      progress: () => this.#progress(),
    });
    try {
      for (;;) {
        const ended = await this.#live(store, state, services);
        if (ended) return ended;
      }
    } finally {
      this.#nextLife.resolve(undefined);
    }
  }

  /** One life; undefined where another plan follows. */
  async #live(
    store: Store,
    state: string,
    services: ServicePool,
  ): Promise<Result<BuildSummary, BuildFailure> | undefined> {
    const { plan } = this.#keeper;
    const warn = (code: string, message: string): void =>
      this.#tell({ type: 'warning', time: Date.now(), code, message });
    await using workspace = new Workspace(plan, store, state, this.#open.env, warn, this.#processes.tell);
    const scope = scopeOf(plan, this.#options.targets, workspace.patterns);
    if (!scope.ok) {
      const { code, message, hint } = scope.error;
      return { ok: false, error: { type: 'build-failure', code, message, ...(hint ? { hint } : {}) } };
    }
    const stage = new Stage(plan.root, relative(plan.root, state), 'build', keptStages(store));
    const context = await workspace.context(scope.value.tasks.keys(), stage);
    if (!context.ok) return context;
    try {
      await using life = new WatchLife({
        context: { ...context.value, services },
        workspace,
        scope: scope.value,
        store,
        state,
        keeper: this.#keeper,
        trial: trialOf(store, state, this.#open.env, this.#options.targets),
        options: this.#options,
        onEvent: (event) => this.#tell(event),
        greeting: helloOf('watch', plan, this.#open),
        onSignal: (name) => answerAtRest(name, state, this.#keeper, this.#life),
      });
      this.#life = life;
      const { resolve } = this.#nextLife;
      this.#nextLife = Promise.withResolvers();
      resolve(life);
      const end = await life.run();
      return end.type === 'stopped' ? { ok: true, value: life.summary } : undefined;
    } catch (error) {
      if (!(error instanceof RootGone)) throw error;
      return { ok: false, error: { type: 'build-failure', code: 'root-gone', message: error.message } };
    } finally {
      this.#life = undefined;
      stage.close();
      workspace.saveStats();
    }
  }

  /** The life that runs, or the one that follows: one whose plan is being replaced answers nobody any more. */
  async #present(): Promise<WatchLife | undefined> {
    return this.#life?.isLeaving === false ? this.#life : await this.#nextLife.promise;
  }

  #progress(): Progress {
    return this.#life?.build.progress() ?? { tasks: [], running: [] };
  }

  /** Has someone look at what is there now. Refused where what is known is not what the files would say. */
  async #look<T>(work: (looking: Looking) => Promise<T>): Promise<Result<T, BuildFailure>> {
    const life = this.#life;
    if (life?.build.network.isStarted) await life.taken();
    const isSure = life?.build.network.isStarted && !life.isLeaving && !life.summary.refusal;
    if (!life || !isSure || this.#keeper.isFaulty) return err(UNSURE);
    const { build, ports } = life;
    const { network } = build;
    return await lookLive({ ...ports, network, progress: build.progress(), env: this.#open.env }, work);
  }

  async #launch(asked: Questions['launch']['with'], caller: Caller): Promise<Questions['launch']['answer']> {
    const life = await this.#present();
    await life?.taken();
    if (!life || life.isLeaving || this.#keeper.isFaulty) return err(UNSURE);
    let hasLeft = false;
    caller.onGone(() => (hasLeft = true));
    return await answerLaunch(asked, {
      life,
      listeners: this.#listeners,
      tell: (event) => caller.send({ type: 'event', event } satisfies Answer),
      left: () => hasLeft,
    });
  }

  #tell(event: EngineEvent): void {
    this.#options.onEvent(event);
    for (const listener of this.#listeners) listener(event);
  }

  async #build(request: BuildRequest, caller: Caller): Promise<void> {
    await answerBuild(request, caller, {
      keeper: this.#keeper,
      life: () => this.#present(),
      listeners: this.#listeners,
      slots: this.#options.slots,
      stop: this.#options.stop,
    });
  }
}

const UNSURE: BuildFailure = {
  type: 'build-failure',
  code: 'unsure',
  message:
    'the watch that runs here does not know all that is there: its pipeline has faults, or is just being read',
  hint: '`pipe check` shows faults',
};
