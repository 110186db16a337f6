// Looking again at the paths of a snapshot, alone and with a second thread: what differs is found wherever it stands.
import { appendFileSync, lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { finishLooks, lookAgain } from '../../engine/idle/look-again.ts';
import {
  blockOf,
  bodyOf,
  packBody,
  packSnapshot,
  TUPLE,
  unpackSnapshot,
} from '../../engine/idle/snapshot.ts';
import type { PackedSnapshot } from '../../engine/idle/snapshot.ts';
import { nextTick } from '../tick.ts';

const header = {
  version: '1',
  request: '{}',
  env: [],
  envDigest: '',
  absent: [],
  upToDate: 3,
  jobs: {},
  definitions: '',
  records: '',
  body: 0,
  first: 0,
};

/** A snapshot of files of a new folder, some of them looked at again and again. */
function library(files: number, looks: number, first = 0) {
  const root = mkdtempSync(join(tmpdir(), 'pipe-look-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'böcker'));
  const names = Array.from({ length: files }, (_, index) => `böcker/${index}.txt`);
  for (const name of names) writeFileSync(join(root, name), name);
  const paths = Array.from({ length: looks }, (_, index) => names[index % files]!);
  const tuples = new Float64Array(
    paths.flatMap((path) => {
      const { size, mtimeMs, ctimeMs, ino, mode } = lstatSync(join(root, path));
      return [size, mtimeMs, ctimeMs, ino, mode];
    }),
  );
  return {
    root,
    paths,
    tuples,
    packed: unpackSnapshot(packSnapshot({ ...header, first }, paths.length, packBody(paths, tuples)))!,
  };
}

/** What differs, when all is looked at. */
function allDifferent(packed: PackedSnapshot, root: string): Uint8Array | undefined {
  const looks = lookAgain(packed, root);
  return looks && finishLooks(looks) ? looks.different : undefined;
}

test('a packed snapshot gives back what was packed, block by block', () => {
  const { packed, paths, tuples } = library(3, 2500);
  expect(packed).toMatchObject({ header, count: 2500 });
  expect(bodyOf(packed)).toEqual(packBody(paths, tuples));
  const blocks = [0, 1, 2].map((block) => blockOf(packed, block)!);
  expect(blocks.flatMap(({ names }) => names)).toEqual(paths);
  expect(blocks.flatMap((block) => [...block.tuples])).toEqual([...tuples]);
  expect(tuples).toHaveLength(2500 * TUPLE);
});

test('of nothing, nothing has changed', () => {
  const packed = unpackSnapshot(packSnapshot(header, 0, packBody([], new Float64Array())))!;
  expect(allDifferent(packed, '/nowhere')).toHaveLength(0);
});

test.each([
  ['by one thread', 2500, 0],
  ['by two', 50_000, 0],
  ['by two, where another block is looked at first', 50_000, 7],
  ['where the last block is looked at first', 2500, 2],
  ['where the block to look at first is none', 2500, 3],
])('one changed file is found %s', (_how, looks, first) => {
  const { packed, root, paths } = library(50, looks, first);
  const differing = () => {
    const different = allDifferent(packed, root)!;
    return [...new Set(paths.filter((_path, index) => different[index] === 1))];
  };
  expect(differing()).toEqual([]);
  appendFileSync(join(root, paths[49]!), ' and an index');
  expect(differing()).toEqual([paths[49]]);
  rmSync(join(root, paths[0]!));
  expect(differing()).toEqual([paths[0], paths[49]]);
});

test('damage that the second thread meets is found in the end', () => {
  const { packed, root, paths } = library(50, 50_000);
  nextTick(root);
  appendFileSync(join(root, paths[7]!), ' and an index');
  packed.bytes[packed.bytes.length - 4] = 0;
  expect(allDifferent(packed, root)).toBe(undefined);
});

test('a bit that flipped in names or numbers never hides a change', () => {
  const { packed, root, paths } = library(50, 50);
  // One number alone might differ by one bit.
  nextTick(root);
  appendFileSync(join(root, paths[7]!), ' and an index');
  const { bytes, numbers } = packed;
  for (let at = numbers; at < bytes.length; at++)
    for (let bit = 1; bit < 256; bit <<= 1) {
      bytes[at]! ^= bit;
      expect(allDifferent(packed, root)?.includes(1)).not.toBe(false);
      bytes[at]! ^= bit;
    }
});
