// A plan as a Graphviz graph (https://graphviz.org/doc/info/lang.html). Knows no selector and no repository type.
import type { Plan } from '../../engine/index.ts';
import { type Graph, type GraphEdge, type GraphNode, isDoer, pipelineGraph } from './graph.ts';

const styles: Readonly<Record<GraphEdge['kind'], string>> = {
  data: 'solid',
  gate: 'dashed',
  status: 'dotted',
  child: 'solid',
  same: 'dashed',
};

export function dotGraph(plan: Plan): string {
  return drawDot(pipelineGraph(plan));
}

export function drawDot({ name, nodes, edges }: Graph): string {
  return [
    `digraph ${quoted(name)} {`,
    '  rankdir=LR;',
    '  node [fontname="sans-serif"];',
    ...nodes.map((node) => `  ${drawNode(node)};`),
    ...edges.map(
      ({ from, to, label, kind }) => `  ${from} -> ${to} [label=${quoted(label)}, style=${styles[kind]}];`,
    ),
    '}',
    '',
  ].join('\n');
}

function drawNode(node: GraphNode): string {
  const { id, name, detail } = node;
  const lines = detail === undefined ? [name] : [name, detail];
  return `${id} [shape=${isDoer(node) ? 'box' : 'cylinder'}, label=${quoted(...lines)}]`;
}

function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', ' '));
  return `"${escaped.join(String.raw`\n`)}"`;
}
