// All that a build with nothing to do looked at, packed so that looking again costs little more than the looks: nothing is
// turned into an object before it is needed, and threads can share the bytes. Knows no pipeline: paths, stat tuples and
// what was asked for.
//
//   magic and checksum ─ sizes, header (JSON), blanks ─ tuples ─ where each block of names starts ─ names
//
// The checksum is of sizes and header only, since the looks themselves find out damage of the rest, if all that counts is
// that every path is as it was: another name or tuple is that of no file, and a block has as many names as it must. The
// header says the checksum of the rest, for those who go on from what differs.
import { checksum } from '../base/checksum.ts';

/** Numbers kept of each path: size, mtime, ctime, inode, mode; `mtime` and `ctime` in ms, as doubles. */
export const TUPLE = 5;

/** Paths are taken up a block at a time. */
export const BLOCK = 1024;

/** A snapshot as it lies in memory. */
export interface PackedSnapshot {
  readonly header: SnapshotHeader;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Where in `bytes` the numbers start: tuples, then for each block where among all names its first starts, and the end of all. */
  readonly numbers: number;
}

export interface SnapshotHeader {
  /** Of the program that wrote it. */
  readonly version: string;
  /** What was asked for: parameters by `--param`. */
  readonly request: string;
  /** Names and patterns of variables that count, and the digest of their values then. */
  readonly env: readonly string[];
  readonly envDigest: string;
  /** Paths that were looked for and not there. */
  readonly absent: readonly string[];
  readonly upToDate: number;
  /** How many jobs each task of the build has, by the task's name. */
  readonly jobs: Readonly<Record<string, number>>;
  /** A digest of the definitions of these tasks. */
  readonly definitions: string;
  /** What the store's records came to then. */
  readonly records: string;
  /** The checksum of the body, by whoever packs it. */
  readonly body: number;
  /** The block in which something differed last, which is looked at first: who edits a file may edit it again. */
  readonly first: number;
}

const MAGIC = 'pipe-idle-5\n';
/** Magic and checksum, filled up to a multiple of 8, since doubles must be aligned. */
const START = 32;
/** Digits of the size of the whole. */
const SIZE = 15;

/** `body` as `packBody` makes it. */
export function packSnapshot(header: SnapshotHeader, count: number, body: Uint8Array): Uint8Array {
  const head = Buffer.from(JSON.stringify(header));
  const sizes = `${head.length} ${count} `;
  const numbers = aligned(START + sizes.length + SIZE + 1 + head.length);
  const bytes = Buffer.alloc(numbers + body.length, ' ');
  const line = Buffer.from(`${sizes}${String(bytes.length).padStart(SIZE, '0')}\n`);
  line.copy(bytes, START);
  head.copy(bytes, START + line.length);
  bytes.set(body, numbers);
  bytes.write(seal(bytes.subarray(START, numbers)), 0, 'latin1');
  return bytes;
}

/**
 * Paths, files and then folders that were listed, relative to the root or absolute; with `TUPLE` numbers for each path, NaN
 * where a later look may not be compared with this one.
 */
export function packBody(paths: readonly string[], tuples: Float64Array): Uint8Array {
  const names: Buffer[] = [];
  const starts: number[] = [];
  let place = 0;
  for (let from = 0; from < paths.length; from += BLOCK) {
    const block = Buffer.from(paths.slice(from, from + BLOCK).join('\0'));
    starts.push(place);
    names.push(block);
    place += block.length;
  }
  starts.push(place);
  const numbers = new Float64Array(paths.length * TUPLE + starts.length);
  numbers.set(tuples.subarray(0, paths.length * TUPLE));
  numbers.set(starts, paths.length * TUPLE);
  return Buffer.concat([Buffer.from(numbers.buffer), ...names]);
}

/** What `packBody` made. */
export function bodyOf({ bytes, numbers }: PackedSnapshot): Uint8Array {
  return bytes.subarray(numbers);
}

/** Undefined if the bytes, which must lie at a multiple of 8, are not whole and of this format: as good as none. */
export function unpackSnapshot(bytes: Uint8Array): PackedSnapshot | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const line = buffer.indexOf(10, START);
  const [size = 0, count = 0, whole] = buffer.toString('latin1', START, line).split(' ').map(Number);
  const numbers = aligned(line + 1 + size);
  if (line < 0 || whole !== buffer.length || !(numbers <= buffer.length)) return undefined;
  if (buffer.toString('latin1', 0, START) !== seal(buffer.subarray(START, numbers))) return undefined;
  const header = JSON.parse(buffer.toString('utf8', line + 1, line + 1 + size)) as SnapshotHeader;
  return { header, count, bytes, numbers };
}

/** The names of a block, and where its tuples are; undefined if it has not as many names as it must. */
export function blockOf(
  { bytes, count, numbers }: Omit<PackedSnapshot, 'header'>,
  block: number,
): { readonly names: readonly string[]; readonly tuples: Float64Array } | undefined {
  const at = bytes.byteOffset + numbers;
  const length = Math.min(BLOCK, count - block * BLOCK);
  const tuples = new Float64Array(bytes.buffer, at + block * BLOCK * TUPLE * 8, length * TUPLE);
  const [start, end] = new Float64Array(bytes.buffer, at + (count * TUPLE + block) * 8, 2);
  const first = numbers + (count * TUPLE + Math.ceil(count / BLOCK) + 1) * 8;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString(
    'utf8',
    first + start!,
    first + end!,
  );
  const names = text.split('\0');
  return names.length === length ? { names, tuples } : undefined;
}

function seal(sizesAndHeader: Uint8Array): string {
  return (MAGIC + checksum(sizesAndHeader)).padEnd(START);
}

function aligned(place: number): number {
  return Math.ceil(place / 8) * 8;
}
