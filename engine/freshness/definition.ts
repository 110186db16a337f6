// What a task is, as a digest of named parts, so that a change of it can be named. Knows no key, no member and no state.
import { basename, dirname, relative } from 'node:path';
import { canonicalJson, digestOf, digestOfJson } from '../base/digest.ts';
import { withMember } from '../base/with-member.ts';
import { err, ok } from '../base/result.ts';
import { declaredVariables } from '../idle/request.ts';
import type { Result } from '../base/result.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { joinPath, type AnyPort, type PortNamespace } from '../model/port.ts';
import { isSecret } from '../model/secret.ts';
import { EMPTY_NAMESPACE } from '../ports/define.ts';
import type { Plan, TaskPlan } from '../model/plan.ts';
import type { Reason } from '../model/reason.ts';
import { stepsShape } from './steps-shape.ts';

/** Part name → its text, or for values that may be large or private a digest of it. */
export type DefinitionParts = Readonly<Record<string, string | Readonly<Record<string, string | null>>>>;

export interface Definition {
  readonly digest: string;
  readonly parts: DefinitionParts;
}

/** What a definition asks of the world; paths are relative to the root. */
export interface DefinitionLookups {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The fingerprint of a file, or undefined if it is absent. */
  readonly file: (path: string) => string | undefined;
  /** The absolute path that a tool's name leads to by PATH, links resolved, or undefined. */
  readonly tool: (name: string) => string | undefined;
  /** Relative paths of the files that `sources:` patterns name. */
  readonly sources: (patterns: readonly string[]) => readonly string[];
  /** Stands for a value with secrets in it: nobody can tell the value from it. */
  readonly seal: (value: Json) => Result<string, string>;
  /** The digest over a function's module and all that it imports by a relative path. */
  readonly module: (absolutePath: string) => Result<string, string>;
}

/** Counted in every definition: raise it when the same definition starts to mean another result. */
const FORMAT = '1';

export function defineTask(task: TaskPlan, plan: Plan, look: DefinitionLookups): Result<Definition, string> {
  const parts: Record<string, string | Record<string, string | null>> = { format: FORMAT };
  switch (task.action.type) {
    case 'shell':
      parts['command'] = task.action.template;
      parts['shell'] = task.action.shell?.join(' ') ?? '/bin/sh';
      break;
    case 'exec':
      parts['command'] = canonicalJson(task.action.argv);
      break;
    case 'function': {
      const closure = look.module(task.action.module);
      if (!closure.ok) return closure;
      parts['command'] = `function ${task.action.export}`;
      parts['module'] = closure.value;
      break;
    }
    case 'tube': {
      const { file, files, modules, input } = task.action;
      const own = closureOf(files, file, look);
      if (!own.ok) return own;
      const closure = closureOf(modules, file, look);
      if (!closure.ok) return closure;
      parts['command'] = `tube ${basename(file)}`;
      parts['tube'] = own.value;
      parts['module'] = closure.value;
      const given = printValues(input, look);
      if (!given.ok) return given;
      parts['tube input'] = given.value.open;
      parts['secret tube input'] = given.value.sealed;
      break;
    }
    case 'steps': {
      const { steps, modules } = task.action;
      const closure = closureOf(modules, plan.file, look);
      if (!closure.ok) return closure;
      parts['command'] = canonicalJson(stepsShape(steps, plan.root));
      if (modules.length > 0) parts['module'] = closure.value;
      break;
    }
    default: {
      const rest: never = task.action;
      throw new Error(`unknown action ${JSON.stringify(rest)}`);
    }
  }
  // What a generator makes is no part of the definition, only that it makes it.
  const params = printValues(task.generated ? withoutSamples(task) : task.params, look);
  if (!params.ok) return params;
  parts['parameter'] = params.value.open;
  parts['secret'] = params.value.sealed;
  if (task.generated) parts['generator'] = task.generated;
  const ports = portTexts({ ...EMPTY_NAMESPACE, ports: { ...task.takes, ...task.emits?.ports } });
  if (Object.keys(ports).length > 0) parts['port'] = ports;
  if (task.assets) {
    parts['asset'] = {};
    for (const { name, module, export: exported, params } of task.assets) {
      const closure = look.module(module);
      if (!closure.ok) return closure;
      const given = printValues(params, look);
      if (!given.ok) return given;
      parts['asset'][name] = digestOfJson([closure.value, exported, given.value]);
    }
  }
  parts['variable'] = variables(task, plan, look.env);
  parts['tool'] = Object.create(null) as Record<string, string | null>;
  for (const name of task.tools) {
    const path = look.tool(name);
    const fingerprint = path && look.file(path);
    if (!fingerprint) return err(`the tool "${name}" is not found on PATH`);
    parts['tool'][name] = fingerprint;
  }
  parts['source'] = Object.fromEntries(
    look.sources(task.sources).map((path) => [path, look.file(path) ?? null]),
  );
  parts['link'] = Object.fromEntries(
    task.links
      .filter((link) => !link.isStatus && !link.cancels)
      .map((link) => [link.name, linkShape(link, plan)]),
  );
  parts['setting'] = settings(task);
  return ok({ digest: digestOfJson(parts), parts });
}

/** The parts of a definition from its stored text; undefined if that is damaged. */
export function readDefinition(digest: string, text: string | undefined): DefinitionParts | undefined {
  try {
    const parts = text === undefined ? undefined : (JSON.parse(text) as DefinitionParts);
    return parts !== undefined && digestOfJson(parts) === digest ? parts : undefined;
  } catch {
    return undefined;
  }
}

