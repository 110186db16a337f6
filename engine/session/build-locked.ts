// One build by who holds the lock: puts the live parts together, runs it, and keeps what was learnt. Takes no lock and opens
// no state.
import { relative } from 'node:path';
import { faultPoint } from '../base/fault-point.ts';
import { span } from '../base/span.ts';
import { finished } from '../idle/glance.ts';
import type { Glance } from '../idle/glance.ts';
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import type { Plan } from '../model/plan.ts';
import { Stage } from '../schedule/attempt/stage.ts';
import { Build } from '../schedule/build.ts';
import type { BuildOptions, Progress } from '../schedule/options.ts';
import { scopeOf } from '../schedule/scope.ts';
import { keptStages } from '../schedule/steps/steps-resume.ts';
import { isStateError } from '../store/database.ts';
import type { Store } from '../store/store.ts';
import { isTrusted, narrowBy, takenLooks } from './go-on.ts';
import { trimHistory } from './history.ts';
import type { BuildHooks } from './launch.ts';
import { openBuildDoor, ProcessDoor } from './processes/process-door.ts';
import { recover } from './recover.ts';
import { asFailure } from './refused-summary.ts';
import { prepareToRemember, rememberIdle } from './remember-idle.ts';
import { startLookingAhead } from './look-ahead.ts';
import { openServices } from './services.ts';
import type { OpenOptions } from './types.ts';
import { watchMarks } from './watching/watch-marks.ts';
import { Workspace } from './workspace.ts';

type Warn = (code: string, message: string) => void;

interface LockedPorts {
  readonly plan: Plan;
  readonly open: OpenOptions;
  readonly store: Store;
  /** Absolute. */
  readonly state: string;
  /** What was seen just before, if nobody else worked here since. */
  readonly glance: Glance | undefined;
  readonly adapt: BuildHooks['adapt'];
  readonly refused: (refusal: BuildFailure) => BuildSummary;
  readonly warn: Warn;
  readonly progress: () => Progress;
  readonly processes: ConstructorParameters<typeof ProcessDoor>[1];
  /** Told of the build while it runs. */
  readonly onBuild: (build: Build | undefined) => void;
}

export async function buildLocked(options: BuildOptions, ports: LockedPorts): Promise<BuildSummary> {
  const { plan, open, store, state, adapt, refused, warn } = ports;
  faultPoint('lock-held');
  const glance = ports.glance && finished(ports.glance);
  if (!options.dryRun) await recover(store, state, warn);
  const processes = new ProcessDoor('build', ports.processes);
  const trusted = glance && !adapt && isTrusted(glance, plan, options, store) ? glance : undefined;
  await using workspace = new Workspace(plan, store, state, open.env, warn, processes.tell);
  prepareToRemember(workspace.stats, options);
  const scope = scopeOf(plan, options.targets, workspace.patterns, options);
  if (!scope.ok) return refused(asFailure(scope.error));
  const at = relative(plan.root, state);
  const stage = new Stage(plan.root, at, options.dryRun ? 'look' : 'build', keptStages(store));
  const context = await workspace.context(scope.value.tasks.keys(), stage);
  if (!context.ok) return refused(context.error);
  const narrow = trusted && narrowBy(trusted, context.value, scope.value);
  if (glance && !narrow) workspace.stats.take(takenLooks(glance));
  else if (!narrow) workspace.lookAhead((work) => startLookingAhead(state, work));
  await using services = openServices(plan, store, open.env, options.kill);
  const opening = span('read the records');
  const adapted = adapt ? adapt(context.value) : context.value;
  const build = new Build({ ...adapted, services, narrow }, options, scope.value);
  opening[Symbol.dispose]();
  ports.onBuild(build);
  try {
    await using _door = options.dryRun
      ? undefined
      : await openBuildDoor(state, processes, ports.progress, () => plan, open, warn);
    using _marks = options.dryRun ? undefined : watchMarks(build, context.value);
    const summary = await build.run();
    rememberIdle(context.value, summary, options, open, narrow && trusted);
    return summary;
  } finally {
    ports.onBuild(undefined);
    stage.close();
    workspace.stats.dropTaken();
    saveLearnt(plan, workspace, store, warn);
  }
}

/** Writes only what saves time: the records of the jobs are written already. */
function saveLearnt(plan: Plan, workspace: Workspace, store: Store, warn: Warn): void {
  using _span = span('keep what was learnt');
  try {
    faultPoint('build-ended');
    workspace.saveStats();
    trimHistory(store, plan.root);
  } catch (error) {
    if (!isStateError(error)) throw error;
    warn('state-not-saved', `what was learnt about files could not be kept: ${error.message}`);
  }
}
