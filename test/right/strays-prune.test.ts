// What pipe removes and what it never touches: outputs of keys that are gone, strays, hand-edited files, vanished roots.
import { renameSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { booksPipeline, expectedOf, putBooks, type Books } from './books.ts';
import { buildHere } from './in-process.ts';

const books: Books = { emma: ['call', 'me'], walden: ['pond'] };

async function built(pipeline = booksPipeline()): Promise<Project> {
  const desk = project({ 'pipeline.yaml': pipeline });
  putBooks(desk, books);
  expect((await buildHere(desk)).summary.outcome).toBe('done');
  expect(desk.tree()).toEqual(expectedOf(books));
  return desk;
}

async function straysOf(desk: Project): Promise<readonly string[]> {
  return (JSON.parse((await desk.pipe('status', '--json')).out) as { strays: string[] }).strays;
}

describe('a key that is gone', () => {
  test('takes along exactly what pipe made for it', async () => {
    const desk = await built();
    desk.put('build/notes.txt', 'mine\n');
    desk.put('build/upper/README', 'mine\n');
    desk.remove('in/walden.txt');
    const { status, ran, summary } = await desk.build();
    expect({ status, ran, pruned: summary?.pruned }).toEqual({ status: 0, ran: ['total'], pruned: 2 });
    expect(desk.tree()).toEqual({
      ...expectedOf({ emma: ['call', 'me'] }),
      'build/notes.txt': 'mine\n',
      'build/upper/README': 'mine\n',
    });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('leaves an output that was edited by hand, with a warning, and it is no member any more', async () => {
    const desk = await built();
    desk.put('build/upper/walden.txt', 'by hand\n');
    desk.put('build/pages/walden/1.txt', 'by hand\n');
    desk.remove('in/walden.txt');
    const { status, warnings, ran } = await desk.build();
    expect({ status, warnings, ran }).toEqual({ status: 0, warnings: ['kept-changed'], ran: ['total'] });
    expect(desk.read('build/total.txt')).toBe('call\nme\n');
    expect(desk.read('build/upper/walden.txt')).toBe('by hand\n');
    expect(await straysOf(desk)).toEqual(['build/pages/walden/1.txt', 'build/upper/walden.txt']);
    expect(await desk.build()).toMatchObject({ status: 0, warnings: [], ran: [] });
  });

  test('renamed with the same content: the old outputs go, the new ones come', async () => {
    const desk = await built();
    renameSync(desk.path('in/walden.txt'), desk.path('in/woods.txt'));
    const { ran } = await desk.build();
    expect(ran).toEqual(['split woods', 'total']);
    expect(desk.tree()).toEqual(expectedOf({ emma: ['call', 'me'], woods: ['pond'] }));
  });

  test('that is outside the targets keeps its outputs', async () => {
    const desk = await built();
    desk.remove('in/walden.txt');
    expect(await desk.build('split/emma')).toMatchObject({ status: 0, ran: [] });
    expect(desk.tree()).toEqual(expectedOf(books));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['total'] });
    expect(desk.tree()).toEqual(expectedOf({ emma: ['call', 'me'] }));
  });

  test('of a task that is gone stays until clean --orphans', async () => {
    const desk = await built();
    desk.put('pipeline.yaml', 'tasks: { other: { outputs: { out: other.txt }, run: "echo > {{ out }}" } }');
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(expectedOf(books));
    expect((await desk.pipe('clean', '--orphans')).status).toBe(0);
    expect(desk.tree()).toEqual({});
    expect(desk.read('other.txt')).toBe('\n');
  });

  test('and came back within a failed build loses nothing that is right', async () => {
    const desk = await built();
    desk.put('in/emma.txt', 'fails\n');
    desk.put('pipeline.yaml', booksPipeline('if grep -q fails {{ book }}; then exit 1; fi'));
    desk.remove('in/walden.txt');
    expect(await desk.build('-k')).toMatchObject({ status: 1 });
    expect(desk.read('build/total.txt')).toBe('call\nme\npond\n');
    putBooks(desk, books);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(expectedOf(books));
  });
});

describe('a source folder', () => {
  test.each(['build', 'status', 'why', 'plan'])(
    'that vanished removes nothing, whoever looked first (%s)',
    async (first) => {
      const desk = await built();
      renameSync(desk.path('in'), desk.path('elsewhere'));
      await desk.pipe(first, ...(first === 'why' ? ['total'] : []));
      const { status, summary } = await desk.build();
      expect({ status, code: summary?.refusal?.code }).toEqual({ status: 2, code: 'root-vanished' });
      expect(summary?.refusal?.hint).toContain('--accept-empty');
      expect(desk.tree()).toEqual(expectedOf(books));
      renameSync(desk.path('elsewhere'), desk.path('in'));
      expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
    },
  );

  test('that is meant to be empty is so with --accept-empty', async () => {
    const desk = await built();
    desk.remove('in');
    expect(await desk.build('--accept-empty')).toMatchObject({ status: 0, ran: [] });
    expect(desk.tree()['build/upper/emma.txt']).toBeUndefined();
    expect(await desk.build()).toMatchObject({ status: 0 });
  });

  test('whose last file was deleted is empty, and that is believed', async () => {
    const desk = await built();
    desk.remove('in/emma.txt');
    desk.remove('in/walden.txt');
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()['build/upper/emma.txt']).toBeUndefined();
  });
});

describe('a stray', () => {
  test('is no member of a fan-in, and stays', async () => {
    const desk = await built();
    desk.put('build/pages/emma/99.txt', 'stray\n');
    desk.put('build/pages/ghost/1.txt', 'stray\n');
    expect((await desk.build()).ran).toEqual([]);
    desk.put('in/emma.txt', 'call\nher\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['split emma', 'total'] });
    expect(desk.read('build/total.txt')).toBe('call\nher\npond\n');
    expect(await straysOf(desk)).toEqual(['build/pages/emma/99.txt', 'build/pages/ghost/1.txt']);
  });

  test('is none after the store was lost either', async () => {
    const desk = await built();
    desk.remove('in/walden.txt');
    desk.remove('.pipe');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['split emma', 'total'] });
    expect(desk.read('build/total.txt')).toBe('call\nme\n');
    expect(await straysOf(desk)).toEqual(['build/pages/walden/1.txt', 'build/upper/walden.txt']);
  });

  test('at the path of a job is replaced by it', async () => {
    const desk = project({ 'pipeline.yaml': booksPipeline(), 'build/upper/emma.txt': 'stray\n' });
    putBooks(desk, books);
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual(expectedOf(books));
  });

  test('that is accepted is a member, and no job writes over it', async () => {
    const accepting = booksPipeline().replace('{page}.txt" }', '{page}.txt", accept_strays: true }');
    const desk = await built(accepting);
    desk.put('build/pages/ghost/1.txt', 'boo\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['total'] });
    expect(desk.read('build/total.txt')).toBe('boo\ncall\nme\npond\n');
    desk.put('in/ghost.txt', 'other\n');
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([{ failure: { type: 'stray-in-the-way' } }]);
    expect(desk.read('build/pages/ghost/1.txt')).toBe('boo\n');
  });
});

test('a deleted build folder is simply built again', async () => {
  const desk = await built();
  desk.remove('build');
  const again = { status: 0, ran: ['split emma', 'split walden', 'total'], warnings: [] };
  expect(await desk.build()).toMatchObject(again);
  expect(desk.tree()).toEqual(expectedOf(books));
});
