// Reads and digests the content of one regular file in bounded memory. Knows nothing of stat tuples or of who keeps them.
import { createHash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { digestOf, type Digest } from '../base/digest.ts';

const BUFFER_BYTES = 1 << 20;
let shared: Buffer | undefined;

/** SHA-256 of the file's content, through one buffer of 1 MiB whatever its size. Throws Node's system errors. */
export function digestFile(path: string): Digest {
  // A fifo that took the file's place must not block: it reads as empty, and its tuple then tells.
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const buffer = (shared ??= Buffer.allocUnsafeSlow(BUFFER_BYTES));
    let filled = readSync(descriptor, buffer, 0, BUFFER_BYTES, null);
    if (filled < BUFFER_BYTES) return digestOf(buffer.subarray(0, filled));
    const hash = createHash('sha256');
    while (filled > 0) {
      hash.update(buffer.subarray(0, filled));
      filled = readSync(descriptor, buffer, 0, BUFFER_BYTES, null);
    }
    return hash.digest('base64url');
  } finally {
    closeSync(descriptor);
  }
}
