// One file, compressed. Small ones in one go, larger ones as streams beside the engine's thread. Knows no repository.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  constants,
  createReadStream,
  createWriteStream,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { digestOf, type Digest } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import type { Codec } from '../model/plan.ts';
import { codecOf, compress, compressor, expand, expander, whyNot } from './codec.ts';
import { failure, systemFailure } from './failure.ts';
import type { Contents, Packing } from './packing.ts';
import type { RepositoryFailure } from './port.ts';

/** Above that, reading or writing in one go would keep the engine from its other work for too long. */
const SMALL_BYTES = 1 << 20;

export class CompressedPacking implements Packing {
  readonly kind = 'compressed';
  readonly plainKind = 'file';
  readonly isSelfContained = true;
  readonly #codec: Codec;

  /** What lies at rest may be of the other codec too: the first bytes tell. */
  constructor(codec: Codec) {
    this.#codec = codec;
  }

  inspect(packed: string, where: string, mode: number): Result<Contents, RepositoryFailure> {
    return reading(where, () => {
      const plain = this.decode(readFileSync(packed), where);
      return plain.ok ? ok(contentsOf(digestOf(plain.value), plain.value.length, mode)) : plain;
    });
  }

  async unpack(packed: string, plain: string, where: string): Promise<Result<void, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const { size, mode } = statSync(packed);
      if (size <= SMALL_BYTES) {
        const content = this.decode(readFileSync(packed), where);
        if (!content.ok) return content;
        writeFileSync(plain, content.value, { flag: 'wx' });
      } else {
        const expanded = await expandFile(packed, plain, where);
        if (!expanded.ok) return expanded;
      }
      chmodSync(plain, mode & 0o777);
      return ok(undefined);
    });
  }

  async pack(plain: string, packed: string, where: string): Promise<Result<Contents, RepositoryFailure>> {
    return readingAsync(where, async () => {
      const { size, mode } = statSync(plain);
      if (size <= SMALL_BYTES) {
        const content = readFileSync(plain);
        writeFileSync(packed, compress(this.#codec, content), { flag: 'wx' });
        chmodSync(packed, mode & 0o777);
        return ok(contentsOf(digestOf(content), content.length, mode));
      }
      const { digest, bytes } = await compressFile(this.#codec, plain, packed);
      chmodSync(packed, mode & 0o777);
      return ok(contentsOf(digest, bytes, mode));
    });
  }

  decode(content: Uint8Array, where: string): Result<Uint8Array, RepositoryFailure> {
    const plain = expand(content);
    return plain.ok ? plain : failure('damaged', `${where} ${plain.error}`, where);
  }

  encode(content: Uint8Array): Result<Uint8Array, RepositoryFailure> {
    return ok(compress(this.#codec, content));
  }
}

/** Compresses a file of any size; the digest and length are the content's. */
export async function compressFile(
  codec: Codec,
  plain: string,
  packed: string,
): Promise<{ readonly digest: Digest; readonly bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const tap = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  await pipeline(createReadStream(plain), tap, compressor(codec), createWriteStream(packed, { flags: 'wx' }));
  return { digest: hash.digest('base64url'), bytes };
}

/** Makes the plain file of a compressed one of any size. */
export async function expandFile(
  packed: string,
  plain: string,
  where: string,
): Promise<Result<void, RepositoryFailure>> {
  const head = Buffer.alloc(4);
  for await (const chunk of createReadStream(packed, { end: 3 })) head.set(chunk as Buffer);
  const codec = codecOf(head);
  if (codec === undefined) return failure('damaged', `${where} is neither gzip nor Zstandard`, where);
  const { stream, readAll } = expander(codec, statSync(packed).size);
  try {
    await pipeline(createReadStream(packed), stream, createWriteStream(plain, { flags: 'wx' }));
  } catch (error) {
    return failure('damaged', `${where} ${whyNot(error, codec)}`, where);
  }
  if (!readAll()) return failure('damaged', `${where} has several frames, and is too large for that`, where);
  return ok(undefined);
}

function contentsOf(digest: Digest, size: number, mode: number): Contents {
  return { fingerprint: (mode & constants.S_IXUSR) === 0 ? digest : `${digest}+x`, size };
}

function reading<T>(where: string, act: () => Result<T, RepositoryFailure>): Result<T, RepositoryFailure> {
  try {
    return act();
  } catch (error) {
    return systemFailure(error, 'read', where);
  }
}

/** Node's system errors on the way as data. */
export async function readingAsync<T>(
  where: string,
  act: () => Promise<Result<T, RepositoryFailure>>,
): Promise<Result<T, RepositoryFailure>> {
  try {
    return await act();
  } catch (error) {
    return systemFailure(error, 'read', where);
  }
}
