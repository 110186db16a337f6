// A watch that has nothing left to do answers looks as one finds out who looks by oneself. Knows no truth.
import { openPipeline } from '../../engine/index.ts';
import type { EngineEvent, Looks, OpenOptions } from '../../engine/index.ts';
import { WatchedLooks } from '../../engine/session/door/watched-looks.ts';
import type { Pipeline } from './model.ts';

export async function checkLooks(options: OpenOptions, { tasks }: Pipeline): Promise<string[]> {
  const opened = await openPipeline(options);
  if (!opened.ok) return [];
  await using own = opened.value;
  let refused = 0;
  const watched = new WatchedLooks(options, async () => {
    refused++;
    return own;
  });
  const questions: readonly (readonly [string, (looks: Looks) => Promise<unknown>])[] = [
    ['status', (looks) => looks.status()],
    ['links', (looks) => looks.members.links()],
    ...tasks.map(({ name }) => [`why ${name}`, (looks: Looks) => looks.why(name)] as const),
    ['plan', (looks) => planOf(looks, false)],
    ['plan --force', (looks) => planOf(looks, true)],
    ['trace', (looks) => looks.members.trace(['a', 'b', 'c', 'a/1'], { all: true })],
  ];
  const problems: string[] = [];
  for (const [name, ask] of questions) {
    const [told, found] = [await textOf(ask(watched)), await textOf(ask(own))];
    if (told !== found) problems.push(`the watch tells ${name} as ${told}, and it is ${found}`);
  }
  // Where the machine is busy one may not be answered in time.
  if (refused > 1) problems.push(`the watch did not answer ${refused} of ${questions.length} looks`);
  return problems;
}

/** Without its times. */
async function planOf(looks: Looks, force: boolean): Promise<unknown> {
  const never = new AbortController().signal;
  const events: unknown[] = [];
  const onEvent = (event: EngineEvent): void => {
    if (event.type === 'job-planned' || event.type === 'pruned' || event.type === 'warning')
      events.push({ ...event, time: 0 });
  };
  const summary = await looks.dryRun({ targets: [], force, onEvent, stop: never, kill: never });
  return { events, summary: { ...summary, durationMs: 0 } };
}

async function textOf(answer: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await answer);
  } catch (error) {
    return String(error);
  }
}
