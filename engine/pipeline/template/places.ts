// The place of every output of a template: how its value must be quoted. Knows the shape of tags, and leaves the shell to
// the scanner.
import type { TemplateFault } from './fault.ts';
import type { OutputPiece, Piece } from './pieces.ts';
import type { Place } from './print.ts';
import { endScan, placeOutput, scanText, type Next } from './shell-scanner.ts';
import {
  merge,
  newScan,
  restore,
  sameEdge,
  sameNesting,
  save,
  type Scan,
  type ScanState,
} from './shell-state.ts';
import type { TemplateOptions } from './compiled.ts';

export interface Places {
  /** By the offset of the output. */
  readonly places: ReadonlyMap<number, Place>;
  readonly faults: readonly TemplateFault[];
}

/** `pieces` are those of a template whose tags are known to be closed in order. */
export function placeOutputs(pieces: readonly Piece[], mode: TemplateOptions['mode']): Places {
  if (mode === 'shell') return new ShellPlaces(pieces).find();
  const places = new Map<number, Place>();
  for (const [index, piece] of pieces.entries()) {
    if (piece.type !== 'output') continue;
    const plain = mode === 'text' || piece.raw;
    places.set(piece.offset, plain ? TEXT : { type: 'arg', start: index === 0, list: pieces.length === 1 });
  }
  return { places, faults: [] };
}

/** Whether a list can be rendered in the place. */
export function allowsList(place: Place | undefined): boolean {
  if (place === undefined) return true;
  return place.type === 'word' || place.type === 'arg' ? place.list : place.type !== 'double';
}

const TEXT: Place = { type: 'text' };
type TagPiece = Extract<Piece, { type: 'tag' }>;

class ShellPlaces {
  readonly #pieces: readonly Piece[];
  readonly #scan: Scan = newScan();
  readonly #places = new Map<number, Place>();
  /** The loops that are open: the state at their start, and those in which `break` and `continue` leave them. */
  readonly #loops: { readonly entry: ScanState; leaves: ScanState[] }[] = [];
  #index = 0;

  constructor(pieces: readonly Piece[]) {
    this.#pieces = pieces;
  }

  find(): Places {
    this.#block([]);
    endScan(this.#scan);
    // A loop is read more than once, and a doubt stands for every value after it.
    const faults = new Map(this.#scan.faults.map((fault) => [`${fault.code} ${fault.offset}`, fault]));
    return { places: this.#places, faults: [...faults.values()].toSorted((a, b) => a.offset - b.offset) };
  }

  /** Reads up to a tag of one of these names, or to the end, and gives that tag. */
  #block(until: readonly string[]): TagPiece | undefined {
    while (this.#index < this.#pieces.length) {
      const piece = this.#pieces[this.#index++]!;
      if (piece.type === 'tag' && until.includes(piece.name)) return piece;
      if (piece.type === 'text') scanText(this.#scan, piece.text, piece.offset, this.#next());
      else if (piece.type === 'output') this.#output(piece);
      else this.#tag(piece);
    }
    return undefined;
  }

  #next(): Next {
    const type = this.#pieces[this.#index]?.type;
    return type === undefined || type === 'text' ? 'end' : type;
  }

  #output(piece: OutputPiece): void {
    const place = placeOutput(this.#scan, { ...piece, after: firstCharacter(this.#pieces[this.#index]) });
    if (place !== undefined) this.#places.set(piece.offset, place);
  }

  #tag(tag: TagPiece): void {
    switch (tag.name) {
      case 'if':
      case 'unless':
        return this.#branches(tag, ['elsif', 'else'], `end${tag.name}`, true);
      case 'case':
        // LiquidJS drops what stands before the first `when`.
        this.#skip(['when', 'else', 'endcase']);
        return this.#branches(tag, ['when', 'else'], 'endcase', false);
      case 'for':
        return this.#loop(tag);
      case 'capture':
      case 'comment':
        return this.#skip([`end${tag.name}`], tag.name);
      case 'break':
      case 'continue':
        return this.#leave(tag);
      default:
    }
  }

  #branches(tag: TagPiece, middles: readonly string[], close: string, begun: boolean): void {
    const entry = save(this.#scan);
    const exits: ScanState[] = [];
    let complete = false;
    let end = begun ? tag : (this.#pieces[this.#index++] as TagPiece);
    while (end.name !== close) {
      complete ||= end.name === 'else';
      const open = end;
      restore(this.#scan, entry);
      end = this.#block([...middles, close]) ?? { ...open, name: close };
      this.#requireNesting(entry, open);
      exits.push(save(this.#scan));
    }
    if (!complete) exits.push(entry);
    restore(this.#scan, exits.reduce(merge));
  }

  #loop(tag: TagPiece): void {
    const start = this.#index;
    const first = save(this.#scan);
    for (let entry = first; ;) {
      this.#index = start;
      restore(this.#scan, entry);
      const loop = { entry, leaves: [] as ScanState[] };
      this.#loops.push(loop);
      const end = this.#block(['else', 'endfor']);
      this.#loops.pop();
      this.#requireNesting(entry, tag);
      // The body may be preceded by itself, so it is read again until nothing more can precede it.
      const again = [entry, ...loop.leaves, save(this.#scan)].reduce(merge);
      if (!sameEdge(again, entry)) {
        entry = again;
        continue;
      }
      restore(this.#scan, first);
      if (end?.name === 'else') this.#block(['endfor']);
      this.#requireNesting(first, tag);
      return restore(this.#scan, merge(again, save(this.#scan)));
    }
  }

  #leave(tag: TagPiece): void {
    const loop = this.#loops.at(-1);
    if (loop === undefined) return;
    if (sameNesting(loop.entry, this.#scan)) loop.leaves.push(save(this.#scan));
    else this.#requireNesting(loop.entry, tag);
  }

  /** Moves to one of these tags, or past the end of `block`, and lets the outputs on the way stand as text. */
  #skip(until: readonly string[], block?: string): void {
    let depth = 0;
    for (; this.#index < this.#pieces.length; this.#index++) {
      const piece = this.#pieces[this.#index]!;
      if (piece.type === 'output') this.#places.set(piece.offset, TEXT);
      if (piece.type !== 'tag') continue;
      if (piece.name === block && block === 'capture') depth++;
      if (!until.includes(piece.name) || depth-- > 0) continue;
      if (block !== undefined) this.#index++;
      return;
    }
  }

  #requireNesting(entry: ScanState, { name, offset, length }: TagPiece): void {
    if (sameNesting(entry, this.#scan)) return;
    const message = `the text under {% ${name} %} opens or closes a quote or parenthesis that it must leave as it was`;
    const hint = 'put the whole quoted text under the tag, or none of it';
    this.#scan.faults.push({ code: 'unbalanced-block', message, offset, length, hint });
    restore(this.#scan, entry);
  }
}

/** What the shell sees first of the piece after a value; `undefined` where that is not certain. */
function firstCharacter(piece: Piece | undefined): string | undefined {
  if (piece === undefined) return '';
  if (piece.type === 'output') return piece.raw ? undefined : "'";
  return piece.type === 'text' ? piece.text[0] : undefined;
}
