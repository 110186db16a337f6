// A plan as a Graphviz graph (https://graphviz.org/doc/info/lang.html). Knows no selector and no repository type.
import type { Plan } from '../../engine/index.ts';
import { type GraphEdge, type GraphNode, pipelineGraph } from './graph.ts';

const styles: Readonly<Record<GraphEdge['kind'], string>> = {
  data: 'solid',
  gate: 'dashed',
  status: 'dotted',
  child: 'solid',
  same: 'dashed',
};

export function dotGraph(plan: Plan): string {
  const { name, nodes, edges } = pipelineGraph(plan);
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

/** Tasks are boxes, repositories cylinders. */
function drawNode({ id, kind, name, detail }: GraphNode): string {
  const lines = detail === undefined ? [name] : [name, detail];
  return `${id} [shape=${kind === 'task' ? 'box' : 'cylinder'}, label=${quoted(...lines)}]`;
}

function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) => line.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', ' '));
  return `"${escaped.join(String.raw`\n`)}"`;
}