/** The parts that differ, in the order of today's parts; a lost earlier definition is one difference. */
export function compareDefinitions(before: DefinitionParts | undefined, after: DefinitionParts): Reason[] {
  if (!before) return [{ type: 'record-lost', detail: 'the earlier definition' }];
  const reasons: Reason[] = [];
  for (const name of new Set([...Object.keys(after), ...Object.keys(before)])) {
    const old = before[name];
    const now = after[name];
    if (typeof old === 'object' || typeof now === 'object') {
      const was = typeof old === 'object' ? old : {};
      const is = typeof now === 'object' ? now : {};
      for (const member of new Set([...Object.keys(is), ...Object.keys(was)])) {
        if (is[member] !== was[member])
          reasons.push(
            name.startsWith('secret')
              ? changed(`${name} ${member}`, undefined, undefined)
              : changed(`${name} ${member}`, was[member] ?? undefined, is[member] ?? undefined),
          );
      }
    } else if (old !== now) {
      reasons.push(changed(name, old, now));
    }
  }
  return reasons;
}

/** Values as texts: those with secrets apart from the others, and sealed. */
function printValues(
  values: JsonObject,
  look: DefinitionLookups,
): Result<{ readonly open: Record<string, string>; readonly sealed: Record<string, string> }, string> {
  const open: Record<string, string> = {};
  const sealed: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    if (!isSecret(value)) {
      open[name] = canonicalJson(value);
      continue;
    }
    const seal = look.seal(value);
    if (!seal.ok) return err(`parameter "${name}": ${seal.error}`);
    sealed[name] = seal.value;
  }
  return ok({ open, sealed });
}

/** One digest of several files with all that they import; their names are relative to the tube's folder. */
function closureOf(paths: readonly string[], tube: string, look: DefinitionLookups): Result<string, string> {
  const entries: [string, string][] = [];
  for (const path of paths) {
    const closure = look.module(path);
    if (!closure.ok) return closure;
    entries.push([relative(dirname(tube), path), closure.value]);
  }
  return ok(digestOfJson(entries));
}

function changed(part: string, before: string | undefined, after: string | undefined): Reason {
  return {
    type: 'definition-changed',
    part,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  };
}

function withoutSamples({ params, generated = {} }: TaskPlan): JsonObject {
  let rest = params;
  for (const path of Object.keys(generated)) rest = withMember<Json>(rest, path.split('.'), null);
  return rest;
}

/** Not where a module lies, nor what is said. */
function validatorText(validator: AnyPort['validator']): string | null {
  if (validator === null || typeof validator === 'function') return null;
  return 'reference' in validator ? validator.reference : validator.expression;
}

/** What the emitted outputs must be, by their paths; one that may be anything is not among them. */
function portTexts(namespace: PortNamespace, above = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, port] of Object.entries(namespace.ports)) {
    const path = joinPath(above, name);
    const { type, validator, required } = port;
    if (type !== null || validator !== null || port.tag === 'namespace')
      texts[path] = canonicalJson({ type, required, validator: validatorText(validator) });
    if (port.tag === 'namespace') Object.assign(texts, portTexts(port, path));
  }
  return texts;
}

/** Values are private, so only their digests are kept; an unset variable is null and so differs from an empty one. */
function variables(task: TaskPlan, plan: Plan, env: DefinitionLookups['env']): Record<string, string | null> {
  const parts: Record<string, string | null> = {};
  for (const name of declaredVariables(plan.env, env))
    parts[name] = env[name] === undefined ? null : digestOf(env[name]);
  for (const [name, template] of Object.entries(task.env)) parts[name] = digestOf(template);
  return parts;
}

function linkShape(link: TaskPlan['links'][number], plan: Plan): string {
  const repository = plan.repositories[link.repository]!;
  const flags = [
    link.isInput && 'input',
    link.isOutput && 'output',
    link.inPlace && 'in place',
    link.isOutput && !link.requiredForSuccess && 'optional',
    link.role,
  ].filter(Boolean);
  const orElse = link.orElse === undefined ? '' : ` or else ${placeOf(plan.repositories[link.orElse]!)}`;
  const values = link.values === undefined ? '' : `; ${canonicalJson(link.values)}`;
  return `${flags.join(', ')}; ${placeOf(repository)}${orElse}; ${canonicalJson(link.select)}${values}`;
}

/** Without the names of fields, which other tasks may give to what this one writes with stars; its own are a setting. */
function placeOf(repository: Plan['repositories'][number]): string {
  if (!('pattern' in repository)) return `${repository.type} ${repository.name}`;
  return `${repository.type} ${repository.pattern.replaceAll(/\{\w+\}/g, '*')}`;
}

function settings(task: TaskPlan): Record<string, string> {
  return {
    cwd: task.cwd,
    fields: task.fields.join('/'),
    depfile: task.depfile,
    'exit codes': canonicalJson(accepted(task)),
    ...(task.joinsStreams && { stderr: 'stdout' }),
  };
}

/** Statuses that count as success beside 0. What they are called, and what failures are called, makes no difference. */
function accepted({ exitCodes }: TaskPlan): Record<string, string> {
  const codes = Object.values(exitCodes).filter(({ ignore }) => ignore);
  return Object.fromEntries(
    codes.map(({ status, invalidatesCache }) => [status, invalidatesCache ? 'not to be reused' : 'ok']),
  );
}
