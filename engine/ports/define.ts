// Makes ports and namespaces from options, with every fault of the definition found at once. Knows no values but defaults.
import { err, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import { copyOf } from '../base/storable.ts';
import { checkPort } from './check.ts';
import { conditionOf } from './expression.ts';
import {
  portFault,
  type AnyPort,
  type Fallback,
  type Port,
  type PortFault,
  type PortNamespace,
  type Validator,
} from '../model/port.ts';
import { schemaOf, type TypeOption } from './schema-check.ts';

interface CommonOptions {
  readonly type?: TypeOption | null;
  readonly required?: boolean;
  readonly help?: string | null;
  readonly default?: unknown;
  /** Instead of `default`: the name of a generator of the spec, or a function, asked once per process. */
  readonly generate?: string | (() => unknown);
  readonly at?: Location | null;
  readonly notes?: JsonObject;
}

export interface PortOptions extends CommonOptions {
  readonly validator?: Validator<Port> | null;
}

export interface NamespaceOptions extends CommonOptions {
  readonly dynamic?: boolean;
  readonly populateDefaults?: boolean;
  readonly validator?: Validator<PortNamespace> | null;
}

/** A default makes a port optional. A default value is checked here, what a generator makes when it is made. */
export function definePort(path: string, options: PortOptions = {}): Result<Port, readonly PortFault[]> {
  const common = defineCommon(path, options);
  if (!common.ok) return common;
  const { fallback } = common.value;
  const port: Port = {
    tag: 'port',
    ...common.value,
    required: fallback === null && (options.required ?? true),
    validator: options.validator ?? null,
  };
  if (fallback?.kind !== 'value') return ok(port);
  const faults = checkPort(port, fallback.value, path).map((fault) => ({
    ...fault,
    code: 'bad-default' as const,
    message: `Invalid default value: ${fault.message}`,
  }));
  return faults.length === 0 ? ok(port) : err(faults);
}

/** A type makes a namespace dynamic. */
export function defineNamespace(
  path: string,
  options: NamespaceOptions = {},
): Result<PortNamespace, readonly PortFault[]> {
  const common = defineCommon(path, options);
  if (!common.ok) return common;
  return ok({
    tag: 'namespace',
    ports: {},
    ...common.value,
    dynamic: options.dynamic === true || common.value.type !== null,
    required: common.value.fallback === null && (options.required ?? true),
    validator: options.validator ?? null,
    populateDefaults: options.populateDefaults ?? true,
  });
}

/** `namespace` with some properties changed. Setting a type makes it dynamic, unless `dynamic` is given too. */
export function withProperties(
  namespace: PortNamespace,
  path: string,
  options: NamespaceOptions,
): Result<PortNamespace, readonly PortFault[]> {
  const unknown = Object.keys(options).filter((name) => !NAMESPACE_OPTIONS.has(name));
  if (unknown.length > 0)
    return err([portFault('bad-option', path, `there is no option ${unknown.join(', ')}`, namespace.at)]);
  const common = defineCommon(path, options);
  if (!common.ok) return common;
  const given = common.value;
  return ok({
    ...namespace,
    ...(options.type === undefined
      ? {}
      : { type: given.type, dynamic: namespace.dynamic || given.type !== null }),
    ...(options.dynamic === undefined ? {} : { dynamic: options.dynamic }),
    ...(given.fallback === null ? {} : { fallback: given.fallback, required: false }),
    ...(options.required === undefined ? {} : { required: options.required }),
    ...(options.help === undefined ? {} : { help: options.help }),
    ...(options.validator === undefined ? {} : { validator: options.validator }),
    ...(options.populateDefaults === undefined ? {} : { populateDefaults: options.populateDefaults }),
    ...(options.at === undefined ? {} : { at: options.at }),
    ...(options.notes === undefined ? {} : { notes: options.notes }),
  });
}

/** The namespace without ports or properties that a spec starts from. */
export const EMPTY_NAMESPACE: PortNamespace = {
  tag: 'namespace',
  ports: {},
  dynamic: false,
  type: null,
  required: true,
  help: null,
  fallback: null,
  validator: null,
  populateDefaults: true,
  at: null,
  notes: {},
};

export function isPort(value: unknown): value is AnyPort {
  const tag = (value as { tag?: unknown } | null)?.tag;
  return tag === 'port' || tag === 'namespace';
}

const NAMESPACE_OPTIONS: ReadonlySet<string> = new Set(
  'type required help default generate at notes dynamic populateDefaults validator'.split(' '),
);

interface Common {
  readonly type: JsonObject | null;
  readonly help: string | null;
  readonly fallback: Fallback | null;
  readonly at: Location | null;
  readonly notes: JsonObject;
}

function defineCommon(
  path: string,
  options: PortOptions | NamespaceOptions,
): Result<Common, readonly PortFault[]> {
  const at = options.at ?? null;
  const faults: PortFault[] = [];
  const type = options.type === undefined || options.type === null ? ok(null) : schemaOf(options.type);
  if (!type.ok)
    faults.push(portFault('bad-type', path, `the type is no valid JSON Schema: ${type.error}`, at));
  const validator = options.validator ?? null;
  if (validator !== null && 'expression' in validator) {
    const condition = conditionOf(validator.expression);
    if (!condition.ok) faults.push(portFault('bad-validator', path, condition.error, at));
  }
  if (options.default !== undefined && options.generate !== undefined) {
    faults.push(portFault('bad-default', path, 'a port has either a default or a generator', at));
  }
  if (faults.length > 0 || !type.ok) return err(faults);
  return ok({
    type: type.value,
    help: options.help ?? null,
    fallback: fallbackOf(options),
    at,
    notes: options.notes ?? {},
  });
}

function fallbackOf(options: CommonOptions): Fallback | null {
  if (options.generate !== undefined) return { kind: 'generate', generator: options.generate };
  return options.default === undefined ? null : { kind: 'value', value: copyOf(options.default) };
}
