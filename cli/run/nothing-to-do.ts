// The quick end of a build that has nothing to do, without loading the engine. Knows no reporter.
import { span } from '../../engine/base/span.ts';
import { nothingToDo, takeGlance, type Glance } from '../../engine/idle/idle-build.ts';
import type { Call } from '../command.ts';
import { openOptions } from '../open.ts';
import { nothingToDoLine } from '../wording/nothing-to-do.ts';

/**
 * Says that there is nothing to do, if that is certain at a glance and `mayEnd`. Otherwise the engine has to look, and may go
 * on from the glance.
 */
export function saidNothingToDo(call: Call, mayEnd: boolean): 'said' | Glance | undefined {
  const { args, io, style } = call;
  if (args.positionals.length > 0 || QUESTIONS.some((option) => args.flag(option))) return undefined;
  using _span = span('look whether there is nothing to do');
  const started = Date.now();
  const { file, params = {}, env, version = '', cwd } = openOptions(call);
  const glance = takeGlance({ cwd, params, env, version, ...(file === undefined ? {} : { file }) });
  const found = mayEnd && glance ? nothingToDo(glance) : undefined;
  if (!found) return glance;
  io.stdout.write(nothingToDoLine(style, Date.now() - started, found.upToDate));
  return 'said';
}

/** What makes a build more than bringing everything up to date. */
const QUESTIONS = ['force', 'task', 'not-task', 'verbose'];
