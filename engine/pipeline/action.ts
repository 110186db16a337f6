// What a task or recipe does: its shell text, command or function, with its templates checked. Knows no repositories.
import { join } from 'node:path';
import type { FunctionRef } from '../../schemas/generated/pipeline.ts';
import type { Location } from '../model/location.ts';
import type { Action } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { printPath } from './print-path.ts';
import { rebase } from './rebase.ts';
import { nearSibling } from './siblings.ts';
import type { TemplateOptions, TemplateVariable } from './template/compiled.ts';
import { checkTemplate, type Scope } from './template-scope.ts';

/** The part of a task or a recipe that says how. */
export interface ActionSource {
  readonly run?: string;
  readonly exec?: readonly string[];
  readonly function?: FunctionRef;
  readonly tube?: string;
  readonly shell?: readonly string[];
}

export interface ActionDraft {
  readonly action: Action;
  readonly at: Location;
  /** Names that its templates use. */
  readonly uses: ReadonlySet<string>;
  /** Files named as `{{ recipe.dir }}/FILE`, relative to the root; a folder's as a glob. */
  readonly recipeFiles: readonly string[];
}

/** Undefined after a fault that has been told. */
export function compileAction(
  source: ActionSource,
  origin: Located,
  scope: Scope,
  context: Context,
): ActionDraft | undefined {
  const at = (name: string): Location => origin.document.at([...origin.path, name]);
  if (source.function !== undefined) {
    const action = compileFunction(source.function, below(origin, 'function'), context);
    return action && { action, at: at('function'), uses: new Set(), recipeFiles: [] };
  }
  if (source.tube !== undefined) {
    const action = compileTube(source.tube, below(origin, 'tube'), context);
    return action && { action, at: at('tube'), uses: new Set(), recipeFiles: [] };
  }
  const check = new ActionCheck(origin, scope, context);
  if (source.exec !== undefined) {
    source.exec.forEach((text, index) => check.template(text, below(origin, 'exec', index), 'arg'));
    return { ...check.found(), action: { type: 'exec', argv: source.exec }, at: at('exec') };
  }
  if (source.run === undefined) return undefined;
  if (source.run.trim() === '') {
    context.faults.error('empty-command', '`run` has no command', at('run'), { expected: 'shell text' });
    return undefined;
  }
  check.template(source.run, below(origin, 'run'), 'shell');
  const shell = source.shell === undefined ? {} : { shell: source.shell };
  return { ...check.found(), action: { type: 'shell', template: source.run, ...shell }, at: at('run') };
}

class ActionCheck {
  readonly #origin: Located;
  readonly #scope: Scope;
  readonly #context: Context;
  readonly #uses = new Set<string>();
  readonly #recipeFiles = new Set<string>();

  constructor(origin: Located, scope: Scope, context: Context) {
    this.#origin = origin;
    this.#scope = scope;
    this.#context = context;
  }

  template(text: string, where: Located, mode: TemplateOptions['mode']): void {
    const hints = { depfile: 'say `depfile: make` to have one' };
    for (const variable of checkTemplate(text, where, this.#scope, { mode, hints }, this.#context)) {
      this.#uses.add(variable.name);
      if (variable.name === 'recipe') this.#recipeFile(text, variable, where);
    }
  }

  found(): Pick<ActionDraft, 'uses' | 'recipeFiles'> {
    return { uses: this.#uses, recipeFiles: [...this.#recipeFiles] };
  }

  /** `{{ recipe.dir }}/render.py` makes `render.py` part of the definition. */
  #recipeFile(text: string, variable: TemplateVariable, where: Located): void {
    const rest = /^[^}]*\}\}\/([\w.@+/-]*[\w@+-])/.exec(text.slice(variable.offset));
    if (rest?.[1] === undefined) return;
    const file = join(this.#origin.folder, rest[1]);
    const { files } = this.#context;
    const kind = files.kind(file);
    if (kind === 'nothing') {
      const start = variable.offset + rest[0].length - rest[1].length;
      const near = nearSibling(file, files);
      const message = `${printPath(file, this.#context.cwd)} does not exist`;
      this.#context.faults.error(
        'file-missing',
        message,
        where.document.within(where.path, start, rest[1].length),
        near,
      );
      return;
    }
    const path = rebase(this.#context.root, this.#origin.folder, rest[1]);
    this.#recipeFiles.add(kind === 'folder' ? `${path}/**` : path);
  }
}

/** The module and export that a `function:` names; undefined after a fault that has been told. */
export function compileFunction(
  reference: FunctionRef,
  where: Located,
  context: Context,
): Extract<Action, { type: 'function' }> | undefined {
  const { module: path, export: name } =
    typeof reference === 'string' ? splitReference(reference) : { export: 'default', ...reference };
  const place = typeof reference === 'string' ? where : below(where, 'module');
  const location = place.document.at(place.path);
  const file = join(where.folder, path);
  if (!/\.[cm]?[jt]s$/.test(path)) {
    context.faults.error('bad-function', `${JSON.stringify(path)} is no module`, location, {
      expected: 'a .ts or .js file, with `#EXPORT` for the name of the function',
    });
    return undefined;
  }
  if (!context.files.exists(file)) {
    const near = nearSibling(file, context.files);
    context.faults.error(
      'module-missing',
      `the module ${printPath(file, context.cwd)} does not exist`,
      location,
      near,
    );
    return undefined;
  }
  return { type: 'function', module: file, export: name };
}

/** What is in the tube is looked at later, by `checkTube`. */
function compileTube(path: string, where: Located, { cwd, faults, files }: Context): Action | undefined {
  const file = join(where.folder, path);
  if (files.exists(file)) return { type: 'tube', file, input: {}, files: [file], modules: [] };
  const message = `the tube ${printPath(file, cwd)} does not exist`;
  faults.error('tube-missing', message, where.document.at(where.path), nearSibling(file, files));
  return undefined;
}

function splitReference(reference: string): { readonly module: string; readonly export: string } {
  const hash = reference.lastIndexOf('#');
  if (hash === -1) return { module: reference, export: 'default' };
  return { module: reference.slice(0, hash), export: reference.slice(hash + 1) || 'default' };
}
