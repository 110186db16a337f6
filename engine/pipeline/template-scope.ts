// The names that a task's templates may use, and whether a template uses them rightly. Knows nothing of repositories.
import { didYouMean } from '../base/did-you-mean.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { Context, Located } from './context.ts';
import type { Faults } from './faults.ts';
import { oneOf } from './words.ts';
import type { TemplateFault } from './template/fault.ts';
import type { TemplateOptions, TemplateVariable } from './template/compiled.ts';
import { compileTemplate } from './template/template.ts';

/** What a name stands for. A record's fields are not known. */
export type Binding =
  | { readonly type: 'path' | 'paths' | 'record' | 'records'; readonly link: string }
  /** A path whose file can be looked at. */
  | { readonly type: 'file'; readonly link: string }
  | { readonly type: 'param'; readonly value: Json }
  | { readonly type: 'text' }
  /** Links, and parameters, under one name. */
  | { readonly type: 'namespace'; readonly ports: Scope }
  | { readonly type: 'recipe' };

export type Scope = ReadonlyMap<string, Binding>;

export interface CheckOptions extends TemplateOptions {
  /** Hints for names that are missing for a known reason, such as `depfile`. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Tells every fault of a template at its place, and notes the place; the variables that are right. */
export function checkTemplate(
  text: string,
  where: Located,
  scope: Scope,
  options: CheckOptions,
  { faults, templates }: Pick<Context, 'faults' | 'templates'>,
): readonly TemplateVariable[] {
  const compiled = compileTemplate(text, { mode: options.mode });
  if (!compiled.ok) tellFaults(compiled.error, where, faults);
  // A value that cannot be quoted where it stands must not hide that its name is wrong: as mere text, it compiles.
  const named = compiled.ok ? compiled : compileTemplate(text, { mode: 'text' });
  if (!named.ok) return [];
  const right = checkVariables(named.value.variables, where, scope, options.hints ?? {}, faults);
  if (!compiled.ok) return [];
  templates.note(text, where, right);
  return right;
}

export function tellFaults(found: readonly TemplateFault[], where: Located, faults: Faults): void {
  for (const { code, message, offset, length, hint } of found) {
    faults.error(
      code,
      message,
      where.document.within(where.path, offset, Math.max(1, length)),
      hint ? { hint } : {},
    );
  }
}

export function checkVariables(
  variables: readonly TemplateVariable[],
  where: Located,
  scope: Scope,
  hints: Readonly<Record<string, string>>,
  faults: Faults,
): readonly TemplateVariable[] {
  return variables.filter((variable) => {
    const location = where.document.within(where.path, variable.offset, variable.length);
    const binding = scope.get(variable.name);
    if (binding === undefined) {
      const names = [...scope.keys()].filter((name) => name !== 'recipe');
      const guess = Object.hasOwn(hints, variable.name)
        ? { hint: hints[variable.name] ?? '' }
        : (itsMember(variable, scope) ?? didYouMean(variable.name, names));
      faults.error('unknown-variable', `nothing is called "${variable.name}" here`, location, {
        expected: `one of: ${names.join(', ')}`,
        ...guess,
      });
      return false;
    }
    const wrong = propertyFault(variable, binding);
    if (wrong === undefined) return true;
    faults.error('unknown-property', wrong.message, location, wrong.details);
    return false;
  });
}

const NAMESPACES = new Set(['params', 'inputs', 'outputs', 'links', 'input', 'output']);

/** `params.width`, `inputs.book`: whoever knows other tools looks for names in a namespace. */
function itsMember(
  { name, path: [member] }: TemplateVariable,
  scope: Scope,
): { readonly hint: string } | undefined {
  if (!NAMESPACES.has(name) || typeof member !== 'string' || !scope.has(member)) return undefined;
  return { hint: `write \`${member}\`: links and parameters are called by their own names` };
}

const PATH_PROPERTIES = ['path', 'name', 'stem', 'ext', 'dir', 'key'];
const FILE_PROPERTIES = [...PATH_PROPERTIES, 'size'];
const LIST_PROPERTIES = ['size', 'first', 'last'];

function propertyFault(
  variable: TemplateVariable,
  binding: Binding,
):
  | { readonly message: string; readonly details: { readonly expected?: string; readonly hint?: string } }
  | undefined {
  const [property, ...rest] = variable.path;
  const inside = property === undefined ? undefined : memberOf(binding, property);
  if (inside !== undefined)
    return propertyFault({ ...variable, name: `${variable.name}.${property}`, path: rest }, inside);
  if (property === undefined) {
    return binding.type === 'recipe'
      ? { message: '"recipe" has no value of its own', details: { expected: 'recipe.dir' } }
      : undefined;
  }
  const allowed = allowedProperties(binding);
  if (
    allowed === undefined ||
    allowed.includes(property) ||
    (allowed === LIST_PROPERTIES && /^-?\d+$/.test(property))
  )
    return undefined;
  const path = binding.type === 'path' || binding.type === 'file';
  const hint = path ? { hint: 'for the fields of a record give its repository `type: yaml` or `json`' } : {};
  return {
    message: `"${variable.name}" has no "${property}"`,
    details: {
      expected:
        allowed.length === 0 ? 'the name alone' : oneOf(allowed.map((name) => `${variable.name}.${name}`)),
      ...hint,
      ...didYouMean(property, allowed),
    },
  };
}

/** What a property of a namespace, or of a parameter that is a map, is by itself. */
function memberOf(binding: Binding, property: string): Binding | undefined {
  if (binding.type === 'namespace') return binding.ports.get(property);
  if (binding.type !== 'param') return undefined;
  const { value } = binding;
  const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isMap && Object.hasOwn(value, property)
    ? { type: 'param', value: (value as JsonObject)[property] ?? null }
    : undefined;
}

/** Undefined where any property may be there. */
function allowedProperties(binding: Binding): readonly string[] | undefined {
  switch (binding.type) {
    case 'path':
      return PATH_PROPERTIES;
    case 'file':
      return FILE_PROPERTIES;
    case 'paths':
    case 'records':
      return LIST_PROPERTIES;
    case 'record':
      return undefined;
    case 'param':
      if (Array.isArray(binding.value)) return LIST_PROPERTIES;
      if (binding.value === null) return undefined;
      return typeof binding.value === 'object' ? Object.keys(binding.value) : ['size'];
    case 'namespace':
      return [...binding.ports.keys()];
    case 'text':
      return ['size'];
    case 'recipe':
      return ['dir'];
    default:
      return binding satisfies never;
  }
}
