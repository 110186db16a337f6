// One task compiled but for its number and what it depends on. Knows no other task.
import type { Task } from '../../schemas/generated/pipeline.ts';
import { withMember } from '../base/with-member.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import type { Action, TaskPlan } from '../model/plan.ts';
import type { PortNamespace } from '../model/port.ts';
import { getPort } from '../ports/namespace.ts';
import type { Inspector } from '../executor/tube/inspector.ts';
import { compileAction, type ActionDraft } from './action.ts';
import type { PipelineAssets } from './assets.ts';
import { below, type Context, type Located } from './context.ts';
import type { PipelineParams } from './params.ts';
import type { Pools } from './quotas.ts';
import { plugSpecs, type OtherTasks } from './plug.ts';
import { rebase, rebaseGlob } from './rebase.ts';
import { compilePriority } from './ranking.ts';
import { recipeParams, type ParamValues } from './recipe-params.ts';
import { checkPorts, openPorts } from './recipe-ports.ts';
import type { ModuleChecks } from './module-checks.ts';
import type { Recipe, RecipeAction, Recipes } from './recipe.ts';
import { compileSteps } from './steps.ts';
import type { RepositoryTable } from './repository-table.ts';
import { emitsOf, takesOf } from './emits.ts';
import { compileExitCodes, overExitCodes } from './exit-codes.ts';
import { compileEnv, type EnvDraft } from './task-env.ts';
import { compileLinks, type TaskLinks } from './task-links.ts';
import { fillParams } from './task-params.ts';
import { checkParamNames, taskScope } from './task-scope.ts';
import { checkValues } from './task-values.ts';
import { taskSettings } from './task-settings.ts';

export interface TaskDraft extends Omit<TaskPlan, 'id' | 'links' | 'dependsOn'> {
  readonly links: TaskLinks['links'];
  readonly origin: Located;
  /** Services, as the file names them. */
  readonly needs: readonly string[];
}

export interface TaskTools {
  readonly context: Context;
  readonly table: RepositoryTable;
  readonly params: PipelineParams;
  readonly pools: Pools;
  readonly assets: PipelineAssets;
  readonly inspector: Inspector;
  readonly modules: ModuleChecks;
  readonly others: OtherTasks;
  readonly recipes: Recipes;
}

