// Stands between a watch and those who ask it: hears what both say, and may have the watch say something else, or nothing.
// Knows no question.
import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { call, listen } from '../../engine/idle/socket.ts';
import type { Caller } from '../../engine/idle/socket.ts';
import type { Answer, Ask } from '../../engine/idle/watch-protocol.ts';
import type { Project } from '../rig.ts';

export interface Between {
  /** What the watch is to be heard saying: nothing for null, the end of the call for undefined. By default what it says. */
  says: (answer: Answer) => Answer | null | undefined;
  /** Questions that were asked since the last call, each with whether the watch gave an answer of use. */
  answered(): Record<string, boolean>[];
}

/** From now on; the watch of the project has to run. */
export async function between(desk: Project): Promise<Between> {
  const folder = desk.path('.pipe');
  renameSync(join(folder, 'socket'), join(folder, 'behind'));
  let heard: { question: string; answer?: unknown }[] = [];
  const stands: Between = {
    says: (answer) => answer,
    answered: () => {
      const told = heard.map(({ question, answer }) => ({ [question]: isOfUse(answer) }));
      heard = [];
      return told;
    },
  };
  const relay = async (caller: Caller): Promise<void> => {
    const watch = await call(folder, 'behind');
    if (!watch) return caller.end();
    let asked: { question: string; answer?: unknown } | undefined;
    caller.onMessage((message) => {
      const { type, question } = message as Partial<Ask>;
      if (type === 'ask' && question !== 'progress') heard.push((asked = { question: question! }));
      watch.send(message);
    });
    watch.onMessage((message) => {
      const said = stands.says(message as Answer);
      if (said === null) return;
      if (!said) return caller.end();
      if (asked && said.type === 'answer') asked.answer = said.value;
      caller.send(said);
    });
    watch.onGone(() => caller.end());
    caller.onGone(() => watch.end());
  };
  const server = await listen(folder, 'socket', (caller) => void relay(caller));
  onTestFinished(() => server[Symbol.asyncDispose]());
  return stands;
}

function isOfUse(answer: unknown): boolean {
  return (answer as { ok?: boolean } | undefined)?.ok === true;
}
