// `pipe logs`: what jobs wrote when they last ran. Knows not where logs are kept.
import type { RunLog } from '../../engine/index.ts';
import type { Call, Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { printFaults, printJson, withSession } from '../open.ts';
import { jsonOption, pipelineOptions, targetsArgument } from '../options.ts';
import { ago, duration, plural } from '../wording/duration.ts';

export const logs: Command = {
  argument: targetsArgument,
  details:
    'Prints the newest log of each job that matches. The log of one job comes as it is, several with a heading each. What jobs emitted for their output ports follows; of one job it goes to standard error.',
  options: [{ name: 'failed', help: 'only of jobs whose last run failed' }, jsonOption, ...pipelineOptions],
  examples: [
    { line: 'pipe logs count/emma', does: 'what one job wrote' },
    { line: 'pipe logs --failed', does: 'what the failed jobs wrote' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const found = await session.logs(call.args.positionals, { failedOnly: call.args.flag('failed') });
      if (!found.ok) return await printFaults(call, [found.error]);
      return await show(call, found.value);
    }),
};

async function show(call: Call, found: readonly RunLog[]): Promise<ExitCode> {
  const { io, style } = call;
  if (call.args.flag('json')) {
    printJson(call, found);
    return ExitCode.done;
  }
  const { printJob } = await call.engine();
  if (found.length === 0) {
    io.stderr.write(call.args.flag('failed') ? 'no job failed\n' : 'no run is remembered\n');
  }
  const now = Date.now();
  const written = found.filter(({ text, outputs }) => text !== '' || outputs !== undefined);
  for (const [index, log] of written.entries()) {
    if (found.length > 1) {
      const heading = `==> ${printJob(log.job)}: ${log.outcome} ${ago(log.startedAt, now)}, ${duration(log.durationMs)}`;
      const path = log.path === undefined ? '' : style.dim(` ${log.path}`);
      io.stdout.write(`${index > 0 ? '\n' : ''}${style.bold(heading)}${path}\n`);
    }
    if (log.text !== '') io.stdout.write(log.text.endsWith('\n') ? log.text : `${log.text}\n`);
    // Of one job the log alone, so that it can be piped on as it is.
    const side = found.length > 1 ? io.stdout : io.stderr;
    for (const [port, value] of Object.entries(log.outputs ?? {}))
      side.write(`${style.dim(`emitted ${port}: ${JSON.stringify(value)}`)}\n`);
  }
  const silent = found.length - written.length;
  if (silent > 0)
    io.stderr.write(`${silent === found.length ? '' : '\n'}${plural(silent, 'job')} wrote nothing\n`);
  return ExitCode.done;
}
