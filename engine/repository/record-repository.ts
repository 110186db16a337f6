// YAML or JSON files, one a key, whose value and not whose text counts. Knows its pattern, schema and the stat table;
// knows no task and no owner.
import { readFileSync } from 'node:fs';
import { digestOf, digestOfJson, type Digest } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Json } from '../model/json.ts';
import { FileRepository, notAKey } from './file-repository.ts';
import { failure, isAbsence, systemFailure } from './failure.ts';
import type { Listing, MemberValue, PathPattern, PathRepository, RepositoryFailure } from './port.ts';
import { parseJson } from './record-json.ts';
import type { RecordSchema } from './record-schema.ts';
import { parseYaml } from './record-yaml.ts';
import type { StatTable } from './stat-table.ts';

interface LoadedRecord {
  readonly value: Json;
  readonly fingerprint: Fingerprint;
  readonly bytes: number;
}

/** Values are kept by their content's digest up to this many bytes of content, the latest ones. */
const KEPT_BYTES = 8 << 20;
const ATTEMPTS = 4;

export class RecordRepository implements PathRepository {
  readonly kind: 'yaml' | 'json';
  readonly name: string;
  readonly pattern: PathPattern;
  readonly #files: FileRepository;
  readonly #stats: StatTable;
  readonly #schema: RecordSchema | undefined;
  /** What the stat table keeps the record's fingerprint under; another schema is another question. */
  readonly #variant: string;
  readonly #kept = new Map<Digest, LoadedRecord>();
  #keptBytes = 0;

  constructor(
    kind: 'yaml' | 'json',
    name: string,
    pattern: PathPattern,
    stats: StatTable,
    schema?: RecordSchema,
  ) {
    this.kind = kind;
    this.name = name;
    this.pattern = pattern;
    this.#stats = stats;
    this.#schema = schema;
    this.#files = new FileRepository(name, pattern, stats);
    this.#variant = schema === undefined ? kind : `${kind}:${schema.digest}`;
  }

  list(): Result<Listing, RepositoryFailure> {
    return this.#files.list();
  }

  has(key: string): boolean {
    return this.#files.has(key);
  }

  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    const content = this.#stats.file(path);
    if (!content.ok || content.value === undefined) return content;
    const known = this.#stats.variant(path, this.#variant);
    if (known !== undefined) return ok(known);
    const loaded = this.#load(path);
    return loaded.ok ? ok(loaded.value?.fingerprint) : loaded;
  }

  value(key: string): Result<MemberValue | undefined, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return ok(undefined);
    const loaded = this.#load(path);
    if (!loaded.ok) return loaded;
    return ok(loaded.value && { type: 'record', path, value: loaded.value.value });
  }

  read(key: string): Result<Uint8Array, RepositoryFailure> {
    return this.#files.read(key);
  }

  /** Refuses content that does not parse or does not satisfy the schema. */
  write(key: string, content: Uint8Array): Result<void, RepositoryFailure> {
    const path = this.pattern.format(key);
    if (path === undefined) return notAKey(this.name, this.pattern, key);
    const parsed = this.#parse(content, path);
    return parsed.ok ? this.#files.write(key, content) : parsed;
  }

  remove(key: string): Result<void, RepositoryFailure> {
    return this.#files.remove(key);
  }

  pathOf(key: string): string {
    return this.#files.pathOf(key);
  }

  fingerprintAt(absolutePath: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const observed = this.#files.fingerprintAt(absolutePath);
    if (!observed.ok || observed.value === undefined) return observed;
    const content = readBytes(absolutePath);
    if (!content.ok || content.value === undefined) return ok(undefined);
    const parsed = this.#parse(content.value, absolutePath);
    return parsed.ok ? ok(parsed.value.fingerprint) : parsed;
  }

  /** The record at a path, read when the stat table's digest is of another content than the values that are kept. */
  #load(path: string): Result<LoadedRecord | undefined, RepositoryFailure> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const file = this.#stats.file(path);
      if (!file.ok || file.value === undefined) return file.ok ? ok(undefined) : file;
      const digest = file.value.replace('+x', '');
      const kept = this.#kept.get(digest);
      const content = kept === undefined ? readBytes(this.#stats.absolute(path)) : undefined;
      if (content?.ok === false) return content;
      if (content !== undefined && (content.value === undefined || digestOf(content.value) !== digest)) {
        // It was written since the table looked.
        this.#stats.forget(path);
        continue;
      }
      const loaded = kept === undefined ? this.#parse(content?.value ?? new Uint8Array(), path) : ok(kept);
      if (!loaded.ok) return loaded;
      this.#keep(digest, loaded.value);
      if (this.#stats.variant(path, this.#variant) !== loaded.value.fingerprint) {
        this.#stats.setVariant(path, this.#variant, loaded.value.fingerprint);
      }
      return loaded;
    }
    return failure('changing', `${path} changes while it is read`, path);
  }

  #parse(content: Uint8Array, path: string): Result<LoadedRecord, RepositoryFailure> {
    const text = decode(content);
    if (text === undefined) return failure('parse', `${path}: is not valid UTF-8`, path);
    const parsed = this.kind === 'json' ? parseJson(text) : parseYaml(text);
    if (!parsed.ok) {
      const { line, column, message } = parsed.error;
      return failure('parse', `${path}:${line}:${column}: ${message}`, path);
    }
    const { value, exact } = parsed.value;
    const checked = this.#schema?.check(value, text, path) ?? ok(undefined);
    if (!checked.ok) return checked;
    const digest = digestOfJson(exact ? value : [value, digestOf(content)]);
    return ok({ value, fingerprint: `r:${digest}`, bytes: content.length });
  }

  #keep(digest: Digest, record: LoadedRecord): void {
    if (this.#kept.delete(digest)) this.#keptBytes -= record.bytes;
    this.#kept.set(digest, record);
    this.#keptBytes += record.bytes;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#keptBytes <= KEPT_BYTES) break;
      this.#kept.delete(oldest);
      this.#keptBytes -= bytes;
    }
  }
}

function readBytes(absolute: string): Result<Uint8Array | undefined, RepositoryFailure> {
  try {
    return ok(readFileSync(absolute));
  } catch (error) {
    return isAbsence(error) ? ok(undefined) : systemFailure(error, 'read', absolute);
  }
}

/** Undefined if it is not UTF-8. A byte order mark is dropped. */
function decode(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return undefined;
  }
}
