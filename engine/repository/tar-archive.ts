// Tar archives as sequences of entries with their content, read and written piece by piece. Knows no folder.
import { err, ok, type Result } from '../base/result.ts';
import { pathFault, type FolderEntry } from './folder-entries.ts';
import { BLOCK, decodeHeader, decodePax, headersOf, padding } from './tar-format.ts';

/** Where an archive is read from; fewer bytes than asked for only at its end. */
export interface ByteSource {
  read(length: number): Uint8Array;
}

export type FileEntry = FolderEntry & { readonly type: 'file' };

export interface ArchivedEntry {
  readonly entry: FolderEntry;
  /** The content is that of an earlier entry. */
  readonly sameAs?: string;
  /** A file's content, to be read before the next entry is asked for. */
  readonly content: Iterable<Uint8Array>;
}

/** The bytes of an archive. The content of a file is as long as its entry says. */
export function* archiveOf(
  entries: Iterable<FolderEntry>,
  contentOf: (entry: FileEntry) => Iterable<Uint8Array>,
): Generator<Uint8Array> {
  for (const entry of entries) {
    yield headersOf(entry);
    if (entry.type !== 'file') continue;
    yield* contentOf(entry);
    yield padding(entry.size);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** The entries of an archive in their order; the first fault ends it. */
export function* readArchive(source: ByteSource): Generator<Result<ArchivedEntry, string>> {
  let extended = new Map<string, string>();
  for (;;) {
    const block = source.read(BLOCK);
    if (block.length < BLOCK) return yield err('is cut off, as a tar archive');
    const header = decodeHeader(block);
    if (typeof header === 'string') return yield err(header);
    if (header === undefined) return undefined;
    const size = Number(extended.get('size') ?? header.size);
    const body = new Body(source, size);
    if (header.type === 'x' || header.type === 'L' || header.type === 'K') {
      const content = body.whole();
      if (content === undefined) return yield err('is cut off, as a tar archive');
      extended = new Map([...extended, ...namesIn(header.type, content)]);
      continue;
    }
    const path = (extended.get('path') ?? header.name).replace(/^(?:\.\/+)+/, '').replace(/\/+$/, '');
    const link = extended.get('linkpath') ?? header.link;
    // Global records, and the folder itself, are nothing to unpack.
    if (header.type !== 'g' && path !== '' && path !== '.') {
      const bad = pathFault(path);
      if (bad !== undefined) return yield err(`holds ${JSON.stringify(path)}, which ${bad}`);
      const found = entryOf(header.type, path, header.mode, size, link);
      if (typeof found === 'string') return yield err(found);
      yield ok({ ...found, content: body.chunks() });
    }
    extended = new Map<string, string>();
    if (!body.skip()) return yield err('is cut off, as a tar archive');
  }
}

function entryOf(
  type: string,
  path: string,
  mode: number,
  size: number,
  link: string,
): Pick<ArchivedEntry, 'entry' | 'sameAs'> | string {
  switch (type) {
    case '0':
      return { entry: { type: 'file', path, mode, size } };
    case '1':
      return { entry: { type: 'file', path, mode, size: 0 }, sameAs: link.replace(/^(?:\.\/+)+/, '') };
    case '2':
      return { entry: { type: 'link', path, target: link } };
    case '5':
      return { entry: { type: 'directory', path, mode } };
    default:
      return `holds ${path}, which is a pipe, device or of a type unknown here (${JSON.stringify(type)})`;
  }
}

function namesIn(type: string, content: Uint8Array): Iterable<readonly [string, string]> {
  if (type === 'x') return decodePax(content);
  const text = Buffer.from(content).toString();
  const end = text.indexOf('\0');
  return [[type === 'L' ? 'path' : 'linkpath', end < 0 ? text : text.slice(0, end)]];
}

/** The content that follows a header, padded to whole blocks. */
class Body {
  readonly #source: ByteSource;
  #left: number;
  #padded: number;
  #isCut = false;

  constructor(source: ByteSource, size: number) {
    this.#source = source;
    this.#left = size;
    this.#padded = Math.ceil(size / BLOCK) * BLOCK - size;
  }

  *chunks(): Generator<Uint8Array> {
    while (this.#left > 0) {
      const wanted = Math.min(this.#left, CHUNK);
      const chunk = this.#source.read(wanted);
      this.#left -= chunk.length;
      yield chunk;
      if (chunk.length < wanted) {
        this.#isCut = true;
        return;
      }
    }
  }

  /** Of an extended header, which is short; undefined if it is cut off. */
  whole(): Uint8Array | undefined {
    const content = Buffer.concat([...this.chunks()]);
    return this.skip() ? content : undefined;
  }

  /** Reads what is left; false if the archive ended before. */
  skip(): boolean {
    for (const _chunk of this.chunks());
    if (this.#isCut) return false;
    const rest = this.#padded;
    this.#padded = 0;
    return this.#source.read(rest).length === rest;
  }
}

const CHUNK = 1 << 20;
