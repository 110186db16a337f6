// What a builder answers at its door of the processes that run in it: which are live, what is asked of them, what they do.
// Knows no socket.
import type { Plan } from '../model/plan.ts';
import type { NewsSink, ProcessNews } from '../model/process-news.ts';
import type { ProcessControl } from '../schedule/process-control.ts';
import { openDoor } from './door.ts';
import type { Answers, Speakers } from './questions.ts';
import type { OpenOptions } from './types.ts';

/** So much of what was told is told again to who comes late. */
const REMEMBERED = 1000;

export class ProcessDoor {
  readonly #builder: 'watch' | 'build';
  readonly #control: () => ProcessControl | undefined;
  readonly #listeners = new Set<NewsSink>();
  readonly #told: ProcessNews[] = [];

  /** `control` gives that of the build that runs, if one does. */
  constructor(builder: 'watch' | 'build', control: () => ProcessControl | undefined) {
    this.#builder = builder;
    this.#control = control;
  }

  /** For the build: tells those who listen. */
  readonly tell: NewsSink = (news) => {
    this.#told.push(news);
    if (this.#told.length > 2 * REMEMBERED) this.#told.splice(0, REMEMBERED);
    for (const listener of this.#listeners) listener(news);
  };

  get answers(): Answers {
    const who = { pid: process.pid, builder: this.#builder };
    return { who: () => who, live: () => ({ ...who, processes: this.#control()?.livePids() ?? [] }) };
  }

  get speakers(): Speakers {
    return {
      control: async (request, say, gone) => {
        const { promise, resolve } = Promise.withResolvers<void>();
        let pending = 0;
        const replies =
          this.#control()?.control(request, (reply) => {
            say([reply]);
            if (--pending === 0) resolve();
          }) ?? [];
        pending += replies.filter(({ kind }) => kind === 'pending').length;
        say(replies);
        gone.addEventListener('abort', () => resolve(), { once: true });
        if (pending > 0) await promise;
      },
      news: async ({ since }, say, gone) => {
        const listener: NewsSink = (news) => say([news]);
        say(this.#told.filter(({ time }) => time >= since));
        this.#listeners.add(listener);
        await new Promise((resolve) => gone.addEventListener('abort', resolve, { once: true }));
        this.#listeners.delete(listener);
      },
    };
  }
}

/** The door of a build, not of a watch. Without one the build goes on, and nobody can control it. */
export async function openBuildDoor(
  state: string,
  { answers, speakers }: ProcessDoor,
  plan: () => Plan,
  open: OpenOptions,
  warn: (code: string, message: string) => void,
): Promise<AsyncDisposable | undefined> {
  try {
    return await openDoor(state, { builder: 'build', plan, open, answers, speakers });
  } catch (error) {
    warn('no-socket', `nobody can look at or control this build: ${(error as Error).message}`);
    return undefined;
  }
}