/** `recipe` is what `use:` names; where it has faults, only the rest of the task is looked at. */
export function compileTask(
  name: string,
  task: Task,
  origin: Located,
  recipe: Recipe | undefined,
  tools: TaskTools,
): TaskDraft | undefined {
  const { context } = tools;
  context.templates.take();
  const plugged = plugSpecs(task, origin, tools.others, context);
  const links = compileLinks(task, origin, tools.table, plugged, context);
  const demand = tools.pools.demand(task.quota, below(origin, 'quota'));
  const fallbackQuota = tools.pools.fallback(
    task.fallback_quota,
    task.quota,
    below(origin, 'fallback_quota'),
  );
  const pipelineParams = tools.params.seenFrom(origin.prefix);
  const given = fillParams(task.params ?? {}, pipelineParams, origin, context);
  const at = origin.document.keyAt(origin.path);
  if (task.use !== undefined && recipe === undefined) return undefined;
  checkMisplaced(task, origin, context);
  const exitCodes = overExitCodes(
    compileExitCodes(task.exit_codes, below(origin, 'exit_codes'), context),
    recipe?.exitCodes ?? {},
  );
  const settings = taskSettings(task, origin, exitCodes, context);

  const parts = recipe
    ? recipeParts(recipe, given, links, origin, tools)
    : inlineParts(task, given, links, origin, context);
  if (parts === undefined) return undefined;
  const depfile = parts.file.depfile === 'make';
  if (depfile && task.replicable) tellNoDepfile(task, origin, context);
  const scope = taskScope({
    links,
    params: parts.params,
    pipelineParams: recipe ? new Map() : pipelineParams,
    depfile,
  });
  const ownScope = recipe ? taskScope({ links, params: parts.params, pipelineParams, depfile }) : scope;
  const chain = recipe ? [recipe.document.file] : [];
  const action = parts.file.steps
    ? compileSteps(parts.file.steps, parts.origin, scope, { context, recipes: tools.recipes, chain })
    : compileAction(parts.file, parts.origin, scope, context);
  const recipeEnv = (recipe?.env ?? []).map(({ value, where }) => compileEnv(value, where, scope, context));
  const ownEnv = compileEnv(task.env, below(origin, 'env'), ownScope, context);
  if (action === undefined) return undefined;
  const valueUses = checkValues(links, ownScope, context);
  const recipeUses = recipeEnv.flatMap((env) => [...env.uses]);
  const uses = new Set([...action.uses, ...recipeUses, ...ownEnv.uses, ...valueUses]);

  const isUsed = (entry: readonly [string, Json]): boolean => uses.has(entry[0]);
  const ownParams = { ...Object.fromEntries(pipelineParams), ...parts.params };
  const used = Object.fromEntries(Object.entries(ownParams).filter(isUsed));
  const takes = takesOf(recipe);
  const emits = emitsOf(recipe, links);
  warnUnused(links, action, uses, depfile, emits, context);
  const { root } = context;
  const own = (path: string): string => rebase(root, origin.folder, path);
  return {
    name,
    at,
    origin,
    needs: task.needs ?? [],
    ...(task.description !== undefined && { description: task.description }),
    action: action.action,
    actionAt: action.at,
    links: links.links,
    ...(task.assets && { assets: tools.assets.handed(task.assets, links, action.action, origin) }),
    fields: links.job.fields,
    params: hasHandles(action.action) ? { ...used, ...parts.params } : used,
    ...generatedOf(parts.generated, (name) => uses.has(name) || hasHandles(action.action)),
    env: Object.assign({}, ...recipeEnv.map(({ values }) => values), ownEnv.values) as EnvDraft['values'],
    cwd: task.cwd === undefined ? '' : own(task.cwd),
    recipeDir: parts.origin.folder,
    sources: [
      ...(task.sources ?? []).map((glob) => rebaseGlob(root, origin.folder, glob)),
      ...(recipe?.sources ?? []).flatMap(({ value, where }) =>
        value.map((glob) => rebaseGlob(root, where.folder, glob)),
      ),
      ...action.recipeFiles,
    ],
    tools: [
      ...(task.tools ?? []).map((tool) => toolPath(tool, root, origin.folder)),
      ...(recipe?.tools ?? []).flatMap(({ value, where }) =>
        value.map((tool) => toolPath(tool, root, where.folder)),
      ),
    ],
    depfile: depfile ? 'make' : 'none',
    ...settings,
    ...compilePriority(task.priority, origin, links, ownScope, ownParams, context),
    ...demand,
    ...(links.joinsStreams && { joinsStreams: true as const }),
    ...(fallbackQuota && { fallbackQuota }),
    exitCodes,
    ...(takes && { takes }),
    ...(emits && { emits }),
    // Last, when all of them were checked.
    templates: context.templates.take(),
  };
}

/** Those that are used, by the first name of their paths; nothing where there are none. */
function generatedOf(
  generated: ParamValues['generated'],
  isUsed: (name: string) => boolean,
): Pick<TaskDraft, 'generated'> {
  const used = Object.entries(generated).filter(([path]) => isUsed(path.split('.')[0] ?? ''));
  return used.length === 0 ? {} : { generated: Object.fromEntries(used) };
}

interface Parts {
  readonly file: Omit<RecipeAction, 'origin'>;
  readonly origin: Located;
  readonly params: JsonObject;
  readonly generated: ParamValues['generated'];
}

function inlineParts(
  task: Task,
  params: JsonObject,
  links: TaskLinks,
  origin: Located,
  context: Context,
): Parts {
  checkParamNames(params, links, (name) => origin.document.keyAt([...origin.path, 'params', name]), context);
  return { file: task, origin, params, generated: {} };
}

