// `pipe shell`: an interactive Node with the pipeline open. Knows what it offers there, and not how it is done.
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { withSession } from '../open.ts';
import { pipelineOptions } from '../options.ts';

export const shell: Command = {
  details:
    'A Node prompt with top-level await. Names there: `pipeline`, `repositories` and `tasks` (by name, completed with Tab), ' +
    'and the functions ls, cat, inject, rm, trace, status, why and build. Its history is kept in the state folder.',
  options: [...pipelineOptions],
  examples: [
    { line: 'pipe shell', does: 'then, say: (await ls("books - counts")).length' },
    { line: "echo 'await repositories.books.keys()' | pipe shell", does: 'one line, without a terminal' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const { runShell } = await import('../run/run-shell.ts');
      return (await runShell(call, session)) ? ExitCode.done : ExitCode.failed;
    }),
};
