// backup and restore: what comes back is what was there, or nothing does.
import { chmodSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../engine/base/digest.ts';
import { project } from '../rig.ts';
import { built, library } from './library.ts';
import { pipe, say } from './call.ts';

describe('backup and restore', () => {
  test('everything comes back, and nothing has to run', async () => {
    const desk = await built();
    const before = { ...desk.tree(), ...desk.tree('books'), ...desk.tree('authors') };
    expect((await say(desk, 'backup ../safe --all')).out).toContain(
      'saved 15 members and the records of 5 jobs\n',
    );
    for (const folder of ['.pipe', 'build', 'books', 'authors']) desk.remove(folder);
    expect(await say(desk, 'restore ../safe --all')).toMatchObject({ code: 0, error: '' });
    expect({ ...desk.tree(), ...desk.tree('books'), ...desk.tree('authors') }).toEqual(before);
    expect((await say(desk, 'ls counts')).out).toBe('emma\nwalden\n');
    // Tasks without outputs are not in any repository.
    expect((await desk.build()).ran).toEqual(['lint emma', 'lint walden']);
    expect((JSON.parse((await say(desk, 'status --json')).out) as { strays: unknown }).strays).toEqual([]);
  });

  test('row 55: members come back into another pipeline that has the repository or the link', async () => {
    const desk = await built();
    await say(desk, 'backup ../safe --all');
    const other = project({
      'pipeline.yaml': `
repositories: { counts: { type: file, path: "in/{key}.count" } }
tasks:
  double:
    inputs: { count: counts }
    outputs: { double: "out/{key}.txt" }
    run: echo $(( $(cat {{ count }}) * 2 )) > {{ double }}
`,
    });
    const folder = join(desk.outside, 'safe');
    expect(await pipe(other, ['restore', folder, 'count-words.count'])).toMatchObject({
      code: 0,
      out: 'counts: restored 2 members\n',
    });
    await other.build();
    expect(other.tree('out')).toEqual({ 'out/emma.txt': '6\n', 'out/walden.txt': '4\n' });
    const all = await pipe(other, ['restore', folder, '--all']);
    expect(all).toMatchObject({ code: 0, error: expect.stringContaining('no repository for books') });
  });

  test('contents lie under their SHA-256, and equal contents are stored once', async () => {
    const desk = await built();
    desk.put('books/again.txt', 'pond walk\n');
    await say(desk, 'backup ../safe books');
    const data = join(desk.outside, 'safe', 'data');
    const names = readdirSync(data);
    expect(names).toHaveLength(2);
    for (const name of names) expect(hash('sha256', readFileSync(join(data, name)), 'hex')).toBe(name);
  });

  test('trees come back with the contents that they name, also where their folder of contents is gone', async () => {
    const trees = `
repositories:
  trees: { type: tree, path: "build/trees/{key}.tree.json" }
tasks:
  plant:
    inputs: { book: "books/{key}.txt" }
    outputs: { tree: trees }
    run: job plant/{{ key }}; mkdir -p {{ tree }}/in; cp {{ book }} {{ tree }}/in/a; cp {{ book }} {{ tree }}/b
  fell:
    inputs: { tree: trees }
    outputs: { log: "build/logs/{key}" }
    run: job fell/{{ key }}; cat {{ tree }}/b > {{ log }}
`;
    const desk = await built(trees);
    expect((await say(desk, `backup ${desk.outside}/saved --all`)).code).toBe(0);
    desk.remove('build');
    desk.remove('.pipe');
    const { code, error } = await say(desk, `restore ${desk.outside}/saved --all`);
    expect([code, error]).toEqual([0, '']);
    const { status, ran } = await desk.build();
    expect([status, ran]).toEqual([0, []]);
    desk.remove('build/logs');
    expect((await desk.build()).ran).toEqual(['fell/emma', 'fell/walden']);
    expect(desk.read('build/logs/emma')).toBe('call me emma\n');
  });

  test('a damaged content or manifest restores nothing', async () => {
    const desk = await built();
    await say(desk, 'backup ../safe books authors');
    desk.remove('books');
    desk.remove('authors');
    const data = join(desk.outside, 'safe', 'data');
    const victim = join(data, readdirSync(data)[0]!);
    const whole = readFileSync(victim);
    writeFileSync(victim, `${whole.toString()}!`);
    expect(await say(desk, 'restore ../safe --all')).toMatchObject({
      code: 1,
      error: expect.stringContaining('is missing or damaged'),
    });
    expect(existsSync(desk.path('books')) || existsSync(desk.path('authors'))).toBe(false);
    writeFileSync(victim, whole);
    const manifest = join(desk.outside, 'safe', 'manifest.json');
    writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('walden', 'w4lden'));
    expect(await say(desk, 'restore ../safe --all')).toMatchObject({
      code: 1,
      error: expect.stringContaining('does not fit its digest'),
    });
    expect(existsSync(desk.path('books'))).toBe(false);
  });

  test('what is there and differs is not overwritten without --force, and nothing else is restored', async () => {
    const desk = await built();
    await say(desk, 'backup ../safe books');
    desk.put('books/walden.txt', 'changed\n');
    desk.remove('books/emma.txt');
    expect(await say(desk, 'restore ../safe books')).toMatchObject({
      code: 1,
      error: expect.stringContaining('books/walden.txt is there and differs'),
    });
    expect(existsSync(desk.path('books/emma.txt'))).toBe(false);
    expect((await say(desk, 'restore --force ../safe books')).out).toBe('books: restored 2 members\n');
    expect(desk.read('books/walden.txt')).toBe('pond walk\n');
  });

  test('a backup is not replaced without --force', async () => {
    const desk = await built();
    await say(desk, 'backup ../safe books');
    expect(await say(desk, 'backup ../safe authors')).toMatchObject({ code: 1 });
    expect(await say(desk, 'backup --force ../safe authors')).toMatchObject({ code: 0 });
    expect(await say(desk, 'restore ../safe books')).toMatchObject({
      code: 2,
      error: expect.stringContaining('it has authors'),
    });
  });

  test('a folder with links to folders, above it too, is the same after it came back', async () => {
    const desk = project({
      'kits/sewing/box/thread': 'red\n',
      'pipeline.yaml': `
repositories: { kits: { type: directory, path: "kits/{key}" } }
tasks: { look: { inputs: { kit: kits }, outputs: { list: "build/{key}" }, run: "ls {{ kit }} > {{ list }}" } }
`,
    });
    symlinkSync('box', desk.path('kits/sewing/same'));
    symlinkSync('../../..', desk.path('kits/sewing/box/up'));
    await say(desk, 'backup ../safe kits');
    desk.remove('kits');
    expect((await say(desk, 'restore ../safe kits')).out).toBe('kits: restored 1 member\n');
    expect(await say(desk, 'restore ../safe kits')).toMatchObject({
      code: 0,
      out: 'kits: restored 0 members, 1 already as saved\n',
    });
  });

  test('folders with links and executables come back as they were; strays are left out', async () => {
    const desk = project({
      'pipeline.yaml': `
repositories: { kits: { type: directory, path: "kits/{key}" } }
tasks:
  pack:
    inputs: { kit: kits }
    outputs: { box: "build/{key}.txt" }
    run: job pack {{ key }}; ls {{ kit }} > {{ box }}
`,
      'kits/sewing/needle': '|',
      'kits/sewing/box/thread': '~',
    });
    chmodSync(desk.path('kits/sewing/needle'), 0o755);
    symlinkSync('box/thread', desk.path('kits/sewing/thread'));
    await desk.build();
    desk.put('build/stray.txt', 'mine\n');
    await say(desk, 'backup ../safe --all');
    desk.remove('kits');
    desk.remove('build');
    await say(desk, 'restore ../safe --all');
    expect(desk.tree('kits')).toEqual({
      'kits/sewing/box/thread': '~',
      'kits/sewing/needle': '|',
      'kits/sewing/thread': '-> box/thread',
    });
    expect(Object.keys(desk.tree())).toEqual(['build/sewing.txt']);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('a backup that was made to reach outside restores nothing', async () => {
    const desk = project({
      'pipeline.yaml': `
repositories: { kits: { type: directory, path: "kits/{key}" } }
tasks: { look: { inputs: { kit: kits }, run: "ls {{ kit }}" } }
`,
      'kits/sewing/thread': '~',
    });
    await say(desk, 'backup ../safe kits');
    desk.remove('kits');
    const manifest = join(desk.outside, 'safe', 'manifest.json');
    const saved = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown> & {
      repositories: { members: { entries: { path: string }[] }[] }[];
    };
    const { sha256: _, ...body } = saved;
    const entries = saved.repositories[0]!.members[0]!.entries;
    const [folder, thread] = entries;
    for (const bad of [
      [folder, { ...thread, path: '../../thread' }],
      [folder, { path: 'out', type: 'link', target: desk.outside }, { ...thread, path: 'out/thread' }],
    ]) {
      entries.splice(0, entries.length, ...(bad as typeof entries));
      const digest = hash('sha256', canonicalJson(body), 'hex');
      writeFileSync(manifest, JSON.stringify({ sha256: digest, ...body }));
      expect(await say(desk, 'restore ../safe kits')).toMatchObject({
        code: 1,
        error: expect.stringContaining('leads out of it'),
      });
    }
    expect(existsSync(join(desk.outside, 'thread'))).toBe(false);
  });

  test('an output without the record of its job would be a stray', async () => {
    const desk = await built();
    await say(desk, 'backup ../safe counts');
    const manifest = join(desk.outside, 'safe', 'manifest.json');
    expect(JSON.parse(readFileSync(manifest, 'utf8'))).toMatchObject({
      format: 1,
      pipeline: expect.any(String),
    });
    const other = library();
    other.put('pipeline.yaml', other.read('pipeline.yaml').replaceAll('count-words:', 'tally:'));
    const folder = join(desk.outside, 'safe');
    expect(await pipe(other, ['restore', folder, 'counts'])).toMatchObject({
      code: 1,
      error: expect.stringContaining('would be a stray'),
    });
    expect(await pipe(other, ['restore', '--force', folder, 'counts'])).toMatchObject({
      code: 0,
      error: 'warning: 2 of counts are strays: no build reads them\n',
    });
  });

  test('the call must say what it means', async () => {
    const desk = library();
    for (const line of [
      'backup ../safe',
      'backup ../safe both',
      'backup ../safe --all books',
      'restore ../nowhere --all',
    ])
      expect(await say(desk, line)).toMatchObject({ code: 2 });
  });
});

describe('shell', () => {
  test('the pipeline is at hand, lines are done one after the other, with top-level await', async () => {
    const desk = await built();
    const stdin = [
      'await ls("books - authors")',
      'const text = await repositories.books.text("emma")',
      'text.length',
      'Object.keys(tasks)',
      '(await rm("lint/emma", [], { rerun: true })).forgotten.length',
      '(await build()).outcome',
      '(await repositories.authors.value("emma")).born',
      '',
    ].join('\n');
    const { code, out } = await say(desk, 'shell', { stdin });
    expect({ code, out: out.split('\n') }).toEqual({
      code: 0,
      out: [
        "[ 'walden' ]",
        'undefined',
        '13',
        "[ 'count-words', 'split', 'lint', 'total' ]",
        '1',
        "'done'",
        '1775',
        '',
      ],
    });
    expect(desk.ran()).toEqual(['lint emma']);
  });

  test('a line that fails is the exit code', async () => {
    const { code, out } = await say(library(), 'shell', { stdin: 'await cat("boks", "emma")\n1 + 1\n' });
    expect({ code, out }).toEqual({
      code: 1,
      out: 'Uncaught Error: there is no repository "boks" (did you mean "books"?)\n2\n',
    });
  });
});
