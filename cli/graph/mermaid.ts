// A plan as a Mermaid flowchart (https://mermaid.js.org/syntax/flowchart.html). Knows no selector and no repository type.
import type { Plan } from '../../engine/index.ts';
import { type Graph, type GraphEdge, type GraphNode, isDoer, pipelineGraph } from './graph.ts';

const arrows: Readonly<Record<GraphEdge['kind'], string>> = {
  data: '-->',
  gate: '-.->',
  status: '-.->',
  child: '-->',
  same: '-.->',
};

export function mermaidGraph(plan: Plan): string {
  return drawMermaid(pipelineGraph(plan));
}

export function drawMermaid({ nodes, edges }: Graph): string {
  return [
    'flowchart LR',
    ...nodes.map((node) => `  ${drawNode(node)}`),
    ...edges.map(
      ({ from, to, label, kind }) =>
        `  ${from} ${arrows[kind]}${label === '' ? '' : `|${quoted(label)}|`} ${to}`,
    ),
    '',
  ].join('\n');
}

function drawNode(node: GraphNode): string {
  const { id, name, detail } = node;
  const text = detail === undefined ? quoted(name) : quoted(name, detail);
  return isDoer(node) ? `${id}[${text}]` : `${id}[(${text})]`;
}

/** Within quotes Mermaid reads entities and HTML, so what could be either is spelled as an entity. */
function quoted(...lines: readonly string[]): string {
  const escaped = lines.map((line) =>
    line.replaceAll(/["#&<>`|\n]/g, (character) => `#${character.codePointAt(0)};`),
  );
  return `"${escaped.join('<br>')}"`;
}
