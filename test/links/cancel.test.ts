// Links that cancel: a job does not start while the mark is there, and is killed if it runs.
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { buildHere } from '../right/in-process.ts';
import { project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const reads = `
repositories:
  books: { type: yaml, path: "books/{key}.yaml" }
  stops: { type: file, path: "stops/{key}" }
  done: { type: yaml, path: "build/done/{key}.yaml" }
tasks:
  read:
    inputs: { book: books }
    outputs: { text: "build/texts/{key}.txt" }
    links: { stop: { repository: stops, cancels: true } }
    done: done
    run: job read/{{ key }}; echo {{ book.title }} > {{ text }}
  print:
    inputs: { text: "build/texts/{key}.txt" }
    outputs: { print: "build/prints/{key}.txt" }
    run: job print/{{ key }}; cp {{ text }} {{ print }}
`;

test('row 74: a cancelled job does not start; what it made stays, and what waits for it is blocked', async () => {
  const desk = project({
    'books/emma.yaml': 'title: Emma',
    'books/persuasion.yaml': 'title: Persuasion',
    'stops/emma': '',
    'pipeline.yaml': reads,
  });
  const first = await buildHere(desk);
  expect(first.ran).toEqual(['print/persuasion', 'read/persuasion']);
  expect(first.summary).toMatchObject({ outcome: 'done', failures: [] });
  expect(first.summary.tasks.map(({ task, blocked }) => [task, blocked])).toEqual([
    ['read', 1],
    ['print', 1],
  ]);
  expect((await pipe(desk, ['why', 'read/emma'])).out).toContain(
    'read/emma is cancelled: link stop: stops emma is there',
  );
  expect((await pipe(desk, ['why', 'print/emma'])).out).toContain('print/emma is blocked');

  desk.remove('stops/emma');
  expect((await buildHere(desk)).ran).toEqual(['print/emma', 'read/emma']);

  // One that is up to date stays so; one that would run again does not.
  desk.put('stops/emma', '');
  const up = await buildHere(desk);
  expect([up.ran, up.summary.tasks[0]?.upToDate]).toEqual([[], 2]);
  desk.put('books/emma.yaml', 'title: Emma, a novel');
  const held = await buildHere(desk);
  expect([held.ran, held.summary.outcome, held.summary.pruned]).toEqual([[], 'done', 0]);
  expect(desk.read('build/prints/emma.txt')).toBe('Emma\n');
});

test('row 74: a job that runs is killed once, and its record says so; without the mark it runs again', async () => {
  const desk = project({
    'stops/other': '',
    'pipeline.yaml': `
repositories:
  stops: { type: file, path: "stops/{key}" }
tasks:
  hunt:
    inputs: { book: "books/{key}.txt" }
    outputs: { text: "build/{key}.txt" }
    links: { stop: { repository: stops, cancels: true } }
    done: { to: "done/{key}.yaml", type: yaml }
    run: job hunt/{{ key }}; cat GATE; cp {{ book }} {{ text }}
`,
    'books/emma.txt': 'x',
  });
  const gate = desk.gate('gate');
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('GATE', gate.path));
  const watch = desk.start(['watch', '--reporter', 'json']);
  await gate.reached();
  writeFileSync(desk.path('stops/emma'), '');
  const end = await watch.until('job-end');
  expect(end).toMatchObject({ outcome: 'killed', failure: { type: 'killed', by: 'stops emma' } });
  const told = await watch.until('build-end');
  expect(told.summary).toMatchObject({ outcome: 'done', failures: [] });
  expect(parse(desk.read('done/emma.yaml'))).toMatchObject({
    success: false,
    cancelled: true,
    timeout: false,
  });
  expect(existsSync(desk.path('build/emma.txt'))).toBe(false);
  expect(desk.ran()).toEqual(['hunt/emma']);

  gate.open();
  desk.remove('stops/emma');
  await gate.reached();
  gate.open();
  await watch.until('job-end', ({ outcome }) => outcome === 'succeeded');
  expect(desk.read('build/emma.txt')).toBe('x');
  watch.kill('SIGTERM');
  await watch.done;
});

test('a build sees a mark that appears while it runs, also in a folder that was not there', async () => {
  const desk = project({
    'books/emma.txt': 'x',
    'pipeline.yaml': `
tasks:
  hunt:
    inputs: { book: "books/{key}.txt" }
    outputs: { text: "build/{key}.txt" }
    links: { stop: { repository: "marks/stops/{key}", cancels: true } }
    run: job hunt/{{ key }}; cat GATE; cp {{ book }} {{ text }}
`,
  });
  const gate = desk.gate('gate');
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('GATE', gate.path));
  const build = desk.start(['build']);
  await gate.reached();
  desk.put('marks/stops/emma', '');
  const { status, summary } = await build.done;
  expect([status, summary?.outcome, summary?.tasks[0]?.blocked]).toEqual([0, 'done', 1]);
  expect(existsSync(desk.path('build/emma.txt'))).toBe(false);
});

