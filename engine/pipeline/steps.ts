// The steps of a task or recipe, compiled: their templates, conditions and launched recipes checked. Knows no links but by
// the names that templates may use, and runs nothing.
import { relative } from 'node:path';
import type { Launch, Step, Steps } from '../../schemas/generated/recipe.ts';
import type { JsonObject } from '../model/json.ts';
import type { LaunchPlan, ProgramPlan, StepPlan } from '../model/steps.ts';
import { compileAction } from './action.ts';
import type { ActionDraft } from './action.ts';
import { below } from './context.ts';
import type { Context, Located } from './context.ts';
import { rebaseGlob } from './rebase.ts';
import { LaunchCheck } from './launch-check.ts';
import type { Recipe, RecipeAction, Recipes } from './recipe.ts';
import { checkVariables, tellFaults, type Binding, type Scope } from './template-scope.ts';
import { compileCondition } from './template/condition.ts';

export interface StepsTools {
  readonly context: Context;
  readonly recipes: Recipes;
  /** Absolute files of the recipes that lead here, so that none launches itself. */
  readonly chain: readonly string[];
}

/** Names that steps have beside links and parameters. */
export const STEP_NAMES = ['ctx', 'work'] as const;

/** `origin` is of the task or recipe whose `steps` they are. */
export function compileSteps(
  steps: Steps,
  origin: Located,
  scope: Scope,
  tools: StepsTools,
): ActionDraft | undefined {
  const at = below(origin, 'steps');
  for (const name of STEP_NAMES)
    if (scope.has(name))
      tools.context.faults.error(
        'reserved-name',
        `nothing of a task in steps can be called "${name}": its steps use the name for something else`,
        at.document.keyAt(at.path),
      );
  const compiler = new StepsCompiler(scopeWithSteps(scope), tools);
  const plans = compiler.all(steps, at);
  if (!plans) return undefined;
  const { uses, recipeFiles, modules } = compiler;
  return {
    action: { type: 'steps', steps: plans, modules: [...modules].toSorted() },
    at: at.document.keyAt(at.path),
    uses,
    recipeFiles: [...recipeFiles],
  };
}

type PortKind = ProgramPlan['inputs'][string];

class StepsCompiler {
  readonly uses = new Set<string>();
  readonly recipeFiles = new Set<string>();
  readonly modules = new Set<string>();
  readonly #scope: Scope;
  readonly #tools: StepsTools;

  constructor(scope: Scope, tools: StepsTools) {
    this.#scope = scope;
    this.#tools = tools;
  }

  /** Undefined after a fault that has been told. */
  all(steps: Steps, at: Located): StepPlan[] | undefined {
    const plans = steps.map((step, index) => this.#step(step, below(at, index)));
    return plans.every((plan) => plan !== undefined) ? plans : undefined;
  }

  #step(step: Step, at: Located): StepPlan | undefined {
    if (step.launch !== undefined) return this.#launch({ ...step, launch: step.launch }, at);
    if (step.together !== undefined) return this.#together(step.together, step.name, at);
    if (step.if !== undefined) {
      const rest = (step.elif ?? []).map((branch, index) => {
        const where = below(at, 'elif', index);
        return this.#branch(branch.if, branch.then, where);
      });
      const branches = [this.#branch(step.if, step.then ?? [], at), ...rest];
      const otherwise = step.else ? this.all(step.else, below(at, 'else')) : null;
      if (otherwise === undefined || !branches.every((branch) => branch !== undefined)) return undefined;
      return { kind: 'if', branches, otherwise };
    }
    if (step.while !== undefined) {
      const test = this.#test(step.while, below(at, 'while'));
      const body = this.all(step.do!, below(at, 'do'));
      return body && test ? { kind: 'while', test: step.while, body } : undefined;
    }
    if (step.return !== undefined) return { kind: 'return', status: step.return ?? 0 };
    const { run, exec, shell } = step;
    const action = compileAction(
      {
        ...(run === undefined ? {} : { run }),
        ...(exec === undefined ? {} : { exec }),
        ...(step.function === undefined ? {} : { function: step.function }),
        ...(shell === undefined ? {} : { shell }),
      },
      at,
      this.#scope,
      this.#tools.context,
    );
    if (!action) return undefined;
    this.#note(action);
    if (action.action.type === 'tube' || action.action.type === 'steps') return undefined;
    const name = step.name ?? (run === undefined ? (exec === undefined ? 'function' : 'exec') : 'run');
    return { kind: 'act', name, action: action.action };
  }

  #branch(
    test: string,
    body: Steps | readonly [],
    at: Located,
  ): { readonly test: string; readonly body: StepPlan[] } | undefined {
    const isRight = this.#test(test, below(at, 'if'));
    const steps = this.all(body as Steps, below(at, 'then'));
    return steps && isRight ? { test, body: steps } : undefined;
  }

