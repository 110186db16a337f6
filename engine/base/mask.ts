// Puts *** in place of texts that nobody may read. Knows not where they come from.
import { readFileSync, writeFileSync } from 'node:fs';
import { MaskStream } from './mask-stream.ts';

const STARS = '***';
/** A line of a longer text, such as of a key file, that is shorter tells nothing. */
const SHORTEST_LINE = 6;

export class Mask {
  /** Longest first, so that one that holds another goes as a whole. */
  readonly #texts: readonly string[];

  constructor(secrets: readonly string[]) {
    const texts = new Set(secrets.flatMap(formsOf));
    this.#texts = [...texts].filter((text) => text !== '').toSorted((a, b) => b.length - a.length);
  }

  get isEmpty(): boolean {
    return this.#texts.length === 0;
  }

  text(text: string): string {
    let masked = text;
    for (const each of this.#texts) masked = masked.replaceAll(each, STARS);
    return masked;
  }

  /** Every text in a JSON value. */
  json<T>(value: T): T {
    if (this.isEmpty) return value;
    return JSON.parse(JSON.stringify(value), (_, each: unknown) =>
      typeof each === 'string' ? this.text(each) : each,
    ) as T;
  }

  /** For bytes that come bit by bit. */
  stream(): MaskStream {
    return new MaskStream(this.#texts, STARS);
  }

  /** Rewrites a file where it holds any; its bytes may be of any encoding. */
  file(path: string): void {
    if (this.isEmpty) return;
    const bytes = readFileSync(path, 'latin1');
    let masked = bytes;
    for (const each of this.#texts) masked = masked.replaceAll(Buffer.from(each).toString('latin1'), STARS);
    if (masked !== bytes) writeFileSync(path, masked, 'latin1');
  }
}

/** As it is, line by line, in JSON, in an address, and in base64. */
function formsOf(secret: string): string[] {
  const lines = secret.split(/\r?\n/).filter((line) => line.length >= SHORTEST_LINE);
  const base64 = Buffer.from(secret).toString('base64');
  return [secret, ...lines, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret), base64];
}
