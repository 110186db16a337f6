// A folder as a record of what it holds, with the contents of its files in a blob store: equal contents are kept once.
// Knows no repository.
import { closeSync, readFileSync, writeFileSync } from 'node:fs';
import { compareBytes } from '../base/compare.ts';
import { ok, type Result } from '../base/result.ts';
import type { BlobName, BlobStore } from './blob-store.ts';
import { readingAsync } from './compressed-packing.ts';
import { failure, systemFailure } from './failure.ts';
import { entriesOf, FolderDigest, FolderMaker, Pace } from './folder-entries.ts';
import type { Contents, Packing } from './packing.ts';
import type { RepositoryFailure } from './port.ts';
import { archiveOf, readArchive } from './tar-archive.ts';
import { BytesSource } from './tar-packing.ts';
import { parseTree, printTree, type TreeEntry } from './tree-record.ts';

export class TreePacking implements Packing {
  readonly kind = 'tree';
  readonly plainKind = 'directory';
  /** Its blobs may be missing, or no longer be what their names say. */
  readonly isSelfContained = false;
  readonly #blobs: BlobStore;

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  inspect(packed: string, where: string): Result<Contents, RepositoryFailure> {
    const tree = readTree(packed, where);
    if (!tree.ok) return tree;
    const folder = new FolderDigest();
    for (const { entry, blob } of tree.value) {
      const digest = blob === undefined ? ok('') : this.#blobs.digestNow(blob);
      if (!digest.ok) return digest;
      folder.add(entry, digest.value ?? 'missing');
    }
    return ok({ fingerprint: folder.fingerprint(), size: folder.bytes });
  }

  async unpack(packed: string, plain: string, where: string): Promise<Result<void, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const tree = readTree(packed, where);
      if (!tree.ok) return tree;
      const maker = new FolderMaker(plain);
      const pace = new Pace();
      for (const { entry, blob } of tree.value) {
        const made = maker.add(entry);
        if (!made.ok) return failure(made.error.code, `${where}: ${made.error.message}`, where);
        if (entry.type !== 'file' || blob === undefined || made.value === undefined) continue;
        closeSync(made.value);
        const digest = this.#blobs.digestNow(blob);
        if (!digest.ok) return digest;
        if (digest.value === undefined)
          return failure(
            'damaged',
            `${where}: ${this.#blobs.pathOf(blob)} is gone, the content of ${entry.path}`,
          );
        this.#blobs.copyTo(blob, `${plain}/${entry.path}`, entry.mode);
        await pace.after(entry.size);
      }
      maker.finish();
      return ok(undefined);
    });
  }

  async pack(plain: string, packed: string, where: string): Promise<Result<Contents, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const entries = entriesOf(plain);
      if (!entries.ok) return failure(entries.error.code, `${where}: ${entries.error.message}`, where);
      const pace = new Pace();
      const tree: TreeEntry[] = [];
      for (const entry of entries.value) {
        if (entry.type !== 'file') {
          tree.push({ entry });
          continue;
        }
        const { name, size } = await this.#blobs.add(`${plain}/${entry.path}`, pace);
        tree.push({ entry: { ...entry, size }, blob: name });
      }
      writeFileSync(packed, printTree(tree), { flag: 'wx' });
      return this.inspect(packed, where);
    });
  }

  /** An archive of the tree. */
  decode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure> {
    const tree = treeIn(Buffer.from(content).toString(), where);
    if (!tree.ok) return tree;
    const blobs = new Map(tree.value.map(({ entry, blob }) => [entry.path, blob]));
    try {
      const entries = tree.value.map(({ entry }) => entry);
      const contentOf = ({ path }: { readonly path: string }): Uint8Array[] => [
        readFileSync(this.#blobs.absoluteOf(blobs.get(path) ?? '')),
      ];
      return ok(Buffer.concat([...archiveOf(entries, contentOf)]));
    } catch (error) {
      return systemFailure(error, 'read', where);
    }
  }

  /** Takes an archive of any maker. */
  encode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure> {
    const tree = new Map<string, TreeEntry>();
    try {
      for (const read of readArchive(new BytesSource(content))) {
        if (!read.ok) return failure('damaged', `${where} ${read.error}`, where);
        const { entry, sameAs } = read.value;
        const same = sameAs === undefined ? undefined : tree.get(sameAs);
        if (entry.type !== 'file') tree.set(entry.path, { entry });
        else if (same) tree.set(entry.path, { ...same, entry: { ...same.entry, path: entry.path } });
        else
          tree.set(entry.path, { entry, blob: this.#blobs.addBytes(Buffer.concat([...read.value.content])) });
      }
    } catch (error) {
      return systemFailure(error, 'write', where);
    }
    const sorted = [...tree.values()].toSorted((a, b) => compareBytes(a.entry.path, b.entry.path));
    return ok(Buffer.from(printTree(sorted)));
  }
}

/** The blobs that the record at an absolute path names; none if it is not there. */
export function blobsOf(packed: string, where: string): Result<readonly BlobName[], RepositoryFailure> {
  const tree = readTree(packed, where);
  return tree.ok ? ok(tree.value.flatMap(({ blob }) => blob ?? [])) : tree;
}

function readTree(packed: string, where: string): Result<readonly TreeEntry[], RepositoryFailure> {
  try {
    return treeIn(readFileSync(packed, 'utf8'), where);
  } catch (error) {
    return systemFailure(error, 'read', where);
  }
}

function treeIn(text: string, where: string): Result<readonly TreeEntry[], RepositoryFailure> {
  const tree = parseTree(text);
  return tree.ok ? tree : failure('damaged', `${where}${tree.error}`, where);
}
