// All that a build with nothing to do looked at, packed so that looking again costs little more than the looks: nothing is
// turned into an object before it is needed, and threads can share the bytes. Knows no pipeline: paths, stat tuples and
// what was asked for.
//
//   magic and checksum ─ sizes, header (JSON), blanks ─ tuples ─ where each block of names starts ─ names
//
// The checksum is of sizes and header only, since the looks themselves find out damage of the rest: another name or
// tuple is that of no file, and a block has as many names as it must.
import { checksum } from '../base/checksum.ts';

/** Numbers kept of each path: size, mtime, ctime, inode, mode; `mtime` and `ctime` in ms, as doubles. */
export const TUPLE = 5;

/** Paths are taken up a block at a time. */
export const BLOCK = 1024;

export interface Snapshot {
  readonly header: SnapshotHeader;
  /** Files, then folders that were listed; relative to the root or absolute. */
  readonly paths: readonly string[];
  /** `TUPLE` numbers for each path. */
  readonly tuples: Float64Array;
}

/** A snapshot as it lies in memory. */
export interface PackedSnapshot {
  readonly header: SnapshotHeader;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** Where in `bytes` the numbers start: tuples, then for each block the place of its first name, and the end of all. */
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
}

const MAGIC = 'pipe-idle-3\n';
/** Magic and checksum, filled up to a multiple of 8, since doubles must be aligned. */
const START = 32;
/** Digits of the size of the whole. */
const SIZE = 15;

export function packSnapshot({ header, paths, tuples }: Snapshot): Uint8Array {
  const blocks: Buffer[] = [];
  const starts: number[] = [];
  const head = Buffer.from(JSON.stringify(header));
  const sizes = `${head.length} ${paths.length} `;
  const numbers = aligned(START + sizes.length + SIZE + 1 + head.length);
  const count = Math.ceil(paths.length / BLOCK);
  let place = numbers + (paths.length * TUPLE + count + 1) * 8;
  for (let block = 0; block < count; block++) {
    const names = Buffer.from(paths.slice(block * BLOCK, (block + 1) * BLOCK).join('\0'));
    starts.push(place);
    blocks.push(names);
    place += names.length;
  }
  const bytes = Buffer.alloc(place, ' ');
  const line = Buffer.from(`${sizes}${String(place).padStart(SIZE, '0')}\n`);
  line.copy(bytes, START);
  head.copy(bytes, START + line.length);
  const doubles = new Float64Array([...starts, place]);
  Buffer.from(tuples.buffer, tuples.byteOffset, paths.length * TUPLE * 8).copy(bytes, numbers);
  Buffer.from(doubles.buffer).copy(bytes, numbers + paths.length * TUPLE * 8);
  for (const [block, names] of blocks.entries()) names.copy(bytes, starts[block]);
  bytes.write(seal(bytes.subarray(START, numbers)), 0, 'latin1');
  return bytes;
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
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8', start, end);
  const names = text.split('\0');
  return names.length === length ? { names, tuples } : undefined;
}

function seal(sizesAndHeader: Uint8Array): string {
  return (MAGIC + checksum(sizesAndHeader)).padEnd(START);
}

function aligned(place: number): number {
  return Math.ceil(place / 8) * 8;
}
