// What one end of a link has asked the other and still waits for, by number; and how a reply is put into words. Knows no
// socket.
import type { FinalReply, Reply } from '../../process/control/communicator.ts';
import type { Word } from './link-protocol.ts';

export class Waiting {
  readonly #asked = new Map<number, (word: Word) => void>();
  #last = 0;

  /** A number for a question; `onWord` hears the first word, and if that is `pending` the last. */
  add(onWord: (word: Word) => void): number {
    this.#asked.set(++this.#last, onWord);
    return this.#last;
  }

  receive(n: number, word: Word): void {
    const onWord = this.#asked.get(n);
    if (word.kind !== 'pending') this.#asked.delete(n);
    onWord?.(word);
  }

  /** The other end has gone: nothing is answered any more. */
  end(message: string): void {
    for (const n of Array.from(this.#asked.keys())) this.receive(n, { kind: 'unreachable', message });
  }
}

/** Asks with `send`, and gives what comes back. */
export async function replyTo(waiting: Waiting, send: (n: number) => void): Promise<Reply> {
  const first = Promise.withResolvers<Reply>();
  const last = Promise.withResolvers<FinalReply>();
  send(
    waiting.add((word) => {
      if (word.kind === 'pending') return first.resolve({ kind: 'pending', final: last.promise });
      if (word.kind === 'requeue' || word.kind === 'rejected') return;
      first.resolve(word);
      last.resolve(word);
    }),
  );
  return await first.promise;
}

/** Says a reply: at once, and when it is pending once more at its end. */
export async function sayReply(reply: Reply, say: (word: Word) => void): Promise<void> {
  if (reply.kind !== 'pending') return say(reply);
  say({ kind: 'pending' });
  say(await reply.final);
}
