// `plug:` takes over another task's outputs with what else its links ask of a consumer; `required_for_success` asks it of
// every consumer. The rules are pydatatask's (reference, 1A.5 and 1B.3).
import { describe, expect, test } from 'vitest';
import { openPipeline } from '../../engine/index.ts';
import { buildHere } from '../right/in-process.ts';
import { project, type Project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const source = `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  banned: { type: file, path: "banned/{key}" }
  approved: { type: file, path: "approved/{key}" }
tasks:
  src:
    inputs: { book: books }
    outputs: { text: "build/texts/{key}.txt", size: "build/sizes/{key}.txt" }
    done: { to: "build/done/{key}.yaml", type: yaml }
    live: { to: "build/live/{key}.yaml", type: yaml }
    links: { taboo: { repository: banned, inhibits_output: true } }
    run: job src/{{ key }}; cp {{ book }} {{ text }}; wc -c < {{ book }} > {{ size }}
`;

function made(more: string): Project {
  return project({ 'books/a.txt': 'a', 'books/b.txt': 'b', 'pipeline.yaml': source + more });
}

/** Name, repository and flags of a task's links. */
async function linksOf(desk: Project, name: string): Promise<Record<string, string>> {
  const opened = await openPipeline({ cwd: desk.folder, env: {} });
  if (!opened.ok) throw new Error(opened.error.map((fault) => fault.message).join('\n'));
  await using session = opened.value;
  const { tasks, repositories } = session.plan;
  const links = tasks.find((task) => task.name === name)?.links ?? [];
  return Object.fromEntries(
    links.map((link) => {
      const flags = ['isInput', 'requiredForStart', 'inhibitsStart'] as const;
      return [
        link.name,
        [repositories[link.repository]?.name, ...flags.filter((flag) => link[flag])].join(' '),
      ];
    }),
  );
}

describe('plug', () => {
  test('outputs become inputs under their names; what is required for or inhibits output gates', async () => {
    const desk = made(`
  sink: { plug: [src], outputs: { all: "build/all/{key}" }, run: "job sink/{{ key }}; cat {{ text }} {{ size }} > {{ all }}" }
`);
    expect(await linksOf(desk, 'sink')).toEqual({
      all: 'build/all/{key}',
      text: 'build/texts/{key}.txt isInput requiredForStart',
      size: 'build/sizes/{key}.txt isInput requiredForStart',
      src_done: 'build/done/{key}.yaml requiredForStart',
      src_live: 'build/live/{key}.yaml inhibitsStart',
      src_taboo: 'banned inhibitsStart',
    });
    expect((await buildHere(desk)).ran).toEqual(['sink/a', 'sink/b', 'src/a', 'src/b']);
    expect(desk.read('build/all/a')).toBe('a1\n');
    expect((await buildHere(desk)).ran).toEqual([]);

    // A dry run tells the same: the record of the end will be there.
    desk.put('books/a.txt', 'aa');
    const plan = await pipe(desk, ['plan']);
    expect(plan.out).toContain('?  sink/a');
    expect(plan.out).not.toContain('remove');
    expect((await buildHere(desk)).ran).toEqual(['sink/a', 'src/a']);
    desk.put('banned/a', '');
    await buildHere(desk);
    expect(Object.keys(desk.tree('build/all'))).toEqual(['build/all/b']);
  });

  test('an output that is left out is still required; without meta only the inputs are linked', async () => {
    const desk = made(`
  some: { plug: [{ task: src, outputs: [text] }], run: "cat {{ text }}" }
  bare: { plug: [{ task: src, outputs: [text], meta: false }], run: "cat {{ text }}" }
`);
    expect(await linksOf(desk, 'some')).toMatchObject({
      text: 'build/texts/{key}.txt isInput requiredForStart',
      size: 'build/sizes/{key}.txt requiredForStart',
      src_done: 'build/done/{key}.yaml requiredForStart',
    });
    expect(await linksOf(desk, 'bare')).toEqual({ text: 'build/texts/{key}.txt isInput requiredForStart' });
  });

  test('a translator leads from the keys of one to those of the other, and a change of it moves its job', async () => {
    const desk = made(`
  sink:
    plug: [{ task: src, outputs: [text], translator: of }]
    outputs: { all: "build/all/{card}" }
    run: job sink/{{ key }}; cp {{ text }} {{ all }}
`);
    desk.put(
      'pipeline.yaml',
      desk.read('pipeline.yaml').replace('tasks:', '  of: { type: yaml, path: "of/{card}.yaml" }\ntasks:'),
    );
    desk.put('of/x.yaml', 'a');
    desk.put('of/y.yaml', 'a');
    desk.put('of/z.yaml', 'nowhere');
    expect((await buildHere(desk)).ran).toEqual(['sink/x', 'sink/y', 'src/a', 'src/b']);
    desk.put('of/y.yaml', 'b');
    expect((await buildHere(desk)).ran).toEqual(['sink/y']);
    expect(desk.tree('build/all')).toEqual({ 'build/all/x': 'a', 'build/all/y': 'b' });
  });

  test('a fan-out is taken over as a group, content-keyed members one by one', async () => {
    const desk = project({
      'books/a.txt': 'x y',
      'pipeline.yaml': `
tasks:
  split:
    inputs: { book: "books/{book}.txt" }
    outputs: { page: { to: "build/pages/{book}/{page}", keys: "{key}/*" } }
    run: for page in $(cat {{ book }}); do echo $page > {{ page }}/$page; done
  join: { plug: [split], outputs: { all: "build/all/{book}" }, run: "job join/{{ key }}; cat {{ page }} > {{ all }}" }
  digest:
    inputs: { book: "books/{book}.txt" }
    outputs: { word: { to: "build/words/{digest}", keys: digest } }
    done: { to: "build/done/{book}.yaml", type: yaml }
    run: for word in $(cat {{ book }}); do echo $word > {{ word }}/$word; done
  shout: { plug: [digest], outputs: { loud: "build/loud/{digest}" }, run: "job shout; cp {{ word }} {{ loud }}" }
`,
    });
    expect((await buildHere(desk)).ran).toEqual(['join/a', 'shout', 'shout']);
    expect(desk.read('build/all/a')).toBe('x\ny\n');
  });

  test.each([
    ['plug: [scr]', 'there is no task "scr"', 'did you mean "src"?'],
    [
      'plug: [{ task: src, outputs: [texts] }]',
      'the task "src" has no output "texts"',
      'did you mean "text"?',
    ],
    ['plug: [sink]', 'a task cannot take over its own outputs', ''],
    ['inputs: { text: "books/{key}.txt" }, plug: [src]', 'the task already has a link "text"', ''],
  ])('a fault at its place: %s', async (plug, message, hint) => {
    const { code, error } = await pipe(made(`\n  sink: { ${plug}, run: "true" }\n`), ['check']);
    expect(code).toBe(2);
    expect(error).toContain(message);
    expect(error).toContain(hint);
    expect(error).toMatch(/^pipeline\.yaml:15:/);
  });
});

describe('required_for_success', () => {
  const reviewed = (more: string): Project =>
    project({
      'books/a.txt': 'a',
      'books/b.txt': 'b',
      'pipeline.yaml':
        source.replace('links: { ', 'links: { ok: { repository: approved, required_for_success: true }, ') +
        more,
    });

  test('who reads what the task makes needs the link’s member too, by its own key or by a join', async () => {
    const desk = reviewed(`
  print: { inputs: { text: "build/texts/{key}.txt" }, outputs: { print: "build/prints/{key}" }, run: "job print/{{ key }}; cp {{ text }} {{ print }}" }
  quote:
    inputs:
      card: { from: "cards/{card}.yaml", type: yaml }
      text: { from: "build/texts/{key}.txt", key: card.book }
    outputs: { quote: "build/quotes/{card}" }
    run: job quote/{{ key }}; cp {{ text }} {{ quote }}
`);
    desk.put('cards/x.yaml', 'book: a');
    desk.put('cards/y.yaml', 'book: b');
    desk.put('approved/a', '');
    expect((await buildHere(desk)).ran).toEqual(['print/a', 'quote/x', 'src/a', 'src/b']);
    desk.put('approved/b', '');
    expect((await buildHere(desk)).ran).toEqual(['print/b', 'quote/y']);
  });

  test('the task that makes the member is not held back by it, nor what that needs', async () => {
    const desk = reviewed(`
  lint: { inputs: { text: "build/texts/{key}.txt" }, outputs: { lint: "build/lint/{key}" }, run: "job lint/{{ key }}; cp {{ text }} {{ lint }}" }
  review:
    inputs: { lint: "build/lint/{key}" }
    outputs: { verdict: { to: approved, required_for_success: false } }
    run: job review/{{ key }}; test {{ key }} = b || touch {{ verdict }}
  print: { inputs: { text: "build/texts/{key}.txt" }, outputs: { print: "build/prints/{key}" }, run: "job print/{{ key }}; cp {{ text }} {{ print }}" }
`);
    const { summary, ran } = await buildHere(desk);
    expect(summary.failures).toEqual([]);
    expect(ran).toEqual(['lint/a', 'lint/b', 'print/a', 'review/a', 'review/b', 'src/a', 'src/b']);
    expect((await buildHere(desk)).ran).toEqual([]);
  });

  test('where it cannot be told which member a link needs, that is a fault with a way out', async () => {
    const { error } = await pipe(
      reviewed(`
  total: { inputs: { texts: "build/texts/*.txt" }, outputs: { total: build/total }, run: "cat {{ texts }} > {{ total }}" }
`),
      ['check'],
    );
    expect(error).toContain('"src" says that its outputs need approved');
    expect(error).toContain('let "total" read a repository `{ type: and, of: … }`');
    expect(error).toMatch(/^pipeline\.yaml:15:29/);
  });

  test('an output need not be made where that says so, and then nobody has it', async () => {
    const desk = project({
      'books/a.txt': 'short',
      'books/b.txt': 'a long one',
      'pipeline.yaml': `
tasks:
  cut:
    inputs: { book: "books/{key}.txt" }
    outputs:
      head: "build/head/{key}"
      rest: { to: "build/rest/{key}", required_for_success: false }
    run: |
      job cut/{{ key }}; cut -c1-5 {{ book }} > {{ head }}
      test $(wc -c < {{ book }}) -le 5 || cut -c6- {{ book }} > {{ rest }}
  read: { inputs: { rest: "build/rest/{key}" }, outputs: { read: "build/read/{key}" }, run: "job read/{{ key }}; cp {{ rest }} {{ read }}" }
`,
    });
    expect((await buildHere(desk)).ran).toEqual(['cut/a', 'cut/b', 'read/b']);
    expect((await buildHere(desk)).ran).toEqual([]);
    desk.put('books/a.txt', 'longer now');
    desk.put('books/b.txt', 'brief');
    expect((await buildHere(desk)).ran).toEqual(['cut/a', 'cut/b', 'read/a']);
    expect(Object.keys(desk.tree())).toEqual([
      'build/head/a',
      'build/head/b',
      'build/read/a',
      'build/rest/a',
    ]);
  });
});
