// Commands that look: ls, cat, trace, status --all.
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { built, library } from './library.ts';
import { pipe, say } from './call.ts';

describe('ls', () => {
  test('row 61: ls set expressions over repositories, links and paths', async () => {
    const desk = await built();
    desk.put('books/persuasion.txt', 'half agony\n');
    const ask = async (expression: string) => (await pipe(desk, ['ls', expression])).out;
    expect(await ask('books')).toBe('emma\npersuasion\nwalden\n');
    expect(await ask('count-words.book - count-words.count')).toBe('persuasion\n');
    expect(await ask('books & authors')).toBe('emma\n');
    expect(await ask('(books - authors) | authors')).toBe('emma\npersuasion\nwalden\n');
    expect(await ask('both')).toBe('emma\n');
    expect(await ask('unread')).toBe('persuasion\nwalden\n');
    expect(await ask('split.pages')).toBe('emma/1\nemma/2\nemma/3\nwalden/1\nwalden/2\n');
    expect(await ask('./books/{key}.txt - counts')).toBe('persuasion\n');
    expect(await ask('total.total')).toBe('.\n');
    expect(await ask('new-notes')).toBe('');
  });

  test('words need no quotes where the shell leaves them alone', async () => {
    expect((await say(await built(), 'ls books - authors')).out).toBe('walden\n');
  });

  test('a stray is no member; one where strays are accepted is', async () => {
    const desk = await built();
    desk.put('build/counts/stray.txt', '7\n');
    desk.put('build/pages/walden/9.txt', 'stray\n');
    desk.put('notes/mine.txt', 'a note\n');
    expect((await say(desk, 'ls counts')).out).toBe('emma\nwalden\n');
    expect((await say(desk, 'ls split.pages')).out).not.toContain('walden/9');
    expect((await say(desk, 'ls new-notes')).out).toBe('mine\n');
  });

  test('--current leaves out what a build would make anew', async () => {
    const desk = await built();
    desk.put('books/emma.txt', 'call me emma woodhouse\n');
    desk.put('build/counts/walden.txt', 'by hand\n');
    expect((await say(desk, 'ls counts')).out).toBe('emma\nwalden\n');
    expect((await say(desk, 'ls --current counts')).out).toBe('');
    expect((await say(desk, 'ls --current split.pages')).out).toBe('walden/1\nwalden/2\n');
  });

  test('an output whose key is gone is no member, before a build removes it', async () => {
    const desk = await built();
    desk.remove('books/walden.txt');
    expect((await say(desk, 'ls counts')).out).toBe('emma\n');
  });

  test('without an expression: every repository with its links', async () => {
    const { out } = await say(await built(), 'ls');
    expect(out).toContain('counts                         file          2  count-words.count total.counts\n');
    expect(out).toContain('both                           and           1\n');
  });

  test('--json', async () => {
    const desk = await built();
    expect(JSON.parse((await pipe(desk, ['ls', '--json', 'books & both'])).out)).toEqual({
      expression: 'books & both',
      keys: ['emma'],
    });
    expect(JSON.parse((await say(desk, 'ls --json')).out)).toContainEqual({
      name: 'counts',
      type: 'file',
      owned: true,
      members: 2,
      links: ['count-words.count', 'total.counts'],
    });
  });

  test('a name that is not there is shown in its place, with what was perhaps meant', async () => {
    const desk = library();
    expect(await pipe(desk, ['ls', 'authors | boks'])).toEqual({
      code: 2,
      out: '',
      error: [
        'expression:1:11: error: there is no repository "boks"',
        '  1 | authors | boks',
        '    |           ^^^^',
        '  expected: a repository, or task.link',
        '  hint: did you mean "books"?',
        '',
      ].join('\n'),
    });
    expect((await say(desk, 'ls split')).error).toContain('hint: its links: split.book, split.pages');
    expect((await say(desk, 'ls (books')).error).toContain('this bracket is not closed');
  });
});

describe('cat', () => {
  test('row 62: cat prints a member as it is stored', async () => {
    const desk = await built();
    expect(await say(desk, 'cat books emma')).toEqual({ code: 0, out: 'call me emma\n', error: '' });
    expect((await say(desk, 'cat authors emma')).out).toBe('name: Jane # Austen\nborn: 1775\n');
    expect((await say(desk, 'cat split.pages emma/2')).out).toBe('me\n');
    expect((await say(desk, 'cat total.total')).out).toBe('5\n');
    expect((await say(desk, 'cat total.total .')).out).toBe('5\n');
  });

  test('bytes that are no text', async () => {
    const desk = library();
    const bytes = Buffer.from([0xff, 0x00, 0x0a, 0xfe]);
    desk.put('books/blob.txt', bytes);
    const run = desk.start(['cat', 'books', 'blob']);
    expect((await run.done).status).toBe(0);
    const { encoding, content } = JSON.parse((await say(desk, 'cat --json books blob')).out) as Record<
      string,
      string
    >;
    expect([encoding, Buffer.from(content!, 'base64')]).toEqual(['base64', bytes]);
  });

  test('of combinators what they pass on, or the value that they make', async () => {
    const desk = await built();
    expect((await say(desk, 'cat unread walden')).out).toBe('pond walk\n');
    expect((await say(desk, 'cat names emma')).out).toBe('Jane');
    expect(JSON.parse((await say(desk, 'cat both emma')).out)).toEqual({
      book: 'books/emma.txt',
      author: { name: 'Jane', born: 1775 },
    });
  });

  test('--json has a record parsed', async () => {
    expect(JSON.parse((await say(await built(), 'cat --json authors emma')).out)).toEqual({
      repository: 'authors',
      key: 'emma',
      path: 'authors/emma.yaml',
      value: { name: 'Jane', born: 1775 },
      encoding: 'utf8',
      content: 'name: Jane # Austen\nborn: 1775\n',
    });
  });

  test('row 62: an absent member, a stray, and an unknown repository', async () => {
    const desk = await built();
    desk.put('build/counts/stray.txt', '7\n');
    expect(await say(desk, 'cat authors nobody')).toEqual({
      code: 1,
      out: '',
      error: 'error: authors has no member "nobody"\n',
    });
    expect(await say(desk, 'cat counts stray')).toMatchObject({
      code: 1,
      error: expect.stringContaining('it is a stray'),
    });
    expect(await say(desk, 'cat split.pags emma/1')).toMatchObject({
      code: 2,
      error: expect.stringContaining('did you mean "split.pages"?'),
    });
  });
});

