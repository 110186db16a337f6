// What a builder answers at its door of the processes that run in it: which are live, what is asked of them, what they do.
// The first that comes opens the builder's communicator, in which every live process answers under its id. Knows no socket.
import { err } from '../../base/result.ts';
import type { Caller } from '../../idle/socket.ts';
import type { Plan } from '../../model/plan.ts';
import type { NewsSink, ProcessNews } from '../../model/process-news.ts';
import { MemoryCommunicator } from '../../process/control/memory-communicator.ts';
import { finalAnswer, pendingAnswer } from '../../process/control/reply.ts';
import { subscribe } from '../../process/control/subscribe.ts';
import type { Controllable, Intent } from '../../process/control/subscribe.ts';
import type { Progress } from '../../schedule/options.ts';
import type { ProcessControl } from '../../schedule/process-control.ts';
import { announcement, answerAsBuilder } from './builder-calls.ts';
import { takeTasks } from './builder-tasks.ts';
import { openDoor } from '../door/door.ts';
import { serveLink } from '../door/link.ts';
import type { Answers } from '../door/questions.ts';
import type { OpenOptions } from '../types.ts';

/** So much of what was told is told again to who comes late. */
const REMEMBERED = 1000;
const ENDED = /^state_changed\..*\.(?:finished|excepted|killed)$/;

export class ProcessDoor {
  readonly #builder: 'watch' | 'build';
  readonly #control: () => ProcessControl | undefined;
  readonly #launch: (job: string) => Promise<string | undefined>;
  readonly #told: ProcessNews[] = [];
  readonly #subscribed = new Map<string, { leave(): void; end(subject: string): void }>();
  #communicator: MemoryCommunicator | undefined;

  /** `control` gives that of the build that runs, if one does; `launch` has a job run, or says why it cannot. */
  constructor(
    builder: 'watch' | 'build',
    control: () => ProcessControl | undefined,
    launch: (job: string) => Promise<string | undefined> = async () =>
      'a build does not launch for others, only a watch does',
  ) {
    this.#launch = launch;
    this.#builder = builder;
    this.#control = control;
  }

  /** For the build: tells those who listen. */
  readonly tell: NewsSink = (news) => {
    this.#told.push(news);
    if (this.#told.length > 2 * REMEMBERED) this.#told.splice(0, REMEMBERED);
    if (!this.#communicator) return;
    this.#communicator.sendBroadcast(announcement(news));
    if (ENDED.test(news.subject)) this.#end(news);
    else this.#join(this.#communicator, news.sender);
  };

  get answers(): Answers {
    const who = { pid: process.pid, builder: this.#builder };
    return { who: () => who, live: () => ({ ...who, processes: this.#control()?.livePids() ?? [] }) };
  }

  /** Has a caller take part in the communicator. */
  readonly link = (caller: Caller): void => serveLink(caller, (this.#communicator ??= this.#open()));

  #open(): MemoryCommunicator {
    const communicator = new MemoryCommunicator();
    answerAsBuilder(communicator, {
      control: (request, onSettled) => this.#control()?.control(request, onSettled) ?? [],
      news: (since) => this.#told.filter(({ time }) => time >= since),
    });
    takeTasks(communicator, {
      control: (request) => this.#control()?.control(request, () => {}) ?? [],
      isRunning: (job) => {
        const control = this.#control();
        return control?.livePids().some((pid) => control.statusOf(pid)?.['process'] === job) ?? false;
      },
      goOn: (pid, tag) => this.#control()?.goOn(pid, tag) ?? err('no build runs'),
      launch: this.#launch,
    });
    for (const pid of this.#control()?.livePids() ?? []) this.#join(communicator, pid);
    return communicator;
  }

  #join(communicator: MemoryCommunicator, pid: string): void {
    if (this.#subscribed.has(pid)) return;
    const { promise, resolve } = Promise.withResolvers<string>();
    const leave = subscribe(controllable(pid, this.#control, promise), communicator, () => {});
    this.#subscribed.set(pid, { leave, end: resolve });
  }

  #end({ sender, subject }: ProcessNews): void {
    const subscribed = this.#subscribed.get(sender);
    this.#subscribed.delete(sender);
    subscribed?.leave();
    subscribed?.end(subject);
  }
}

/** A process of the build that runs, as one that answers under its id. */
function controllable(
  pid: string,
  control: () => ProcessControl | undefined,
  ended: Promise<string>,
): Controllable {
  const ask = (
    intent: Exclude<Intent, 'status'>,
    message: string,
    force: boolean,
  ): ReturnType<Controllable['play']> => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const request = { intent, targets: [pid], all: false, message, suspend: false, force };
    const reply = control()?.control(request, ({ value }) => resolve(value))[0];
    // The end of the last process is that of the builder: nothing is waited for that comes later.
    void ended.then((subject) => resolve(intent === 'kill' && subject.endsWith('.killed')));
    return reply?.kind === 'pending' ? pendingAnswer(promise) : finalAnswer(reply?.value ?? false);
  };
  return {
    pid,
    pause: (message) => ask('pause', message ?? '', false),
    play: () => ask('play', '', false),
    kill: (message, forced = false) => ask('kill', message ?? '', forced),
    statusInfo: () => control()?.statusOf(pid) ?? { pid },
  };
}

/** The door of a build, not of a watch. Without one the build goes on, and nobody can control it. */
export async function openBuildDoor(
  state: string,
  { answers, link }: ProcessDoor,
  progress: () => Progress,
  plan: () => Plan,
  open: OpenOptions,
  warn: (code: string, message: string) => void,
): Promise<AsyncDisposable | undefined> {
  try {
    return await openDoor(state, {
      builder: 'build',
      plan,
      open,
      answers: { ...answers, progress },
      link,
    });
  } catch (error) {
    warn('no-socket', `nobody can look at or control this build: ${(error as Error).message}`);
    return undefined;
  }
}
