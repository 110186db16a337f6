// Fills in what was not given: defaults, generated values, namespaces that have ports. Checks nothing but generators.
import { randomUUID } from 'node:crypto';
import { err, ok, type Result } from '../base/result.ts';
import { copyOf, frozenCopyOf, isMapping, setMember } from '../base/storable.ts';
import { checkPort } from './check.ts';
import {
  joinPath,
  portFault,
  type AnyPort,
  type Fallback,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';

/** Named makers of defaults, asked once per process and port. */
export type Generators = Readonly<Record<string, () => unknown>>;

export const BUILT_IN_GENERATORS: Generators = {
  uuid: () => randomUUID(),
  now: () => new Date().toISOString(),
};

/** Defaults, then checks, then freezes: the values a process works with, or every fault. `raw` is not changed. */
export function parseValues(
  namespace: PortNamespace,
  raw: unknown,
  path: string,
  generators: Generators = {},
): Result<Readonly<Record<string, unknown>>, readonly PortFault[]> {
  const given = raw === undefined || raw === null ? {} : raw;
  if (!isMapping(given)) return err(checkPort(namespace, given, path));
  const faults: PortFault[] = [];
  const values = fill(namespace, given, path, { ...BUILT_IN_GENERATORS, ...generators }, faults);
  if (faults.length > 0) return err(faults);
  const wrong = checkPort(namespace, values, path);
  return wrong.length > 0 ? err(wrong) : ok(frozenCopyOf(values));
}

/** `values` with what was not given filled in; a fresh copy. A namespace with `populateDefaults: false` stays absent. */
export function populate(
  namespace: PortNamespace,
  values: Readonly<Record<string, unknown>>,
  generators: Generators = {},
): Record<string, unknown> {
  return fill(namespace, values, '', { ...BUILT_IN_GENERATORS, ...generators }, []);
}

/** Only what stands under the names of ports. */
export function project(
  namespace: PortNamespace,
  values: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(namespace.ports, name)));
}

function fill(
  namespace: PortNamespace,
  given: Readonly<Record<string, unknown>>,
  path: string,
  generators: Generators,
  faults: PortFault[],
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    if (given[name] !== undefined) setMember(values, name, copyOf(given[name]));
  }
  for (const [name, port] of Object.entries(namespace.ports)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    const filled = fillPort(port, value, joinPath(path, name), generators, faults);
    if (filled !== undefined) values[name] = filled;
  }
  return values;
}

function fillPort(
  port: AnyPort,
  given: unknown,
  path: string,
  generators: Generators,
  faults: PortFault[],
): unknown {
  if (port.tag === 'port') return given === undefined ? fallback(port, path, generators, faults) : given;
  if (given === undefined && !port.populateDefaults) return undefined;
  const start = given === undefined ? fallback(port, path, generators, faults) : given;
  if (start === undefined && Object.keys(port.ports).length === 0) return undefined;
  if (start !== undefined && !isMapping(start)) return start;
  return fill(port, start ?? {}, path, generators, faults);
}

function fallback(port: AnyPort, path: string, generators: Generators, faults: PortFault[]): unknown {
  const source: Fallback | null = port.fallback;
  if (source === null) return undefined;
  if (source.kind === 'value') return copyOf(source.value);
  const { generator } = source;
  const make =
    typeof generator === 'function'
      ? generator
      : Object.hasOwn(generators, generator)
        ? generators[generator]
        : undefined;
  if (make === undefined) {
    faults.push(
      portFault('unknown-generator', path, `there is no generator '${String(generator)}'`, port.at),
    );
    return undefined;
  }
  return copyOf(make());
}