  #together(steps: readonly Launch[], name: string | undefined, at: Located): StepPlan | undefined {
    const where = below(at, 'together');
    steps.forEach(({ into, append }, index) => {
      const other = steps.findIndex((each) => each.into === into && !(append && each.append));
      if (into === undefined || other < 0 || other >= index) return;
      const place = where.document.at([...where.path, index, 'into']);
      this.#tools.context.faults.error('same-into', `two children leave what they made in "${into}"`, place, {
        hint: 'give each a name of its own, or say `append: true` for a list of all',
      });
    });
    const launches = steps.map((step, index) => this.#launch(step, below(where, index)));
    return launches.every((launch) => launch !== undefined)
      ? { kind: 'together', name: name ?? 'together', launches }
      : undefined;
  }

  #launch(step: Launch, at: Located): LaunchPlan | undefined {
    const { context, recipes, chain } = this.#tools;
    const recipe = recipes.known(step.launch, at);
    if (!recipe) return undefined;
    const { file } = recipe.document;
    if (chain.includes(file)) {
      const place = at.document.at([...at.path, 'launch']);
      context.faults.error('launch-cycle', `${step.launch} is launched by itself`, place, {
        hint: 'a recipe may not launch itself, nor one that launches it',
      });
      return undefined;
    }
    const check = new LaunchCheck(recipe, step, at, this.#scope, context);
    const inputs = check.values('inputs');
    const params = check.values('params');
    const outputs = check.outputs();
    for (const name of check.uses) this.uses.add(name);
    const program = this.#program(recipe, [...chain, file], check.paramsOf(params));
    if (!program) return undefined;
    return {
      kind: 'launch',
      name: step.name ?? 'launch',
      program,
      inputs,
      params,
      outputs,
      into: step.into ?? null,
      append: step.append ?? false,
    };
  }

  #program(recipe: Recipe, chain: readonly string[], params: JsonObject): ProgramPlan | undefined {
    const { context } = this.#tools;
    const { action } = recipe;
    const place = action?.origin.document.at([]) ?? recipe.document.at([]);
    const tell = (message: string): undefined =>
      context.faults.error('bad-launch', message, place) as undefined;
    if (!action) return tell('the recipe does not say what to do');
    const unfit = [
      action.tube !== undefined && 'tube',
      action.depfile === 'make' && 'depfile',
      recipe.env.length > 0 && 'env',
      recipe.tools.length > 0 && 'tools',
    ].find((key) => key !== false);
    if (unfit !== undefined) return tell(`a recipe with \`${unfit}\` cannot be launched by a step`);
    const { origin } = action;
    const kinds: Record<string, PortKind> = {};
    const scope = new Map<string, Binding>();
    for (const [name, value] of Object.entries(params)) scope.set(name, { type: 'param', value });
    for (const name of ['key', 'task']) scope.set(name, { type: 'text' });
    scope.set('recipe', { type: 'recipe' });
    for (const [name, port] of Object.entries(recipe.inputs.ports)) {
      kinds[name] = (port.notes['kind'] ?? 'record') as PortKind;
      scope.set(name, { type: kinds[name], link: name });
    }
    const outputs = Object.keys(recipe.outputs.ports);
    for (const name of outputs) scope.set(name, { type: 'path', link: name });
    const inside = new StepsCompiler(scopeWithSteps(scope), { ...this.#tools, chain });
    for (const { value, where } of recipe.sources)
      for (const glob of value) this.recipeFiles.add(rebaseGlob(context.root, where.folder, glob));
    // A recipe that does one thing is a program of one step.
    const plans = action.steps
      ? inside.all(action.steps, below(origin, 'steps'))
      : inside.#single(onlyStep(action), origin);
    for (const path of inside.recipeFiles) this.recipeFiles.add(path);
    for (const module of inside.modules) this.modules.add(module);
    if (!plans) return undefined;
    return {
      recipe: relative(context.root, recipe.document.file),
      dir: origin.folder,
      steps: plans,
      inputs: kinds,
      outputs,
      params,
      exitCodes: recipe.exitCodes,
    };
  }

  #single(step: Step, origin: Located): StepPlan[] | undefined {
    const plan = this.#step(step, origin);
    return plan && [plan];
  }

  #note(draft: ActionDraft): void {
    for (const name of draft.uses) this.uses.add(name);
    for (const path of draft.recipeFiles) this.recipeFiles.add(path);
    if (draft.action.type === 'function') this.modules.add(draft.action.module);
  }

  #test(text: string, where: Located): true | undefined {
    const { faults } = this.#tools.context;
    const compiled = compileCondition(text);
    if (!compiled.ok) {
      tellFaults(compiled.error, where, faults);
      return undefined;
    }
    const { variables } = compiled.value;
    const right = checkVariables(variables, where, this.#scope, {}, faults);
    for (const { name } of right) this.uses.add(name);
    return right.length === variables.length ? true : undefined;
  }
}

function onlyStep({ run, exec, shell, function: called }: RecipeAction): Step {
  const parts = { ...(run && { run }), ...(exec && { exec }), ...(called && { function: called }) };
  return { ...parts, ...(shell && { shell }) } as Step;
}

function scopeWithSteps(scope: Scope): Scope {
  return new Map<string, Binding>([
    ...scope,
    // What is in the context is known only when a job runs.
    ['ctx', { type: 'param', value: null }],
    ['work', { type: 'path', link: 'work' }],
  ]);
}
