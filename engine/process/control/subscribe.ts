// Connects one process to a communicator: the intents that it answers, and the broadcasts that it follows. Knows of the
// process only that it can be controlled.
import type { Json } from '../../model/json.ts';
import { ProcessError } from '../process-error.ts';
import { isMapping } from '../../base/storable.ts';
import type { Broadcast, Communicator } from './communicator.ts';
import { outcomeOf, type ControlReply } from './reply.ts';

export interface Controllable {
  readonly pid: string;
  pause(message?: string | null): ControlReply;
  play(): ControlReply;
  kill(message?: string, forced?: boolean): ControlReply;
  statusInfo(): Readonly<Record<string, Json>>;
}

/** What is asked of a process. */
export type Intent = 'pause' | 'play' | 'kill' | 'status';

/** The body of a control message. */
export function controlMessage(intent: Intent, message: string | null = null, force = false): Json {
  return intent === 'kill' ? { intent, message, force } : { intent, message };
}

/** Starts answering; the function returned stops it. */
export function subscribe(
  target: Controllable,
  communicator: Communicator,
  warn: (message: string, error: unknown) => void,
): () => void {
  const rpc = communicator.addRpcSubscriber((body) => answer(target, body), target.pid);
  const broadcast = communicator.addBroadcastSubscriber((message) => {
    try {
      follow(target, message);
    } catch (error) {
      warn(`process ${target.pid} could not follow the broadcast '${message.subject}'`, error);
    }
  });
  return () => {
    communicator.removeRpcSubscriber(rpc);
    communicator.removeBroadcastSubscriber(broadcast);
  };
}

function answer(target: Controllable, body: Json): unknown {
  const message = isMapping(body) ? body : {};
  const text = typeof message['message'] === 'string' ? message['message'] : null;
  switch (message['intent']) {
    case 'pause':
      return settled(target.pause(text));
    case 'play':
      return settled(target.play());
    case 'kill':
      return settled(target.kill(text ?? '', message['force'] === true));
    case 'status':
      return target.statusInfo();
    default:
      throw new ProcessError(
        'unknown-intent',
        `Unknown intent: ${JSON.stringify(message['intent'] ?? null)}`,
      );
  }
}

function follow(target: Controllable, message: Broadcast): void {
  const { body } = message;
  const fields = isMapping(body) ? body : { message: body };
  const text = typeof fields['message'] === 'string' ? fields['message'] : null;
  if (message.subject === 'pause') target.pause(text);
  else if (message.subject === 'play') target.play();
  else if (message.subject === 'kill') target.kill(text ?? '', fields['force'] === true);
}

function settled(reply: ControlReply): boolean | Promise<boolean> {
  return reply.kind === 'final' ? reply.value : outcomeOf(reply);
}
