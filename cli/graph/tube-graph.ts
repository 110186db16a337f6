// A tube as nodes and edges, which every format draws. Knows no format.
import type { Tube } from '../../engine/index.ts';
import type { Graph, GraphEdge, GraphNode } from './graph.ts';

export function tubeGraphOf(tube: Tube): Graph {
  const nodes = [...tube.nodes.values()].map(({ id, spec, kind }): GraphNode => {
    const detail = kind.special ?? spec.type;
    return { id: `n_${id}`, kind: 'node', name: id, ...(detail === id ? {} : { detail }) };
  });
  const inputs = Object.entries(tube.specification.input).map(([name, { type }]): GraphNode => ({
    id: `i_${name}`,
    kind: 'input',
    name: `input.${name}`,
    detail: type,
  }));
  const assets = [...tube.assets.values()].map(({ id, spec }): GraphNode => ({
    id: `a_${id}`,
    kind: 'asset',
    name: `assets.${id}`,
    detail: spec.scope,
  }));
  const edges = tube.edges.map((edge): GraphEdge => {
    const from =
      edge.sourceNode === 'input'
        ? `i_${edge.sourceSignal}`
        : edge.sourceNode === 'assets'
          ? `a_${edge.sourceSignal}`
          : `n_${edge.sourceNode}`;
    const signal =
      edge.sourceNode === 'input' || edge.sourceNode === 'assets' || edge.sourceSignal === 'value'
        ? ''
        : edge.sourceSignal;
    const label = signal === edge.slot || signal === '' ? edge.slot : `${signal} → ${edge.slot}`;
    return { from, to: `n_${edge.targetNode}`, label, kind: edge.required ? 'data' : 'gate' };
  });
  const kept = [...tube.assets.values()].flatMap(({ id, spec }): GraphEdge[] => {
    if (spec.depends === undefined) return [];
    const [node = '', signal = ''] = spec.depends.split('.');
    return [{ from: `n_${node}`, to: `a_${id}`, label: signal, kind: 'status' }];
  });
  return { name: tube.id, nodes: [...inputs, ...assets, ...nodes], edges: [...edges, ...kept] };
}
