// Links that hold jobs back by any member of a fan-in or of a group.
import { expect, test } from 'vitest';
import { project } from '../rig.ts';
import { pipe } from '../session/call.ts';
import { watchOver } from '../watch/rig.ts';

const pipeline = (link: string, more = ''): string => `
tasks:
  copy:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}" }
    links: { stop: ${link} }
    run: job {{ key }}; cp {{ from }} {{ to }}
${more}`;
const files = { 'in/a.txt': 'a', 'in/b.txt': 'b' };

test('a fan-in holds every job back while it has any member', async () => {
  const desk = project({
    ...files,
    'pipeline.yaml': pipeline('{ repository: "stop/*", inhibits_start: true }'),
    'stop/now': '',
  });
  const held = await desk.build();
  expect(held).toMatchObject({ status: 0, ran: [] });
  expect(held.summary?.tasks).toMatchObject([{ task: 'copy', notReady: 2 }]);
  expect((await pipe(desk, ['why', 'copy/a'])).out).toContain('holds it back');
  desk.remove('stop/now');
  expect((await desk.build()).ran).toEqual(['a', 'b']);
  expect((await desk.build()).ran).toEqual([]);
});

test('a group holds the jobs of its group back, and its keys are none of the task', async () => {
  const desk = project({
    ...files,
    'pipeline.yaml': pipeline('{ repository: "faults/{key}/{n}", keys: "{key}/*", inhibits_start: true }'),
    'faults/a/1': '',
    'faults/c/1': '',
  });
  expect((await desk.build()).ran).toEqual(['b']);
  const { built } = await watchOver(desk);
  desk.put('faults/b/2', '');
  desk.remove('faults/a/1');
  expect((await built()).ran).toEqual(['a']);
  expect(desk.tree()).toEqual({ 'build/a': 'a' });
});

test('a group alone makes the jobs, and one that inhibits takes no part in that', async () => {
  const desk = project({
    'in/a/1': '1',
    'in/b/1': '1',
    'faults/b/1': '',
    'pipeline.yaml': `
tasks:
  join:
    inputs: { parts: { from: "in/{key}/{n}", keys: "{key}/*" } }
    outputs: { whole: "build/{key}" }
    links: { faults: { repository: "faults/{key}/{n}", keys: "{key}/*", inhibits_start: true } }
    run: job {{ key }}; cat {{ parts }} > {{ whole }}
`,
  });
  expect((await desk.build()).ran).toEqual(['a']);
});

test('it waits for those who write there, and is blocked by their failure', async () => {
  const check = `  check:
    inputs: { from: "in/{key}.txt" }
    outputs: { fault: { to: "faults/{key}/{n}", keys: "{key}/*" } }
    run: job check/{{ key }}; test {{ key }} = b || touch {{ fault }}/1
`;
  const link = '{ repository: "faults/{key}/{n}", keys: "{key}/*", inhibits_start: true }';
  const desk = project({ ...files, 'pipeline.yaml': pipeline(link, check) });
  expect((await desk.build()).ran).toEqual(['b', 'check/a', 'check/b']);
  desk.put('pipeline.yaml', pipeline(link, check.replace('test ', 'exit 3; test ')));
  const failed = await desk.build('-k');
  expect(failed.ran).toEqual(['check/a', 'check/b']);
  expect(failed.summary?.tasks).toMatchObject([{ blocked: 2 }, { failed: 2 }]);
  expect(desk.tree()).toEqual({ 'build/b': 'b' });
});

test('by what comes after it, or by its own outputs, is a fault', async () => {
  const desk = project({
    'pipeline.yaml': pipeline('{ repository: "build/*", inhibits_start: true }'),
  });
  const { code, error } = await pipe(desk, ['check']);
  expect(code).toBe(2);
  expect(error).toMatch(/^pipeline.yaml:6:\d+: error/);
  expect(error).toContain('the task "copy" is held back by members that it writes itself');
});
