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
    if (isNamed(spec)) scope.set(spec.name, { type: 'record', link: spec.name });
  for (const link of parts.links.links) if (isNamed(link.spec)) scope.set(link.spec.name, linkBinding(link));
  return scope;
}

/** Tells parameters that a link or a field of the job's key would hide. */
export function checkParamNames(
  params: JsonObject,
  links: TaskLinks,
  placeOf: (name: string) => ReturnType<Located['document']['at']>,
  { faults }: Context,
): void {
  for (const name of Object.keys(params)) {
    const link = links.specs.find((spec) => spec.name === name);
    if (RESERVED.has(name)) {
      faults.error(
        'reserved-name',
        `a parameter cannot be called "${name}": templates use the name for something else`,
        placeOf(name),
      );
    } else if (link !== undefined) {
      faults.error('name-clash', `"${name}" is both a parameter and a link`, placeOf(name), {
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

/** A stream without a name of its own in the file is not for templates. */
function isNamed(spec: LinkSpec): boolean {
  return spec.role === undefined;
}

function linkBinding({ spec, repository, select }: LinkDraft): Binding {
  const kind = memberKind(repository) === 'path' ? 'path' : 'record';
  if (spec.isOutput) return { type: 'path', link: spec.name };
  return { type: isSeveral(select) ? `${kind}s` : kind, link: spec.name };
}
