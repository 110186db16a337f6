// Reads the JSON lines that a job appends to $PIPE_OUT: `{"PORT": VALUE, …}` a line. Knows neither ports nor files: it
// gets chunks of bytes as they come, and gives what whole lines say.
import { isMapping } from '../base/storable.ts';

export type Emission =
  | { readonly kind: 'output'; readonly line: number; readonly port: string; readonly value: unknown }
  | { readonly kind: 'fault'; readonly line: number; readonly message: string };

export class EmissionReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: false, ignoreBOM: false });
  #rest = '';
  #line = 0;

  /** What the lines say that are whole by now. */
  push(chunk: Uint8Array | string): readonly Emission[] {
    this.#rest += typeof chunk === 'string' ? chunk : this.#decoder.decode(chunk, { stream: true });
    const lines = this.#rest.split('\n');
    this.#rest = lines.pop() ?? '';
    return lines.flatMap((line) => this.#read(line));
  }

  /** What the last line says where no line feed ended it. */
  end(): readonly Emission[] {
    const last = this.#rest + this.#decoder.decode();
    this.#rest = '';
    return last.trim() === '' ? [] : this.#read(last);
  }

  #read(text: string): readonly Emission[] {
    this.#line++;
    const line = this.#line;
    if (text.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      return [{ kind: 'fault', line, message: `is no JSON: ${(error as Error).message}` }];
    }
    if (!isMapping(value))
      return [{ kind: 'fault', line, message: 'is no JSON object of port names and values' }];
    return Object.entries(value).map(([port, each]) => ({ kind: 'output', line, port, value: each }));
  }
}
