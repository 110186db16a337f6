// Which outputs of a task its jobs may emit, as ports, and what the records must be that they read. Knows no job.
import type { AnyPort, Port, PortNamespace } from '../model/port.ts';
import { EMPTY_NAMESPACE } from '../ports/define.ts';
import { withPort } from '../ports/namespace.ts';
import { isSeveral } from './link-shape.ts';
import { portsIn } from './port-paths.ts';
import type { Recipe } from './recipe.ts';
import { kindOf } from './recipe-ports.ts';
import type { TaskLinks } from './task-links.ts';

/** Undefined where none can be. */
export function emitsOf(recipe: Recipe | undefined, links: TaskLinks): PortNamespace | undefined {
  const ports = recipe ? emittable(recipe.outputs) : ownOutputs(links);
  return Object.keys(ports.ports).length > 0 || ports.dynamic ? ports : undefined;
}

/** Values, and records, which a job may also write to their files. */
function emittable(namespace: PortNamespace): PortNamespace {
  const ports: Record<string, AnyPort> = {};
  for (const [name, port] of Object.entries(namespace.ports)) {
    const kind = kindOf(port);
    if (kind !== undefined && kind !== 'record') continue;
    if (port.tag === 'port') {
      ports[name] = kind === 'record' ? { ...port, required: false } : port;
      continue;
    }
    const inside = emittable(port);
    if (Object.keys(inside.ports).length > 0 || inside.dynamic) ports[name] = inside;
  }
  return { ...namespace, ports };
}

/** The input ports that say what their records must be. */
export function takesOf(recipe: Recipe | undefined): Readonly<Record<string, Port>> | undefined {
  const ports = recipe ? portsIn(recipe.inputs) : [];
  const checked = ports.filter(([, { type, validator }]) => type !== null || validator !== null);
  return checked.length === 0 ? undefined : Object.fromEntries(checked);
}

/** Each output of a task without a recipe that is one record; it may be anything. */
function ownOutputs(links: TaskLinks): PortNamespace {
  let ports = EMPTY_NAMESPACE;
  for (const { spec, repository, select, role } of links.links) {
    const isRecord = ['yaml', 'json', 'memory'].includes(repository.type);
    if (!spec.isOutput || !isRecord || isSeveral(select) || role !== undefined) continue;
    const placed = withPort(ports, spec.name, { ...ANY, at: spec.where.document.keyAt(spec.where.path) });
    if (placed.ok) ports = placed.value;
  }
  return ports;
}

const ANY: AnyPort = {
  tag: 'port',
  type: null,
  required: false,
  help: null,
  fallback: null,
  validator: null,
  at: null,
  notes: { kind: 'record' },
};
