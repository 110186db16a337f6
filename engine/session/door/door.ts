// The socket of a builder: says who it is, and hands on what it is asked. Knows no question and no build.
import { environmentDigest, requestText } from '../../idle/request.ts';
import { listen } from '../../idle/socket.ts';
import type { Caller } from '../../idle/socket.ts';
import { SOCKET } from '../../idle/watch-protocol.ts';
import type { Answer, Ask, BuildRequest, Hello, LinkRequest } from '../../idle/watch-protocol.ts';
import type { Plan } from '../../model/plan.ts';
import type { Answers, Question } from './questions.ts';
import type { OpenOptions } from '../types.ts';

export interface DoorPorts {
  readonly builder: Hello['builder'];
  /** As it is when someone comes. */
  readonly plan: () => Plan;
  readonly open: OpenOptions;
  readonly answers: Answers;
  /** Has the caller take part in the builder's communicator; takes over what it says from now on. */
  readonly link?: (caller: Caller) => void;
  /** Streams a build to the caller; only a watch does. */
  readonly build?: (request: BuildRequest, caller: Caller) => Promise<void>;
}

/** Serves `socket` in the state folder until it is disposed. Only for who holds the lock. */
export async function openDoor(state: string, ports: DoorPorts): Promise<AsyncDisposable> {
  return await listen(state, SOCKET, (caller) => {
    caller.send(helloOf(ports.builder, ports.plan(), ports.open));
    let isLinked = false;
    caller.onMessage((message) => {
      if (isLinked) return;
      const request = message as Ask | LinkRequest | BuildRequest | undefined;
      if (request?.type === 'link' && ports.link) {
        isLinked = true;
        caller.send({ type: 'linked' } satisfies Answer);
        return ports.link(caller);
      }
      receive(request, caller, ports).catch((error: unknown) =>
        refuse(caller, 'unanswered', error instanceof Error ? error.message : String(error)),
      );
    });
  });
}

/** What a builder is: whoever differs in it would get answers about something else. */
export function helloOf(builder: Hello['builder'], plan: Plan, open: OpenOptions): Hello {
  const { params = {}, env, version = '' } = open;
  const counted = [...plan.env, ...plan.secrets];
  const names = plan.tasks.some((task) => task.tools.length > 0) ? [...counted, 'PATH'] : counted;
  return {
    type: 'hello',
    builder,
    version,
    pid: process.pid,
    params: requestText(params),
    env: names,
    envDigest: environmentDigest(names, env),
  };
}

async function receive(
  request: Ask | LinkRequest | BuildRequest | undefined,
  caller: Caller,
  { answers, build }: DoorPorts,
): Promise<void> {
  if (request?.type === 'build' && build) return await build(request, caller);
  const question = request?.type === 'ask' ? request.question : request?.type;
  const answer = question !== undefined && Object.hasOwn(answers, question) && answers[question as Question];
  if (!answer || request?.type !== 'ask')
    return refuse(caller, 'unknown-question', `this pipe cannot be asked ${JSON.stringify(question)}`);
  const value: unknown = await answer(request.with as never, caller);
  caller.send({ type: 'answer', value } satisfies Answer);
  caller.end();
}

function refuse(caller: Caller, code: string, message: string): void {
  caller.send({ type: 'refused', refusal: { type: 'build-failure', code, message } } satisfies Answer);
  caller.end();
}
