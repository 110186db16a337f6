// `pipe report`: what a process went through, and what it wrote. Knows not where that is kept.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { moveLines, noProcess } from './show.ts';

export const report: Command = {
  argument: {
    name: 'PROCESS',
    help: 'the id of a process, or `task/key` for the newest of a job',
    min: 1,
    max: 1,
    kind: 'target',
  },
  details:
    'Each move that the process made, with the time since its start, its step and its message; then its log.',
  options: [jsonOption, ...pipelineOptions],
  examples: [{ line: 'pipe report 17', does: 'the story of one process' }],
  run: async (call) =>
    withSession(call, async (session) => {
      const { io, args, style } = call;
      const [target = ''] = args.positionals;
      const found = await session.processes.show(target);
      if (!found) return noProcess(call, target);
      const log = found.log === undefined ? '' : textOf(resolve(session.plan.root, found.log));
      if (args.flag('json')) {
        printJson(call, { id: found.id, job: found.job, transitions: found.transitions, log });
        return ExitCode.done;
      }
      for (const line of moveLines(found, style.dim)) io.stdout.write(`${line}\n`);
      if (log !== '') io.stdout.write(`${style.bold('log')}\n${log.endsWith('\n') ? log : `${log}\n`}`);
      return ExitCode.done;
    }),
};

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