test('a task downstream may cancel what comes before it: the first that finds ends the others', async () => {
  const desk = project({
    'seeds/1': '',
    'seeds/2': '',
    'pipeline.yaml': `
repositories:
  found: { type: file, path: "build/found/{key}" }
tasks:
  seek:
    inputs: { seed: "seeds/{key}" }
    outputs: { answer: "build/answers/{key}" }
    links: { enough: { repository: found, keys: "*", cancels: true } }
    run: case {{ key }} in 1) echo 42 > {{ answer }};; *) sleep 60;; esac
  tell:
    inputs: { answer: "build/answers/{key}" }
    outputs: { found: found }
    run: cp {{ answer }} {{ found }}
`,
  });
  const { summary } = await buildHere(desk);
  expect(summary).toMatchObject({ outcome: 'done', failures: [] });
  expect(desk.tree()).toEqual({ 'build/answers/1': '42\n', 'build/found/1': '42\n' });
});

test('the mark may be looked up in another record, or be one for all jobs', async () => {
  const desk = project({
    'books/emma.yaml': 'author: austen',
    'books/dracula.yaml': 'author: stoker',
    'stops/austen': '',
    'pipeline.yaml': `
tasks:
  read:
    inputs: { book: { from: "books/{key}.yaml", type: yaml } }
    outputs: { text: "build/{key}.txt" }
    links:
      stop: { repository: "stops/{key}", key: book.author, cancels: true }
      all: { repository: ./STOP, cancels: true }
    run: job {{ key }}; touch {{ text }}
`,
  });
  expect((await buildHere(desk)).ran).toEqual(['dracula']);
  desk.put('books/emma.yaml', 'author: somebody');
  desk.put('STOP', '');
  expect((await buildHere(desk)).ran).toEqual([]);
  desk.remove('STOP');
  expect((await buildHere(desk)).ran).toEqual(['emma']);
});

const doubtful = `
repositories:
  projects: { type: yaml, path: "projects/{key}.yaml" }
  stopped: { type: filter, of: projects, where: stop }
tasks:
  hunt:
    inputs: { book: "books/{key}.txt" }
    outputs: { text: "build/{key}.txt" }
    links: { stop: { repository: stopped, cancels: true } }
    run: job {{ key }}; cat GATE; cp {{ book }} {{ text }}
`;
const untold =
  'it is not known whether stopped has emma: its condition `stop` cannot be tested: projects/emma.yaml:';

test('a mark in doubt lets no job start, and says why; one that is up to date stays so', async () => {
  const desk = project({
    'projects/emma.yaml': 'stop: false',
    'books/emma.txt': 'x',
    'books/dracula.txt': 'x',
    'pipeline.yaml': doubtful.replace('cat GATE; ', ''),
  });
  expect((await buildHere(desk)).ran).toEqual(['dracula', 'emma']);
  desk.put('projects/emma.yaml', 'stop: [');
  expect(await buildHere(desk)).toMatchObject({ ran: [], summary: { outcome: 'done' } });
  desk.put('books/emma.txt', 'y');
  desk.put('books/dracula.txt', 'y');
  const { ran, summary } = await desk.build('-k');
  expect([ran, summary?.outcome, summary?.pruned]).toEqual([['dracula'], 'failed', 0]);
  expect(JSON.stringify(summary?.failures)).toContain(untold);
  expect((await pipe(desk, ['why', 'hunt/emma'])).out).toContain(`hunt/emma would fail: ${untold}`);
  desk.put('projects/emma.yaml', 'stop: true');
  expect(await buildHere(desk)).toMatchObject({ ran: [], summary: { outcome: 'done' } });
  desk.put('projects/emma.yaml', 'stop: false');
  expect((await buildHere(desk)).ran).toEqual(['emma']);
});

test('a mark in doubt does not end a job that runs', async () => {
  const desk = project({ 'books/emma.txt': 'x', 'books/dracula.txt': 'x', 'pipeline.yaml': '' });
  const gates = { emma: desk.gate('emma'), dracula: desk.gate('dracula') };
  desk.put('pipeline.yaml', doubtful.replace('GATE', gates.emma.path.replace('emma', '{{ key }}')));
  const watch = desk.start(['watch', '-j2', '--reporter', 'json']);
  await gates.emma.reached();
  await gates.dracula.reached();
  desk.put('projects/emma.yaml', 'stop: [');
  desk.put('projects/dracula.yaml', 'stop: true');
  expect(await watch.until('job-end')).toMatchObject({ job: { key: 'dracula' }, outcome: 'killed' });
  gates.emma.open();
  expect(await watch.until('job-end', ({ job }) => job.key === 'emma')).toMatchObject({
    outcome: 'succeeded',
  });
  watch.kill('SIGTERM');
  await watch.done;
});

test('launch --force runs a cancelled job; a link that cancels can be nothing else', async () => {
  const desk = project({ 'books/emma.yaml': 'title: Emma', 'stops/emma': '', 'pipeline.yaml': reads });
  const launched = await pipe(desk, ['launch', 'read', 'emma', '--sync']);
  expect(launched.code).toBe(1);
  expect(desk.ran()).toEqual([]);
  expect((await pipe(desk, ['launch', 'read', 'emma', '--sync', '--force'])).code).toBe(0);
  expect(desk.ran()).toEqual(['read/emma']);

  desk.put('pipeline.yaml', reads.replace('cancels: true', 'cancels: true, is_input: true'));
  const { code, error } = await pipe(desk, ['check']);
  expect([code, error.split('\n')[0]]).toEqual([
    2,
    'pipeline.yaml:10:41: error: a link that cancels a job can do nothing else for it',
  ]);
});
