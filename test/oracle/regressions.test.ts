// What the oracle found wrong, each as a small story of its own. The real command.
import { rmSync, symlinkSync } from 'node:fs';
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import { generate } from './generate.ts';
import { Random } from './random.ts';
import { play } from './scenario.ts';

test('a key whose inhibitor failed is blocked: whether it has a job is not known', async () => {
  const desk = project({
    'pipeline.yaml': `
tasks:
  scan: { inputs: { page: "pages/{k}" }, outputs: { faulty: "build/faulty/{k}" }, run: "job scan; exit 3" }
  print:
    inputs: { page: "pages/{k}" }
    outputs: { print: "build/prints/{k}" }
    links: { faulty: { repository: "build/faulty/{k}", inhibits_start: true } }
    run: job print; cat {{ page }} > {{ print }}
`,
    'pages/1': 'one\n',
  });
  const built = await desk.build('-k');
  expect(built).toMatchObject({ status: 1, ran: ['scan'] });
  expect(built.summary?.failures).toMatchObject([{ job: { task: 'scan', key: '1' }, blocks: 1 }]);
});

const chapters = (last: string): string => `
tasks:
  split:
    inputs: { book: "books/{k}" }
    outputs: { chapters: { to: "build/chapters/{k}/{n}", keys: "{key}/*" } }
    run: |
      job split
      read -r count < {{ book }}
      [ $count -gt 0 ] || exit 3
      for n in $(seq $count); do echo $n > {{ chapters }}/$n; done
${last}
`;

test('a fan-in waits for all of a fan-out: what a failed job would have made is missing, not absent', async () => {
  const desk = project({
    'pipeline.yaml': chapters(`
  list:
    inputs: { chapters: { from: "build/chapters/{k}/{n}", keys: "**", min: 0 } }
    outputs: { list: build/list }
    run: job list; echo {{ chapters }} > {{ list }}`),
    'books/emma': '2\n',
    'books/persuasion': '0\n',
  });
  expect(await desk.build('-k')).toMatchObject({ status: 1, ran: ['split', 'split'] });
  desk.put('books/persuasion', '1\n');
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['list', 'split'] });
  expect(desk.read('build/list')).toBe(
    'build/chapters/emma/1 build/chapters/emma/2 build/chapters/persuasion/1\n',
  );
});

test('the same through a task in between, which does not know its keys, and for one group alone', async () => {
  const desk = project({
    'pipeline.yaml': chapters(`
  proof:
    inputs: { chapter: "build/chapters/{k}/{n}" }
    outputs: { proof: "build/proofs/{k}/{n}" }
    run: job proof; cat {{ chapter }} > {{ proof }}
  list:
    inputs: { proofs: { from: "build/proofs/{k}/{n}", keys: "**", min: 0 } }
    outputs: { list: build/list }
    run: job list; echo {{ proofs }} > {{ list }}
  bind:
    inputs: { book: "books/{k}", chapters: { from: "build/chapters/{k}/{n}", keys: "{key}/*", min: 0 } }
    outputs: { bound: "build/bound/{k}" }
    run: job bind {{ key }}; cat {{ book }} {{ chapters }} > {{ bound }}`),
    'books/emma': '1\n',
    'books/persuasion': '0\n',
  });
  expect(await desk.build('-k')).toMatchObject({ status: 1, ran: ['bind emma', 'proof', 'split', 'split'] });
});

test('a key that shows for a moment while repositories are listed ends no task: nothing made is removed', async () => {
  // `fresh` holds the key until `old` is listed; without it the task `draft` would have ended, and with it what `copy` waits for.
  const desk = project({
    'pipeline.yaml': `
repositories:
  new: { type: file, path: "new/{k}" }
  old: { type: file, path: "old/{k}" }
  fresh: { type: unless, of: new, unless: old }
  drafts: { type: file, path: "build/drafts/{k}" }
tasks:
  draft: { inputs: { page: fresh }, outputs: { draft: drafts }, run: "job draft; cat {{ page }} > {{ draft }}" }
  copy:
    inputs: { page: old }
    outputs: { copy: "build/copies/{k}" }
    links: { draft: { repository: drafts, inhibits_start: true } }
    run: job copy; cat {{ page }} > {{ copy }}
`,
    'old/1': 'one\n',
  });
  expect((await desk.build()).ran).toEqual(['copy']);
  desk.put('new/1', 'one\n');
  expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  expect(desk.tree()).toEqual({ 'build/copies/1': 'one\n' });
});

