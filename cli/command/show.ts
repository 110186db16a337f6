// `pipe show`: all about one process. Knows not where it is kept.
import { printJob, type ProcessDetail } from '../../engine/pipelines.ts';
import type { Call, Command } from '../command.ts';
import { alignColumns } from '../columns.ts';
import { ExitCode } from '../exit-code.ts';
import { printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions } from '../options.ts';
import { ago, duration } from '../wording/duration.ts';
import { stateWord } from '../wording/process.ts';
import { reasonText } from '../wording/reason.ts';

export const show: Command = {
  argument: {
    name: 'PROCESS',
    help: 'the id of a process, or `task/key` for the newest of a job',
    min: 1,
    max: 1,
    kind: 'target',
  },
  details:
    'Tells where a process stands, why it ran, every move that it made, where it is in its steps and what they left in ' +
    'their context, what it read and made if it was a success, what it emitted, its children, and where its log is.',
  options: [jsonOption, ...pipelineOptions],
  examples: [
    { line: 'pipe show count/emma', does: 'the newest process of a job' },
    { line: 'pipe show 17 --json', does: 'one process, as JSON' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const [target = ''] = call.args.positionals;
      const found = await session.processes.show(target);
      if (!found) return noProcess(call, target);
      if (call.args.flag('json')) printJson(call, found);
      else for (const line of linesOf(found, call)) call.io.stdout.write(`${line}\n`);
      return ExitCode.done;
    }),
};

export function noProcess(call: Call, target: string): ExitCode {
  call.io.stderr.write(
    `${call.errorStyle.bad('error:')} no process of "${target}" is remembered; see: pipe ps --all\n`,
  );
  return ExitCode.wrong;
}

function linesOf(found: ProcessDetail, { style }: Call): string[] {
  const now = Date.now();
  const took = duration((found.endedAt === 0 ? now : found.endedAt) - found.startedAt);
  const facts: [string, string | undefined][] = [
    ['process', found.id],
    ['job', printJob(found.job)],
    ['attempt', String(found.attempt)],
    ['state', stateWord(found)],
    ['because', reasonText(found.reason)],
    ['began', `${ago(found.startedAt, now)}, took ${took}`],
    ['position', found.position],
    ['status', found.status],
    ['context', found.context === undefined ? undefined : JSON.stringify(found.context)],
    ['checkpoints', found.checkpoints.map((tag) => (tag === '' ? 'its own' : tag)).join(', ') || undefined],
    ['log', found.log],
  ];
  const rows = facts.flatMap(([name, value]) => (value === undefined ? [] : [[style.dim(name), value]]));
  const lines = alignColumns(rows);
  const section = (name: string, body: readonly string[]): void => {
    if (body.length > 0) lines.push(style.bold(name), ...body.map((line) => `  ${line}`));
  };
  section('moves', moveLines(found, style.dim));
  section('inputs', alignColumns(found.inputs.map(({ link, keys }) => [link, keysText(keys)])));
  section('outputs', alignColumns(found.outputs.map(({ link, key, path }) => [link, path || key])));
  section(
    'emitted',
    alignColumns(Object.entries(found.emitted ?? {}).map(([port, value]) => [port, JSON.stringify(value)])),
  );
  section(
    'children',
    alignColumns(found.children.map((child) => [child.id, stateWord(child), child.status ?? ''])),
  );
  return lines;
}

/** One line a move, with the time since the first. */
export function moveLines({ transitions }: ProcessDetail, dim: (text: string) => string): string[] {
  const start = transitions[0]?.at ?? 0;
  return alignColumns(
    transitions.map(({ at, state, detail }) => [dim(`+${duration(at - start)}`), state, detail]),
    new Set([0]),
  );
}

function keysText(keys: readonly string[]): string {
  const shown = keys.slice(0, 5).map((key) => (key === '' ? '(unit)' : key));
  return `${shown.join(', ')}${keys.length > 5 ? ` and ${keys.length - 5} more` : ''}`;
}
