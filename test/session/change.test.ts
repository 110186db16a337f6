// Commands that change members: inject and rm.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { built, library, libraryPipeline } from './library.ts';
import { pipe, say } from './call.ts';

describe('inject', () => {
  test('a new member is built from, and only its jobs run', async () => {
    const desk = await built();
    expect(await say(desk, 'inject books evelina', { stdin: 'a young lady\n' })).toEqual({
      code: 0,
      out: 'added books/evelina.txt\n',
      error: '',
    });
    expect((await desk.build()).ran).toEqual([
      'count-words evelina',
      'lint evelina',
      'split evelina',
      'total',
    ]);
    expect(desk.read('build/total.txt')).toBe('8\n');
  });

  test('row 54: what is there is not overwritten without --force', async () => {
    const desk = library();
    expect(await say(desk, 'inject books emma', { stdin: 'anew\n' })).toEqual({
      code: 1,
      out: '',
      error: 'error: books has a member "emma" already\n  hint: --force overwrites it\n',
    });
    expect(desk.read('books/emma.txt')).toBe('call me emma\n');
    expect((await say(desk, 'inject --force books emma', { stdin: 'anew\n' })).out).toBe(
      'replaced books/emma.txt\n',
    );
    expect(desk.read('books/emma.txt')).toBe('anew\n');
  });

  test('row 63: bad YAML stores nothing', async () => {
    const desk = library();
    const bad = await say(desk, 'inject authors thoreau', { stdin: 'name: [' });
    expect(bad).toMatchObject({
      code: 1,
      out: '',
      error: expect.stringContaining('authors/thoreau.yaml:1:'),
    });
    expect(existsSync(desk.path('authors/thoreau.yaml'))).toBe(false);
    await say(desk, 'inject --force authors emma', { stdin: '\tno: yaml' });
    expect(desk.read('authors/emma.yaml')).toContain('Austen');
  });

  test('a record that breaks the schema stores nothing, and every fault is told', async () => {
    const desk = library();
    const bad = await say(desk, 'inject authors thoreau', { stdin: 'born: yesterday\n' });
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.error).toContain("must have required property 'name'");
    expect(bad.error).toContain('/born must be integer');
    expect(existsSync(desk.path('authors/thoreau.yaml'))).toBe(false);
  });

  test('where a task writes it is refused, and with --force the outlook is told', async () => {
    const desk = await built();
    const refused = await say(desk, 'inject counts evelina', { stdin: '7\n' });
    expect(refused).toMatchObject({ code: 1, error: expect.stringContaining('accept_strays: true') });
    expect(await say(desk, 'inject --force counts evelina', { stdin: '7\n' })).toEqual({
      code: 0,
      out: 'added build/counts/evelina.txt\n',
      error: 'warning: counts evelina is a stray: no build reads it\n',
    });
    expect((await say(desk, 'inject --force counts emma', { stdin: '7\n' })).error).toBe(
      'warning: a job made counts emma: the next build makes it again and replaces this\n',
    );
    expect((await desk.build()).ran).toEqual(['count-words emma']);
    expect(desk.read('build/total.txt')).toBe('5\n');
  });

  test('where strays are accepted it is a member', async () => {
    const desk = library();
    expect(await say(desk, 'inject new-notes mine', { stdin: 'a note\n' })).toMatchObject({
      code: 0,
      error: '',
    });
    expect((await say(desk, 'ls new-notes')).out).toBe('mine\n');
  });

  test('what cannot be written, and keys that cannot be', async () => {
    const desk = library();
    expect(await say(desk, 'inject both emma')).toMatchObject({
      code: 2,
      error: expect.stringContaining('inject into books or authors'),
    });
    for (const key of ['', 'a/b', '../up', 'a\u0007b'])
      expect(await pipe(desk, ['inject', 'books', key], { stdin: 'x' })).toMatchObject({ code: 2, out: '' });
    const long = await pipe(desk, ['inject', 'books', 'k'.repeat(300)], { stdin: 'x' });
    expect(long.error).toContain(
      `"${'k'.repeat(60)}…" cannot be a key of books: it has a segment longer than 255 bytes`,
    );
    expect(await say(desk, 'inject --json new-notes one', { stdin: '1' })).toMatchObject({ code: 0 });
  });
});