describe('trace', () => {
  test('row 21: trace lists the links that hold a key, and how its job stands', async () => {
    const desk = await built();
    desk.put('books/emma.txt', 'call me emma woodhouse\n');
    expect((await say(desk, 'trace emma')).out).toBe(
      [
        'emma',
        '  count-words                  would run: input book changed: books/emma.txt',
        '    count-words.book   input   emma',
        '    count-words.count  output  emma',
        '    count-words.logs   status  emma',
        '    count-words.done   status  emma',
        '  split                        would run: input book changed: books/emma.txt',
        '    split.book         input   emma',
        '    split.pages        output  emma/1 emma/2 emma/3',
        '  lint                         would run: input book changed: books/emma.txt',
        '    lint.book          input   emma',
        '  total                        . may run: count-words/emma runs before it and may change input counts',
        '    total.counts       input   emma',
        '',
      ].join('\n'),
    );
  });

  test('a key that nothing holds is told, beside those that are held', async () => {
    const { code, out, error } = await say(await built(), 'trace emma nobody');
    expect(code).toBe(1);
    expect(out).toMatch(/^emma\n/);
    expect(error).toBe('error: no task and no repository has "nobody"\n');
  });

  test('several keys, --all and --json', async () => {
    const desk = await built();
    const two = JSON.parse((await say(desk, 'trace --json emma walden')).out) as { key: string }[];
    expect(two.map(({ key }) => key)).toEqual(['emma', 'walden']);
    const [page] = JSON.parse((await say(desk, 'trace --json walden/1')).out) as { tasks: unknown[] }[];
    expect(page!.tasks).toEqual([
      {
        task: 'split',
        jobs: [],
        links: [
          { link: 'book', repository: 'books', role: 'input', members: [], count: 0 },
          {
            link: 'pages',
            repository: 'build/pages/{book}/{page}.txt',
            role: 'output',
            members: ['walden/1'],
            count: 1,
          },
        ],
      },
    ]);
    expect((await say(desk, 'trace --all walden/1')).out).toContain('lint');
    expect(await say(desk, 'trace nobody')).toMatchObject({ code: 1 });
    expect(await say(desk, 'trace --all nobody')).toMatchObject({ code: 0 });
  });
});

describe('why', () => {
  test('by a path is about the job that makes it, though others are looked at after that', async () => {
    const desk = project({
      'pipeline.yaml': `
tasks:
  label:
    inputs: { book: "books/{key}.txt", title: build/title.txt }
    outputs: { label: "build/labels/{key}.txt" }
    run: cat {{ title }} {{ book }} > {{ label }}
  title:
    inputs: { list: list.txt }
    outputs: { title: build/title.txt }
    run: cp {{ list }} {{ title }}
`,
      'list.txt': 'all\n',
      'books/emma.txt': 'emma\n',
      'books/walden.txt': 'walden\n',
    });
    expect((await say(desk, 'why build/labels/emma.txt')).out).toMatch(/^label\/emma would run\n/);
    expect((await say(desk, 'why build/title.txt')).out).toMatch(/^title would run\n/);
    expect((await say(desk, 'why label/*')).out).toMatch(/^label\/emma would [^]*\nlabel\/walden would /);
  });
});

describe('status', () => {
  test('row 20, row 67: status --all counts the members of each link', async () => {
    const desk = await built();
    desk.remove('build/counts/walden.txt');
    const { out } = await say(desk, 'status --all');
    expect(out).toContain('count-words.book         2  input   books\n');
    expect(out).toContain('count-words.count        1  output  counts\n');
    expect(out).toContain('count-words.done         2  status  build/done/{key}.yaml\n');
    const { links } = JSON.parse((await say(desk, 'status --all --json')).out) as { links: unknown[] };
    expect(links).toContainEqual({
      task: 'count-words',
      link: 'count',
      repository: 'counts',
      role: 'output',
      members: 1,
    });
  });

  test('--watch shows it again when it changed, and ends with Ctrl-C', async () => {
    const desk = await built();
    const shown: string[] = [];
    const { code } = await say(desk, 'status --watch --json', {
      onOutput: (text, send) => {
        shown.push(text);
        if (shown.length === 1) desk.put('books/emma.txt', 'call me\n');
        else send('SIGINT');
      },
    });
    const outdated = shown.map((text) => {
      const { tasks } = JSON.parse(text) as { tasks: { task: string; outdated: number }[] };
      return tasks.find(({ task }) => task === 'lint')!.outdated;
    });
    expect({ code, outdated }).toEqual({ code: 130, outdated: [0, 1] });
  });
});
