// A job's end of its questions to pipe: it stands where it is until pipe has answered. Knows nothing of what is asked.
import { readSync } from 'node:fs';
import type { Json } from '../../model/json.ts';
import { writeFully } from './host-streams.ts';
import { QUESTIONS_FD } from './protocol.ts';
import type { Reply } from './protocol.ts';

/** Throws what pipe says instead of an answer. */
export function ask(question: Json): Json {
  writeFully(QUESTIONS_FD, Buffer.from(`${JSON.stringify(question)}\n`));
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(65_536);
    const length = readSync(QUESTIONS_FD, chunk);
    if (length === 0) throw new Error('pipe has ended');
    chunks.push(chunk.subarray(0, length));
    if (chunk[length - 1] !== NEWLINE) continue;
    const reply = JSON.parse(Buffer.concat(chunks).toString()) as Reply;
    if ('fault' in reply) throw new Error(reply.fault);
    return reply.answer;
  }
}

const NEWLINE = 10;
