// Some hundred entries of the stat table as one run of bytes, as the store keeps them, and back: numbers as they lie in
// memory, then texts. A run that is not whole is no block. Knows no table and no store.
//
//   count ─ numbers of each ─ paths, fingerprints, and as JSON what few have, all separated by zero bytes
import { WIDTH, type StatRow } from './stat-row.ts';

export interface StatBlock {
  /** In the order of their code units. */
  readonly paths: readonly string[];
  /** `WIDTH` for each: size, mtime, ctime, ino, mode, observedAt. */
  readonly numbers: Float64Array;
  readonly fingerprints: readonly string[];
  /** By number of the entry. */
  readonly more: readonly (readonly [number, Pick<StatRow, 'variant' | 'link'>])[];
}

/** As many as are one block; up to twice as many where it is the last of several, or grew. */
export const BLOCK_ENTRIES = 256;

/** Whether an entry fits in a block: no path of a file holds a zero byte. */
export function isPackable({ path, fingerprint }: StatRow): boolean {
  return !path.includes('\0') && !fingerprint.includes('\0');
}

/** `rows` in the order of their paths, each of which `isPackable`. */
export function packStats(rows: readonly StatRow[]): Uint8Array {
  const numbers = new Float64Array(1 + rows.length * WIDTH);
  numbers[0] = rows.length;
  const more: [number, Pick<StatRow, 'variant' | 'link'>][] = [];
  for (const [index, row] of rows.entries()) {
    const { size, mtimeMs, ctimeMs, ino, mode, observedAt, variant, link } = row;
    numbers.set([size, mtimeMs, ctimeMs, ino, mode, observedAt], 1 + index * WIDTH);
    if (variant !== undefined || link !== undefined)
      more.push([index, { ...(variant !== undefined && { variant }), ...(link !== undefined && { link }) }]);
  }
  const texts = [...rows.map(({ path }) => path), ...rows.map(({ fingerprint }) => fingerprint)];
  texts.push(more.length === 0 ? '' : JSON.stringify(more));
  return Buffer.concat([Buffer.from(numbers.buffer), Buffer.from(texts.join('\0'))]);
}

/** What `packStats` made, whose checksum holds; undefined of a count that does not fit. */
export function unpackStats(bytes: Uint8Array): StatBlock | undefined {
  if (bytes.length < 8) return undefined;
  const whole = bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
  const count = new Float64Array(whole.buffer, whole.byteOffset, 1)[0]!;
  const start = 8 * (1 + count * WIDTH);
  if (!Number.isSafeInteger(count) || count < 0 || start > bytes.length) return undefined;
  const numbers = new Float64Array(whole.buffer, whole.byteOffset + 8, count * WIDTH);
  const texts = Buffer.from(whole.buffer, whole.byteOffset + start, bytes.length - start)
    .toString('utf8')
    .split('\0');
  if (texts.length !== 2 * count + 1) return undefined;
  const more = texts[2 * count]!;
  return {
    paths: texts.slice(0, count),
    numbers,
    fingerprints: texts.slice(count, 2 * count),
    more: more === '' ? [] : (JSON.parse(more) as StatBlock['more']),
  };
}
