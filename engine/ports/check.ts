// Checks values against ports and namespaces and reports every fault with its dotted path. Changes no value.
import { copyOf, isMapping } from '../base/storable.ts';
import { conditionOf } from './expression.ts';
import {
  joinPath,
  portFault,
  type AnyPort,
  type Port,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';
import { schemaFault, type SchemaFault } from './schema-check.ts';

/** All faults of `value` for `port`. `undefined` is the only value that counts as not given; null is a value. */
export function checkPort(port: AnyPort, value: unknown, path: string): readonly PortFault[] {
  return port.tag === 'namespace' ? checkNamespace(port, value, path) : checkLeaf(port, value, path);
}

/** A value for a name that is no port: the namespace must be dynamic, and the leaves must be of its type. */
export function checkDynamic(namespace: PortNamespace, value: unknown, path: string): readonly PortFault[] {
  const { type } = namespace;
  if (type === null) return [];
  const fault = schemaFault(type, value);
  if (fault === undefined) return [];
  if (!isMapping(value)) return [wrongType(fault, path, namespace)];
  return Object.entries(value).flatMap(([name, each]) => checkDynamic(namespace, each, joinPath(path, name)));
}

function checkLeaf(port: Port, value: unknown, path: string): readonly PortFault[] {
  const name = lastName(path);
  if (value === undefined) {
    return port.required
      ? [portFault('missing-value', path, `required value was not provided for '${name}'`, port.at)]
      : [];
  }
  const fault = port.type === null ? undefined : schemaFault(port.type, value);
  if (fault !== undefined) return [wrongType(fault, path, port)];
  return runValidator(port, value, path);
}

function wrongType({ message, expected, within }: SchemaFault, path: string, port: AnyPort): PortFault {
  return {
    ...portFault('wrong-type', path, `value '${lastName(path)}' ${message}`, port.at),
    expected,
    within,
  };
}

function checkNamespace(namespace: PortNamespace, given: unknown, path: string): readonly PortFault[] {
  const values = given === undefined ? {} : given;
  if (!isMapping(values)) {
    return [
      portFault(
        'not-a-namespace',
        path,
        `'${lastName(path)}' takes a mapping of its ports, not ${printValue(values)}`,
        namespace.at,
      ),
    ];
  }
  const names = Object.keys(values).filter((name) => values[name] !== undefined);
  if (!namespace.required && names.length === 0) return [];
  const faults: PortFault[] = [];
  for (const [name, port] of Object.entries(namespace.ports)) {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    faults.push(...checkPort(port, value, joinPath(path, name)));
  }
  const others = names.filter((name) => !Object.hasOwn(namespace.ports, name));
  if (others.length > 0 && !namespace.dynamic) {
    const list = others.map((name) => `'${name}'`).join(', ');
    faults.push(
      portFault(
        'unexpected-port',
        path,
        `Unexpected ports ${list}, for a non dynamic namespace`,
        namespace.at,
      ),
    );
  } else {
    for (const name of others) faults.push(...checkDynamic(namespace, values[name], joinPath(path, name)));
  }
  return faults.length > 0 ? faults : runValidator(namespace, values, path);
}

function runValidator(port: AnyPort, value: unknown, path: string): readonly PortFault[] {
  const { validator } = port;
  if (validator === null) return [];
  if ('reference' in validator) return [];
  if (typeof validator !== 'function') return runExpression(port, validator, value, path);
  let answer: unknown;
  try {
    answer = (validator as (value: unknown, port: AnyPort) => unknown)(
      port.tag === 'namespace' ? copyOf(value) : value,
      port,
    );
  } catch (error) {
    return [portFault('bad-validator', path, `the validator threw: ${String(error)}`, port.at)];
  }
  if (answer === null || answer === undefined) return [];
  if (typeof answer === 'string') return [portFault('invalid-value', path, answer, port.at)];
  return [
    portFault(
      'bad-validator',
      path,
      `the validator returned ${printValue(answer)} instead of a text or nothing`,
      port.at,
    ),
  ];
}

function runExpression(
  port: AnyPort,
  validator: { readonly expression: string; readonly message?: string },
  value: unknown,
  path: string,
): readonly PortFault[] {
  const condition = conditionOf(validator.expression);
  if (!condition.ok) return [portFault('bad-validator', path, condition.error, port.at)];
  if (condition.value({ ...(isMapping(value) ? value : {}), value })) return [];
  return [
    portFault(
      'invalid-value',
      path,
      validator.message ?? `${printValue(value)} does not satisfy ${validator.expression}`,
      port.at,
    ),
  ];
}

function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function printValue(value: unknown): string {
  const text = typeof value === 'function' ? 'a function' : (JSON.stringify(value) ?? String(value));
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}
