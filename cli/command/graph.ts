// `pipe graph`: the pipeline as a drawing's source. Knows the names of the formats; opens nothing.
import type { Plan } from '../../engine/index.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { openOptions, printFaults } from '../open.ts';
import { pipelineOptions } from '../options.ts';

const formats: Readonly<Record<string, () => Promise<(plan: Plan) => string>>> = {
  mermaid: async () => (await import('../graph/mermaid.ts')).mermaidGraph,
  dot: async () => (await import('../graph/dot.ts')).dotGraph,
  json: async () => (await import('../graph/json.ts')).jsonGraph,
};

export const graph: Command = {
  details:
    'Prints tasks, repositories and the links between them as text for Mermaid or Graphviz, or as JSON.',
  options: [
    {
      name: 'format',
      value: 'NAME',
      choices: Object.keys(formats),
      help: 'what to print (default: mermaid)',
    },
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe graph > graph.mmd', does: 'for a Mermaid block in Markdown' },
    { line: 'pipe graph --format dot | dot -Tsvg > graph.svg', does: 'draw it with Graphviz' },
  ],
  async run(call) {
    const { checkPipeline } = await call.engine();
    const checked = await checkPipeline(openOptions(call));
    if (!checked.ok) return await printFaults(call, checked.error);
    const format = await formats[call.args.value('format') ?? 'mermaid']!();
    call.io.stdout.write(format(checked.value.plan));
    return ExitCode.done;
  },
};
