// Options that `build` and `plan` share, and how they become a request. Knows no reporter.
import { availableParallelism } from 'node:os';
import type { Call } from '../command.ts';
import type { OptionSpec } from '../option-spec.ts';
import type { BuildRequest } from './run-build.ts';

export const decisionOptions: readonly OptionSpec[] = [
  { name: 'force', help: 'run every job of the targets, whatever its record says' },
  {
    name: 'task',
    short: 't',
    value: 'TASK',
    repeatable: true,
    help: 'run only this task (or glob); what others made stands',
  },
  {
    name: 'not-task',
    short: 'T',
    value: 'TASK',
    repeatable: true,
    help: 'do not run this task (or glob); what it made stands as it is',
  },
  {
    name: 'accept-empty',
    help: 'a source folder that is now missing or empty counts as empty, and is no fault',
  },
];

/** What a dry run needs; `build` adds to it. */
export function planRequest(call: Call): Omit<BuildRequest, 'reporter' | 'verbose'> {
  return {
    targets: call.args.positionals,
    slots: availableParallelism(),
    onFailure: 'stop',
    dryRun: true,
    force: call.args.flag('force'),
    only: call.args.all('task'),
    except: call.args.all('not-task'),
    acceptEmpty: call.args.flag('accept-empty'),
  };
}
