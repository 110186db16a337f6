// A task's tube: loaded in another process, its faults told, and its inputs and result checked against the task's links,
// both ways. Knows no scheduler of tubes.
import type { Task } from '../../schemas/generated/pipeline.ts';
import { didYouMean } from '../base/did-you-mean.ts';
import { RESERVED_NAMES } from '../executor/function/argument.ts';
import type { TubeOutline } from '../tube/index.ts';
import type { Json } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import type { Context } from './context.ts';
import type { LinkSpec } from './link-spec.ts';
import { printPath } from './print-path.ts';
import type { Recipe } from './recipe.ts';
import type { TaskDraft, TaskTools } from './task-draft.ts';
import { oneOf } from './words.ts';

/** The draft with all that its tube consists of; undefined after a fault. A task without a tube is left as it is. */
export async function checkTube(
  draft: TaskDraft,
  task: Task,
  recipe: Recipe | undefined,
  { context, inspector }: TaskTools,
): Promise<TaskDraft | undefined> {
  if (draft.action.type !== 'tube') return draft;
  const { file } = draft.action;
  // A recipe's parameters and ports are declared by the recipe.
  const given = Object.keys(recipe ? recipe.params.ports : (task.params ?? {}));
  const input: Record<string, Json> = {};
  for (const name of given) input[name] = draft.params[name] ?? null;
  const found = await inspector.inspect({ type: 'tube', file, input });
  context.files.noteElsewhere([...found.files, ...found.modules]);
  // What the task gives and does not give is told at the task.
  const own = found.outline ? ['input-missing', 'extra-input'] : [];
  const faults = found.faults.filter((fault) => !own.includes(fault.code));
  context.faults.add(
    faults.map((fault) => (fault.location ? fault : { ...fault, location: draft.actionAt })),
  );
  if (!found.outline) return undefined;
  const check = new TubeCheck(draft, found.outline, context);
  check.params(given, (name) =>
    recipe
      ? (recipe.params.ports[name]?.at ?? recipe.document.at([]))
      : draft.origin.document.keyAt([...draft.origin.path, 'params', name]),
  );
  check.inputs();
  check.outputs();
  const { files, modules } = found;
  const known = Object.entries(input).filter(([name]) => found.outline?.inputs[name]?.scope === 'tube');
  return { ...draft, action: { type: 'tube', file, input: Object.fromEntries(known), files, modules } };
}

class TubeCheck {
  readonly #draft: TaskDraft;
  readonly #outline: TubeOutline;
  readonly #context: Context;
  readonly #what: string;

  constructor(draft: TaskDraft, outline: TubeOutline, context: Context) {
    this.#draft = draft;
    this.#outline = outline;
    this.#context = context;
    const file = draft.action.type === 'tube' ? draft.action.file : '';
    this.#what = `the tube ${printPath(file, context.cwd)}`;
  }

  /** `given` fill the tube inputs. */
  params(given: readonly string[], placeOf: (name: string) => Location): void {
    const names = this.#inputs('tube');
    for (const name of given) {
      if (names.includes(name)) continue;
      const isProcess = this.#inputs('process').includes(name);
      const message = isProcess
        ? `${this.#what} takes "${name}" with each job: it is an input, no parameter`
        : `${this.#what} has no input "${name}" of the scope tube`;
      this.#error('unknown-param', message, placeOf(name), name, names);
    }
    for (const name of names) {
      if (given.includes(name) || this.#outline.inputs[name]?.required !== true) continue;
      this.#error(
        'missing-param',
        `${this.#what} needs the input "${name}"`,
        this.#draft.actionAt,
        name,
        [],
        `an entry "${name}" under \`params:\``,
      );
    }
  }

  /** Process inputs are filled by links, assets, and what every job is told. */
  inputs(): void {
    const names = this.#inputs('process');
    const links = this.#links((spec) => spec.isInput);
    const assets = this.#draft.assets ?? [];
    for (const spec of links) {
      if (names.includes(spec.name)) continue;
      this.#error(
        'unknown-port',
        `${this.#what} has no input "${spec.name}" of the scope process`,
        placeOf(spec),
        spec.name,
        names,
      );
    }
    const { document, path } = this.#draft.origin;
    for (const { name } of assets) {
      if (names.includes(name)) continue;
      const message = `${this.#what} has no input "${name}" of the scope process`;
      this.#error('unknown-port', message, document.at([...path, 'assets']), name, names);
    }
    const outputs = this.#links((spec) => spec.isOutput);
    const filled = [...links, ...outputs, ...assets].map(({ name }) => name).concat(RESERVED_NAMES);
    for (const name of names) {
      if (filled.includes(name) || this.#outline.inputs[name]?.required !== true) continue;
      this.#error(
        'missing-link',
        `the input "${name}" of ${this.#what} is not linked`,
        this.#draft.actionAt,
        name,
        [],
        `an entry "${name}" under \`inputs:\``,
      );
    }
  }

  /** Outputs are filled from the result; one that is also an input of the tube is written by its nodes. */
  outputs(): void {
    const { result } = this.#outline;
    const inputs = this.#inputs('process');
    const links = this.#links((spec) => spec.isOutput).filter((spec) => !inputs.includes(spec.name));
    if (result.type === 'record') {
      for (const spec of links)
        if (!result.names.includes(spec.name))
          this.#error(
            'unknown-port',
            `${this.#what} returns no "${spec.name}"`,
            placeOf(spec),
            spec.name,
            result.names,
          );
      const names = links.map(({ name }) => name);
      for (const name of result.names)
        if (!names.includes(name))
          this.#error(
            'missing-link',
            `${this.#what} returns "${name}", which goes nowhere`,
            this.#draft.actionAt,
            name,
            [],
            `an entry "${name}" under \`outputs:\``,
          );
    } else if (result.type === 'none') {
      for (const spec of links)
        this.#error(
          'unknown-port',
          `${this.#what} returns nothing for "${spec.name}"`,
          placeOf(spec),
          spec.name,
          [],
        );
    } else if (links.length !== 1) {
      const message = `${this.#what} returns one ${result.type} without a name, and the task has ${links.length === 0 ? 'no output' : 'several outputs'}`;
      this.#error(
        'port-mismatch',
        message,
        this.#draft.actionAt,
        '',
        [],
        'one output, or a return that names its entries',
      );
    }
  }

  #inputs(scope: 'tube' | 'process'): readonly string[] {
    return Object.entries(this.#outline.inputs).flatMap(([name, input]) =>
      input.scope === scope ? [name] : [],
    );
  }

  #links(isOurs: (spec: LinkSpec) => boolean): readonly LinkSpec[] {
    return this.#draft.links
      .map(({ spec }) => spec)
      .filter((spec) => isOurs(spec) && spec.role === undefined);
  }

  #error(
    code: string,
    message: string,
    at: Location,
    name: string,
    known: readonly string[],
    expected?: string,
  ): void {
    this.#context.faults.error(code, message, at, {
      ...(expected === undefined ? (known.length > 0 ? { expected: oneOf(known) } : {}) : { expected }),
      ...didYouMean(name, known),
    });
  }
}

function placeOf(spec: LinkSpec): Location {
  return spec.where.document.keyAt(spec.where.path);
}
