// What a job's streams, its log and the records of its run lead to: `stdin`, `stdout`, `stderr`, `logs`, `done`, `live`, and
// status links that the job writes itself.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { until } from '../gate.ts';
import { buildHere } from '../right/in-process.ts';
import { project } from '../rig.ts';
import { pipe } from '../session/call.ts';

const books = { 'books/emma.txt': 'emma\n', 'books/persuasion.txt': 'anne\n' };
const paths = `
repositories:
  books: { type: file, path: "books/{key}.txt" }
  texts: { type: file, path: "build/texts/{key}.txt" }
  errors: { type: file, path: "build/errors/{key}.txt" }
  logs: { type: file, path: "build/logs/{key}.log" }
  done: { type: yaml, path: "build/done/{key}.yaml" }
  live: { type: yaml, path: "build/live/{key}.yaml" }
`;

test('stdin, stdout and stderr are links; a stream that names an output is that output', async () => {
  const desk = project({
    ...books,
    'pipeline.yaml': `${paths}
tasks:
  shout:
    stdin: books
    outputs: { text: texts }
    stdout: text
    stderr: errors
    run: tr a-z A-Z; echo "told {{ key }}" >&2
`,
  });
  expect((await buildHere(desk)).summary.outcome).toBe('done');
  expect(desk.tree()).toEqual({
    'build/errors/emma.txt': 'told emma\n',
    'build/errors/persuasion.txt': 'told persuasion\n',
    'build/texts/emma.txt': 'EMMA\n',
    'build/texts/persuasion.txt': 'ANNE\n',
  });
  // What is written to status repositories by somebody else makes nothing out of date.
  desk.put('build/errors/emma.txt', 'edited');
  expect((await buildHere(desk)).summary.tasks[0]?.upToDate).toBe(2);
});

test.each([
  ['run', 'run: "printf one; printf two >&2; printf three"'],
  ['exec', 'exec: [sh, -c, "printf one; printf two >&2; printf three"]'],
  ['function', 'function: ./say.ts#say'],
])('stderr: stdout joins the two in the order of writing: %s', async (_kind, how) => {
  const desk = project({
    ...books,
    'say.ts':
      "export function say() { process.stdout.write('one'); process.stderr.write('two'); process.stdout.write('three'); }\n",
    'pipeline.yaml': `${paths}
tasks:
  say:
    inputs: { book: books }
    stdout: texts
    stderr: stdout
    ${how}
`,
  });
  expect((await buildHere(desk)).summary.outcome).toBe('done');
  expect(desk.read('build/texts/emma.txt')).toBe('onetwothree');
});

test('joining the streams later is another definition', async () => {
  const pipeline = (more: string): string => `
tasks:
  say: { inputs: { book: "books/{key}.txt" }, outputs: { text: "build/{key}.txt" }, stdout: text, ${more} run: echo x >&2 }
`;
  const desk = project({ 'books/emma.txt': '', 'pipeline.yaml': pipeline('') });
  await buildHere(desk);
  expect(desk.read('build/emma.txt')).toBe('');
  desk.put('pipeline.yaml', pipeline('stderr: stdout,'));
  expect((await buildHere(desk)).summary.tasks[0]?.succeeded).toBe(1);
  expect(desk.read('build/emma.txt')).toBe('x\n');
});

