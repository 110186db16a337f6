// A folder as one tar archive, maybe compressed. What pipe writes is the same bytes for the same folder: entries by the
// bytes of their paths, no times, no owner. Knows no repository.
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync } from 'node:fs';
import { ok, type Result } from '../base/result.ts';
import type { Codec } from '../model/plan.ts';
import { codecOf, compress, expand } from './codec.ts';
import { compressFile, expandFile, readingAsync } from './compressed-packing.ts';
import { failure, systemFailure } from './failure.ts';
import { entriesOf, FolderDigest, FolderMaker, Pace, writeAll } from './folder-entries.ts';
import type { Contents, Packing } from './packing.ts';
import type { RepositoryFailure } from './port.ts';
import { archiveOf, readArchive, type ByteSource, type FileEntry } from './tar-archive.ts';

export class TarPacking implements Packing {
  readonly kind = 'tar';
  readonly plainKind = 'directory';
  readonly isSelfContained = true;
  readonly #codec: Codec | undefined;

  constructor(codec: Codec | undefined) {
    this.#codec = codec;
  }

  inspect(packed: string, where: string): Result<Contents, RepositoryFailure> {
    try {
      using file = new FileSource(packed);
      if (codecOf(file.head) === undefined) return contentsOf(file, where);
      const plain = this.decode(readFileSync(packed), where);
      return plain.ok ? contentsOf(new BytesSource(plain.value), where) : plain;
    } catch (error) {
      return systemFailure(error, 'read', where);
    }
  }

  async unpack(packed: string, plain: string, where: string): Promise<Result<void, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const archive = `${plain}.tar`;
      using file = new FileSource(packed);
      if (codecOf(file.head) === undefined) return await unpackArchive(file, plain, where);
      try {
        const expanded = await expandFile(packed, archive, where);
        if (!expanded.ok) return expanded;
        using content = new FileSource(archive);
        return await unpackArchive(content, plain, where);
      } finally {
        rmSync(archive, { force: true });
      }
    });
  }

  async pack(plain: string, packed: string, where: string): Promise<Result<Contents, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const archive = `${packed}.tar`;
      try {
        const contents = await writeArchive(plain, archive, where);
        if (!contents.ok) return contents;
        if (this.#codec === undefined) renameSync(archive, packed);
        else await compressFile(this.#codec, archive, packed);
        return contents;
      } finally {
        rmSync(archive, { force: true });
      }
    });
  }

  /** The archive without its compression. */
  decode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure> {
    if (codecOf(content) === undefined) return ok(content);
    const plain = expand(content);
    return plain.ok ? plain : failure('damaged', `${where} ${plain.error}`, where);
  }

  /** Takes an archive of any maker, if it can be unpacked. */
  encode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure> {
    const archive = this.decode(content, where);
    if (!archive.ok) return archive;
    const contents = contentsOf(new BytesSource(archive.value), where);
    if (!contents.ok) return contents;
    return ok(this.#codec === undefined ? archive.value : compress(this.#codec, archive.value));
  }
}

/** Bytes in memory as a source. */
export class BytesSource implements ByteSource {
  readonly #content: Uint8Array;
  #at = 0;

  constructor(content: Uint8Array) {
    this.#content = content;
  }

  read(length: number): Uint8Array {
    return this.#content.subarray(this.#at, (this.#at += length));
  }
}

class FileSource implements ByteSource, Disposable {
  readonly #descriptor: number;
  #at = 0;

  constructor(path: string) {
    this.#descriptor = openSync(path, 'r');
  }

  get head(): Uint8Array {
    const bytes = Buffer.alloc(4);
    readSync(this.#descriptor, bytes, 0, 4, 0);
    return bytes;
  }

  read(length: number): Uint8Array {
    const bytes = Buffer.allocUnsafe(length);
    let filled = 0;
    while (filled < length) {
      const count = readSync(this.#descriptor, bytes, filled, length - filled, this.#at + filled);
      if (count === 0) break;
      filled += count;
    }
    this.#at += filled;
    return bytes.subarray(0, filled);
  }

  [Symbol.dispose](): void {
    closeSync(this.#descriptor);
  }
}

function contentsOf(source: ByteSource, where: string): Result<Contents, RepositoryFailure> {
  const folder = new FolderDigest();
  const files = new Map<string, { digest: string; size: number }>();
  for (const read of readArchive(source)) {
    if (!read.ok) return failure('damaged', `${where} ${read.error}`, where);
    const { entry, sameAs, content } = read.value;
    if (entry.type !== 'file') {
      folder.add(entry);
      continue;
    }
    const hash = createHash('sha256');
    for (const chunk of content) hash.update(chunk);
    const file =
      sameAs === undefined ? { digest: hash.digest('base64url'), size: entry.size } : files.get(sameAs);
    if (!file)
      return failure('damaged', `${where} links ${entry.path} to ${sameAs}, which it has not`, where);
    files.set(entry.path, file);
    folder.add({ ...entry, size: file.size }, file.digest);
  }
  return ok({ fingerprint: folder.fingerprint(), size: folder.bytes });
}

async function unpackArchive(
  source: ByteSource,
  plain: string,
  where: string,
): Promise<Result<void, RepositoryFailure>> {
  const maker = new FolderMaker(plain);
  const files = new Set<string>();
  const pace = new Pace();
  for (const read of readArchive(source)) {
    if (!read.ok) return failure('damaged', `${where} ${read.error}`, where);
    const { entry, sameAs } = read.value;
    const made = maker.add(entry);
    if (!made.ok) return failure(made.error.code, `${where}: ${made.error.message}`, where);
    if (entry.type !== 'file' || made.value === undefined) continue;
    files.add(entry.path);
    try {
      if (sameAs !== undefined && (!files.has(sameAs) || sameAs === entry.path))
        return failure('damaged', `${where} links ${entry.path} to ${sameAs}, which it has not`, where);
      const content = sameAs === undefined ? read.value.content : [readFileSync(`${plain}/${sameAs}`)];
      for (const chunk of content) {
        writeAll(made.value, chunk);
        await pace.after(chunk.length);
      }
    } finally {
      maker.close(entry, made.value);
    }
  }
  maker.finish();
  return ok(undefined);
}

async function writeArchive(
  folder: string,
  archive: string,
  where: string,
): Promise<Result<Contents, RepositoryFailure>> {
  const entries = entriesOf(folder);
  if (!entries.ok) return failure(entries.error.code, `${where}: ${entries.error.message}`, where);
  const digest = new FolderDigest();
  let moved: string | undefined;
  const contentOf = function* (entry: FileEntry): Generator<Uint8Array> {
    const hash = createHash('sha256');
    using file = new FileSource(`${folder}/${entry.path}`);
    for (let left = entry.size; left > 0;) {
      const chunk = file.read(Math.min(left, CHUNK));
      if (chunk.length === 0) {
        moved = entry.path;
        return;
      }
      hash.update(chunk);
      left -= chunk.length;
      yield chunk;
    }
    digest.add(entry, hash.digest('base64url'));
  };
  for (const entry of entries.value) if (entry.type !== 'file') digest.add(entry);
  const pace = new Pace();
  const descriptor = openSync(archive, 'wx');
  try {
    for (const chunk of archiveOf(entries.value, contentOf)) {
      writeAll(descriptor, chunk);
      await pace.after(chunk.length);
    }
  } finally {
    closeSync(descriptor);
  }
  if (moved !== undefined) return failure('changing', `${where}: ${moved} changes while it is packed`, where);
  return ok({ fingerprint: digest.fingerprint(), size: digest.bytes });
}

const CHUNK = 1 << 20;
