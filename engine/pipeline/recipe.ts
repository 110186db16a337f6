// Finds and reads the recipe that a task uses, with those that it extends and takes ports from. Knows nothing of the
// task's links.
import { dirname, join } from 'node:path';
import type { Environment } from '../../schemas/generated/pipeline.ts';
import type { RecipeFile, Steps } from '../../schemas/generated/recipe.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { ExitCodes } from '../model/exit-code.ts';
import type { Location } from '../model/location.ts';
import { EMPTY_NAMESPACE } from '../ports/define.ts';
import type { ActionSource } from './action.ts';
import { below, type Context, type Located } from './context.ts';
import { readDocument, type YamlDocument } from './document.ts';
import { compileExitCodes, overExitCodes } from './exit-codes.ts';
import type { Files } from './files.ts';
import { PortForms, type Sides } from './port-forms.ts';
import { printPath } from './print-path.ts';
import { exposeSides, exposuresOf } from './recipe-exposure.ts';
import { readPortSchemas } from './recipe-schemas.ts';
import { nearSibling } from './siblings.ts';
import { validateShape } from './validate.ts';

/** A recipe with all that it takes from others. */
export interface Recipe extends Sides {
  readonly document: YamlDocument;
  readonly description?: string;
  /** What it extends, the nearest first. */
  readonly bases: readonly YamlDocument[];
  readonly exitCodes: ExitCodes;
  /** What it does, and in which file that stands; `undefined` for one that only lends its ports. */
  readonly action?: RecipeAction;
  /** What several files say, the base's first, each with its file. */
  readonly env: readonly Layer<Environment>[];
  readonly sources: readonly Layer<readonly string[]>[];
  readonly tools: readonly Layer<readonly string[]>[];
}

export interface RecipeAction extends ActionSource {
  readonly steps?: Steps;
  readonly depfile?: 'make' | 'none';
  /** The top of its file. */
  readonly origin: Located;
}

interface Layer<T> {
  readonly value: T;
  readonly where: Located;
}

/** Recipes by file, so that each is read and its faults are told once. */
export class Recipes {
  readonly #context: Context;
  readonly #builtin: string;
  readonly #read = new Map<string, Promise<Recipe | undefined>>();
  readonly #found = new Map<string, Recipe>();

  /** `builtin` is the absolute folder of the built-in recipes, each `NAME/recipe.yaml`. */
  constructor(context: Context, builtin: string) {
    this.#context = context;
    this.#builtin = builtin;
  }

  /** Undefined after a fault that has been told, maybe at another task that uses the same file. */
  async find(reference: string, where: Located): Promise<Recipe | undefined> {
    return await this.#find(reference, where.folder, [], placeOf(where));
  }

  /** The same for a reference that stands in no file: `folder` is where it is from. */
  async open(reference: string, folder: string): Promise<Recipe | undefined> {
    return await this.#find(reference, folder, [], undefined);
  }

  /** One that was found before. */
  known(reference: string, where: Located): Recipe | undefined {
    return this.#found.get(this.#fileOf(reference, where.folder));
  }

  #fileOf(reference: string, folder: string): string {
    return PATH.test(reference) ? join(folder, reference) : join(this.#builtin, reference, 'recipe.yaml');
  }

