// Named exit statuses: which end a job well, which are tried again, which are reused, and what a person reads of them.
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import { faults } from '../pipeline/rig.ts';

const failures = (summary: { readonly failures: readonly { readonly failure: unknown }[] } | undefined) =>
  summary?.failures.map(({ failure }) => failure);

/** One job that ends with the status in `in/STATUS`, and with `exit_codes` as given. */
function oneJob(codes: string, more = '') {
  const desk = project({ 'in/emma': 'text\n', status: '0\n' });
  desk.put(
    'pipeline.yaml',
    `
tasks:
  count:
    inputs: { book: "in/{key}" }
    outputs: { count: "build/{key}" }
    exit_codes:
${codes
  .split('\n')
  .map((line) => `      ${line}`)
  .join('\n')}
    ${more}
    run: |
      job count {{ key }}
      cp {{ book }} {{ count }}
      exit "$(cat ${desk.folder}/status)"
`,
  );
  return desk;
}

test('a failure shows the name, the status and the meaning', async () => {
  const desk = oneJob('NO_TEXT: { status: 3, message: the book has no text }');
  desk.put('status', '3\n');
  const { status, summary } = await desk.build();
  expect(status).toBe(1);
  expect(failures(summary)).toEqual([
    { type: 'exit', status: 3, name: 'NO_TEXT', message: 'the book has no text' },
  ]);
  const { out } = await desk.pipe('build', '--reporter', 'plain');
  expect(out).toContain('exited with NO_TEXT (3): the book has no text');
});

test('a status that is ok ends a job well: its outputs are kept, and it is up to date', async () => {
  const desk = oneJob('PARTLY: { status: 4, message: some pages were left out, ok: true }');
  desk.put('status', '4\n');
  const first = await desk.build();
  expect({ status: first.status, ran: first.ran }).toEqual({ status: 0, ran: ['count emma'] });
  expect(first.events.find((event) => event.type === 'job-end')).toMatchObject({
    outcome: 'succeeded',
    exit: { status: 4, name: 'PARTLY', message: 'some pages were left out' },
  });
  expect(desk.tree()).toEqual({ 'build/emma': 'text\n' });
  expect((await desk.build()).ran).toEqual([]);
  const { out } = await desk.pipe('build', '--force', '--reporter', 'plain');
  expect(out).toContain(' PARTLY (4): some pages were left out');
});

test('one that invalidates the cache succeeds, and runs again in the next build', async () => {
  const desk = oneJob('PARTLY: { status: 4, message: too early, ok: true, invalidates_cache: true }');
  desk.put('status', '4\n');
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['count emma'] });
  expect(desk.tree()).toEqual({ 'build/emma': 'text\n' });
  const { out } = await desk.pipe('why', 'count/emma');
  expect(out).toContain('its last success is not to be reused (invalidates_cache)');
  desk.put('status', '0\n');
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['count emma'] });
  expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
});

test('which statuses are ok is part of the definition, their names and meanings are not', async () => {
  const desk = oneJob('PARTLY: { status: 4, message: too early }');
  await desk.build();
  const change = (from: string, to: string): void =>
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace(from, to));
  change('PARTLY', 'EARLY');
  change('too early', 'it is too early');
  expect((await desk.build()).ran).toEqual([]);
  change('early }', 'early, ok: true }');
  expect((await desk.build()).ran).toEqual(['count emma']);
  const { out } = await desk.pipe('why', 'count/emma');
  expect(out).toContain('definition changed: setting exit codes');
});

test.each([
  ['any failure', '', 'BUSY', 2],
  ['none whose code says so', '', 'BROKEN', 1],
  ['what it names', ', on: [BUSY]', 'BUSY', 2],
  ['nothing that it does not name', ', on: [BUSY]', 'OTHER', 1],
  ['what it names although the code says no', ', on: [BROKEN, timeout]', 'BROKEN', 2],
])('`retry` tries %s again', async (_what, on, name, attempts) => {
  const desk = oneJob(
    'BUSY: { status: 75, message: busy }\nOTHER: { status: 76, message: other }\nBROKEN: { status: 77, message: broken, retry: false }',
    `retry: { attempts: 2, backoff: 1ms${on} }`,
  );
  desk.put('status', { BUSY: '75', OTHER: '76', BROKEN: '77' }[name] ?? '');
  expect((await desk.build()).ran).toHaveLength(attempts);
});

test('a missing output can be tried again by its name', async () => {
  const desk = project({});
  const text = (on: string): string =>
    `tasks:\n  a:\n    outputs: { made: build/a }\n    retry: { attempts: 2, backoff: 1ms, on: [${on}] }\n    run: "job a # {{ made }}"\n`;
  desk.put('pipeline.yaml', text('MISSING_OUTPUT'));
  expect((await desk.build()).ran).toEqual(['a', 'a']);
  desk.put('pipeline.yaml', text('INVALID_OUTPUT'));
  expect((await desk.build()).ran).toEqual(['a']);
});

test("a recipe's codes hold for its tasks, and a task's own go before them", async () => {
  const desk = project({
    'count.yaml':
      'exit_codes: { A: { status: 3, message: from the recipe }, B: { status: 4, message: of the recipe, ok: true } }\nrun: exit 3\n',
    'pipeline.yaml':
      'tasks:\n  one: { use: ./count.yaml }\n  two: { use: ./count.yaml, exit_codes: { MINE: { status: 3, message: of the task } } }\n',
  });
  const { summary } = await desk.build('-k', '-j1');
  expect(failures(summary)).toEqual([
    { type: 'exit', status: 3, name: 'A', message: 'from the recipe' },
    { type: 'exit', status: 3, name: 'MINE', message: 'of the task' },
  ]);
});

test('faults of codes, each at its place', async () => {
  const text = `tasks:
  count:
    retry: { on: [BUZY, 75] }
    exit_codes:
      BUSY: { status: 75, message: busy }
      FULL: { status: 75, message: full }
    run: exit 75
`;
  expect(await faults(text)).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:19: error: there is no exit code "BUZY"
      3 |     retry: { on: [BUZY, 75] }
        |                   ^^^^
      expected: one of: BUSY, FULL, timeout, MISSING_OUTPUT, INVALID_OUTPUT
      hint: did you mean "BUSY"?

    pipeline.yaml:6:7: error: the status 75 has two names, "BUSY" and "FULL"
      6 |       FULL: { status: 75, message: full }
        |       ^^^^
      pipeline.yaml:5:7: first here
        5 |       BUSY: { status: 75, message: busy }
          |       ^^^^
    "
  `);
  expect(
    await faults('tasks:\n  a:\n    exit_codes: { busy: { status: 0, message: busy } }\n    run: exit 75\n'),
  ).toMatchInlineSnapshot(`
    "
    pipeline.yaml:3:19: error: "busy" is no name of an exit code
      3 |     exit_codes: { busy: { status: 0, message: busy } }
        |                   ^^^^
      expected: capital letters, digits and \`_\`, with a letter first

    pipeline.yaml:3:35: error: "status" is 0
      3 |     exit_codes: { busy: { status: 0, message: busy } }
        |                                   ^
      expected: at least 1
    "
  `);
});