describe('done is a record of every end', () => {
  const task = (run: string, more = ''): string => `${paths}
tasks:
  read:
    inputs: { book: books }
    outputs: { text: texts }
    logs: logs
    done: done
    ${more}
    run: ${run}
`;

  async function doneOf(run: string, more?: string): Promise<Record<string, unknown>> {
    const desk = project({ 'books/emma.txt': 'emma\n', 'pipeline.yaml': task(run, more) });
    await buildHere(desk);
    return parse(desk.read('build/done/emma.yaml')) as Record<string, unknown>;
  }

  test('of a success', async () => {
    const done = await doneOf('cp {{ book }} {{ text }}');
    expect(done).toEqual({
      success: true,
      cancelled: false,
      exit_code: 0,
      start_time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      end_time: expect.stringMatching(/Z$/),
      timeout: false,
      executor: 'local',
    });
    expect(Date.parse(String(done['end_time']))).toBeGreaterThanOrEqual(
      Date.parse(String(done['start_time'])),
    );
  });

  test('of a failure, a timeout and a job that could not start', async () => {
    expect(await doneOf('exit 3')).toMatchObject({ success: false, exit_code: 3, timeout: false });
    expect(await doneOf('sleep 60', 'timeout: 50ms')).toMatchObject({
      success: false,
      exit_code: null,
      timeout: true,
    });
  });

  test('of a job that could not start', async () => {
    const desk = project({
      'books/emma.txt': '',
      'cards/emma.yaml': 'title: Emma',
      'pipeline.yaml': task('echo {{ card.author }} > {{ text }}').replace(
        'book: books',
        'card: { from: "cards/{key}.yaml", type: yaml }',
      ),
    });
    expect((await buildHere(desk)).summary.failures[0]?.failure.type).toBe('render');
    expect(parse(desk.read('build/done/emma.yaml'))).toMatchObject({ success: false, exit_code: null });
  });

  test('of a function', async () => {
    const desk = project({
      'books/emma.txt': '',
      'read.ts': 'export async function read({ text }) { await text.text("x"); }\n',
      'pipeline.yaml': task('x').replace('run: x', 'function: ./read.ts#read'),
    });
    await buildHere(desk);
    expect(parse(desk.read('build/done/emma.yaml'))).toMatchObject({ success: true, executor: 'function' });
  });
});

test('live has a record of each job while it runs, and nothing afterwards', async () => {
  const desk = project({
    ...books,
    'build/live/persuasion.yaml': 'left behind by a pipe that was killed',
    'pipeline.yaml': `${paths}
tasks:
  read:
    inputs: { book: books }
    outputs: { text: texts }
    live: live
    run: case {{ key }} in emma) cat GATE;; esac; cp {{ book }} {{ text }}
`,
  });
  const gate = desk.gate('gate');
  desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('GATE', gate.path));
  const build = desk.start(['build', '-j2']);
  await gate.reached();
  await until('persuasion has run', () => existsSync(desk.path('build/texts/persuasion.txt')));
  await until('its mark is gone', () => !existsSync(desk.path('build/live/persuasion.yaml')));
  expect(parse(desk.read('build/live/emma.yaml'))).toMatchObject({ executor: 'local', attempt: 1 });
  expect((await pipe(desk, ['ls', 'read.live'])).out).toBe('emma\n');
  gate.open();
  expect((await build.done).status).toBe(0);
  expect((await pipe(desk, ['ls', 'read.live'])).out).toBe('');
  expect(existsSync(desk.path('build/live/emma.yaml'))).toBe(false);
});

test('a status link of the general form is written by the job, and taken from a job that fails as well', async () => {
  const desk = project({
    ...books,
    'pipeline.yaml': `${paths}
tasks:
  read:
    inputs: { book: books }
    outputs: { text: texts }
    links: { report: { repository: logs, is_status: true } }
    run: echo "read {{ key }}" > {{ report }}; test {{ key }} = emma; cp {{ book }} {{ text }}
`,
  });
  const { summary } = await buildHere(desk);
  expect(summary.failures.map(({ job }) => job.key)).toEqual(['persuasion']);
  expect(desk.tree('build/logs')).toEqual({
    'build/logs/emma.log': 'read emma\n',
    'build/logs/persuasion.log': 'read persuasion\n',
  });
  expect((await pipe(desk, ['ls', 'read.report'])).out).toBe('emma\npersuasion\n');
});

test('a status link to memory is a fault, since nobody could look it up', async () => {
  const desk = project({
    ...books,
    'pipeline.yaml': `
repositories: { notes: { type: memory } }
tasks: { read: { inputs: { book: "books/{key}.txt" }, done: notes, run: "true" } }
`,
  });
  const { code, error } = await pipe(desk, ['check']);
  expect(code).toBe(2);
  expect(error).toContain('pipeline.yaml:3:61: error: notes lies in memory');
});
