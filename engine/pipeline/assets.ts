// The pipeline's `assets:`, and which of them a task is handed. Knows no process; what they are made from is looked at in
// another one.
import { resolve } from 'node:path';
import { didYouMean } from '../base/did-you-mean.ts';
import { RESERVED_NAMES } from '../executor/function/argument.ts';
import type { Inspector } from '../executor/tube/inspector.ts';
import type { JsonObject } from '../model/json.ts';
import type { Action, AssetPlan } from '../model/plan.ts';
import { below, type Context, type Located } from './context.ts';
import { Names } from './names.ts';
import type { PipelineParams } from './params.ts';
import type { PipelineSource } from './sources.ts';
import type { TaskLinks } from './task-links.ts';
import { fillParams } from './task-params.ts';
import { oneOf } from './words.ts';

/** One with a fault of its own has no plan. */
interface Declared {
  readonly plan: Omit<AssetPlan, 'name'> | undefined;
}

export class PipelineAssets {
  readonly #names = new Names<Declared>('asset');
  readonly #context: Context;

  private constructor(context: Context) {
    this.#context = context;
  }

  /** Those of all files, used or not. */
  static async load(
    sources: readonly PipelineSource[],
    inspector: Inspector,
    params: PipelineParams,
    context: Context,
  ): Promise<PipelineAssets> {
    const assets = new PipelineAssets(context);
    for (const source of sources) {
      for (const [name, spec] of Object.entries(source.file.assets ?? {})) {
        const origin: Located = { ...source, path: ['assets', name] };
        const given = fillParams(spec.params ?? {}, params.seenFrom(source.prefix), origin, context);
        const plan = await inspectAsset(source.prefix + name, spec.type, given, origin, inspector, context);
        const at = source.document.keyAt(origin.path);
        assets.#names.declare(source.prefix + name, { plan }, at, context.faults, context.cwd);
      }
    }
    return assets;
  }

  /** What the jobs of a task get, under the names that it gives. */
  handed(names: readonly string[], links: TaskLinks, action: Action, origin: Located): readonly AssetPlan[] {
    const { faults } = this.#context;
    if (action.type !== 'function' && action.type !== 'tube') {
      const at = origin.document.keyAt([...origin.path, 'assets']);
      faults.error('misplaced-key', '`assets` goes with `function` or `tube`', at);
      return [];
    }
    return names.flatMap((name, index): AssetPlan[] => {
      const at = origin.document.at([...origin.path, 'assets', index]);
      const declared = this.#names.find(origin.prefix, name);
      if (RESERVED_NAMES.includes(name) || links.specs.some((spec) => spec.name === name)) {
        const message = RESERVED_NAMES.includes(name)
          ? `an asset cannot be handed as "${name}": every job is told something by that name`
          : `"${name}" is both an asset and a link`;
        faults.error('name-clash', message, at);
      } else if (declared === undefined) {
        const known = this.#names.seenFrom(origin.prefix);
        faults.error('unknown-asset', `there is no asset "${name}"`, at, {
          expected: known.length === 0 ? 'an entry under `assets:` of the pipeline' : oneOf(known),
          ...didYouMean(name, known),
        });
      }
      return declared?.plan ? [{ name, ...declared.plan }] : [];
    });
  }
}

async function inspectAsset(
  id: string,
  reference: string,
  params: JsonObject,
  origin: Located,
  inspector: Inspector,
  context: Context,
): Promise<Declared['plan']> {
  const { faults } = context;
  const where = below(origin, 'type');
  const location = where.document.at(where.path);
  const found = await inspector.inspect({ type: 'asset', reference, location });
  faults.add(found.faults);
  context.files.noteElsewhere(found.modules);
  const allowed = found.params ?? undefined;
  for (const name of Object.keys(params)) {
    if (allowed === undefined || allowed.includes(name)) continue;
    const at = origin.document.keyAt([...origin.path, 'params', name]);
    faults.error('unknown-param', `${reference} takes no parameter "${name}"`, at, {
      expected: allowed.length === 0 ? 'no parameters' : oneOf(allowed),
      ...didYouMean(name, allowed),
    });
  }
  if (found.faults.some((fault) => fault.severity === 'error')) return undefined;
  const [module = resolve(origin.folder, reference)] = found.modules;
  return { id, module, export: reference.slice(reference.lastIndexOf('#') + 1), params };
}
