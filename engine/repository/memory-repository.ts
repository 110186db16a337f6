// Members that live as long as the process. Knows no files.
import { digestOf } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { Json } from '../model/json.ts';
import { keyFault } from '../model/key.ts';
import { failure } from './failure.ts';
import { absent } from './file-repository.ts';
import type { Listing, MemberValue, Repository, RepositoryFailure } from './port.ts';
import { parseJson } from './record-json.ts';
import type { RecordSchema } from './record-schema.ts';

export class MemoryRepository implements Repository {
  readonly kind = 'memory';
  readonly name: string;
  readonly #schema: RecordSchema | undefined;
  readonly #members = new Map<string, Uint8Array>();

  /** With a schema every member is JSON that satisfies it. */
  constructor(name: string, schema?: RecordSchema) {
    this.name = name;
    this.#schema = schema;
  }

  list(): Result<Listing, RepositoryFailure> {
    return ok({ keys: [...this.#members.keys()], skipped: [] });
  }

  has(key: string): boolean {
    return this.#members.has(key);
  }

  fingerprint(key: string): Result<Fingerprint | undefined, RepositoryFailure> {
    const content = this.#members.get(key);
    return ok(content && `m:${digestOf(content)}`);
  }

  /** The JSON that the content is, or else its text. */
  value(key: string): Result<MemberValue | undefined, RepositoryFailure> {
    const content = this.#members.get(key);
    if (content === undefined) return ok(undefined);
    const text = Buffer.from(content).toString();
    const parsed = parseJson(text);
    const value: Json = parsed.ok ? parsed.value.value : text;
    return ok({ type: 'record', value });
  }

  read(key: string): Result<Uint8Array, RepositoryFailure> {
    const content = this.#members.get(key);
    return content === undefined ? absent(this.name, key) : ok(content);
  }

  write(key: string, content: Uint8Array): Result<void, RepositoryFailure> {
    // The unit key is printed as nothing; it is the only key that keyFault does not speak of.
    const fault = key === '' ? undefined : keyFault(key);
    if (fault !== undefined) return failure('key', `a key of ${this.name} ${fault}: ${JSON.stringify(key)}`);
    if (this.#schema !== undefined) {
      const text = Buffer.from(content).toString();
      const parsed = parseJson(text);
      const place = `${this.name} ${key}`.trimEnd();
      if (!parsed.ok)
        return failure(
          'parse',
          `${place}:${parsed.error.line}:${parsed.error.column}: ${parsed.error.message}`,
        );
      const checked = this.#schema.check(parsed.value.value, text, place);
      if (!checked.ok) return checked;
    }
    this.#members.set(key, Uint8Array.from(content));
    return ok(undefined);
  }

  remove(key: string): Result<void, RepositoryFailure> {
    this.#members.delete(key);
    return ok(undefined);
  }
}
