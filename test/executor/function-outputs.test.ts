// What a function gets to write with, by functions that use it in a real host.
import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FanOutArgument, LinkArgument } from '../../engine/executor/function/argument.ts';
import { FunctionRig } from './function-rig.ts';

test('an output is written in every way', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `async function* chunks() { yield 'ü'; yield Buffer.from('😀'); }
export const ways = {
  write: (out) => out.write(new Uint8Array([104, 105])),
  chunks: (out) => out.write(chunks()),
  list: (out) => out.write(['a', 'b']),
  text: (out) => out.text('größe'),
  json: (out) => out.json({ a: [1] }),
  lines: (out) => out.lines(new Set(['a', 'b'])),
  path: async (out) => (await import('node:fs')).writeFileSync(out.path, 'by path'),
  unawaited: (out) => void out.text('x'.repeat(1e6)),
  stream: (out) => void out.stream().write('x'.repeat(1e6)),
  ended: (out) => void out.stream().end('ended'),
};
export const press = ({ out, params }) => ways[params.way](out);`,
  );
  const output = { type: 'output', key: '', path: rig.path('out'), format: 'bytes' } as const;
  const written = async (way: string) => {
    const { exit } = await rig.run({
      export: 'press',
      argument: { params: { way } },
      links: { out: output },
    });
    expect(exit).toEqual({ type: 'exit', status: 0 });
    return rig.read('out');
  };
  expect(await written('write')).toBe('hi');
  expect(await written('chunks')).toBe('ü😀');
  expect(await written('list')).toBe('ab');
  expect(await written('text')).toBe('größe');
  expect(await written('json')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
  expect(await written('lines')).toBe('a\nb\n');
  expect(await written('path')).toBe('by path');
  expect(await written('unawaited')).toHaveLength(1e6);
  expect(await written('stream')).toHaveLength(1e6);
  expect(await written('ended')).toBe('ended');
});

test('a write that fails fails the job, awaited or not', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export const awaited = ({ out }) => out.text('a');
export const forgotten = ({ out }) => void out.text('a');
export const streamed = ({ out }) => void out.stream().end('a');
export const undone = ({ out }) => out.json(undefined);
export const caught = ({ out }) => out.text('a').catch(() => {});`,
  );
  const out = { type: 'output', key: '', path: rig.path('gone/out'), format: 'bytes' } as const;
  for (const name of ['awaited', 'forgotten', 'streamed']) {
    const { exit } = await rig.run({ export: name, links: { out } });
    expect(exit).toMatchObject({ type: 'exception', message: expect.stringContaining('ENOENT') as string });
  }
  expect((await rig.run({ export: 'undone', links: { out } })).exit).toMatchObject({
    message: `${rig.path('gone/out')} is to hold a JSON value, and this is undefined`,
  });
  expect((await rig.run({ export: 'caught', links: { out } })).exit).toEqual({ type: 'exit', status: 0 });
});

test('a record is written, or returned where it is the only one and was not written', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export const value = { words: 3, at: new Date(0), none: undefined, text: 'größe: "yes"' };
export const writes = ({ card }) => card.write(value);
export const returns = () => value;
export const both = async ({ card }) => { await card.write('written'); return 'returned'; };
export const nothing = () => {};`,
  );
  const value = { words: 3, at: '1970-01-01T00:00:00.000Z', text: 'größe: "yes"' };
  const link = (format: 'json' | 'yaml', name = 'card'): LinkArgument => ({
    type: 'output',
    key: '',
    path: rig.path(`${name}.${format}`),
    format,
  });
  const run = async (name: string, links: Record<string, LinkArgument>) =>
    (await rig.run({ export: name, links })).exit;

  expect(await run('writes', { card: link('json') })).toEqual({ type: 'exit', status: 0 });
  expect(JSON.parse(rig.read('card.json'))).toEqual(value);
  expect(await run('returns', { card: link('yaml'), other: link('json', 'other') })).toEqual({
    type: 'exit',
    status: 0,
  });
  expect(() => rig.read('card.yaml')).toThrow('ENOENT');
  expect(
    await run('returns', { card: link('yaml'), text: { ...link('json'), format: 'bytes' } as LinkArgument }),
  ).toEqual({ type: 'exit', status: 0 });
  expect(parse(rig.read('card.yaml'))).toEqual(value);
  await run('both', { card: link('json') });
  expect(JSON.parse(rig.read('card.json'))).toBe('written');
  await run('nothing', { card: link('json', 'untouched') });
  expect(() => rig.read('untouched.json')).toThrow('ENOENT');
});

test('a fan-out puts members where its pattern says', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export async function split({ parts, params, log }) {
  for (const [key, content] of params.members) await parts.write(key, content);
  log(parts.dir + ' ' + parts.path(params.members[0][0]));
}`,
  );
  mkdirSync(rig.path('stage'));
  const split = (fanOut: Partial<FanOutArgument>, members: readonly (readonly [string, string])[]) =>
    rig.run({
      export: 'split',
      argument: { params: { members } },
      links: {
        parts: {
          type: 'fan-out',
          dir: rig.path('stage'),
          format: 'bytes',
          literals: ['', '.txt'],
          ...fanOut,
        },
      },
    });
  expect(
    (
      await split({}, [
        ['1', 'one'],
        ['書', 'two'],
      ])
    ).log,
  ).toBe(`${rig.path('stage')} ${rig.path('stage/1.txt')}\n`);
  expect(rig.read('stage/書.txt')).toBe('two');

  await split({ literals: ['emma-', '/', '.md'] }, [['2/a', 'deep']]);
  expect(rig.read('stage/emma-2/a.md')).toBe('deep');
  await split({ literals: ['all/', '-', ''], span: 0 }, [['a/b/c', 'spans']]);
  expect(rig.read('stage/all/a/b-c')).toBe('spans');
  await split({ format: 'json' }, [['record', 'value']]);
  expect(rig.read('stage/record.txt')).toBe('"value"\n');

  const messageOf = async (key: string) => (await split({}, [[key, '']])).exit;
  expect(await messageOf('a/b')).toMatchObject({
    message: 'the key "a/b" has 2 segments, and the pattern takes 1',
  });
  expect(await messageOf('..')).toMatchObject({ message: 'the key ".." has the segment ".."' });
  expect(await messageOf('')).toMatchObject({ message: 'the key "" is empty' });
});
