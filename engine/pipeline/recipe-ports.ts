// Checks a task's links and parameters against its recipe's ports, both ways. Knows nothing of templates.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Port } from '../../schemas/generated/recipe.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Context, Located } from './context.ts';
import { show } from './words.ts';
import { paramFault } from './param-check.ts';
import type { Recipe } from './recipe.ts';
import { memberKind } from './repository-draft.ts';
import { isSeveral } from './link-shape.ts';
import type { LinkDraft, TaskLinks } from './task-links.ts';

export function checkPorts(recipe: Recipe, links: TaskLinks, useAt: Located, context: Context): void {
  for (const side of ['inputs', 'outputs'] as const) {
    const ports = recipe.file[side] ?? {};
    const isOurs = (spec: { readonly isInput: boolean; readonly isOutput: boolean }): boolean =>
      side === 'inputs' ? spec.isInput : spec.isOutput;
    for (const [name, port] of Object.entries(ports)) {
      if ((port.required ?? true) && !links.specs.some((spec) => spec.name === name && isOurs(spec))) {
        const location = recipe.document.keyAt([side, name]);
        context.faults.error(
          'missing-link',
          `the recipe's ${side.slice(0, -1)} "${name}" is not linked`,
          useAt.document.at(useAt.path),
          {
            expected: `an entry "${name}" under \`${side}:\`, ${article(port.kind)}`,
            related: [{ message: 'declared here', location }],
          },
        );
      }
    }
    for (const spec of links.specs.filter(isOurs)) {
      if (spec.role !== undefined || Object.hasOwn(ports, spec.name)) continue;
      const names = Object.keys(ports);
      context.faults.error(
        'unknown-port',
        `the recipe has no ${side.slice(0, -1)} "${spec.name}"`,
        spec.where.document.keyAt(spec.where.path),
        {
          expected: names.length === 0 ? `no ${side}` : `one of: ${names.join(', ')}`,
          ...didYouMean(spec.name, names),
        },
      );
    }
    for (const link of links.links.filter((draft) => isOurs(draft.spec))) {
      const port = Object.hasOwn(ports, link.spec.name) ? ports[link.spec.name] : undefined;
      if (port !== undefined)
        checkKind(link, port, recipe.document.at([side, link.spec.name, 'kind']), context);
    }
  }
}

function checkKind(
  link: LinkDraft,
  port: Port,
  portAt: ReturnType<Located['document']['at']>,
  { faults }: Context,
): void {
  const wants = port.kind.startsWith('path') ? 'path' : 'record';
  const kind = memberKind(link.repository);
  const several = isSeveral(link.select);
  if (kind.includes(wants) && several === port.kind.endsWith('s')) return;
  const has = `${kind}${several ? 's' : ''}`;
  faults.error(
    'port-mismatch',
    `the recipe's "${link.spec.name}" is ${article(port.kind)}, and this is ${article(has)}`,
    link.spec.referenceAt.document.at(link.spec.referenceAt.path),
    {
      ...(wants === 'record' && kind === 'path' && { hint: 'give the repository `type: yaml` or `json`' }),
      related: [{ message: 'declared here', location: portAt }],
    },
  );
}

/** The values of the recipe's parameters: the task's, checked, over the defaults. */
export function recipeParams(
  recipe: Recipe,
  given: JsonObject,
  origin: Located,
  useAt: Located,
  context: Context,
): JsonObject {
  const ports = recipe.file.params ?? {};
  const values: Record<string, Json> = {};
  for (const [name, value] of Object.entries(given)) {
    const at = origin.document;
    const port = Object.hasOwn(ports, name) ? ports[name] : undefined;
    if (port === undefined) {
      const names = Object.keys(ports);
      context.faults.error(
        'unknown-param',
        `the recipe has no parameter "${name}"`,
        at.keyAt([...origin.path, 'params', name]),
        {
          expected: names.length === 0 ? 'no parameters' : `one of: ${names.join(', ')}`,
          ...didYouMean(name, names),
        },
      );
      continue;
    }
    const expected = paramFault(port, value);
    if (expected !== undefined) {
      context.faults.error(
        'bad-param',
        `the recipe's parameter "${name}" cannot be ${show(value)}`,
        at.at([...origin.path, 'params', name]),
        {
          expected,
          related: [{ message: 'declared here', location: recipe.document.keyAt(['params', name]) }],
        },
      );
    }
    values[name] = value;
  }
  for (const [name, port] of Object.entries(ports)) {
    if (Object.hasOwn(values, name)) continue;
    if (port.default !== undefined) {
      values[name] = port.default as Json;
      const expected = paramFault(port, port.default as Json);
      if (expected !== undefined) {
        context.faults.error(
          'bad-param',
          `the default of "${name}" is ${show(port.default)}`,
          recipe.document.at(['params', name, 'default']),
          { expected },
        );
      }
      continue;
    }
    // Also where it should be set: the recipe's templates are not wrong because of that.
    values[name] = null;
    if (port.required ?? true) {
      context.faults.error(
        'missing-param',
        `the recipe's parameter "${name}" is not set`,
        useAt.document.at(useAt.path),
        {
          expected: `an entry "${name}" under \`params:\`, of type ${port.type}`,
          related: [{ message: 'declared here', location: recipe.document.keyAt(['params', name]) }],
        },
      );
    }
  }
  return values;
}

/** Ports that the task leaves open render as nothing. */
export function openPorts(recipe: Recipe, links: TaskLinks): JsonObject {
  const names = [...Object.keys(recipe.file.inputs ?? {}), ...Object.keys(recipe.file.outputs ?? {})];
  return Object.fromEntries(
    names.filter((name) => !links.specs.some((spec) => spec.name === name)).map((name) => [name, null]),
  );
}

function article(kind: string): string {
  return kind.endsWith('s') ? `several ${kind}` : `one ${kind}`;
}
