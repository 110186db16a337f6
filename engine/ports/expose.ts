// Takes over the ports of another namespace, whole or in part. Ports are readonly data, so nothing is shared by accident.
import { err, ok, type Result } from '../base/result.ts';
import { withProperties, type NamespaceOptions } from './define.ts';
import { updateNamespace } from './namespace.ts';
import {
  PORT_SEPARATOR,
  portFault,
  type AnyPort,
  type PortFault,
  type PortNamespace,
} from '../model/port.ts';
import { defineNamespace } from './define.ts';

export interface ExposeRules {
  /** Where the ports go; left out: beside the host's own. */
  readonly namespace?: string;
  /** Dotted paths: a namespace's means all of it. An empty list takes everything. Not together with `exclude`. */
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
  /** Properties of the namespace that win over the source's. */
  readonly options?: NamespaceOptions;
}

/**
 * `host` with the ports of `source` in it. The namespace that gets them takes over the source's own properties (type,
 * validator, required, …), `options` first. Ports of the same name are replaced, others stay.
 */
export function expose(
  host: PortNamespace,
  source: PortNamespace,
  rules: ExposeRules = {},
): Result<PortNamespace, PortFault> {
  const path = rules.namespace ?? '';
  const chosen = choose(source, rules, path);
  if (!chosen.ok) return chosen;
  return updateNamespace(host, path, (existing) => {
    const base = existing ?? emptyAt(path);
    const merged: PortNamespace = { ...chosen.value, ports: { ...base.ports, ...chosen.value.ports } };
    const done = withProperties(merged, path, rules.options ?? {});
    return done.ok ? done : err(done.error[0] ?? portFault('bad-option', path, 'invalid options'));
  });
}

/** `source` with only the ports that the rules let through. Rules match whole names: `sub` is not in `subother`. */
export function choose(
  source: PortNamespace,
  rules: ExposeRules,
  path = '',
): Result<PortNamespace, PortFault> {
  if (rules.include !== undefined && rules.exclude !== undefined) {
    return err(portFault('bad-option', path, 'include and exclude cannot be given together', source.at));
  }
  if (rules.exclude !== undefined) return ok(without(source, rules.exclude));
  return ok(rules.include === undefined || rules.include.length === 0 ? source : only(source, rules.include));
}

/** The rules that begin with the name `base`, without it: `base`, [`base.a`, `base.sub.b`, `x.base.c`] → [`a`, `sub.b`]. */
export function stripNamespace(base: string, rules: readonly string[]): readonly string[] {
  const prefix = `${base}${PORT_SEPARATOR}`;
  return rules.filter((rule) => rule.startsWith(prefix)).map((rule) => rule.slice(prefix.length));
}

function only(source: PortNamespace, include: readonly string[]): PortNamespace {
  return mapPorts(source, (name, port) => {
    if (include.includes(name)) return port;
    const inside = stripNamespace(name, include);
    return inside.length === 0 || port.tag === 'port' ? undefined : only(port, inside);
  });
}

function without(source: PortNamespace, exclude: readonly string[]): PortNamespace {
  return mapPorts(source, (name, port) => {
    if (exclude.includes(name)) return undefined;
    const inside = stripNamespace(name, exclude);
    return inside.length === 0 || port.tag === 'port' ? port : without(port, inside);
  });
}

function mapPorts(
  source: PortNamespace,
  keep: (name: string, port: AnyPort) => AnyPort | undefined,
): PortNamespace {
  const ports: Record<string, AnyPort> = {};
  for (const [name, port] of Object.entries(source.ports)) {
    const kept = keep(name, port);
    if (kept !== undefined) ports[name] = kept;
  }
  return { ...source, ports };
}

function emptyAt(path: string): PortNamespace {
  const made = defineNamespace(path);
  if (!made.ok) throw new Error(`a namespace without options is valid: ${path}`);
  return made.value;
}
