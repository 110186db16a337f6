// The shortest way through the most frequent call: `pipe build` where nothing is to do. Bundled by itself, since loading the
// command line in its many parts takes longer than a small project's whole look. Knows no other command and hardly an
// option: whatever it is not sure of, `main.ts` does as always.
import { fstatSync, writeSync } from 'node:fs';
import { findNothingToDo, mayBeWatched } from '../engine/idle/idle-build.ts';
import manifest from '../package.json' with { type: 'json' };
import { styleFor } from './style.ts';
import type { Style } from './style.ts';
import { nothingToDoLine } from './wording/nothing-to-do.ts';

/** What it did: `done` has said that there is nothing to do; after `something` there is no use in looking once more. */
export type QuickAnswer = 'done' | 'something' | 'not-asked';

export function quickly(argv: readonly string[]): QuickAnswer {
  if (!OF_NO_CONSEQUENCE.test(argv.join('\n'))) return 'not-asked';
  const cwd = process.cwd();
  // A watch answers for itself.
  if (mayBeWatched(cwd)) return 'not-asked';
  const started = process.hrtime.bigint();
  const found = findNothingToDo({ cwd, params: {}, env: process.env, version: manifest.version });
  if (!found) return 'something';
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  say((style) => nothingToDoLine(style, ms, found.upToDate));
  return 'done';
}

/** How many at once, what comes after a failure, and how to show work do not matter where there is none. */
const OF_NO_CONSEQUENCE =
  /^build(\n(-k|--keep-going|(-j\n?|--jobs[\n=])[1-9]\d*|--reporter[\n=](auto|plain|listr)))*$/;

/** To a file or a pipe it writes past Node's streams, which take their time to open. */
function say(text: (style: Style) => string): void {
  if (fstatSync(1).isCharacterDevice()) {
    process.stdout.write(text(styleFor(process.stdout, process.env)));
    return;
  }
  const line = text(styleFor({ isTTY: false }, process.env));
  try {
    writeSync(1, line);
  } catch (error) {
    // Full for now; a reader that is gone wants no more words.
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') process.stdout.write(line);
  }
}
