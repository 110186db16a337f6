// `pipe tube graph`: a tube as a drawing's source. Knows the names of the formats; runs nothing.
import type { Graph } from '../graph/graph.ts';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { directoryOption } from '../options.ts';
import { inputOption, openTube, printTubeFaults, tubeArgument } from '../tube/open-tube.ts';

const formats: Readonly<Record<string, () => Promise<(graph: Graph) => string>>> = {
  mermaid: async () => (await import('../graph/mermaid.ts')).drawMermaid,
  dot: async () => (await import('../graph/dot.ts')).drawDot,
  json: async () => (graph) => `${JSON.stringify(graph, undefined, 2)}\n`,
};

export const tubeGraph: Command = {
  argument: tubeArgument,
  details: 'Prints nodes, inputs, assets and what joins them as text for Mermaid or Graphviz, or as JSON.',
  options: [
    {
      name: 'format',
      value: 'NAME',
      choices: Object.keys(formats),
      help: 'what to print (default: mermaid)',
    },
    inputOption,
    directoryOption,
  ],
  examples: [
    { line: 'pipe tube graph words.tube.yaml > words.mmd', does: 'for a Mermaid block in Markdown' },
    { line: 'pipe tube graph words.tube.yaml --format dot | dot -Tsvg > words.svg', does: 'draw it' },
  ],
  async run(call) {
    const opened = await openTube(call);
    if (!opened.ok) return await printTubeFaults(call, opened.error);
    const [draw, { tubeGraphOf }] = await Promise.all([
      formats[call.args.value('format') ?? 'mermaid']!(),
      import('../graph/tube-graph.ts'),
    ]);
    call.io.stdout.write(draw(tubeGraphOf(opened.value.tube)));
    return ExitCode.done;
  },
};
