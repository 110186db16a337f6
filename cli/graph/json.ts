// A plan as nodes and edges in JSON. Knows no selector and no repository type.
import type { Plan } from '../../engine/index.ts';
import { pipelineGraph } from './graph.ts';

export function jsonGraph(plan: Plan): string {
  return `${JSON.stringify(pipelineGraph(plan), undefined, 2)}\n`;
}
