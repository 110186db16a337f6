// The quick end of a build that has nothing to do, without loading the engine. Knows no reporter.
import { span } from '../../engine/base/span.ts';
import { findNothingToDo } from '../../engine/idle/idle-build.ts';
import type { Call } from '../command.ts';
import { openOptions } from '../open.ts';
import { nothingToDoLine } from '../wording/nothing-to-do.ts';

/** Says that there is nothing to do, if that is certain at a glance; false means that the engine has to look. */
export function saidNothingToDo(call: Call): boolean {
  const { args, io, style } = call;
  if (args.positionals.length > 0 || QUESTIONS.some((option) => args.flag(option))) return false;
  using _span = span('look whether there is nothing to do');
  const started = Date.now();
  const { file, params = {}, env, version = '', cwd } = openOptions(call);
  const found = findNothingToDo({ cwd, params, env, version, ...(file === undefined ? {} : { file }) });
  if (!found) return false;
  io.stdout.write(nothingToDoLine(style, Date.now() - started, found.upToDate));
  return true;
}

/** What makes a build more than bringing everything up to date. */
const QUESTIONS = ['force', 'task', 'not-task', 'verbose'];
