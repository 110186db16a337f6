// An engine that plays what a test wrote down, behind the port that commands call. Decides nothing.
import type {
  BuildOptions,
  BuildSummary,
  CleanReport,
  LaunchReport,
  MemberCommands,
  ProcessCommands,
  Diagnostic,
  Plan,
  Progress,
  Result,
  RunLog,
  Session,
  StatusReport,
  TaskCounts,
  WhyReport,
} from '../../engine/index.ts';
import type { Engine } from '../../cli/engine.ts';
import { describeRecipe } from '../../engine/pipeline/describe-recipe.ts';
import { printJob } from '../../engine/model/job.ts';
import { StateError } from '../../engine/session/dry-run.ts';

/** What the fake session answers, and what it was asked. */
export interface Script {
  readonly plan?: Plan;
  readonly faults?: readonly Diagnostic[];
  readonly warnings?: readonly Diagnostic[];
  readonly build?: (options: BuildOptions) => BuildSummary | Promise<BuildSummary>;
  readonly progress?: () => Progress;
  readonly why?: Result<readonly WhyReport[], Diagnostic>;
  readonly status?: StatusReport;
  readonly logs?: Result<readonly RunLog[], Diagnostic>;
  readonly clean?: Result<CleanReport, Diagnostic>;
  readonly launch?: LaunchReport;
  readonly members?: Partial<MemberCommands>;
  readonly processes?: Partial<ProcessCommands>;
  /** Filled by the fake: each call with its arguments. */
  readonly asked?: unknown[];
}

export function fakeEngine(script: Script): Engine {
  const plan = script.plan ?? booksPlan();
  return {
    printJob,
    StateError,
    openPipeline: async (options) => {
      script.asked?.push({ open: { file: options.file, cwd: options.cwd, params: options.params } });
      return script.faults
        ? { ok: false, error: script.faults }
        : { ok: true, value: fakeSession(script, plan) };
    },
    describeRecipe,
    checkPipeline: async () =>
      script.faults
        ? { ok: false, error: script.faults }
        : { ok: true, value: { plan, warnings: script.warnings ?? [] } },
    renderDiagnostic: ({ severity, message }) => `${severity}: ${message}`,
  };
}

function fakeSession(script: Script, plan: Plan): Session {
  const ask = <T>(name: string, argument: unknown, answer: T | undefined): T => {
    script.asked?.push({ [name]: argument });
    if (answer === undefined) throw new Error(`the test wrote no answer for ${name}`);
    return answer;
  };
  const build: Session['build'] = async (options) => {
    const { onEvent: _, stop: __, kill: ___, ...plain } = options;
    script.asked?.push({ build: plain });
    if (!script.build) throw new Error('the test wrote no build');
    return await script.build(options);
  };
  return {
    plan,
    build,
    dryRun: (request) => build({ ...request, slots: 1, onFailure: 'stop', dryRun: true }),
    watch: async () => {
      throw new Error('the test wrote no watch');
    },
    progress: () => script.progress?.() ?? { tasks: [], running: [] },
    why: async (target) => ask('why', target, script.why),
    status: async () => ask('status', undefined, script.status),
    logs: async (targets, options) => ask('logs', { targets, ...options }, script.logs),
    clean: async (options) => ask('clean', options, script.clean),
    stateFolder: `${plan.root}/.pipe`,
    members: (script.members ?? {}) as MemberCommands,
    processes: (script.processes ?? {}) as ProcessCommands,
    launchInWatch: async () => undefined,
    launch: async ({ task, key, force, record }) =>
      ask('launch', { task, key, force, record }, script.launch),
    close: async () => undefined,
    [Symbol.asyncDispose]: async () => void script.asked?.push('closed'),
  };
}

export function counts(task: string, parts: Partial<TaskCounts> = {}): TaskCounts {
  const none = {
    total: 0,
    upToDate: 0,
    succeeded: 0,
    failed: 0,
    blocked: 0,
    notReady: 0,
    running: 0,
    waiting: 0,
  };
  return { task, ...none, ...parts };
}

export function summary(parts: Partial<BuildSummary> = {}): BuildSummary {
  return {
    outcome: 'done',
    durationMs: 1234,
    tasks: [
      counts('count', { total: 3, upToDate: 1, succeeded: 2 }),
      counts('total', { total: 1, succeeded: 1 }),
    ],
    failures: [],
    notReady: [],
    pruned: 0,
    warnings: 0,
    ...parts,
  };
}

/** A small pipeline of two tasks, compiled by hand. */
export function booksPlan(): Plan {
  const at = { file: '/shelf/pipeline.yaml', line: 1, col: 1 };
  const link = {
    at,
    isStatus: false,
    inhibitsStart: false,
    requiredForOutput: false,
    inhibitsOutput: false,
    min: 1,
    inPlace: false,
    cancels: false,
    requiredForSuccess: false,
  };
  const input = { ...link, isInput: true, isOutput: false, requiredForStart: true };
  const output = { ...link, isInput: false, isOutput: true, requiredForStart: false };
  const repository = { at, acceptStrays: false, keep: 'always', discardEmpty: false, type: 'file' } as const;
  const task = {
    at,
    actionAt: at,
    templates: [],
    params: {},
    env: {},
    cwd: '',
    recipeDir: '/shelf',
    sources: [],
    tools: [],
    depfile: 'none',
    retry: { attempts: 1, backoffMs: 0, maxBackoffMs: 0, on: [] },
    rerun: 'changed',
    failureOk: false,
    isDefault: true,
    disabled: false,
    priority: 0,
    pool: 'main',
    quota: {},
    exitCodes: {},
  } as const;
  const path = (id: number, pattern: string, fields: readonly string[], writers: readonly number[]) => ({
    ...repository,
    id,
    name: pattern,
    pattern,
    fields,
    writers,
    sees: [],
  });
  return {
    name: 'books',
    root: '/shelf',
    file: '/shelf/pipeline.yaml',
    sources: [],
    params: {},
    secrets: [],
    env: [],
    passEnv: [],
    repositories: [
      path(0, 'books/{key}.txt', ['key'], []),
      path(1, 'build/counts/{key}.txt', ['key'], [0]),
      { ...path(2, 'build/counts/*.txt', [], []), sees: [{ repository: 1 }] },
      path(3, 'build/total.txt', [], [1]),
    ],
    tasks: [
      {
        ...task,
        id: 0,
        name: 'count',
        action: { type: 'shell', template: 'wc -w < {{ book }} > {{ count }}' },
        fields: ['key'],
        dependsOn: [],
        links: [
          { ...input, name: 'book', repository: 0, select: { type: 'same' } },
          { ...output, name: 'count', repository: 1, select: { type: 'same' } },
        ],
      },
      {
        ...task,
        id: 1,
        name: 'total',
        action: { type: 'exec', argv: ['awk', '{ n += $1 } END { print n }'] },
        tools: ['awk'],
        fields: [],
        dependsOn: [0],
        links: [
          { ...input, name: 'counts', repository: 2, select: { type: 'all' } },
          { ...output, name: 'total', repository: 3, select: { type: 'unit' } },
        ],
      },
    ],
    order: [0, 1],
    quotas: {},
    launchRates: {},
  };
}
