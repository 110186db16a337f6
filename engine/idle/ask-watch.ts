// Asks a watch that runs beside this build instead of building: a door of its own, since a watch that has nothing to do
// answers before the engine would be loaded. Knows no reporter.
import { resolve } from 'node:path';
import type { BuildSummary, EngineEvent } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';
import { mayBeWatched, stateFolderOf } from './idle-build.ts';
import type { IdleRequest } from './idle-build.ts';
import { describeHolder, readHolder } from './lock-holder.ts';
import { environmentDigest, requestText } from './request.ts';
import { call } from './socket.ts';
import type { Caller } from './socket.ts';
import { SOCKET } from './watch-protocol.ts';
import type { Answer, BuildRequest, Hello, RemoteProgress } from './watch-protocol.ts';

/** A watch greets at once, even in the middle of its work. */
const SLOW_MS = 1000;

export interface WatchAsk extends IdleRequest {
  readonly targets: readonly string[];
  /** Flags of the call that only a build of its own could follow. */
  readonly unsupported: readonly string[];
  /** Told once if the watch takes long to say anything at all: it may be stopped. */
  readonly onWait?: (holder: string) => void;
}

export interface AskPorts {
  readonly onEvent: (event: EngineEvent) => void;
  readonly onProgress: (progress: RemoteProgress) => void;
}

/** A watch that has greeted, and whose answer is on its way. */
export interface RunningWatch {
  readonly root: string;
  build(ports: AskPorts): RemoteBuild;
}

export interface RemoteBuild {
  readonly summary: Promise<BuildSummary>;
  /** Nobody waits for the answer any more: the summary says so, and the watch goes on. */
  readonly leave: () => void;
}

/** Undefined if no watch runs here. */
export async function findWatch(ask: WatchAsk): Promise<RunningWatch | undefined> {
  const file = resolve(ask.cwd, ask.file ?? 'pipeline.yaml');
  const folder = stateFolderOf(file);
  if (!mayBeWatched(ask.cwd, ask.file)) return undefined;
  // Every builder has a socket. One that is stopped would never say that it is no watch; the lock's note does.
  const holder = readHolder(folder);
  if (holder?.command !== 'pipe watch') return undefined;
  const caller = await call(folder, SOCKET);
  if (!caller) return undefined;
  // Asked at once, so that the question and the greeting cross on their way.
  caller.send({ type: 'build', targets: ask.targets } satisfies BuildRequest);
  const answers = new Answers(caller);
  const slow = setTimeout(() => ask.onWait?.(describeHolder(holder)), SLOW_MS);
  const hello = await answers.first;
  clearTimeout(slow);
  if (hello?.type !== 'hello' || hello.builder !== 'watch') {
    caller.end();
    return undefined;
  }
  return { root: resolve(file, '..'), build: (ports) => converse(caller, hello, answers, ask, ports) };
}

/** What the caller and the watch do not share, if anything: then its answer would be about something else. */
export function differenceOf(
  hello: Hello,
  ask: Pick<WatchAsk, 'params' | 'env' | 'version'> & { readonly unsupported?: readonly string[] },
): BuildFailure | undefined {
  const refuse = (what: string): BuildFailure => ({
    type: 'build-failure',
    code: 'watch-differs',
    message: `a watch runs here (process ${hello.pid}), and ${what}`,
    hint: 'end the watch to build otherwise, or call build as the watch was called',
  });
  if (hello.version !== ask.version)
    return refuse(`it is pipe ${hello.version}, which is not this version, ${ask.version}`);
  if (hello.params !== requestText(ask.params))
    return refuse(`it has other parameters: ${hello.params}, not ${requestText(ask.params)}`);
  if (hello.envDigest !== environmentDigest(hello.env, ask.env))
    return refuse(`variables that count have other values for it: among ${hello.env.join(', ')}`);
  const [flag] = ask.unsupported ?? [];
  if (flag !== undefined) return refuse(`it cannot do what ${flag} asks`);
  return undefined;
}

function converse(
  caller: Caller,
  hello: Hello,
  answers: Answers,
  ask: WatchAsk,
  { onEvent, onProgress }: AskPorts,
): RemoteBuild {
  const { promise, resolve: settle } = Promise.withResolvers<BuildSummary>();
  let isOver = false;
  const end = (make: () => BuildSummary): void => {
    if (isOver) return;
    isOver = true;
    settle(make());
    caller.end();
  };
  const refuse = (refusal: BuildFailure): void => end(() => refused(refusal, onEvent));
  const difference = differenceOf(hello, ask);
  if (difference) refuse(difference);
  else {
    answers.hear((answer) => {
      if (answer.type === 'event') onEvent(answer.event);
      if (answer.type === 'progress') onProgress(answer.progress);
      if (answer.type === 'refused') refuse(answer.refusal);
      if (answer.type === 'end') end(() => answer.summary);
    });
    caller.onGone(() => refuse(LOST));
  }
  return { summary: promise, leave: () => end(() => ({ ...NOTHING, outcome: 'interrupted' })) };
}

/** What a builder says, in order: its first words by themselves, the others as soon as someone hears them. */
class Answers {
  readonly first: Promise<Answer | undefined>;
  readonly #early: Answer[] = [];
  #hear = (answer: Answer): void => void this.#early.push(answer);

  constructor(caller: Caller) {
    const { promise, resolve: settle } = Promise.withResolvers<Answer | undefined>();
    this.first = promise;
    let hasGreeted = false;
    caller.onMessage((message) => {
      const answer = message as Answer | undefined;
      if (!hasGreeted) settle(answer);
      else if (answer) this.#hear(answer);
      hasGreeted = true;
    });
    caller.onGone(() => settle(undefined));
  }

  hear(listener: (answer: Answer) => void): void {
    for (const answer of this.#early.splice(0)) listener(answer);
    this.#hear = listener;
  }
}

const LOST: BuildFailure = {
  type: 'build-failure',
  code: 'watch-ended',
  message: 'the watch ended before it had answered',
};

function refused(refusal: BuildFailure, onEvent: AskPorts['onEvent']): BuildSummary {
  const summary: BuildSummary = { ...NOTHING, outcome: 'refused', refusal };
  onEvent({ type: 'build-end', time: Date.now(), summary });
  return summary;
}

const NOTHING = { durationMs: 0, tasks: [], failures: [], notReady: [], pruned: 0, warnings: 0 } as const;