function recipeParts(
  recipe: Recipe,
  given: JsonObject,
  links: TaskLinks,
  origin: Located,
  { context, modules }: TaskTools,
): Parts | undefined {
  const useAt = below(origin, 'use');
  checkPorts(recipe, links, useAt, context);
  const { values, generated } = recipeParams(recipe.params, given, origin, useAt, context, modules);
  const placeOf = (name: string): Location =>
    Object.hasOwn(given, name)
      ? origin.document.keyAt([...origin.path, 'params', name])
      : (recipe.params.ports[name]?.at ?? recipe.document.at([]));
  checkParamNames(values, links, placeOf, context);
  if (recipe.action === undefined) {
    const message = 'the recipe does not say what to do';
    context.faults.error('missing-key', message, recipe.document.at([]), {
      expected: 'one of: run, exec, function, tube, steps',
      related: [{ message: 'used here', location: useAt.document.at(useAt.path) }],
    });
    return undefined;
  }
  let params = values;
  for (const path of openPorts(recipe, links)) params = withMember(params, path.split('.'), null);
  return { file: recipe.action, origin: recipe.action.origin, params, generated };
}

/** Keys that say how belong beside `run`, or into the recipe. */
function checkMisplaced(task: Task, origin: Located, { faults }: Context): void {
  const tell = (key: string, message: string): void =>
    faults.error('misplaced-key', message, origin.document.keyAt([...origin.path, key]));
  if (task.shell !== undefined && task.run === undefined) tell('shell', '`shell` goes with `run`');
  if (task.depfile === 'make' && task.use !== undefined) tell('depfile', '`depfile` belongs into the recipe');
  if (task.depfile === 'make' && (task.function !== undefined || task.tube !== undefined))
    tell('depfile', '`depfile` goes with `run` or `exec`');
  if (task.steps === undefined) return;
  if (task.depfile === 'make') tell('depfile', '`depfile` goes with `run` or `exec`');
  for (const key of ['stdin', 'stdout', 'stderr', 'replicable', 'long_running'] as const)
    if (task[key]) tell(key, `\`${key}\` does not go with \`steps\``);
}

/** Replicas would each have one, and only one job's record to write it to. */
function tellNoDepfile(task: Task, origin: Located, { faults }: Context): void {
  const key = task.depfile === undefined ? 'replicable' : 'depfile';
  const at = origin.document.keyAt([...origin.path, key]);
  faults.error('misplaced-key', '`depfile` does not go with replicas', at);
}

function warnUnused(
  links: TaskLinks,
  action: ActionDraft,
  uses: ReadonlySet<string>,
  depfile: boolean,
  emits: PortNamespace | undefined,
  { faults }: Context,
): void {
  if (hasHandles(action.action)) return;
  for (const { spec, role } of links.links) {
    if (!spec.isOutput || spec.inPlace || role !== undefined || uses.has(spec.name.split('.')[0] ?? ''))
      continue;
    // Its records may be made of their values alone.
    if (spec.cokeyed !== undefined && spec.values !== undefined) continue;
    const isEmittable = emits !== undefined && getPort(emits, spec.name).ok;
    if (isEmittable && mayEmit(action.action)) continue;
    const message = `the command never names the output "${spec.name}", so nothing will be written there`;
    faults.warn('unused-output', message, spec.where.document.keyAt(spec.where.path), {
      hint: `write to {{ ${spec.name} }}${isEmittable ? ', or emit it through $PIPE_OUT' : ''}`,
    });
  }
  if (depfile && !uses.has('depfile')) {
    faults.warn(
      'unused-depfile',
      'the command never names {{ depfile }}, so nothing will be written there',
      action.at,
    );
  }
}

/** A program may, whatever its arguments are. */
function mayEmit(action: Action): boolean {
  return action.type !== 'shell' || action.template.includes('PIPE_OUT');
}

/** A name is looked up on the PATH, a path is not; the root's own files keep a slash. */
function toolPath(tool: string, root: string, folder: string): string {
  if (!tool.includes('/')) return tool;
  const path = rebase(root, folder, tool);
  return path.includes('/') ? path : `./${path}`;
}

/** Runs in a host, with handles in place of templates. */
function hasHandles(action: Action): boolean {
  if (action.type === 'steps') return action.modules.length > 0;
  return action.type === 'function' || action.type === 'tube';
}
