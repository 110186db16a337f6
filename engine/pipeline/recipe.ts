// Finds and reads the recipe that a task uses. Knows nothing of the task's links.
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RecipeFile } from '../../schemas/generated/recipe.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import type { Context, Located } from './context.ts';
import { readDocument, type YamlDocument } from './document.ts';
import type { ExitCodes } from '../model/exit-code.ts';
import { compileExitCodes } from './exit-codes.ts';
import { printPath } from './print-path.ts';
import { nearSibling } from './siblings.ts';
import { validateShape } from './validate.ts';

export interface Recipe {
  readonly document: YamlDocument;
  readonly file: RecipeFile;
  /** Absolute folder of the recipe's file. */
  readonly folder: string;
  readonly exitCodes: ExitCodes;
}

/** Recipes by file, so that each is read and its faults are told once. */
export class Recipes {
  readonly #context: Context;
  readonly #builtin: string;
  readonly #read = new Map<string, Promise<Recipe | undefined>>();

  /** `builtin` is the absolute folder of the built-in recipes, each `NAME/recipe.yaml`. */
  constructor(context: Context, builtin: string) {
    this.#context = context;
    this.#builtin = builtin;
  }

  /** Undefined after a fault that has been told, maybe at another task that uses the same file. */
  async find(reference: string, where: Located): Promise<Recipe | undefined> {
    const askedAt = where.document.at(where.path);
    const isPath = /[/.]/.test(reference);
    const file = isPath ? join(where.folder, reference) : join(this.#builtin, reference, 'recipe.yaml');
    if (!existsSync(file)) {
      const names = isPath ? [] : builtinNames(this.#builtin);
      const guess = isPath ? nearSibling(file, `${dirname(reference)}/`) : didYouMean(reference, names);
      const message = isPath
        ? `the recipe ${printPath(file, this.#context.cwd)} does not exist`
        : `there is no built-in recipe "${reference}"`;
      const expected = isPath ? {} : { expected: `a path, or one of: ${names.join(', ')}` };
      this.#context.faults.error('unknown-recipe', message, askedAt, { ...expected, ...guess });
      return undefined;
    }
    let recipe = this.#read.get(file);
    if (recipe === undefined) this.#read.set(file, (recipe = this.#load(file, where)));
    return recipe;
  }

  async #load(file: string, where: Located): Promise<Recipe | undefined> {
    const { cwd, faults, read } = this.#context;
    const document = await readDocument(file, {
      what: 'recipe',
      cwd,
      askedAt: where.document.at(where.path),
    });
    if (!document.ok) {
      faults.add(document.error);
      return undefined;
    }
    read.set(file, document.value.digest);
    const shape = await validateShape(document.value, 'recipe');
    faults.add(shape.faults);
    if (shape.broken.size > 0) return undefined;
    const own = { document: document.value, file: document.value.value as RecipeFile, folder: dirname(file) };
    const at = { ...own, prefix: '', path: ['exit_codes'] };
    return { ...own, exitCodes: compileExitCodes(own.file.exit_codes, at, this.#context) };
  }
}

function builtinNames(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, 'recipe.yaml')));
}
