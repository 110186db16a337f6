// Which tasks and jobs take part at all: disabled tasks, -t and -T, default, and the three kinds of rerun.
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';

function press(more: Readonly<Record<string, string>> = {}): Project {
  const task = (name: string, from: string): string => `  ${name}:
    inputs: { from: "${from}/{key}" }
    outputs: { to: "build/${name}/{key}" }${more[name] ? `\n    ${more[name]}` : ''}
    run: job ${name} {{ key }}; cp {{ from }} {{ to }}
`;
  return project({
    'in/a': 'a\n',
    'pipeline.yaml': `tasks:\n${task('set', 'in')}${task('print', 'build/set')}${task('bind', 'build/print')}`,
  });
}

describe('a disabled task', () => {
  test('row 32: is checked and never run, and its consumers have nothing to read', async () => {
    const desk = press({ print: 'disabled: true' });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['set a'] });
    const wrong = press({ print: 'disabled: true\n    priority: low' });
    expect(await wrong.build()).toMatchObject({ status: 2, ran: [] });
  });

  test('leaves what it made before as it is', async () => {
    const desk = press();
    await desk.build();
    const before = desk.tree();
    desk.put(
      'pipeline.yaml',
      desk.read('pipeline.yaml').replace('    run: job print', '    disabled: true\n    run: job print'),
    );
    desk.put('in/a', 'changed\n');
    expect(await desk.build('set')).toMatchObject({ status: 0, ran: ['set a'] });
    expect(desk.tree()).toEqual({ ...before, 'build/set/a': 'changed\n' });
  });
});

describe('-t and -T', () => {
  test('take part, or not: what the others made stands as it is', async () => {
    const desk = press();
    await desk.build();
    desk.put('in/a', 'changed\n');
    expect((await desk.build('-t', 'print', '-t', 'bind')).ran).toEqual([]);
    expect((await desk.build('-T', 'print')).ran).toEqual(['set a']);
    expect((await desk.build('-T', 'p*')).ran).toEqual([]);
    expect((await desk.build()).ran).toEqual(['bind a', 'print a']);
  });

  test('given both, leave out what either leaves out', async () => {
    const desk = press();
    expect((await desk.build('-t', 'set', '-t', 'print', '-T', 'print')).ran).toEqual(['set a']);
    const none = await desk.build('-t', 'nobody');
    expect(none).toMatchObject({ status: 2, ran: [] });
    expect(none.out + none.error).toContain('nobody');
  });
});

describe('a glob of keys', () => {
  test('runs the jobs that fit, and is refused where none does; a key that looks like one is itself', async () => {
    const desk = press();
    for (const key of ['b1', 'b2', '[b]']) desk.put(`in/${key}`, key);
    expect((await desk.build('set/b?')).ran).toEqual(['set b1', 'set b2']);
    expect((await desk.build('set/[b]')).ran).toEqual(['set [b]']);
    const none = await desk.build('set/c*');
    expect(none).toMatchObject({
      status: 2,
      ran: [],
      summary: { refusal: { message: 'no job fits set/c*' } },
    });
    for (const key of ['a', 'b1', 'b2', '[b]']) desk.remove(`in/${key}`);
    expect((await desk.build('set/*')).status).toBe(0);
    expect(await desk.build('set/*')).toMatchObject({ status: 0, ran: [] });
  });
});

describe('rerun', () => {
  test('once: never again while its output is there', async () => {
    const desk = press({ set: 'rerun: once' });
    expect((await desk.build()).ran).toEqual(['bind a', 'print a', 'set a']);
    desk.put('in/a', 'changed\n');
    expect((await desk.build()).ran).toEqual([]);
    desk.put('pipeline.yaml', desk.read('pipeline.yaml').replace('cp {{ from }}', 'cp -f {{ from }}'));
    expect((await desk.build()).ran).toEqual([]);
    desk.remove('build/set/a');
    expect((await desk.build()).ran).toEqual(['bind a', 'print a', 'set a']);
    expect((await desk.build('--force', 'set')).ran).toEqual(['set a']);
  });

  test('row 26: a failed one runs again in the next build', async () => {
    const desk = press({ set: 'rerun: once' });
    desk.tool('job', `[ -e ${desk.outside}/ok ]`);
    expect((await desk.build()).status).toBe(1);
    desk.put('../ok', '');
    expect((await desk.build()).summary?.tasks[0]).toMatchObject({ succeeded: 1 });
  });

  test('always: in every build, and its consumers only when it made something else', async () => {
    const desk = press({ set: 'rerun: always' });
    expect((await desk.build()).ran).toEqual(['bind a', 'print a', 'set a']);
    expect((await desk.build()).ran).toEqual(['set a']);
    expect((await desk.build('bind')).ran).toEqual(['set a']);
  });

  test('changed: what changed, which is the default', async () => {
    const desk = press({ set: 'rerun: changed' });
    await desk.build();
    expect((await desk.build()).ran).toEqual([]);
    desk.put('in/a', 'changed\n');
    expect((await desk.build()).ran).toEqual(['bind a', 'print a', 'set a']);
  });
});

test('default: false keeps a task out of builds that name no target', async () => {
  const desk = press({ bind: 'default: false' });
  expect((await desk.build()).ran).toEqual(['print a', 'set a']);
  expect((await desk.build('bind')).ran).toEqual(['bind a']);
});
