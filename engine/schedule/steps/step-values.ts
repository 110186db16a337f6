// What steps see and leave: the values that templates name, what a launched recipe is given, and the context lines that a
// step writes. Starts nothing.
import { join, resolve } from 'node:path';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import type { ProgramPlan, StepPlan } from '../../model/steps.ts';
import { compileTemplate } from '../../pipeline/template/template.ts';
import { PathsValue, PathValue, RecordsValue, RecordValue } from '../../pipeline/template/value.ts';
import type { TemplateValue } from '../../pipeline/template/value.ts';
import { valueOf } from '../../ports/expression.ts';
import { EmissionReader } from '../../process/emission.ts';

type Values = Readonly<Record<string, TemplateValue>>;
/** Why a template cannot be filled in, with its place. */
export type Fault = (
  text: string,
  fault: { readonly message: string; readonly offset: number; readonly length: number },
) => JobFailure;

export interface StepScope {
  /** What the job's templates may name. */
  readonly own: Values;
  /** From that to what these steps may name, but for `ctx` and `work`. */
  readonly scope: (own: Values) => Values;
  /** Of a launched recipe: the argument of its functions. */
  readonly argument?: object;
}

/** What a launched recipe is given, and where it writes. */
export interface Launched {
  readonly program: ProgramPlan;
  readonly inputs: JsonObject;
  readonly params: JsonObject;
  /** Paths by port, as templates see them. */
  readonly outputs: Readonly<Record<string, string>>;
  /** Folders that have to exist, relative to the root. */
  readonly folders: readonly string[];
}

/** The members of the context that a step left, or why that is none: `wrote a line …`. */
export function contextOf(bytes: Uint8Array): Result<JsonObject, string> {
  const reader = new EmissionReader();
  const left: Record<string, Json> = {};
  for (const each of [...reader.push(bytes), ...reader.end()]) {
    if (each.kind === 'fault') return err(`wrote to $PIPE_CTX: line ${each.line} ${each.message}`);
    left[each.port] = each.value as Json;
  }
  return ok(left);
}

export function launchValues(
  { program, inputs, params, outputs }: Extract<StepPlan, { kind: 'launch' }>,
  frame: { readonly scope: StepScope; readonly context: JsonObject; readonly workPath: PathValue },
  folder: string,
  fault: Fault,
): Result<Launched, JobFailure> {
  const { scope, own } = frame.scope;
  const values: Values = { ...scope(own), ctx: frame.context, work: frame.workPath };
  const given: Record<string, Json> = {};
  const set: Record<string, Json> = { ...program.params };
  const made: Record<string, string> = {};
  for (const [from, to] of [
    [inputs, given],
    [params, set],
  ] as const)
    for (const [name, text] of Object.entries(from)) {
      const value = valueIn(text, values, fault);
      if (!value.ok) return value;
      to[name] = value.value;
    }
  for (const name of program.outputs) {
    const template = outputs[name] ?? `${folder}/${name}`;
    const path = valueIn(template, values, fault);
    if (!path.ok) return path;
    if (typeof path.value !== 'string')
      return err(
        fault(template, { message: `the path of ${name} is no text`, offset: 0, length: template.length }),
      );
    made[name] = path.value;
  }
  const folders = Object.values(made).map((path) => join(path, '..'));
  return ok({ program, inputs: given, params: set, outputs: made, folders });
}

/** A text that is only `{{ … }}` is its value; any other is filled in; what is no text stands as it is. */
function valueIn(given: Json, values: Values, fault: Fault): Result<Json, JobFailure> {
  if (typeof given !== 'string' || !given.includes('{{')) return ok(given);
  const [, expression] = /^\s*\{\{-?([^{}|]*)-?\}\}\s*$/.exec(given) ?? [];
  if (expression !== undefined) {
    const value = valueOf(expression, values);
    if (value === undefined || value === null) {
      const message = `${expression.trim()} is nothing`;
      return err(fault(given, { message, offset: 0, length: given.length }));
    }
    return ok(JSON.parse(JSON.stringify(value)) as Json);
  }
  const template = compileTemplate(given, { mode: 'text' });
  if (!template.ok) throw new Error(`the plan holds a template that does not compile: ${given}`);
  const text = template.value.render(values);
  return text.ok ? text : err(fault(given, text.error));
}

/** What the steps of a launched recipe may name. */
export function childScope(
  { program, inputs, params, outputs }: Launched,
  own: Values,
  cwd: string,
): StepScope {
  const values: Record<string, TemplateValue> = { ...params };
  const links: Record<string, unknown> = {};
  for (const [name, kind] of Object.entries(program.inputs)) {
    const value = inputs[name] ?? null;
    values[name] = value === null ? null : inputValue(kind, value);
    links[name] = value === null ? { type: 'absent' } : inputLink(kind, value, cwd);
  }
  for (const [name, path] of Object.entries(outputs)) {
    values[name] = new PathValue(path);
    links[name] = { type: 'output', key: '', path: resolve(cwd, path), format: 'bytes' };
  }
  return {
    own,
    scope: () => ({
      key: own['key'] ?? null,
      task: own['task'] ?? null,
      recipe: { dir: program.dir },
      ...values,
    }),
    argument: { links, params },
  };
}

function inputValue(kind: ProgramPlan['inputs'][string], value: Json): TemplateValue {
  const list = (Array.isArray(value) ? value : [value]) as readonly Json[];
  if (kind === 'path') return new PathValue(textOf(value));
  if (kind === 'paths') return new PathsValue(list.map(textOf));
  if (kind === 'record') return new RecordValue(value);
  return new RecordsValue(list.map((each) => new RecordValue(each)));
}

function inputLink(kind: ProgramPlan['inputs'][string], value: Json, cwd: string): unknown {
  const list = (Array.isArray(value) ? value : [value]) as readonly Json[];
  const member = (each: Json): object =>
    kind.startsWith('path')
      ? { type: 'path', key: '', path: resolve(cwd, textOf(each)) }
      : { type: 'record', key: '', value: each };
  return kind.endsWith('s')
    ? { type: 'inputs', members: list.map(member) }
    : { type: 'input', member: member(value) };
}

/** A path, which a template always gives as text. */
function textOf(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
