// `pipe build --forever`: the watch, asked for with the words of a build. Knows which of them a watch has no meaning for.
import { availableParallelism } from 'node:os';
import type { Call } from '../command.ts';
import { ExitCode } from '../exit-code.ts';
import { withSession } from '../open.ts';
import { runWatch } from './run-watch.ts';

const UNSUPPORTED = ['once', 'launch-only', 'timeout', 'dry-run', 'fail-fast', 'task', 'not-task'];

export async function buildForever(call: Call): Promise<ExitCode> {
  const { args } = call;
  const other = UNSUPPORTED.find((name) => args.flag(name));
  if (other !== undefined) {
    call.io.stderr.write(`${call.errorStyle.bad('error')}: --forever and --${other} exclude each other\n`);
    return ExitCode.wrong;
  }
  const reporter = args.flag('json') ? 'json' : args.value('reporter');
  return await withSession(call, (session) =>
    runWatch(call, session, {
      targets: args.positionals,
      slots: args.count('jobs') ?? availableParallelism(),
      force: args.flag('force'),
      acceptEmpty: args.flag('accept-empty'),
      poll: false,
      once: false,
      clear: false,
      onSuccess: undefined,
      onFailure: undefined,
      verbose: args.flag('verbose'),
      reporter: reporter === 'json' || reporter === 'plain' ? reporter : 'auto',
    }),
  );
}
