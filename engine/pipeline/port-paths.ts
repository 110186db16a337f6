// The ports of a namespace by their dotted paths. Knows no values.
import { joinPath, type Port, type PortNamespace } from '../model/port.ts';

/** The paths of all ports, namespaces not among them. */
export function portPaths(namespace: PortNamespace): readonly string[] {
  return portsIn(namespace).map(([path]) => path);
}

/** Every port with its path; namespaces are looked into. */
export function portsIn(
  namespace: PortNamespace,
  above = '',
): readonly (readonly [path: string, port: Port])[] {
  return Object.entries(namespace.ports).flatMap(([name, port]) => {
    const path = joinPath(above, name);
    return port.tag === 'namespace' ? portsIn(port, path) : [[path, port] as const];
  });
}
