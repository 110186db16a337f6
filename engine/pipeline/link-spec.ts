// All links of a task in one form, whatever sugar they were written with. Knows nothing of repositories.
import type { Input, Link, Output, Task } from '../../schemas/generated/pipeline.ts';
import type { JsonObject } from '../model/json.ts';
import type { LinkPlan, LinkRole, PathKind } from '../model/plan.ts';
import { below, type Located } from './context.ts';

type Flags = Omit<
  LinkPlan,
  'name' | 'at' | 'repository' | 'select' | 'min' | 'inPlace' | 'role' | 'orElse' | 'values'
>;

export interface LinkSpec extends Flags {
  readonly name: string;
  /** Name or path of the repository, and where it is written. */
  readonly reference: string;
  readonly referenceAt: Located;
  /** From where the reference is looked up, if that is another place. */
  readonly resolveAt?: Located;
  /** The repository is seen through the keys that another one's records give. */
  readonly translator?: {
    readonly reference: string;
    readonly at: Located;
    readonly allowDeletes: boolean;
  };
  /** The link as a whole. */
  readonly where: Located;
  readonly kind?: PathKind;
  readonly key?: string;
  readonly keys?: string;
  readonly min: number;
  readonly inPlace: boolean;
  readonly role?: LinkRole;
  /** The output whose keys it shares. */
  readonly cokeyed?: string;
  readonly values?: JsonObject;
}

/** Streams that name one of the task's own links; the others are links themselves. */
export interface LinkSpecs {
  readonly specs: readonly LinkSpec[];
  /** Link name → the stream that it is. */
  readonly roles: ReadonlyMap<string, LinkRole>;
  /** Standard error goes where standard output goes. */
  readonly joinsStreams: boolean;
}

export function linkSpecs(task: Task, origin: Located): LinkSpecs {
  const specs: LinkSpec[] = [
    ...Object.entries(task.inputs ?? {}).map(([name, input]) =>
      inputSpec(name, input, below(origin, 'inputs', name)),
    ),
    ...Object.entries(task.outputs ?? {}).map(([name, output]) =>
      outputSpec(name, output, below(origin, 'outputs', name)),
    ),
    ...Object.entries(task.links ?? {}).map(([name, link]) =>
      generalSpec(name, link, below(origin, 'links', name)),
    ),
  ];
  const roles = new Map<string, LinkRole>();
  if (typeof task.stdin === 'string' && specs.some((spec) => spec.name === task.stdin && spec.isInput))
    roles.set(task.stdin, 'stdin');
  else if (task.stdin !== undefined)
    specs.push({ ...inputSpec('stdin', task.stdin, below(origin, 'stdin')), role: 'stdin' });
  const joinsStreams = isJoined(task);
  for (const role of ['stdout', 'stderr', 'logs', 'done', 'live'] as const) {
    const value = task[role];
    if (value === undefined || (role === 'stderr' && joinsStreams)) continue;
    const named = specs.find((spec) => spec.name === value && spec.isOutput);
    if (named && (role === 'stdout' || role === 'stderr')) roles.set(named.name, role);
    else specs.push(statusSpec(role, value, below(origin, role), task.rerun === 'once'));
  }
  return { specs, roles, joinsStreams };
}

/** `stderr: stdout`, or both to the same output. */
function isJoined({ stdout, stderr }: Task): boolean {
  return stdout !== undefined && (stderr === 'stdout' || (typeof stderr === 'string' && stderr === stdout));
}

function inputSpec(name: string, input: Input, where: Located): LinkSpec {
  const form = typeof input === 'string' ? { from: input } : input;
  const requiredForStart = form.required_for_start ?? true;
  return {
    ...common(name, form, form.from, typeof input === 'string' ? where : below(where, 'from'), where),
    ...NO_FLAGS,
    isInput: true,
    requiredForStart,
  };
}

function outputSpec(name: string, output: Output, where: Located): LinkSpec {
  const form = typeof output === 'string' ? { to: output } : output;
  return {
    ...common(name, form, form.to, typeof output === 'string' ? where : below(where, 'to'), where),
    ...NO_FLAGS,
    isOutput: true,
    requiredForOutput: true,
    requiredForSuccess: form.required_for_success ?? true,
  };
}

function generalSpec(name: string, link: Link, where: Located): LinkSpec {
  return {
    ...common(name, link, link.repository, below(where, 'repository'), where),
    isInput: link.is_input ?? false,
    isOutput: link.is_output ?? false,
    isStatus: link.is_status ?? false,
    requiredForStart: link.required_for_start ?? link.is_input ?? false,
    inhibitsStart: link.inhibits_start ?? false,
    requiredForOutput: link.required_for_output ?? link.is_output ?? false,
    inhibitsOutput: link.inhibits_output ?? false,
    cancels: link.cancels ?? false,
    requiredForSuccess: link.required_for_success ?? link.is_output ?? false,
  };
}

/**
 * `logs` and `done` are what a plugged task waits for, `live` holds it back; `done` holds back a task that runs only once.
 */
function statusSpec(
  role: Exclude<LinkRole, 'stdin'>,
  output: Output,
  where: Located,
  isOnce: boolean,
): LinkSpec {
  const isRecord = role === 'logs' || role === 'done';
  return {
    ...outputSpec(role, output, where),
    isOutput: false,
    isStatus: true,
    inhibitsStart: role === 'done' && isOnce,
    requiredForOutput: isRecord,
    requiredForSuccess: false,
    inhibitsOutput: role === 'live',
    role,
  };
}

interface Form {
  readonly type?: PathKind;
  readonly key?: string;
  readonly keys?: string;
  readonly min?: number;
  readonly in_place?: boolean;
  readonly cokeyed?: string;
  readonly values?: { readonly [name: string]: unknown };
}

function common(name: string, form: Form, reference: string, referenceAt: Located, where: Located) {
  return {
    name,
    reference,
    referenceAt,
    where,
    ...(form.type && { kind: form.type }),
    ...(form.key !== undefined && { key: form.key }),
    ...(form.keys !== undefined && { keys: form.keys }),
    ...(form.cokeyed !== undefined && { cokeyed: form.cokeyed }),
    ...(form.values !== undefined && { values: form.values as JsonObject }),
    min: form.min ?? 1,
    inPlace: form.in_place ?? false,
  };
}

export const NO_FLAGS: Flags = {
  isInput: false,
  isOutput: false,
  isStatus: false,
  requiredForStart: false,
  inhibitsStart: false,
  requiredForOutput: false,
  inhibitsOutput: false,
  cancels: false,
  requiredForSuccess: false,
};
