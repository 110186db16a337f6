// `pipe watch-events`: each change of a process, a line of JSON each. Knows not where it comes from.
import type { Command } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { withSession } from '../open.ts';
import { pipelineOptions } from '../options.ts';

export const watchEvents: Command = {
  details:
    'Prints a line of JSON for each: `time`, `sender` (the id of the process), `job`, and `subject`, which is ' +
    '`state_changed.FROM.TO`, `paused` or `played`. Waits for builders to come, and goes on after they have ended; ' +
    'Ctrl-C ends it.',
  options: [
    { name: 'subject', value: 'GLOB', help: 'only subjects that match, such as `state_changed.*.killed`' },
    ...pipelineOptions,
  ],
  examples: [
    { line: 'pipe watch-events', does: 'follow everything' },
    { line: "pipe watch-events --subject 'state_changed.*.finished'", does: 'follow what finishes' },
  ],
  run: async (call) =>
    withSession(call, async (session) => {
      const { io, args } = call;
      const wanted = testOf(args.value('subject'));
      const stop = new AbortController();
      using _signals = io.onSignal(() => stop.abort());
      await session.processes.follow(
        (news) => {
          if (wanted(news.subject)) io.stdout.write(`${JSON.stringify(news)}\n`);
        },
        (pid) => io.stderr.write(`process ${pid} builds here\n`),
        stop.signal,
      );
      return ExitCode.done;
    }),
};

/** `*` stands for any text. */
function testOf(glob: string | undefined): (subject: string) => boolean {
  if (glob === undefined) return () => true;
  const pattern = glob.split('*').map((part) => RegExp.escape(part));
  const whole = new RegExp(`^${pattern.join('.*')}$`);
  return (subject) => whole.test(subject);
}
