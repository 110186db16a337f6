// From a pipeline file to a plan, or to every fault of it and of all that it includes. Reads files; knows no state, no
// member and no environment.
import { basename, dirname, resolve } from 'node:path';
import { err, ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan, TaskPlan } from '../model/plan.ts';
import { Inspector } from '../executor/tube/inspector.ts';
import { PipelineAssets } from './assets.ts';
import { builtinRecipes } from './builtin-recipes.ts';
import type { Context } from './context.ts';
import { Faults } from './faults.ts';
import { Files, type Asked } from './files.ts';
import { buildGraph, type TaskGraph } from './graph.ts';
import { compileParams, type PipelineParams } from './params.ts';
import { findOwners, type Ownership } from './ownership.ts';
import { mergeStars, planRepositories } from './plan-repositories.ts';
import { Pools } from './quotas.ts';
import { readRecordSchemas } from './record-schemas.ts';
import { repositoryKinds } from './repository-kinds.ts';
import type { RepositoryDraft } from './repository-draft.ts';
import { RepositoryTable } from './repository-table.ts';
import { loadSources, type PipelineSource } from './sources.ts';
import { tieServices } from './services.ts';
import { compileTasks } from './tasks.ts';
import { withSuccessGates } from './success-gates.ts';
import type { TaskDraft } from './task-draft.ts';
import { isLiquidLoaded } from './template/liquid-loader.ts';
import { loadTemplates } from './template/template.ts';
import { TemplatePlaces } from './template-places.ts';
import { templateTexts } from './template-texts.ts';

export interface CompileOptions {
  /** Absolute; `file` is relative to it, and messages show paths relative to it. */
  readonly cwd: string;
  /** `pipeline.yaml` by default. */
  readonly file?: string;
  /** Values of `--param NAME=VALUE`, as text. */
  readonly params?: Readonly<Record<string, string>>;
  /** Absolute folder of the built-in recipes; by default the package's own. */
  readonly recipes?: string;
}

export interface Compiled {
  readonly plan: Plan;
  readonly warnings: readonly Diagnostic[];
  /** What the plan depends on beside the options. */
  readonly asked: Asked;
  /** Whether a template or condition in the plan may need LiquidJS. */
  readonly liquid: boolean;
}

export async function compilePipeline(
  options: CompileOptions,
): Promise<Result<Compiled, readonly Diagnostic[]>> {
  const file = resolve(options.cwd, options.file ?? 'pipeline.yaml');
  const faults = new Faults(file);
  const context: Context = {
    cwd: options.cwd,
    root: dirname(file),
    faults,
    templates: new TemplatePlaces(),
    files: new Files(),
  };
  const sources = await loadSources(options, faults, context.files);
  const [root] = sources;
  if (root === undefined) return err(faults.errors);

  const params = compileParams(sources, options.params ?? {}, faults);
  const schemas = await readRecordSchemas(context, sources);
  await loadTemplates(templateTexts(sources));
  const pools = new Pools(context, sources);
  const table = new RepositoryTable(context, sources, repositoryKinds(context, schemas));
  // Also those that nothing uses are looked at.
  table.drafts();
  await using inspector = new Inspector(context.root);
  const assets = await PipelineAssets.load(sources, inspector, params, context);
  const tools = { context, table, params, pools, assets, inspector };
  const tasks = await compileTasks(sources, options.recipes ?? builtinRecipes(), tools);
  if (tasks.declared === 0 && !faults.any)
    faults.error('no-tasks', 'the pipeline has no task', root.document.at([]), {
      expected: 'at least one entry under `tasks:`',
    });

  const merged = mergeStars(table.drafts());
  const services = tieServices(
    tasks.drafts.map((task) => withMerged(task, merged)),
    context,
  );
  const settled = withSuccessGates(services.tasks, context);
  const drafts = [...table.drafts().filter((draft) => !merged.has(draft)), ...services.drafts];
  const ownership = findOwners(settled, drafts, context);
  const graph = await buildGraph(settled, ownership, context);
  if (faults.any || graph === undefined) return err(faults.errors);
  const plan = assemble(root, sources, { context, params, pools, drafts, tasks: settled, ownership, graph });
  return ok({ plan, warnings: faults.warnings, asked: context.files, liquid: isLiquidLoaded() });
}

interface Parts {
  readonly context: Context;
  readonly params: PipelineParams;
  readonly pools: Pools;
  readonly drafts: readonly RepositoryDraft[];
  readonly tasks: readonly TaskDraft[];
  readonly ownership: Ownership;
  readonly graph: TaskGraph;
}

function assemble(root: PipelineSource, sources: readonly PipelineSource[], parts: Parts): Plan {
  const { context, graph } = parts;
  const numbers = new Map(parts.drafts.map((draft, id) => [draft, id]));
  const taskNumbers = new Map(parts.tasks.map((task, id) => [task, id]));
  const pools = parts.pools.all();
  const launchRates = pools.flatMap(({ name, launches }) => (launches ? [[name, launches] as const] : []));
  return {
    name: root.file.name ?? (basename(context.root) || 'pipeline'),
    root: context.root,
    file: root.document.file,
    sources: [...context.files.contents].map(([path, digest]) => ({ path, digest })),
    params: parts.params.toJson(),
    secrets: parts.params.secrets,
    env: [...new Set(sources.flatMap((source) => source.file.env ?? []))],
    passEnv: [...new Set(sources.flatMap((source) => source.file.pass_env ?? []))],
    repositories: planRepositories(parts.drafts, parts.ownership, numbers, taskNumbers),
    tasks: parts.tasks.map((task, id) => planTask(task, id, graph.dependsOn[id] ?? [], numbers)),
    order: graph.order,
    quotas: Object.fromEntries(pools.map(({ name, limits }) => [name, limits])),
    launchRates: Object.fromEntries(launchRates),
  };
}

function planTask(
  { origin: _origin, needs: _needs, links, ...task }: TaskDraft,
  id: number,
  dependsOn: readonly number[],
  numbers: ReadonlyMap<RepositoryDraft, number>,
): TaskPlan {
  return {
    id,
    ...task,
    links: links.map(({ spec, repository, orElse, select, role }) => ({
      name: spec.name,
      at: spec.where.document.at(spec.where.path),
      repository: numbers.get(repository) ?? -1,
      ...(orElse && { orElse: numbers.get(orElse) ?? -1 }),
      select,
      isInput: spec.isInput,
      isOutput: spec.isOutput,
      isStatus: spec.isStatus,
      requiredForStart: spec.requiredForStart,
      inhibitsStart: spec.inhibitsStart,
      requiredForOutput: spec.requiredForOutput,
      inhibitsOutput: spec.inhibitsOutput,
      cancels: spec.cancels,
      requiredForSuccess: spec.requiredForSuccess,
      ...(spec.values && { values: spec.values }),
      min: spec.min,
      inPlace: spec.inPlace,
      ...(role && { role }),
    })),
    dependsOn,
  };
}

function withMerged(task: TaskDraft, merged: ReadonlyMap<RepositoryDraft, RepositoryDraft>): TaskDraft {
  if (!task.links.some((link) => merged.has(link.repository))) return task;
  const links = task.links.map((link) => ({
    ...link,
    repository: merged.get(link.repository) ?? link.repository,
  }));
  return { ...task, links };
}
