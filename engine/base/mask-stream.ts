// Puts *** in place of texts in bytes that come bit by bit: a text that comes in two pieces is found, and what can be the
// beginning of one waits for what follows. Knows not where the texts come from.

export class MaskStream {
  /** Byte for byte, longest first. */
  readonly #texts: readonly string[];
  readonly #any: RegExp;
  readonly #stars: string;
  #kept = '';

  constructor(texts: readonly string[], stars: string) {
    this.#texts = texts.map((text) => Buffer.from(text).toString('latin1'));
    this.#any = new RegExp(this.#texts.map((text) => RegExp.escape(text)).join('|'), 'g');
    this.#stars = stars;
  }

  /** What may be shown by now. */
  take(bytes: Buffer): Buffer {
    const all = this.#kept + bytes.toString('latin1');
    const found = [...all.matchAll(this.#any)].map(({ index, 0: text }) => ({
      from: index,
      to: index + text.length,
    }));
    const end = this.#safeEnd(all, found);
    this.#kept = all.slice(end);
    return this.#hidden(all.slice(0, end));
  }

  /** Nothing follows. */
  rest(): Buffer {
    const rest = this.#hidden(this.#kept);
    this.#kept = '';
    return rest;
  }

  #hidden(text: string): Buffer {
    return Buffer.from(text.replaceAll(this.#any, this.#stars), 'latin1');
  }

  /** Where the first piece begins that may go on to be a text, and is not inside of one that is whole. */
  #safeEnd(all: string, found: readonly { readonly from: number; readonly to: number }[]): number {
    const longest = this.#texts[0]?.length ?? 0;
    for (let at = Math.max(0, all.length - longest + 1); at < all.length; at++) {
      if (found.some(({ from, to }) => from < at && at < to)) continue;
      const piece = all.slice(at);
      if (this.#texts.some((text) => text.length > piece.length && text.startsWith(piece))) return at;
    }
    return all.length;
  }
}
