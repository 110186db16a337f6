// Edges 19 to 25: tasks that would meet in one place or go round in a circle, jobs that touch their own input, and outputs
// that are missing, undeclared or late.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { until } from '../gate.ts';
import { processesIn } from '../processes.ts';
import { project } from '../rig.ts';

const task = (name: string, inputs: string, outputs: string, run: string, extra = ''): string =>
  `  ${name}:\n    inputs: {${inputs}}\n    outputs: {${outputs}}\n${extra}    run: |\n      job ${name} {{ key }}\n      ${run}\n`;

describe('two in one place', () => {
  test('edge 19: two keys that would make one file', async () => {
    const desk = project({
      'pipeline.yaml': `repositories: { out: { type: file, path: "build/{book}.txt" } }\ntasks:\n${task('copy', ' from: "in/{book}/{page}.txt" ', ' to: { to: out, key: "{book}" } ', 'cat {{ from }} > {{ to }}')}`,
      'in/emma/1.txt': 'one\n',
      'in/emma/2.txt': 'two\n',
    });
    const { status, error, ran } = await desk.build();
    expect({ status, ran }).toEqual({ status: 2, ran: [] });
    expect(error).toContain('several jobs would write the member');
  });

  test('edge 20: two tasks that write the same files', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n${task('one', ' from: "in/{key}.txt" ', ' to: "build/{key}.txt" ', ':')}${task('two', ' from: "in/{key}.md" ', ' to: "build/{name}.txt" ', ':').replace('{key}.md', '{name}.md')}`,
    });
    const { status, error } = await desk.pipe('check');
    expect(status).toBe(2);
    expect(error).toContain('one');
    expect(error).toContain('two');
  });

  test('edge 20: a task that writes what another reads goes first, whatever the order in the file', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n${task('last', ' from: build/mid.txt ', ' to: build/end.txt ', 'cat {{ from }} > {{ to }}')}${task('first', ' from: in.txt ', ' to: build/mid.txt ', 'cat {{ from }} > {{ to }}')}`,
      'in.txt': 'x\n',
    });
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual({ 'build/end.txt': 'x\n', 'build/mid.txt': 'x\n' });
  });

  test('edge 20: an output within its own task’s glob is a cycle that is named, or is not read', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n${task('join', ' from: "data/*.txt" ', ' to: data/all.txt ', 'cat {{ from }} > {{ to }}')}`,
      'data/a.txt': 'a\n',
    });
    const first = await desk.build();
    if (first.status === 0) {
      expect(desk.read('data/all.txt')).toBe('a\n');
      expect((await desk.build()).ran).toEqual([]);
    } else {
      expect({ status: first.status, ran: first.ran }).toEqual({ status: 2, ran: [] });
      expect(first.out + first.error).toMatch(/join/);
    }
  });
});

describe('circles', () => {
  test('edge 21: between tasks: refused with the whole way round', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n${['a', 'b', 'c'].map((name, index) => task(name, ` from: "${['c', 'a', 'b'][index]}/{key}" `, ` to: "${name}/{key}" `, ':')).join('')}`,
    });
    const { status, error } = await desk.pipe('check');
    expect(status).toBe(2);
    for (const name of ['a', 'b', 'c']) expect(error).toMatch(new RegExp(`\\b${name}\\b`));
  });
});

describe('what a job leaves', () => {
  test('edge 24: a declared output that is missing fails the job by name, and what is there stays', async () => {
    const good = `tasks:\n${task('two', ' from: in.txt ', ' left: build/left, right: build/right ', 'cp {{ from }} {{ left }}; cp {{ from }} {{ right }}').replace(' {{ key }}', '')}`;
    const desk = project({ 'pipeline.yaml': good, 'in.txt': 'x\n' });
    expect(await desk.build()).toMatchObject({ status: 0 });
    desk.put('in.txt', 'y\n');
    desk.put('pipeline.yaml', good.replace('; cp {{ from }} {{ right }}', ''));
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([
      { failure: { type: 'missing-output', link: 'right', path: 'build/right' } },
    ]);
    expect(desk.tree()).toEqual({ 'build/left': 'x\n', 'build/right': 'x\n' });
  });

  test('edge 24: undeclared files beside an output are not taken over', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n${task('copy', ' from: "in/{key}.txt" ', ' to: "build/{key}.txt" ', 'cp {{ from }} {{ to }}; echo more > {{ to }}.bak; mkdir {{ to }}.d; echo x > {{ to }}.d/x')}`,
      'in/a.txt': 'a\n',
      'in/b.txt': 'b\n',
    });
    expect(await desk.build('-j1')).toMatchObject({ status: 0 });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'a\n', 'build/b.txt': 'b\n' });
    expect(desk.tree('.pipe/stage')).toEqual({});
  });

  test.each([
    ['a file', 'echo x > {{ pages }}/notes.md', 'notes.md'],
    ['a name with a line break', `echo x > {{ pages }}/"$(printf 'a\\nb.txt')"`, 'b.txt'],
  ])('edge 24: %s in a fan-out that does not fit its pattern fails the job', async (_what, run, named) => {
    const desk = project({
      'pipeline.yaml': `repositories: { pages: { type: file, path: "build/{book}/{page}.txt" } }\ntasks:\n${task('split', ' from: "in/{book}.txt" ', ' pages: { to: pages, keys: "{book}/*" } ', run)}`,
      'in/emma.txt': '',
    });
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([
      { failure: { type: 'unexpected-output', path: expect.stringContaining(named) as string } },
    ]);
    expect(desk.tree()).toEqual({});
  });

  test('edge 25: a child in the background is not waited for, and ends with pipe', async () => {
    const desk = project({ 'in.txt': 'x\n' });
    const late = desk.gate('late');
    desk.put(
      'pipeline.yaml',
      `tasks:\n${task('copy', ' from: in.txt ', ' to: build/out ', `(cat ${late.path}; echo late > {{ to }}) & cp {{ from }} {{ to }}`).replace(' {{ key }}', '')}`,
    );
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy'] });
    expect(desk.tree()).toEqual({ 'build/out': 'x\n' });
    await until('the child is gone', () => processesIn(desk.outside).length === 0);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('edge 25: one that still writes to what was committed is found out at once', async () => {
    const desk = project({ 'in.txt': 'x\n' });
    const late = desk.gate('late');
    const hold = desk.gate('hold');
    const slow = task(
      'slow',
      ' from: build/out ',
      ' to: build/end ',
      `if mkdir ${desk.outside}/once; then cat ${hold.path}; fi; cp {{ from }} {{ to }}`,
    );
    // The child holds the output open; it is the same file under its new name.
    const copy = task(
      'copy',
      ' from: in.txt ',
      ' to: build/out ',
      `exec 9> {{ to }}; cat {{ from }} >&9; (cat ${late.path}; echo late >&9; echo > ${desk.outside}/wrote) 9>&9 &`,
    );
    desk.put('pipeline.yaml', `tasks:\n${(copy + slow).replaceAll(' {{ key }}', '')}`);
    const build = desk.start(['build']);
    await hold.reached();
    await late.reached();
    late.open();
    await until('the child has written', () => existsSync(desk.path('../wrote')));
    hold.open();
    // What `slow` read is not what `copy` made: both run again. The child of the second `copy` ends with pipe.
    expect(await build.done).toMatchObject({ status: 0, ran: ['copy', 'copy', 'slow', 'slow'] });
    expect([desk.read('build/out'), desk.read('build/end')]).toEqual(['x\n', 'x\n']);
  });
});
