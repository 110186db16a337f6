// Prints the results of a tube as JSON, and on a terminal how far it is. Knows no tube.
import type { Io } from '../io.ts';
import { duration } from '../wording/duration.ts';

const REDRAW_MS = 100;

export class Results implements Disposable {
  readonly #io: Io;
  readonly #format: 'json' | 'jsonl';
  readonly #shows: boolean;
  readonly #since = performance.now();
  #epochs = 0;
  #results = 0;
  #drawnAt = 0;
  #isDrawn = false;

  constructor(io: Io, format: 'json' | 'jsonl', shows: boolean) {
    this.#io = io;
    this.#format = format;
    this.#shows = shows;
  }

  get count(): number {
    return this.#results;
  }

  /** After each epoch; `undefined` is no result. Throws a TypeError for what JSON cannot hold. */
  add(result: unknown): void {
    this.#epochs++;
    if (result !== undefined) {
      const json = toJson(result);
      this.#wipe();
      if (this.#format === 'jsonl') this.#io.stdout.write(`${json}\n`);
      else this.#io.stdout.write(`${this.#results === 0 ? '[' : ',\n '}${json}`);
      this.#results++;
    }
    const now = performance.now();
    if (this.#shows && now - this.#drawnAt > REDRAW_MS) this.#draw(now);
  }

  /** Ends the list, also one that was broken off. */
  [Symbol.dispose](): void {
    this.#wipe();
    if (this.#format === 'json') this.#io.stdout.write(this.#results === 0 ? '[]\n' : ']\n');
    if (this.#shows) this.#io.stderr.write(`${this.#status(performance.now())}\n`);
  }

  #draw(now: number): void {
    this.#wipe();
    this.#drawnAt = now;
    this.#isDrawn = true;
    this.#io.stderr.write(this.#status(now));
  }

  #status(now: number): string {
    const milliseconds = now - this.#since;
    const rate = Math.round(this.#epochs / Math.max(milliseconds / 1000, 0.001));
    return `${this.#epochs} epochs, ${this.#results} results in ${duration(milliseconds)}, ${rate} a second`;
  }

  #wipe(): void {
    if (this.#isDrawn) this.#io.stderr.write('\r\u001b[K');
    this.#isDrawn = false;
  }
}

function toJson(result: unknown): string {
  const json = JSON.stringify(result, (_name, value: unknown) => {
    if (typeof value === 'bigint') return String(value);
    if (value instanceof Map) return Object.fromEntries(value) as unknown;
    return value instanceof Set ? [...value] : value;
  }) as string | undefined;
  if (json === undefined) throw new TypeError(`a result is a ${typeof result}, which JSON cannot hold`);
  return json;
}
