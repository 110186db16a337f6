// Finds and places ports in namespaces by dotted paths. A namespace is never changed: placing gives a new one.
import { err, ok, type Result } from '../base/result.ts';
import { defineNamespace, EMPTY_NAMESPACE, isPort, withProperties, type NamespaceOptions } from './define.ts';
import {
  joinPath,
  namesIn,
  portFault,
  type AnyPort,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';

/** The port or namespace at `path`. */
export function getPort(namespace: PortNamespace, path: string): Result<AnyPort, PortFault> {
  const names = namesIn(path);
  if (!names.ok) return names;
  let here: AnyPort = namespace;
  let walked = '';
  for (const name of names.value) {
    const next: AnyPort | undefined =
      here.tag === 'namespace' && Object.hasOwn(here.ports, name) ? here.ports[name] : undefined;
    if (next === undefined) {
      return err(
        portFault(
          'no-such-port',
          path,
          `port '${name}' does not exist in port namespace '${walked}'`,
          namespace.at,
        ),
      );
    }
    walked = joinPath(walked, name);
    here = next;
  }
  return ok(here);
}

/**
 * Where a value for `path` goes: its port, or the dynamic namespace that takes it with the names below that. Asks, never
 * makes a namespace: what one process emits cannot change what another may.
 */
export function placeFor(
  namespace: PortNamespace,
  path: string,
): Result<{ readonly port: AnyPort; readonly dynamic: boolean }, PortFault> {
  const names = namesIn(path);
  if (!names.ok) return names;
  let here: PortNamespace = namespace;
  let walked = '';
  for (const [index, name] of names.value.entries()) {
    const next = Object.hasOwn(here.ports, name) ? here.ports[name] : undefined;
    if (next === undefined && here.dynamic) return ok({ port: here, dynamic: true });
    if (next === undefined)
      return err(
        portFault(
          'no-such-port',
          path,
          `port '${name}' does not exist in port namespace '${walked || 'outputs'}'`,
          here.at,
        ),
      );
    if (index === names.value.length - 1) return ok({ port: next, dynamic: false });
    if (next.tag === 'port')
      return err(
        portFault('not-a-namespace', path, `'${joinPath(walked, name)}' is a port, not a namespace`, next.at),
      );
    walked = joinPath(walked, name);
    here = next;
  }
  return err(portFault('bad-path', path, 'names no port'));
}

/** `namespace` with `port` at `path`, in place of what stood there; namespaces on the way are made. */
export function withPort(
  namespace: PortNamespace,
  path: string,
  port: AnyPort,
): Result<PortNamespace, PortFault> {
  if (!isPort(port)) return err(portFault('not-a-port', path, 'only a port can be placed in a namespace'));
  const names = namesIn(path);
  return names.ok ? place(namespace, names.value, '', () => ok(port)) : names;
}

/** `namespace` with a namespace at `path`; one that exists keeps its ports, and its properties but for `options`. */
export function withNamespace(
  namespace: PortNamespace,
  path: string,
  options: NamespaceOptions = {},
): Result<PortNamespace, PortFault> {
  return updateNamespace(namespace, path, (existing) => {
    const made =
      existing === undefined ? defineNamespace(path, options) : withProperties(existing, path, options);
    return made.ok ? made : err(firstOf(made.error, path));
  });
}

/** `namespace` with the namespace at `path` replaced by what `update` makes of it; '' is `namespace` itself. */
export function updateNamespace(
  namespace: PortNamespace,
  path: string,
  update: (existing: PortNamespace | undefined) => Result<PortNamespace, PortFault>,
): Result<PortNamespace, PortFault> {
  if (path === '') return update(namespace);
  const names = namesIn(path);
  if (!names.ok) return names;
  return place(namespace, names.value, '', (existing) => {
    if (existing?.tag === 'port')
      return err(portFault('not-a-namespace', path, `'${path}' is a port, not a namespace`, existing.at));
    return update(existing);
  });
}

function place(
  namespace: PortNamespace,
  names: readonly string[],
  walked: string,
  make: (existing: AnyPort | undefined) => Result<AnyPort, PortFault>,
): Result<PortNamespace, PortFault> {
  const [name = '', ...rest] = names;
  const path = joinPath(walked, name);
  const existing = Object.hasOwn(namespace.ports, name) ? namespace.ports[name] : undefined;
  if (rest.length > 0 && existing?.tag === 'port') {
    return err(portFault('not-a-namespace', path, `'${path}' is a port, not a namespace`, existing.at));
  }
  const port =
    rest.length === 0
      ? make(existing)
      : place(existing?.tag === 'namespace' ? existing : EMPTY_NAMESPACE, rest, path, make);
  return port.ok ? ok({ ...namespace, ports: { ...namespace.ports, [name]: port.value } }) : port;
}

function firstOf(faults: readonly PortFault[], path: string): PortFault {
  return faults[0] ?? portFault('bad-option', path, 'invalid namespace');
}
