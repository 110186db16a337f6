// Keys and names can do nothing but name: they never leave their repository, in writing or in removing.
import { mkdirSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { watchOver } from '../watch/rig.ts';

const perBook = (out = 'build/{book}/{page}.txt', extra = ''): string => `
tasks:
  copy:
    inputs: { from: "in/{book}/{page}.txt" }
    outputs: { to: "${out}" }
    ${extra}
    run: job copy {{ key }}; cat {{ from }} > {{ to }}
`;

const emma = { 'in/emma/1.txt': 'call\n' };

/** A folder outside the project, with a file that must stay as it is, and a link to it where outputs go. */
function trap(desk: Project, link: string): { intact: () => boolean } {
  const outside = join(desk.outside, 'precious');
  mkdirSync(outside, { recursive: true });
  desk.put('../precious/1.txt', 'call\n');
  rmSync(desk.path(link), { recursive: true, force: true });
  mkdirSync(join(desk.path(link), '..'), { recursive: true });
  symlinkSync(outside, desk.path(link));
  return {
    intact: () => readdirSync(outside).join() === '1.txt' && desk.read('../precious/1.txt') === 'call\n',
  };
}

describe('a link that leads out of a repository', () => {
  test('is not written through', async () => {
    const desk = project({
      'pipeline.yaml': perBook(),
      'in/emma/1.txt': 'other\n',
      'in/emma/2.txt': 'new\n',
    });
    const precious = trap(desk, 'build/emma');
    const { status, summary, ran } = await desk.build('-k');
    expect({ status, ran }).toEqual({ status: 1, ran: [] });
    expect(summary?.failures).toMatchObject([
      { failure: { type: 'system', code: 'outside', path: 'build/emma/1.txt' } },
      { failure: { type: 'system', code: 'outside', path: 'build/emma/2.txt' } },
    ]);
    expect(precious.intact()).toBe(true);
  });

  test('is not written through where it lies further up, nor below it where nothing is yet', async () => {
    const desk = project({ 'pipeline.yaml': perBook('build/{book}/all/pages/{page}.txt'), ...emma });
    const precious = trap(desk, 'build/emma');
    const { status, summary, ran } = await desk.build();
    expect({ status, ran }).toEqual({ status: 1, ran: [] });
    expect(summary?.failures).toMatchObject([{ failure: { code: 'outside' } }]);
    expect(precious.intact()).toBe(true);
  });

  test('is not written through when it came while the job ran', async () => {
    const tasks = `
tasks:
  copy:
    inputs: { from: "in/{book}/{page}.txt" }
    outputs: { to: "build/{book}/{page}.txt" }
    run: job copy {{ key }}; cat {{ from }} > {{ to }}; rm -rf build/emma; ln -s ../../precious build/emma
`;
    const desk = project({ 'pipeline.yaml': tasks, 'in/emma/1.txt': 'other\n', 'build/emma/0.txt': '' });
    const precious = trap(desk, 'elsewhere');
    const { status, summary, ran } = await desk.build();
    expect({ status, ran }).toEqual({ status: 1, ran: ['copy emma/1'] });
    expect(summary?.failures).toMatchObject([{ failure: { type: 'system', code: 'outside' } }]);
    expect(precious.intact()).toBe(true);
  });

  test('is followed where it leads to another folder of the same repository', async () => {
    const desk = project({ 'pipeline.yaml': perBook(), ...emma, 'build/real/0.txt': 'stray\n' });
    symlinkSync('real', desk.path('build/emma'));
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.read('build/real/1.txt')).toBe('call\n');
  });

  test('is not written through by a fan-out', async () => {
    const fanOut = `
repositories: { pages: { type: file, path: "build/{book}/pages/{page}.txt" } }
tasks:
  split:
    inputs: { from: "in/{book}.txt" }
    outputs: { pages: { to: pages, keys: "{book}/*" } }
    run: echo other > {{ pages }}/1.txt
`;
    const desk = project({ 'pipeline.yaml': fanOut, 'in/emma.txt': '' });
    const precious = trap(desk, 'build/emma/pages');
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([{ failure: { code: 'outside' } }]);
    expect(precious.intact()).toBe(true);
  });

  test.each([
    ['logs', 'logs: notes'],
    ['done', 'done: notes'],
    ['stdout', 'stdout: notes'],
  ])('is not written through by a status link (%s)', async (_role, link) => {
    const notes = 'repositories: { notes: { type: yaml, path: "notes/{book}/{page}.txt" } }\n';
    const desk = project({ 'pipeline.yaml': notes + perBook(undefined, link), 'in/emma/1.txt': 'other\n' });
    const precious = trap(desk, 'notes/emma');
    expect(await desk.build()).toMatchObject({ status: 1, ran: [] });
    expect(precious.intact()).toBe(true);
  });

  test('that lies at a status file’s own place is replaced, not followed', async () => {
    const notes = 'repositories: { notes: { type: file, path: "notes/{book}/{page}.txt" } }\n';
    const desk = project({ 'pipeline.yaml': notes + perBook(undefined, 'logs: notes'), ...emma });
    const precious = trap(desk, 'elsewhere');
    mkdirSync(desk.path('notes/emma'), { recursive: true });
    symlinkSync(join(desk.outside, 'precious/1.txt'), desk.path('notes/emma/1.txt'));
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree('notes')).toEqual({ 'notes/emma/1.txt': '' });
    expect(precious.intact()).toBe(true);
  });

  test.each(['build', 'clean'])('is not removed through, when the key goes (%s)', async (command) => {
    const desk = project({ 'pipeline.yaml': perBook(), ...emma, 'in/walden/1.txt': 'pond\n' });
    expect(await desk.build()).toMatchObject({ status: 0 });
    // Same name, same content, other place.
    const precious = trap(desk, 'build/emma');
    desk.remove('in/emma');
    expect(await desk.pipe(command)).toMatchObject({ status: 0 });
    expect(precious.intact()).toBe(true);
    expect((await desk.pipe('clean', '--orphans')).status).toBe(0);
    expect(precious.intact()).toBe(true);
  });

  test('as the whole output folder is the user’s own doing', async () => {
    const desk = project({ 'pipeline.yaml': perBook(), ...emma });
    mkdirSync(join(desk.outside, 'big-disk'));
    symlinkSync(join(desk.outside, 'big-disk'), desk.path('build'));
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree('../big-disk')).toEqual({ '../big-disk/emma/1.txt': 'call\n' });
    expect((await desk.build()).ran).toEqual([]);
    desk.remove('in/emma/1.txt');
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree('../big-disk')).toEqual({});
  });
});