  /** `above` are the recipes whose reading led here, the first first. */
  async #find(
    reference: string,
    folder: string,
    above: readonly Step[],
    askedAt: Location | undefined,
  ): Promise<Recipe | undefined> {
    const isPath = PATH.test(reference);
    const file = this.#fileOf(reference, folder);
    const { files } = this.#context;
    if (!files.exists(file)) {
      const names = isPath ? [] : builtinNames(this.#builtin, files);
      const guess = isPath
        ? nearSibling(file, files, `${dirname(reference)}/`)
        : didYouMean(reference, names);
      const message = isPath
        ? `the recipe ${printPath(file, this.#context.cwd)} does not exist`
        : `there is no built-in recipe "${reference}"`;
      const expected = isPath ? {} : { expected: `a path, or one of: ${names.join(', ')}` };
      this.#context.faults.error('unknown-recipe', message, askedAt, { ...expected, ...guess });
      return undefined;
    }
    if (above.some((step) => step.file === file)) {
      this.#cycle(file, [...above, { file: askedAt?.file ?? '', askedAt }]);
      return undefined;
    }
    let recipe = this.#read.get(file);
    if (recipe === undefined) this.#read.set(file, (recipe = this.#load(file, askedAt, above)));
    const found = await recipe;
    if (found) this.#found.set(file, found);
    return found;
  }

  async #load(
    file: string,
    askedAt: Location | undefined,
    above: readonly Step[],
  ): Promise<Recipe | undefined> {
    const { cwd, faults, files } = this.#context;
    const found = await readDocument(file, { what: 'recipe', cwd, files, ...(askedAt && { askedAt }) });
    if (!found.ok) {
      faults.add(found.error);
      return undefined;
    }
    const document = found.value;
    const shape = await validateShape(document, 'recipe');
    faults.add(shape.faults);
    if (shape.broken.size > 0) return undefined;
    const form = document.value as RecipeFile;
    const top: Located = { document, folder: dirname(file), prefix: '', path: [] };
    const here = [...above, { file, askedAt }];
    const base =
      form.extends === undefined
        ? NOTHING
        : await this.#find(form.extends, top.folder, here, placeOf(below(top, 'extends')));
    const schemas = await readPortSchemas(form, top, this.#context);
    const forms = new PortForms(faults, schemas);
    const sides = base && (await this.#exposed(base, form, forms, top, here));
    if (base === undefined || sides === undefined) return undefined;
    const ports = {
      inputs: forms.side('inputs', form, top, sides.inputs),
      outputs: forms.side('outputs', form, top, sides.outputs),
      params: forms.side('params', form, top, sides.params),
    };
    if (forms.broken) return undefined;
    const own = compileExitCodes(form.exit_codes, below(top, 'exit_codes'), this.#context);
    const action = actionOf(form, top, base.action);
    const layer = <T>(value: T | undefined, key: string): Layer<T>[] =>
      value === undefined ? [] : [{ value, where: below(top, key) }];
    const description = form.description ?? base.description;
    return {
      document,
      ...(description !== undefined && { description }),
      bases: form.extends === undefined ? [] : [(base as Recipe).document, ...base.bases],
      ...ports,
      exitCodes: overExitCodes(own, base.exitCodes),
      ...(action && { action }),
      env: [...base.env, ...layer(form.env, 'env')],
      sources: [...base.sources, ...layer(form.sources, 'sources')],
      tools: [...base.tools, ...layer(form.tools, 'tools')],
    };
  }

  /** The base's ports with those that the file exposes; undefined after a fault in one of the recipes. */
  async #exposed(
    base: Sides,
    form: RecipeFile,
    forms: PortForms,
    top: Located,
    here: readonly Step[],
  ): Promise<Sides | undefined> {
    let sides: Sides | undefined = base;
    const exposures = exposuresOf(form.expose);
    for (const [index, exposure] of exposures.entries()) {
      const where = Array.isArray(form.expose) ? below(top, 'expose', index) : below(top, 'expose');
      const source = await this.#find(exposure.from, top.folder, here, placeOf(below(where, 'from')));
      const options = forms.options(exposure.options ?? {}, below(where, 'options'));
      sides = source && sides && exposeSides(sides, source, exposure, options, where, this.#context);
    }
    return sides;
  }

  #cycle(file: string, steps: readonly Step[]): void {
    const ring = steps.slice(steps.findIndex((step) => step.file === file));
    const names = [...ring.slice(0, -1).map((step) => step.file), file];
    const shown = names.map((name) => printPath(name, this.#context.cwd)).join(' → ');
    this.#context.faults.error(
      'recipe-cycle',
      `the recipes are made of each other: ${shown}`,
      steps.at(-1)?.askedAt,
      {
        related: ring
          .slice(1, -1)
          .flatMap(({ askedAt }) => (askedAt ? [{ message: 'named here', location: askedAt }] : [])),
      },
    );
  }
}

/** A file that is being read, and where it was named. */
interface Step {
  readonly file: string;
  readonly askedAt: Location | undefined;
}

function placeOf({ document, path }: Located): Location {
  return document.at(path);
}

type Base = Omit<Recipe, 'document'>;

const NOTHING: Base = {
  inputs: EMPTY_NAMESPACE,
  outputs: EMPTY_NAMESPACE,
  params: EMPTY_NAMESPACE,
  bases: [],
  exitCodes: {},
  env: [],
  sources: [],
  tools: [],
};

/** A file that says what to do says all of it; one that does not may still choose another shell. */
function actionOf(
  form: RecipeFile,
  origin: Located,
  base: RecipeAction | undefined,
): RecipeAction | undefined {
  const { run, exec, function: reference, tube, steps, shell, depfile } = form;
  const around = { ...(shell && { shell }), ...(depfile && { depfile }) };
  if (run !== undefined) return { run, ...around, origin };
  if (exec !== undefined) return { exec, ...around, origin };
  if (reference !== undefined) return { function: reference, ...around, origin };
  if (tube !== undefined) return { tube, ...around, origin };
  if (steps !== undefined) return { steps, ...around, origin };
  return base && { ...base, ...around };
}

const PATH = /[/.]/;

function builtinNames(folder: string, files: Files): readonly string[] {
  return files.names(folder).filter((name) => files.exists(join(folder, name, 'recipe.yaml')));
}
