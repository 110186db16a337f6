// What may be a key. Knows nothing of repositories or paths.

const MAX_KEY_BYTES = 1024;
const MAX_SEGMENT_BYTES = 255;

/**
 * Why `key` cannot be the id of a member, or `undefined` if it can: 1 to 1024 bytes of UTF-8 in segments of 1 to 255
 * bytes separated by `/`, no control character, no `.` or `..` segment. The unit key is not asked about.
 */
export function keyFault(key: string): string | undefined {
  if (key.length === 0) return 'is empty';
  // Plain short keys, nearly all there are, need one look.
  if (key.length <= MAX_SEGMENT_BYTES && PLAIN.test(key)) return undefined;
  if (CONTROL.test(key)) return 'has a control character';
  if (!key.isWellFormed() || key.includes('\ufffd')) return 'is not valid UTF-8';
  if (Buffer.byteLength(key) > MAX_KEY_BYTES) return `is longer than ${MAX_KEY_BYTES} bytes`;
  for (const segment of key.split('/')) {
    if (segment === '') return 'has an empty segment';
    if (segment === '.' || segment === '..') return `has the segment "${segment}"`;
    if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
      return `has a segment longer than ${MAX_SEGMENT_BYTES} bytes`;
  }
  return undefined;
}

/** Segments that start with no dot. */
const PLAIN = /^[\w@+=,:~ -][\w.@+=,:~ -]*(?:\/[\w@+=,:~ -][\w.@+=,:~ -]*)*$/;
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;
