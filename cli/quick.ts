// The shortest way through the most frequent call: `pipe build` where nothing is to do, or where a watch says so. Bundled by
// itself, since loading the command line in its many parts takes longer than a small project's whole look. Knows no other
// command and hardly an option: whatever it is not sure of, `main.ts` does as always.
import { fstatSync, writeSync } from 'node:fs';
import { askAtRest } from '../engine/idle/ask-at-rest.ts';
import { mayBeWatched, nothingToDo, takeGlance, type Glance } from '../engine/idle/idle-build.ts';
import manifest from '../package.json' with { type: 'json' };
import { hearWatch } from './run/watch-answer.ts';
import type { WatchAnswer } from './run/watch-answer.ts';
import { styleFor } from './style.ts';
import type { Style } from './style.ts';
import { nothingToDoLine } from './wording/nothing-to-do.ts';

/**
 * What it did: `done` has said that there is nothing to do; after `something`, or a glance, there is no use in looking once
 * more; a watch that was asked goes on answering.
 */
export type QuickAnswer = 'done' | Looked;
export type Looked = 'something' | 'not-asked' | WatchAnswer | Glance;

export async function quickly(argv: readonly string[]): Promise<QuickAnswer> {
  if (!OF_NO_CONSEQUENCE.test(argv.join('\n'))) return 'not-asked';
  const cwd = process.cwd();
  const started = process.hrtime.bigint();
  const request = { cwd, params: {}, env: process.env, version: manifest.version };
  // A watch answers for itself.
  const isWatched = mayBeWatched(cwd);
  const atRest = isWatched ? askAtRest(request) : undefined;
  const ask = { ...request, targets: [], unsupported: [], onWait: sayWait };
  const watch = isWatched && !atRest ? await hearWatch(ask) : undefined;
  const glance = watch || atRest ? undefined : takeGlance(request);
  const found = atRest ?? (glance && nothingToDo(glance));
  const upToDate = watch ? await watch.upToDate : found?.upToDate;
  if (upToDate === undefined) return watch ?? glance ?? 'something';
  const ms = Number(process.hrtime.bigint() - started) / 1e6;
  say((style) => nothingToDoLine(style, ms, upToDate));
  return 'done';
}

/** How many at once, what comes after a failure, and how to show work do not matter where there is none. */
const OF_NO_CONSEQUENCE =
  /^build(\n(-k|--keep-going|(-j\n?|--jobs[\n=])[1-9]\d*|--reporter[\n=](auto|plain|listr)))*$/;

function sayWait(holder: string): void {
  process.stderr.write(`waiting for ${holder} to answer\n`);
}

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