describe('rm', () => {
  const made = ['build/counts/emma.txt', 'build/done/emma.yaml', 'build/logs/emma.log'];

  test('row 58: rm task J removes outputs and status of that task only', async () => {
    const desk = await built();
    const before = Object.keys(desk.tree());
    expect(await say(desk, 'rm count-words emma')).toEqual({
      code: 0,
      out: [...made.map((path) => `removed ${path}`).toSorted(), 'removed 3 members', ''].join('\n'),
      error: '',
    });
    expect(Object.keys(desk.tree())).toEqual(before.filter((path) => !made.includes(path)));
    expect((await desk.build()).ran).toEqual(['count-words emma']);
    expect(Object.keys(desk.tree())).toEqual(before);
  });

  test('row 58: with --rerun a job without outputs runs again too', async () => {
    const desk = await built();
    expect((await say(desk, 'rm lint emma')).out).toBe('nothing to remove\n');
    expect((await desk.build()).ran).toEqual([]);
    expect((await say(desk, 'rm --rerun lint/emma')).out).toBe('removed 0 members, forgot 1 job\n');
    expect((await desk.build()).ran).toEqual(['lint emma']);
    expect((await say(desk, 'rm --rerun --all lint')).out).toBe('removed 0 members, forgot 2 jobs\n');
    expect((await desk.build()).ran).toEqual(['lint emma', 'lint walden']);
  });

  test('row 59: rm -r repo J removes it and all that was made from it, also by other keys', async () => {
    const desk = await built();
    const { out } = await say(desk, 'rm -r books emma');
    expect(out).toContain('removed 8 members\n');
    expect(Object.keys(desk.tree('books'))).toEqual(['books/walden.txt']);
    expect(Object.keys(desk.tree())).toEqual([
      'build/counts/walden.txt',
      'build/done/walden.yaml',
      'build/logs/walden.log',
      'build/pages/walden/1.txt',
      'build/pages/walden/2.txt',
    ]);
    expect((await desk.build()).ran).toEqual(['total']);
    expect(desk.read('build/total.txt')).toBe('2\n');
  });

  test('row 59: rm -r of an output leaves what was made beside it', async () => {
    const desk = await built();
    expect((await say(desk, 'rm -n -r counts emma')).out).toBe(
      'would remove build/counts/emma.txt\nwould remove build/total.txt\nwould remove 2 members\n',
    );
  });

  test('row 60: rm -r repo --all empties the closure, its start too', async () => {
    const desk = await built();
    expect(await say(desk, 'rm -r --all books')).toMatchObject({ code: 0 });
    expect([...Object.keys(desk.tree('books')), ...Object.keys(desk.tree())]).toEqual([]);
  });

  test('--dry-run removes nothing', async () => {
    const desk = await built();
    const before = { ...desk.tree(), ...desk.tree('books') };
    expect((await say(desk, 'rm -n -r --all books')).out).toContain('would remove');
    expect((await say(desk, 'rm -n --rerun --all lint')).out).toBe(
      'would remove 0 members, would forget 2 jobs\n',
    );
    expect({ ...desk.tree(), ...desk.tree('books') }).toEqual(before);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('an output that was changed by hand stays, without --force', async () => {
    const desk = await built();
    desk.put('build/counts/emma.txt', 'by hand\n');
    expect(await say(desk, 'rm counts emma')).toMatchObject({
      code: 1,
      out: 'kept build/counts/emma.txt, which was changed since pipe made it\nnothing to remove\n',
    });
    expect(await say(desk, 'rm --force counts emma')).toMatchObject({ code: 0 });
    expect(existsSync(desk.path('build/counts/emma.txt'))).toBe(false);
  });

  test('a stray is never removed', async () => {
    const desk = await built();
    desk.put('build/counts/stray.txt', '7\n');
    expect(await say(desk, 'rm counts stray')).toMatchObject({
      code: 1,
      error: expect.stringContaining('stray'),
    });
    await say(desk, 'rm -r --all --force books');
    expect(desk.tree()).toEqual({ 'build/counts/stray.txt': '7\n' });
  });

  test('row 17: combinators pass it on by their rules', async () => {
    const desk = library(
      libraryPipeline.replace('value: "{{ name }}" }', 'value: "{{ name }}", allow_deletes: true }'),
    );
    expect((await say(desk, 'rm unread walden')).out).toBe('removed books/walden.txt\nremoved 1 member\n');
    expect((await say(desk, 'rm -n both emma')).out).toBe(
      'would remove authors/emma.yaml\nwould remove books/emma.txt\nwould remove 2 members\n',
    );
    expect((await say(desk, 'rm names emma')).out).toContain('removed authors/emma.yaml');
    const strict = await say(library(), 'rm names emma');
    expect(strict).toMatchObject({ code: 1, error: expect.stringContaining('allow_deletes: true') });
  });

  test('the call must say what it means', async () => {
    const desk = await built();
    for (const line of [
      'rm counts',
      'rm lint',
      'rm lint/emma walden',
      'rm --all lint emma',
      'rm --rerun books emma',
    ])
      expect(await say(desk, line)).toMatchObject({ code: 2, out: '' });
    expect(await say(desk, 'rm lint nobody')).toMatchObject({ code: 1 });
    expect((await say(desk, 'rm cont-words emma')).error).toContain('did you mean "count-words"?');
    const { removed } = JSON.parse((await say(desk, 'rm --json total.total')).out) as { removed: unknown };
    expect(removed).toEqual([{ repository: 'build/total.txt', key: '', path: 'build/total.txt' }]);
  });

  test('a member reached through a view is removed where it lies', async () => {
    const desk = await built();
    expect((await say(desk, 'rm total.counts emma')).out).toContain('removed build/counts/emma.txt');
    expect((await desk.build()).ran).toEqual(['count-words emma']);
  });
});

test('a name that is both a task and a repository is asked about', async () => {
  const desk = await built(
    libraryPipeline.replaceAll('counts: {', 'total: {').replace('count: counts', 'count: total'),
  );
  expect((await say(desk, 'rm total')).error).toContain('write total/KEY for a job of the task (total/. if');
  expect(await say(desk, 'rm total/.')).toMatchObject({
    code: 0,
    out: expect.stringContaining('build/total.txt'),
  });
  expect((await say(desk, 'ls total')).out).toBe('emma\nwalden\n');
});

test('what tasks make is changed when the builder has ended, sources at once', async () => {
  const desk = library(
    libraryPipeline.replace('job lint {{ key }}', 'job lint {{ key }}; cat GATE > /dev/null'),
  );
  const gate = desk.gate('gate');
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('GATE', gate.path));
  const build = desk.start(['build', 'lint/emma']);
  await gate.reached();
  expect(await say(desk, 'inject books evelina', { stdin: 'a young lady\n' })).toMatchObject({
    code: 0,
    error: '',
  });
  expect(await say(desk, 'rm books evelina')).toMatchObject({ code: 0, error: '' });
  const waiting = Promise.withResolvers<string>();
  const rm = say(desk, 'rm --rerun lint emma', { onError: waiting.resolve });
  expect(await waiting.promise).toMatch(/^waiting for pipe build \(process \d+\) to finish\n$/);
  gate.open();
  expect((await build.done).status).toBe(0);
  expect((await rm).out).toBe('removed 0 members, forgot 1 job\n');
});
