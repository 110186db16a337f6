// Pipe's end of the questions that a job asks: answers each as it comes. Knows nothing of what is asked.
import type { Duplex } from 'node:stream';
import type { Json } from '../../model/json.ts';
import type { Reply } from './protocol.ts';

/** What `answer` throws is thrown where it was asked. */
export function answerQuestions(socket: Duplex, answer: (question: Json) => Json): void {
  let rest = '';
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) socket.write(`${JSON.stringify(replyTo(line, answer))}\n`);
  });
  // The job has gone, which is told otherwise.
  socket.on('error', () => {});
}

function replyTo(line: string, answer: (question: Json) => Json): Reply {
  try {
    return { answer: answer(JSON.parse(line) as Json) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}
