// All that a build with nothing to do looked at, packed so that looking again costs little more than the looks. Knows no
// pipeline: paths, stat tuples and what was asked for.
import { digestOf } from '../base/digest.ts';

/** Numbers kept of each path: size, mtime, ctime, inode, mode; `mtime` and `ctime` in ms, as doubles. */
export const TUPLE = 5;

export interface Snapshot {
  readonly header: SnapshotHeader;
  /** Files, then folders that were listed; relative to the root or absolute. */
  readonly paths: readonly string[];
  /** `TUPLE` numbers for each path. */
  readonly tuples: Float64Array;
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

const MAGIC = 'pipe-idle-1\n';

export function packSnapshot({ header, paths, tuples }: Snapshot): Uint8Array {
  const head = Buffer.from(JSON.stringify(header));
  const names = Buffer.from(paths.join('\0'));
  const numbers = Buffer.from(tuples.buffer, tuples.byteOffset, paths.length * TUPLE * 8);
  const sizes = Buffer.from(`${head.length} ${names.length} ${paths.length}\n`);
  const body = Buffer.concat([sizes, head, names, numbers]);
  return Buffer.concat([Buffer.from(MAGIC + digestOf(body)), Buffer.from('\n'), body]);
}

/** Undefined if the bytes are not whole and of this format: then it is as good as none. */
export function unpackSnapshot(bytes: Buffer): Snapshot | undefined {
  const start = MAGIC.length + 44;
  if (bytes.length < start || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const body = bytes.subarray(start);
  if (bytes.toString('latin1', MAGIC.length, start - 1) !== digestOf(body)) return undefined;
  const line = body.indexOf(10);
  const [headSize = 0, namesSize = 0, count = 0] = body.toString('latin1', 0, line).split(' ').map(Number);
  const head = line + 1;
  const names = head + headSize;
  const numbers = names + namesSize;
  if (body.length !== numbers + count * TUPLE * 8) return undefined;
  return {
    header: JSON.parse(body.toString('utf8', head, names)) as SnapshotHeader,
    paths: count === 0 ? [] : body.toString('utf8', names, numbers).split('\0'),
    tuples: new Float64Array(new Uint8Array(body.subarray(numbers)).buffer),
  };
}
