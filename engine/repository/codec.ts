// gzip and Zstandard, over whole contents and streams. Knows no repository and no path.
//
// Formats: RFC 1952 and RFC 8878. Of Zstandard, Node's decoder stops after a file's first frame without a word, so what
// is left of the input is looked at here.
import type { Transform } from 'node:stream';
import {
  constants,
  createGunzip,
  createGzip,
  createZstdCompress,
  createZstdDecompress,
  gunzipSync,
  gzipSync,
  zstdCompressSync,
  zstdDecompressSync,
} from 'node:zlib';
import { err, ok, type Result } from '../base/result.ts';
import type { Codec } from '../model/plan.ts';

/** What a file may grow to in memory, so that a few bytes that claim to hold terabytes are a failure and no more. */
const MOST_BYTES = 2 ** 31;

/** Without it a flipped bit in a Zstandard file would go unseen; gzip always has one. */
const ZSTD_OPTIONS = { params: { [constants.ZSTD_c_checksumFlag]: 1 } };

/** How a content is compressed, by its first bytes; undefined if it is not. */
export function codecOf(content: Uint8Array): Codec | undefined {
  if (content[0] === 0x1f && content[1] === 0x8b) return 'gzip';
  const isZstd = content[0] === 0x28 && content[1] === 0xb5 && content[2] === 0x2f && content[3] === 0xfd;
  return isZstd ? 'zstd' : undefined;
}

/** The same bytes for the same content, by one version of Node. */
export function compress(codec: Codec, content: Uint8Array): Uint8Array {
  return codec === 'gzip' ? gzipSync(content) : zstdCompressSync(content, ZSTD_OPTIONS);
}

/** The content of a file of one or several members or frames; an error says what is wrong with it. */
export function expand(content: Uint8Array): Result<Uint8Array, string> {
  const codec = codecOf(content);
  if (codec === undefined) return err('is neither gzip nor Zstandard');
  try {
    return ok(
      codec === 'gzip' ? gunzipSync(content, { maxOutputLength: MOST_BYTES }) : expandFrames(content),
    );
  } catch (error) {
    return err(whyNot(error, codec));
  }
}

export function compressor(codec: Codec): Transform {
  return codec === 'gzip' ? createGzip() : createZstdCompress(ZSTD_OPTIONS);
}

/** `readAll` says after the end whether all of `size` bytes of input were read: several large frames are not. */
export function expander(
  codec: Codec,
  size: number,
): { readonly stream: Transform; readonly readAll: () => boolean } {
  const stream = codec === 'gzip' ? createGunzip() : createZstdDecompress();
  return { stream, readAll: () => codec === 'gzip' || stream.bytesWritten === size };
}

/** A codec's fault in words; what is none is thrown again. */
export function whyNot(error: unknown, codec: Codec): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : {};
  if (code === 'ERR_BUFFER_TOO_LARGE') return `holds more than ${MOST_BYTES >> 20} MiB`;
  if (code === undefined || !/^(?:Z_|ZSTD_)/.test(code)) throw error;
  return code === 'Z_BUF_ERROR' ? `is cut off, as ${codec}` : `is no whole ${codec} file: ${message}`;
}

function expandFrames(content: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let rest = content;
  let left = MOST_BYTES;
  while (rest.length > 0) {
    const { buffer, engine } = zstdDecompressSync(rest, {
      info: true,
      maxOutputLength: left,
    }) as unknown as { buffer: Uint8Array; engine: { bytesWritten: number } };
    if (engine.bytesWritten === 0) break;
    parts.push(buffer);
    left -= buffer.length;
    rest = rest.subarray(engine.bytesWritten);
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
