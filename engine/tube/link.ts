// Turns what each node's `depends` says into edges, and checks that both their ends exist. Knows no order of running.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { didYouMean, oneOf } from '../base/did-you-mean.ts';
import type { Edge } from './edge.ts';
import { at, keyAt } from './located.ts';
import type { Located } from './located.ts';
import type { NodeKind } from './node-kind.ts';
import type { NodeSpecification, TubeSpecification } from './spec.ts';

export type Kinds = ReadonlyMap<string, NodeKind>;

interface Written {
  readonly signal: string;
  readonly targetSlot: string | number | null;
  /** Of the signal and of the slot's name. */
  readonly location: Location;
  readonly slotLocation: Location;
}

/** The edges into a node. A node whose kind is not known, since its type is at fault, is checked as far as that goes. */
export function linkNode(
  id: string,
  spec: TubeSpecification,
  kinds: Kinds,
  tree: Located,
): { readonly edges: readonly Edge[]; readonly faults: readonly Diagnostic[] } {
  const node = spec.nodes[id] as NodeSpecification;
  const kind = kinds.get(id);
  const faults: Diagnostic[] = [];
  const edges: Edge[] = [];
  const taken = new Map<string, Location>();
  const written = readDepends(id, node, tree);
  if (kind?.source === true && written[0] !== undefined) {
    faults.push(
      fault(
        'source-with-depends',
        `${id} is a generator, which takes no values`,
        keyAt(tree, ['nodes', id, 'depends']),
      ),
    );
    return { edges, faults };
  }
  for (const entry of written) {
    const [sourceNode = '', sourceSignal = ''] = entry.signal.split('.');
    const source = sourceFault(sourceNode, sourceSignal, spec, kinds, entry.location);
    if (source) faults.push(source);
    const slot = kind === undefined ? undefined : findSlot(kind, entry);
    if (kind === undefined || slot === undefined) {
      if (kind !== undefined) faults.push(slotFault(id, kind, entry));
      continue;
    }
    const before = taken.get(slot.name);
    if (before !== undefined) {
      faults.push({
        ...fault('slot-taken', `the slot "${slot.name}" of ${id} is filled twice`, entry.slotLocation),
        related: [{ message: 'it is filled here', location: before }],
      });
    }
    taken.set(slot.name, entry.slotLocation);
    const { location, targetSlot } = entry;
    edges.push({
      sourceNode,
      sourceSignal,
      targetNode: id,
      targetSlot,
      slot: slot.name,
      required: slot.required,
      location,
    });
  }
  if (kind !== undefined) faults.push(...emptySlots(id, node, kind, taken, tree));
  return { edges, faults };
}

/** What is wrong with the signal that an edge or an asset names. */
export function sourceFault(
  node: string,
  signal: string,
  spec: TubeSpecification,
  kinds: Kinds,
  location: Location,
): Diagnostic | undefined {
  const missing = (code: string, what: string, names: readonly string[], name: string): Diagnostic => ({
    ...fault(code, what, location),
    ...oneOf(names),
    ...didYouMean(name, names),
  });
  if (node === 'input') {
    const names = Object.keys(spec.input);
    return names.includes(signal)
      ? undefined
      : missing('unknown-input', `the tube has no input "${signal}"`, names, signal);
  }
  if (node === 'assets') {
    const names = Object.keys(spec.assets);
    return names.includes(signal)
      ? undefined
      : missing('unknown-asset', `the tube has no asset "${signal}"`, names, signal);
  }
  if (!Object.hasOwn(spec.nodes, node)) {
    return missing('unknown-node', `the tube has no node "${node}"`, Object.keys(spec.nodes), node);
  }
  const signals = kinds.get(node)?.signals;
  if (signals === undefined || signals.includes(signal)) return undefined;
  return missing(
    'unknown-signal',
    signals.length === 0 ? `${node} has no signals` : `${node} has no signal "${signal}"`,
    signals,
    signal,
  );
}

function readDepends(id: string, node: NodeSpecification, tree: Located): readonly Written[] {
  const { depends } = node;
  if (depends === undefined) return [];
  const path = ['nodes', id, 'depends'];
  if (typeof depends === 'string') {
    const { location } = at(tree, path);
    return [{ signal: depends, targetSlot: null, location, slotLocation: location }];
  }
  let position = 0;
  return depends.flatMap((entry, index): Written[] => {
    const here = at(tree, [...path, index]).location;
    if (typeof entry === 'string')
      return [{ signal: entry, targetSlot: position++, location: here, slotLocation: here }];
    return Object.entries(entry).map(([slot, signal]) => ({
      signal,
      targetSlot: slot,
      location: at(tree, [...path, index, slot]).location,
      slotLocation: keyAt(tree, [...path, index, slot]),
    }));
  });
}

function findSlot(
  kind: NodeKind,
  entry: Written,
): { readonly name: string; readonly required: boolean } | undefined {
  const slots = kind.slots.filter((slot) => slot.inject === undefined);
  if (typeof entry.targetSlot === 'string') {
    const named = slots.find((slot) => slot.name === entry.targetSlot);
    if (named === undefined && kind.open === 'record') return { name: entry.targetSlot, required: false };
    return named;
  }
  const index = entry.targetSlot ?? 0;
  const named = slots[index];
  if (named !== undefined) return named;
  const open = kind.open === 'list' || kind.special === 'return';
  return open ? { name: String(index), required: true } : undefined;
}

function slotFault(id: string, kind: NodeKind, entry: Written): Diagnostic {
  const names = kind.slots.filter((slot) => slot.inject === undefined).map((slot) => slot.name);
  if (typeof entry.targetSlot === 'string') {
    const base = fault('unknown-slot', `${id} has no slot "${entry.targetSlot}"`, entry.slotLocation);
    return { ...base, ...oneOf(names), ...didYouMean(entry.targetSlot, names) };
  }
  const many =
    names.length === 0
      ? 'takes no values'
      : `takes ${names.length === 1 ? 'one value' : `${names.length} values`}`;
  return { ...fault('unknown-slot', `${id} ${many}, and this is one more`, entry.location), ...oneOf(names) };
}

/** Required slots that a declaration names and nothing fills. */
function emptySlots(
  id: string,
  node: NodeSpecification,
  kind: NodeKind,
  taken: ReadonlyMap<string, Location>,
  tree: Located,
): Diagnostic[] {
  const given = Object.keys(node.params ?? {});
  return kind.slots
    .filter((slot) => slot.declared && slot.required && slot.inject === undefined)
    .filter((slot) => !taken.has(slot.name) && !given.includes(slot.name))
    .map((slot) =>
      fault('missing-slot', `nothing fills the slot "${slot.name}" of ${id}`, keyAt(tree, ['nodes', id])),
    );
}

function fault(code: string, message: string, location: Location): Diagnostic {
  return { code, severity: 'error', message, location };
}
