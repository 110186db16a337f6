// Standard input as the inputs of epochs: JSON lines as they come, or one JSON document. Knows no tube.
import { createInterface } from 'node:readline';

export type Inputs = Readonly<Record<string, unknown>>;

/** What stands in standard input is not what it should be; a sentence without a full stop. */
export class InputFault extends Error {
  override readonly name = 'InputFault';
}

/** `lines`: an object, or a list of objects, a line. `json`: one of these in all. */
export async function* readInputs(
  stdin: NodeJS.ReadableStream,
  format: 'json' | 'jsonl',
  signal: AbortSignal,
): AsyncGenerator<Inputs, void, undefined> {
  if (format === 'json') {
    let text = '';
    stdin.setEncoding('utf8');
    for await (const chunk of stdin) text += String(chunk);
    if (text.trim() !== '') yield* inputsIn(text, 'standard input');
    return;
  }
  const lines = createInterface({ input: stdin, crlfDelay: Infinity, signal });
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() !== '') yield* inputsIn(line, `line ${number} of standard input`);
  }
}

function inputsIn(text: string, where: string): readonly Inputs[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new InputFault(`${where} is not JSON: ${(error as Error).message}`);
  }
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  for (const item of list) {
    if (typeof item !== 'object' || item === null || Array.isArray(item))
      throw new InputFault(`${where} is to hold an object with the inputs of an epoch, or a list of such`);
  }
  return list as readonly Inputs[];
}