describe('one folder under two paths, by a link', () => {
  const tasks = (a: string, b = ''): string => `tasks:\n  a: ${a}\n${b === '' ? '' : `  b: ${b}\n`}`;
  const copy = (from: string, to: string): string =>
    `{ inputs: { from: "${from}" }, outputs: { to: "${to}" }, run: "job copy; cp {{ from }} {{ to }}; echo more >> {{ to }}" }`;

  test.each([
    ['a source that would be written over', tasks(copy('in/{key}', 'same/{key}'))],
    ['by a link to a folder above', tasks(copy('in/{key}', 'deep/up/in/{key}'))],
    [
      'two tasks that would write one file',
      tasks(copy('far/{key}', 'in/{key}'), copy('far/{key}', 'same/{key}')),
    ],
    ['a reader that would not wait', tasks(copy('far/{key}', 'same/{key}'), copy('in/{key}', 'out/{key}'))],
    ['one file', tasks('{ outputs: { to: same/x }, run: "echo > {{ to }}" }', copy('in/{key}', 'out/{key}'))],
  ])('is refused: %s', async (_, pipeline) => {
    const desk = project({ 'in/a': 'one\n', 'far/a': 'one\n', 'pipeline.yaml': pipeline });
    symlinkSync('in', desk.path('same'));
    mkdirSync(desk.path('deep'));
    symlinkSync('..', desk.path('deep/up'));
    const { status, ran, summary } = await desk.build();
    expect({ status, ran, code: summary?.refusal?.code }).toEqual({ status: 2, ran: [], code: 'same-files' });
    expect(summary?.refusal?.message).toMatch(
      / are the same files, since (same|deep\/up) is a link, and the task "[ab]" writes /,
    );
    expect(desk.read('in/a')).toBe('one\n');
  });

  test('is no matter where nothing is written, or where they have no file in common', async () => {
    const desk = project({
      'in/a': 'one\n',
      'pipeline.yaml': tasks(copy('in/{key}', 'out/{key}'), copy('same/{key}', 'same/made/{key}')),
    });
    symlinkSync('in', desk.path('same'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy', 'copy'] });
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  });

  test('ends a watch, and keeps one from a pipeline that would have it', async () => {
    const right = tasks(copy('in/{key}', 'out/{key}'));
    const desk = project({ 'in/a': 'one\n', 'pipeline.yaml': right });
    symlinkSync('in', desk.path('same'));
    const { watch } = await watchOver(desk);
    desk.put('pipeline.yaml', tasks(copy('in/{key}', 'same/{key}')));
    await watch.until('diagnostic', ({ diagnostic }) => diagnostic.code === 'same-files');
    desk.put('pipeline.yaml', right);
    desk.put('in/a', 'two\n');
    await watch.until('job-end', () => desk.read('out/a') === 'two\nmore\n');
    watch.kill('SIGINT');
    await watch.done;
    expect(desk.read('in/a')).toBe('two\n');
    desk.put('pipeline.yaml', tasks(copy('in/{key}', 'same/{key}')));
    expect(await desk.start(['watch', '--reporter', 'json']).done).toMatchObject({ status: 2 });
  });
});

describe('a key', () => {
  test('with .. in it, from a record, names no member', async () => {
    const joined = `
repositories: { books: { type: yaml, path: "books/{key}.yaml" }, people: { type: file, path: "people/{key}.txt" } }
tasks:
  sign:
    inputs: { book: books, author: { from: people, key: book.author } }
    outputs: { to: "build/{key}.txt" }
    run: cat {{ author }} > {{ to }}
`;
    const desk = project({ 'pipeline.yaml': joined, 'secret.txt': 'secret\n', 'people/jane.txt': 'jane\n' });
    for (const [key, author] of Object.entries({
      a: '../secret',
      b: '/etc/passwd',
      c: 'x/../../secret',
      d: 'jane',
    }))
      desk.put(`books/${key}.yaml`, `author: ${author}\n`);
    const { status, summary } = await desk.build();
    expect({ status, notReady: summary?.notReady.map(({ job }) => job.key) }).toEqual({
      status: 0,
      notReady: ['a', 'b', 'c'],
    });
    expect(desk.tree()).toEqual({ 'build/d.txt': 'jane\n' });
  });

  test('made by a template cannot leave the repository', async () => {
    const up = `
repositories: { out: { type: file, path: "build/{key**}.txt" } }
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: { to: out, key: "../../{key}" } }
    run: echo bad > {{ to }}
`;
    const desk = project({ 'pipeline.yaml': up, 'in/a.txt': '' });
    const { status } = await desk.build();
    expect([1, 2]).toContain(status);
    expect(readdirSync(desk.outside).toSorted()).toEqual(['bin', 'project', 'ran']);
    expect(desk.tree('.')).toEqual({ './in/a.txt': '', './pipeline.yaml': up });
  });
});
