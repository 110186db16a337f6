// Finds the kind of every node: special types, imported exports, nested tubes. Knows no edges.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Result } from '../base/result.ts';
import type { InputCollection, InputValues } from './input.ts';
import { at, keyAt } from './located.ts';
import type { Located } from './located.ts';
import { nodeKind } from './node-kind.ts';
import type { Inputs, NodeKind } from './node-kind.ts';
import { fillParams, paramInputFaults, paramNameFaults } from './params.ts';
import { gatherKind } from './special/gather.ts';
import { mapKind } from './special/map.ts';
import { returnKind } from './special/return.ts';
import { tubeKind } from './special/tube.ts';
import { isSpecial } from './spec.ts';
import type { NodeSpecification, TubeSpecification } from './spec.ts';
import type { Tube } from './tube.ts';
import { importType } from './type-reference.ts';
import type { KnownTypes } from './type-reference.ts';

export interface ResolvedNode {
  readonly kind: NodeKind;
  readonly params: Inputs;
  readonly child?: Tube;
}

export interface ResolveRequest {
  readonly spec: TubeSpecification;
  readonly tree: Located;
  readonly inputs: InputCollection;
  readonly types: KnownTypes;
  readonly onImport: (module: string) => void;
  /** Loads the tube inside a node. */
  readonly child: (
    path: string,
    node: string,
    input: InputValues,
  ) => Promise<Result<Tube, readonly Diagnostic[]>>;
}

export async function resolveNodes(
  request: ResolveRequest,
): Promise<{ readonly resolved: ReadonlyMap<string, ResolvedNode>; readonly faults: readonly Diagnostic[] }> {
  const ids = Object.keys(request.spec.nodes);
  const found = await Promise.all(ids.map((id) => resolveNode(id, request)));
  const resolved = new Map<string, ResolvedNode>();
  const faults = [...inputUses(request), ...secondReturns(request)];
  ids.forEach((id, index) => {
    const node = found[index] as ResolvedNode | readonly Diagnostic[];
    if ('kind' in node) {
      resolved.set(id, node);
      const path = ['nodes', id, 'params'];
      const { params } = request.spec.nodes[id] as NodeSpecification;
      faults.push(
        ...paramNameFaults(params, node.kind.params, path, request.tree),
        ...gatherFaults(id, request),
      );
    } else faults.push(...node);
  });
  return { resolved, faults };
}

async function resolveNode(
  id: string,
  request: ResolveRequest,
): Promise<ResolvedNode | readonly Diagnostic[]> {
  const node = request.spec.nodes[id] as NodeSpecification;
  const params = fillParams(node.params ?? {}, request.inputs);
  if (isSpecial(node.type)) {
    switch (node.type) {
      case 'gather':
        return { kind: gatherKind, params };
      case 'map':
        return { kind: mapKind, params };
      case 'return':
        return { kind: returnKind, params };
      case 'tube':
        return nestedTube(id, params, request);
      default:
        return node.type satisfies never;
    }
  }
  const { location } = at(request.tree, ['nodes', id, 'type']);
  const found = await importType(node.type, location, request.types, request.onImport);
  if (!found.ok) return [found.error];
  const kind = nodeKind(found.value);
  if (typeof kind !== 'string') return { kind, params };
  return [{ code: 'no-node', severity: 'error', message: `${node.type} ${kind}`, location }];
}

async function nestedTube(
  id: string,
  params: Inputs,
  request: ResolveRequest,
): Promise<ResolvedNode | readonly Diagnostic[]> {
  const { tube, ...own } = params;
  if (typeof tube !== 'string') {
    const location = keyAt(request.tree, ['nodes', id]);
    return [
      {
        code: 'missing-param',
        severity: 'error',
        message: `${id} does not say which tube it runs`,
        location,
        expected: 'params: { tube: ./FILE.yaml }',
      },
    ];
  }
  const loaded = await request.child(tube, id, { ...request.inputs.tube, ...own });
  if (!loaded.ok) return loaded.error.filter((fault) => fault.severity === 'error');
  return { kind: tubeKind(loaded.value), params, child: loaded.value };
}

function inputUses({ spec, tree }: ResolveRequest): Diagnostic[] {
  return Object.entries(spec.nodes).flatMap(([id, node]) => [
    ...paramInputFaults(node.params, ['nodes', id, 'params'], spec, tree),
    ...paramInputFaults({ enabled: node.enabled }, ['nodes', id], spec, tree),
  ]);
}

function secondReturns({ spec, tree }: ResolveRequest): Diagnostic[] {
  const [first, ...others] = Object.keys(spec.nodes).filter((id) => spec.nodes[id]?.type === 'return');
  if (first === undefined) return [];
  return others.map((id) => ({
    code: 'two-returns',
    severity: 'error',
    message: `a tube has one return, and ${first} is it`,
    location: at(tree, ['nodes', id, 'type']).location,
    related: [{ message: 'the first is here', location: at(tree, ['nodes', first, 'type']).location }],
  }));
}

function gatherFaults(id: string, { spec, tree }: ResolveRequest): Diagnostic[] {
  const node = spec.nodes[id] as NodeSpecification;
  if (node.type !== 'gather') return [];
  const slots = Array.isArray(node.depends)
    ? node.depends.flatMap((entry) => (typeof entry === 'string' ? [] : Object.keys(entry)))
    : [];
  const counted = node.params?.['n'] !== undefined || slots.includes('n');
  const location = keyAt(tree, ['nodes', id]);
  const n = node.params?.['n'];
  if (typeof n === 'number' && (!Number.isInteger(n) || n < 1)) {
    return [
      {
        code: 'wrong-value',
        severity: 'error',
        message: `${id} cannot gather ${n} values`,
        location: at(tree, ['nodes', id, 'params', 'n']).location,
        expected: 'an integer from 1',
      },
    ];
  }
  if (counted && slots.includes('trigger')) {
    return [
      {
        code: 'gather-twice',
        severity: 'error',
        message: `${id} gathers by n or by a trigger, not by both`,
        location,
      },
    ];
  }
  if (!counted && !slots.includes('trigger')) {
    return [
      {
        code: 'gather-never',
        severity: 'error',
        message: `${id} has neither n nor a trigger, so it would never give anything`,
        location,
        expected: 'params: { n: NUMBER }, or the slot n or trigger',
      },
    ];
  }
  return [];
}