test('what lies where one child of `or` has no member does not make a run unsure', async () => {
  const desk = project({
    'pipeline.yaml': `
repositories:
  en: { type: file, path: "en/{k}" }
  de: { type: file, path: "de/{k}" }
  any: { type: or, of: { en: en, de: de } }
tasks:
  note: { inputs: { page: any }, outputs: { note: "build/{k}" }, run: "job note; echo noted > {{ note }}" }
`,
    'en/1': 'one\n',
    'de/1': 'eins\n',
  });
  expect((await desk.build()).ran).toEqual(['note']);
  rmSync(desk.path('en/1'));
  symlinkSync('nowhere', desk.path('en/1'));
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['note'] });
});

test('an output that is no record any more has changed; it is not missing', async () => {
  const desk = project({
    'pipeline.yaml': `
repositories: { cards: { type: yaml, path: "build/{k}.yaml" } }
tasks:
  card: { inputs: { book: "books/{k}" }, outputs: { card: cards }, run: "job card; echo 'n: 1' > {{ card }}" }
`,
    'books/emma': 'Emma\n',
  });
  await desk.build();
  desk.put('build/emma.yaml', 'n: 1\nwhat\n: is: this\n');
  const built = await desk.build();
  expect(built.ran).toEqual(['card']);
  expect(built.events.find((event) => event.type === 'job-start')).toMatchObject({
    reason: { type: 'output-changed' },
  });
});

// What moved while jobs read it, and what a damaged state does, are stories in test/right: `unsure` and `damage`.

test('a question that reaches a watch while it takes up another plan is answered by the next', async () => {
  const random = new Random(1);
  const start = generate(random);
  const operations = ['build', 'permute', 'build', 'salt', 'build', 'permute', 'build'] as const;
  const scenario = { seed: 1, start, operations: operations.map((type) => ({ type, seed: random.next() })) };
  expect(await play(scenario, { operations: 0, builds: 0, jobs: 0 }, 'watch')).toBeUndefined();
});

test('a file that is written just after a combinator looked at it is a change of the combinator, too', async () => {
  const task = { comment: 0, lossy: 0, failsAt: -1, headers: '', param: '', own: -1, variable: false };
  const pipeline = {
    params: {},
    repositories: [
      { type: 'file', name: 'a', folder: 'in/a', layout: 'one', isOwned: false },
      { type: 'filter', name: 'big', layout: 'one', of: ['a'], above: 8 },
      { type: 'or', name: 'any', layout: 'one', of: ['big', 'a'], above: 0 },
      { type: 'file', name: 'out', folder: 'build/out', layout: 'one', isOwned: true },
    ],
    tasks: [
      {
        ...task,
        name: 't0',
        salt: 7,
        inputs: [
          { name: 'i0', from: 'any', select: { type: 'same' }, use: 'counts' },
          { name: 'i1', from: 'a', select: { type: 'same' }, use: 'read' },
        ],
        outputs: [{ name: 'o0', to: 'out', select: 'same' }],
      },
    ],
    order: 1,
  } as const;
  const start = { pipeline, files: { 'in/a/k1.txt': '20\n246\n46\n' } };
  const operations = [
    { type: 'append', seed: 2_612_680_968 },
    { type: 'build', seed: 1 },
  ] as const;
  const scenario = { seed: 1, start, operations };
  expect(await play(scenario, { operations: 0, builds: 0, jobs: 0 }, 'watch')).toBeUndefined();
});

test('a fan-in of stars is the same task, whether or not another task gives the stars names', async () => {
  const list = `
  list: { inputs: { notes: "notes/*/*.txt" }, outputs: { list: build/list }, run: "job list; cat {{ notes }} > {{ list }}" }
`;
  const desk = project({
    'pipeline.yaml': `
tasks:
  copy: { inputs: { note: "notes/{book}/{n}.txt" }, outputs: { copy: "build/{book}/{n}" }, run: "job copy; cp {{ note }} {{ copy }}" }
${list}`,
    'notes/emma/1.txt': 'one\n',
  });
  expect((await desk.build()).ran).toEqual(['copy', 'list']);
  desk.put('pipeline.yaml', `tasks:\n${list}`);
  expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
});

test('fields that change their places are another definition', async () => {
  const text = (path: string): string => `
tasks:
  copy: { inputs: { note: "notes/${path}.txt" }, outputs: { copy: "build/${path}" }, run: "job copy; echo {{ book }} > {{ copy }}" }
`;
  const desk = project({ 'pipeline.yaml': text('{book}/{n}'), 'notes/emma/1.txt': 'one\n' });
  expect((await desk.build()).ran).toEqual(['copy']);
  desk.put('pipeline.yaml', text('{n}/{book}'));
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy'] });
  expect(desk.read('build/emma/1')).toBe('1\n');
});
