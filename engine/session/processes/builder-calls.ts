// What is asked of a builder as a whole over a communicator, under the name `builder`: control of whatever targets name,
// and what it has told so far. Knows neither sockets nor stores.
import { randomUUID } from 'node:crypto';
import { onAbort } from '../../base/on-abort.ts';
import type { Json } from '../../model/json.ts';
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import type { ProcessNews } from '../../model/process-news.ts';
import { finalReply } from '../../process/control/communicator.ts';
import type { Broadcast, Communicator } from '../../process/control/communicator.ts';
import { filtered } from '../../process/control/filter.ts';
import { ProcessError } from '../../process/process-error.ts';

const BUILDER = 'builder';
/** The subject of the last word on a request that was pending; its correlation id is the request's ticket. */
const SETTLED = 'settled';

type BuilderCall =
  | { readonly intent: 'control'; readonly request: ControlRequest; readonly ticket: string }
  /** What was told since then, milliseconds since 1970, as far as it is known. */
  | { readonly intent: 'news'; readonly since: number };

export interface BuilderAnswers {
  /** `onSettled` hears the final reply for each that is pending now. */
  readonly control: (
    request: ControlRequest,
    onSettled: (reply: ControlReply) => void,
  ) => readonly ControlReply[];
  readonly news: (since: number) => readonly ProcessNews[];
}

/** Has a builder, or the store in its place, answer. */
export function answerAsBuilder(communicator: Communicator, { control, news }: BuilderAnswers): void {
  communicator.addRpcSubscriber((body) => {
    const call = body as unknown as Partial<BuilderCall> | null;
    if (call?.intent === 'news') return news(Number(call.since));
    if (call?.intent === 'control' && call.request) {
      const correlationId = String(call.ticket);
      return control(call.request, (reply) =>
        communicator.sendBroadcast({
          subject: SETTLED,
          sender: BUILDER,
          correlationId,
          body: reply as unknown as Json,
        }),
      );
    }
    throw new ProcessError('unknown-intent', `Unknown intent: ${JSON.stringify(call?.intent ?? null)}`);
  }, BUILDER);
}

/**
 * The replies, once all are final or `left` is aborted; what is pending by then is given as such. Undefined without any
 * answer.
 */
export async function askToControl(
  communicator: Communicator,
  request: ControlRequest,
  onPending: (reply: ControlReply) => void,
  left: AbortSignal,
): Promise<readonly ControlReply[] | undefined> {
  const settled = new Map<string, ControlReply>();
  const over = Promise.withResolvers<void>();
  const nameOf = ({ id, target }: ControlReply): string => `${id} ${target}`;
  let replies: readonly ControlReply[] | undefined;
  const look = (): void => {
    if (replies?.every((reply) => reply.kind !== 'pending' || settled.has(nameOf(reply)))) over.resolve();
  };
  const ticket = randomUUID();
  const subscriber = communicator.addBroadcastSubscriber(
    filtered(
      ({ body, correlationId }) => {
        if (correlationId !== ticket) return;
        const reply = body as unknown as ControlReply;
        settled.set(nameOf(reply), reply);
        look();
      },
      { subject: SETTLED },
    ),
  );
  onAbort(left, () => over.resolve());
  const call: BuilderCall = { intent: 'control', request, ticket };
  void finalReply(communicator.sendRpc(BUILDER, call as unknown as Json)).then((answer) => {
    if (answer.kind !== 'final') return over.resolve();
    replies = answer.value as unknown as readonly ControlReply[];
    for (const reply of replies) if (reply.kind === 'pending') onPending(reply);
    look();
  });
  await over.promise;
  communicator.removeBroadcastSubscriber(subscriber);
  return replies?.map(
    (reply) => (reply.kind === 'pending' ? settled.get(nameOf(reply)) : undefined) ?? reply,
  );
}

/** Follows what processes do from a time on. Resolves when all until now is told; what comes later is told as well. */
export async function followNews(
  communicator: Communicator,
  since: number,
  onAnswer: () => void,
  onNews: (news: ProcessNews) => void,
): Promise<void> {
  let isCaughtUp = false;
  communicator.addBroadcastSubscriber(
    filtered(
      (broadcast) => {
        // What comes earlier is in the answer too.
        if (isCaughtUp) onNews(broadcast.body as unknown as ProcessNews);
      },
      { subject: ['state_changed.*', 'paused', 'played'] },
    ),
  );
  const call: BuilderCall = { intent: 'news', since };
  const answer = await finalReply(communicator.sendRpc(BUILDER, call));
  isCaughtUp = true;
  if (answer.kind !== 'final') return;
  onAnswer();
  for (const news of answer.value as unknown as ProcessNews[]) onNews(news);
}

/** As every communicator announces it. */
export function announcement(
  news: ProcessNews,
): Pick<Broadcast, 'body'> & { sender: string; subject: string } {
  return { sender: news.sender, subject: news.subject, body: news as unknown as Json };
}
