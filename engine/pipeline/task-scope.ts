// The names that the templates of one task, and of its recipe, may use. Knows nothing of the templates themselves.
import type { Json, JsonObject } from '../model/json.ts';
import { isSeveral } from './link-shape.ts';
import { memberKind } from './repository-draft.ts';
import type { LinkSpec } from './link-spec.ts';
import { RESERVED, type LinkDraft, type TaskLinks } from './task-links.ts';
import type { Context, Located } from './context.ts';
import type { Binding, Scope } from './template-scope.ts';

export interface ScopeParts {
  readonly links: TaskLinks;
  /** The task's own parameters, or the recipe's. */
  readonly params: JsonObject;
  /** The pipeline's; a recipe does not see them. */
  readonly pipelineParams: ReadonlyMap<string, Json>;
  readonly depfile: boolean;
}

/** Links win over fields, fields over parameters, the task's parameters over the pipeline's. */
export function taskScope(parts: ScopeParts): Scope {
  const scope = new Map<string, Binding>();
  for (const [name, value] of parts.pipelineParams) scope.set(name, { type: 'param', value });
  for (const [name, value] of Object.entries(parts.params)) scope.set(name, { type: 'param', value });
  for (const name of ['key', 'task', ...parts.links.job.fields])
    if (name !== '') scope.set(name, { type: 'text' });
  scope.set('recipe', { type: 'recipe' });
  if (parts.depfile) scope.set('depfile', { type: 'path', link: 'depfile' });
  // A link with a fault of its own is not unknown as well.
  for (const spec of parts.links.specs)
    if (isNamed(spec)) place(scope, spec.name.split('.'), { type: 'record', link: spec.name });
  for (const link of parts.links.links)
    if (isNamed(link.spec)) place(scope, link.spec.name.split('.'), linkBinding(link));
  return scope;
}

/** A dotted name stands in a namespace, which it may share with parameters. */
function place(scope: Map<string, Binding>, [name = '', ...rest]: readonly string[], binding: Binding): void {
  if (rest.length === 0) {
    scope.set(name, binding);
    return;
  }
  const ports = new Map(membersOf(scope.get(name)));
  place(ports, rest, binding);
  scope.set(name, { type: 'namespace', ports });
}

function membersOf(binding: Binding | undefined): Iterable<readonly [string, Binding]> {
  if (binding?.type === 'namespace') return binding.ports;
  if (binding?.type !== 'param' || typeof binding.value !== 'object') return [];
  return Object.entries(binding.value ?? {}).map(([name, value]) => [
    name,
    { type: 'param', value } as const,
  ]);
}

/** Tells parameters that a link or a field of the job's key would hide. */
export function checkParamNames(
  params: JsonObject,
  links: TaskLinks,
  placeOf: (name: string) => ReturnType<Located['document']['at']>,
  { faults }: Context,
): void {
  for (const name of Object.keys(params)) {
    const link = links.specs.find(
      (spec) => spec.name === name || (spec.name.startsWith(`${name}.`) && isOverlaid(spec.name, params)),
    );
    if (RESERVED.has(name)) {
      faults.error(
        'reserved-name',
        `a parameter cannot be called "${name}": templates use the name for something else`,
        placeOf(name),
      );
    } else if (link !== undefined) {
      faults.error('name-clash', `"${link.name}" is both a parameter and a link`, placeOf(name), {
        related: [{ message: 'the link', location: link.where.document.keyAt(link.where.path) }],
      });
    } else if (links.job.fields.includes(name)) {
      const from = links.job.from?.spec.referenceAt;
      faults.error(
        'name-clash',
        `"${name}" is both a parameter and a field of the job's key`,
        placeOf(name),
        {
          ...(from && { related: [{ message: 'the field', location: from.document.at(from.path) }] }),
        },
      );
    }
  }
}

/** Whether a parameter stands where a link with a dotted name does, or above it where only a namespace may. */
function isOverlaid(link: string, params: JsonObject): boolean {
  if (!link.includes('.')) return false;
  let here: Json | undefined = params;
  for (const name of link.split('.')) {
    if (typeof here !== 'object' || here === null || Array.isArray(here)) return true;
    here = Object.hasOwn(here, name) ? (here as JsonObject)[name] : undefined;
    if (here === undefined) return false;
  }
  return true;
}

/** A stream without a name of its own in the file is not for templates. */
function isNamed(spec: LinkSpec): boolean {
  return spec.role === undefined;
}

function linkBinding({ spec, repository, select }: LinkDraft): Binding {
  const kind = memberKind(repository) === 'path' ? 'path' : 'record';
  if (spec.isOutput || spec.isStatus) return { type: 'path', link: spec.name };
  return { type: isSeveral(select) ? `${kind}s` : kind, link: spec.name };
}
