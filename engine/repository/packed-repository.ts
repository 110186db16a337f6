// Members that lie packed, one file a key, while jobs read and write a plain file or folder in the place of each. Knows its
// pattern, the stat table, how members are packed, and where plain ones are made; knows no task and no owner.
//
// The fingerprint is that of the plain file or folder: packing it again, or better, is no change.
import { lstatSync } from 'node:fs';
import { basename } from 'node:path';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import { failure } from './failure.ts';
import { FileRepository, notAKey } from './file-repository.ts';
import { look, lookOr } from './look.ts';
import type { Contents, Packing } from './packing.ts';
import type { PlainCache } from './plain-cache.ts';
import type {
  Listing,
  MemberValue,
  PackedRepository,
  PathPattern,
  PlainHold,
  RepositoryFailure,
} from './port.ts';
import type { StatTable } from './stat-table.ts';

/** How many packed files' contents are remembered by their digests, the latest ones. */
const KNOWN = 4096;
const ATTEMPTS = 4;

export class PackedFileRepository implements PackedRepository {
  readonly kind: Packing['kind'];
  readonly name: string;
  readonly pattern: PathPattern;
  readonly plainKind: 'file' | 'directory';
  readonly suffix: string;
  readonly #files: FileRepository;
  readonly #packing: Packing;
  readonly #stats: StatTable;
  readonly #plain: PlainCache;
  readonly #known = new Map<Fingerprint, Contents>();

  /** `suffix` is what a packed file's name has more than the plain one's, such as `.gz`. */
  constructor(
    name: string,
    pattern: PathPattern,
    packing: Packing,
    suffix: string,
    stats: StatTable,
    plain: PlainCache,
  ) {
    this.kind = packing.kind;
    this.plainKind = packing.plainKind;
    this.name = name;
    this.pattern = pattern;
    this.suffix = suffix;
    this.#packing = packing;
    this.#stats = stats;
    this.#plain = plain;
    this.#files = new FileRepository(name, pattern, stats);
  }

  list(): Result<Listing, RepositoryFailure> {
    return this.#files.list();
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const contents = this.#contents(key);
    return contents.ok ? ok(contents.value?.fingerprint) : contents;
  }

  /** The path that `unpack` makes. */
  value(key: string): Result<MemberValue, RepositoryFailure> {
    return ok({ type: 'path', path: this.plainPathOf(key) });
  }

  read(key: string): Result<Uint8Array, RepositoryFailure> {
    const packed = this.#files.read(key);
    return packed.ok ? this.#packing.decode(packed.value, this.pathOf(key)) : packed;
  }

  write(key: string, content: Uint8Array): Result<void, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return notAKey(this.name, this.pattern, key);
    const packed = this.#packing.encode(content, path);
    return packed.ok ? this.#files.write(key, packed.value) : packed;
  }

  remove(key: string): Result<void, RepositoryFailure> {
    return this.#files.remove(key);
  }

  pathOf(key: string): string {
    return this.#files.pathOf(key);
  }

  plainPathOf(key: string): string {
    return this.#plain.pathFor(this.plainNameOf(this.pathOf(key)));
  }

  plainNameOf(path: string): string {
    return path.slice(0, path.length - this.suffix.length);
  }

  sizeOf(key: string): number | undefined {
    const contents = this.#contents(key);
    return contents.ok ? contents.value?.size : undefined;
  }

  /** Of a packed file at another place. */
  fingerprintAt(absolutePath: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const observed = this.#stats.observe(absolutePath, 'file');
    if (!observed.ok || observed.value === undefined) return observed.ok ? ok(undefined) : observed;
    const known = this.#packing.isSelfContained ? this.#known.get(observed.value.fingerprint) : undefined;
    if (known) return ok(known.fingerprint);
    const contents = this.#inspect(absolutePath, basename(absolutePath));
    return contents.ok ? ok(contents.value?.fingerprint) : contents;
  }

  async unpack(key: string, hold: PlainHold): Promise<Result<void, RepositoryFailure>> {
    const path = this.pathOf(key);
    // What a job is started for was looked at before: it must still be that.
    if (!this.#stats.unchanged(path))
      return failure('changing', `${path} changed just before it was to be read`, path);
    const contents = this.#contents(key);
    if (!contents.ok) return contents;
    if (!contents.value) return failure('absent', `${this.name} has no member ${key}`.trimEnd(), path);
    const plain = this.#plain.pathFor(this.plainNameOf(path));
    return this.#plain.ensure(
      {
        place: plain.slice(this.#plain.folder.length + 1),
        kind: this.plainKind,
        fingerprint: contents.value.fingerprint,
        bytes: contents.value.size,
        make: (absolute) => this.#packing.unpack(this.#stats.absolute(path), absolute, path),
      },
      hold,
    );
  }

  async pack(plain: string, packed: string, where: string): Promise<Result<void, RepositoryFailure>> {
    const seen = lookOr(plain, undefined);
    const fits = this.plainKind === 'file' ? seen?.stats.isFile() : seen?.stats.isDirectory();
    if (fits !== true) {
      if (!lstatSync(plain, { throwIfNoEntry: false })) return ok(undefined);
      return failure('EINVAL', `${where} is no ${this.plainKind === 'file' ? 'file' : 'folder'}`, where);
    }
    const contents = await this.#packing.pack(plain, packed, where);
    if (!contents.ok) return contents;
    const observed = this.#stats.observe(packed, 'file');
    if (!observed.ok) return observed;
    if (observed.value) this.#remember(observed.value.fingerprint, contents.value);
    return ok(undefined);
  }

  #contents(key: string): Result<Contents | undefined, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const packed = this.#stats.file(path);
      if (!packed.ok || packed.value === undefined) return packed.ok ? ok(undefined) : packed;
      const kept = this.#packing.isSelfContained
        ? readVariant(this.#stats.variant(path, this.kind))
        : undefined;
      if (kept) return ok(kept);
      const known = this.#known.get(packed.value);
      const contents = known ? ok(known) : this.#inspect(this.#stats.absolute(path), path);
      if (!this.#stats.unmoved(path)) continue;
      if (contents.ok && contents.value) this.#keep(path, packed.value, contents.value);
      return contents;
    }
    return failure('changing', `${path} changes while it is read`, path);
  }

  #keep(path: string, packed: Fingerprint, contents: Contents): void {
    if (!this.#packing.isSelfContained) return;
    this.#remember(packed, contents);
    this.#stats.setVariant(path, this.kind, `${contents.size}:${contents.fingerprint}`);
  }

  #inspect(absolute: string, where: string): Result<Contents | undefined, RepositoryFailure> {
    const mode = look(absolute)?.stats.mode;
    return mode === undefined ? ok(undefined) : this.#packing.inspect(absolute, where, mode);
  }

  #remember(packed: Fingerprint, contents: Contents): void {
    if (!this.#packing.isSelfContained) return;
    this.#known.delete(packed);
    this.#known.set(packed, contents);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= KNOWN) return;
      this.#known.delete(oldest);
    }
  }
}

function readVariant(text: string | undefined): Contents | undefined {
  const colon = text?.indexOf(':') ?? -1;
  if (text === undefined || colon < 1) return undefined;
  return { size: Number(text.slice(0, colon)), fingerprint: text.slice(colon + 1) };
}
