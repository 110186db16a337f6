// Every kind of asset: how it is made, copied and taken down, at once and later. And nodes that say that they are done.
import { expect, test } from 'vitest';
import { Asset, AsyncRunner, clone, defineAsset, Exhausted, SyncRunner } from '../../engine/tube/index.ts';
import { tubeOf } from './rig.ts';

const KEEP = `
assets:
  list: { type: "t#list", scope: runner, depends: a.value }
nodes:
  a: { type: "t#grow", depends: [{ list: assets.list }] }
  b: { type: "t#grow", depends: [{ list: a.value }] }
  out: { type: return, depends: b.value }
`;
const grow = (list: string[]): string[] => {
  list.push('x');
  return list;
};

async function twice(list: unknown): Promise<unknown[]> {
  const runner = new AsyncRunner(await tubeOf(KEEP, { types: { 't#list': list, 't#grow': grow } }));
  const found = [await runner.process(), await runner.process()].map((value) => (value as string[]).join(''));
  await runner.deinit();
  return found;
}

test('a function, a class, a generator and a kind of asset give the same', async () => {
  class List extends Array<string> {
    [clone](): List {
      return List.from(this) as List;
    }
  }
  class ListAsset extends Asset<string[]> {
    override async init(): Promise<void> {
      this.obj = await Promise.resolve([]);
    }
  }
  expect(await twice(() => [])).toEqual(['xx', 'xxx']);
  expect(await twice(async () => [])).toEqual(['xx', 'xxx']);
  expect(
    await twice(async function* list() {
      yield [];
    }),
  ).toEqual(['xx', 'xxx']);
  expect(await twice(List)).toEqual(['xx', 'xxx']);
  expect(await twice(ListAsset)).toEqual(['xx', 'xxx']);
});

test('defineAsset opens, copies and closes as it says', async () => {
  const log: string[] = [];
  const found = await twice(
    defineAsset<string[]>({
      open: async () => (log.push('open'), ['o']),
      clone: (value) => (log.push(`clone ${value.join('')}`), [...value, 'c']),
      close: (value) => void log.push(`close ${value.join('')}`),
    }),
  );
  expect(found).toEqual(['oxx', 'oxcxx']);
  expect(log).toEqual(['open', 'clone ox', 'clone oxcx', 'close oxx']);
});

test('a class is taken down by its dispose method', async () => {
  const log: string[] = [];
  class File {
    [Symbol.dispose](): void {
      log.push('closed');
    }
  }
  const text = `assets:\n  f: { type: "t#File", scope: process }\nnodes:\n  a: { type: .passthrough, depends: [{ value: assets.f }] }\n`;
  new SyncRunner(await tubeOf(text, { types: { 't#File': File } })).process();
  expect(log).toEqual(['closed']);
});

test('a node that returns Exhausted ends the run', async () => {
  let left = 3;
  const text = `nodes:\n  a: { type: "t#some" }\n  out: { type: return, depends: a.value }\n`;
  const runner = new SyncRunner(
    await tubeOf(text, { types: { 't#some': () => (left > 0 ? left-- : Exhausted) } }),
  );
  expect(await runner.run(10)).toEqual([3, 2, 1]);
});
