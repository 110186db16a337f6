// Edges 14 to 18, 34 and 36: files that become folders or links, and things that are neither file nor folder.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listen } from '../../engine/idle/socket.ts';
import { project, type Project } from '../rig.ts';

const copy = (from = 'in/{key}.txt', to = 'build/{key}.txt'): string => `
tasks:
  copy:
    inputs: { from: "${from}" }
    outputs: { to: "${to}" }
    run: job copy {{ key }}; cat {{ from }} > {{ to }}
`;
const nobody = 65_534;
const isRoot = process.getuid?.() === 0;

async function built(
  files: Record<string, string> = { 'in/a.txt': 'one\n' },
  pipeline = copy(),
): Promise<Project> {
  const desk = project({ 'pipeline.yaml': pipeline, ...files });
  expect(await desk.build()).toMatchObject({ status: 0 });
  return desk;
}

describe('an output replaced', () => {
  test.each([
    ['equal', 'one\n'],
    ['other', 'other\n'],
  ])('edge 14: by a symlink to %s content: the link goes, what it led to stays', async (_which, content) => {
    const desk = await built();
    desk.put('mine.txt', content);
    rmSync(desk.path('build/a.txt'));
    symlinkSync('../mine.txt', desk.path('build/a.txt'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(lstatSync(desk.path('build/a.txt')).isFile()).toBe(true);
    expect([desk.read('build/a.txt'), desk.read('mine.txt')]).toEqual(['one\n', content]);
    expect((await desk.build()).ran).toEqual([]);
  });

  test('edge 14: by a symlink that leads nowhere', async () => {
    const desk = await built();
    rmSync(desk.path('build/a.txt'));
    symlinkSync('nowhere', desk.path('build/a.txt'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
  });

  test('edge 14: by a folder with files', async () => {
    const desk = await built();
    rmSync(desk.path('build/a.txt'));
    desk.put('build/a.txt/deep/file', 'x');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
    expect(readdirSync(desk.path('.pipe'))).not.toContain('trash');
  });

  test('edge 14: a folder, by a file', async () => {
    const folders =
      'repositories: { out: { type: directory, path: "build/{key}" } }\n' +
      copy(undefined, 'x')
        .replace('"x"', 'out')
        .replace('cat {{ from }} > {{ to }}', 'mkdir -p {{ to }}; cp {{ from }} {{ to }}/leaf');
    const desk = await built(undefined, folders);
    desk.remove('build/a');
    desk.put('build/a', 'a file\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(desk.tree()).toEqual({ 'build/a/leaf': 'one\n' });
  });

  test('edge 14: a link that a job makes as its output is kept as a link', async () => {
    const desk = await built(
      { 'in/a.txt': '/etc/hostname' },
      copy().replace('cat {{ from }} > {{ to }}', 'ln -s "$(cat {{ from }})" {{ to }}'),
    );
    expect(desk.tree()).toEqual({ 'build/a.txt': '-> /etc/hostname' });
    expect((await desk.build()).ran).toEqual([]);
  });
});

test('edge 14: a file where the folder of the outputs has to be stays, and the failure says what to do', async () => {
  const desk = project({ 'in/a.txt': 'one\n', build: 'mine\n', 'pipeline.yaml': copy() });
  const { status, summary } = await desk.build();
  expect(status).toBe(1);
  const message =
    'build is no folder, and build/a.txt belongs in one: move it away, or let the task write elsewhere';
  expect(summary?.failures).toMatchObject([{ failure: { type: 'system', code: 'not-a-folder', message } }]);
  expect(desk.read('build')).toBe('mine\n');
  desk.remove('build');
  expect(await desk.build()).toMatchObject({ status: 0 });
});

test('a file in the place of the state folder is told as such', async () => {
  const desk = project({ 'in/a.txt': 'one\n', '.pipe': 'mine\n', 'pipeline.yaml': copy() });
  const { status, summary } = await desk.build();
  expect({ status, hint: summary?.refusal?.hint }).toEqual({
    status: 2,
    hint: 'it has to be a folder: move away the file that lies there',
  });
  expect(desk.read('.pipe')).toBe('mine\n');
});

describe('edge 14: a relative link as an output', () => {
  const links = (run: string): string => `
tasks:
  link:
    inputs: { from: "in/{key}.txt" }
    outputs: { to: "build/{key}.txt", beside: { to: "other/{key}", required_for_success: false } }
    run: ${run}
`;

  test.each([
    [
      'to what is there only from the stage',
      'ln -s ../../../../in/a.txt {{ to }}',
      'leads elsewhere from its place',
    ],
    [
      'to what the job leaves in the stage',
      'touch {{ to }}.x; ln -s a.txt.x {{ to }}',
      'leads elsewhere from its place',
    ],
    [
      'to the stage itself',
      'touch {{ beside }}; ln -s "$PWD/"{{ beside }} {{ to }}',
      'leads elsewhere from its place',
    ],
    ['to nothing', 'ln -s nowhere {{ to }}', 'where nothing is'],
  ])('%s fails the job, and says so', async (_, run, said) => {
    const desk = project({ 'in/a.txt': 'one\n', 'pipeline.yaml': links(run) });
    const { status, summary } = await desk.build();
    expect(status).toBe(1);
    expect(summary?.failures).toMatchObject([
      { failure: { type: 'invalid-output', message: expect.stringContaining(said) as string } },
    ]);
    expect(desk.tree()).toEqual({});
  });

  test('to another output of the job is right in its place, too', async () => {
    const run = 'echo two > {{ beside }}; ln -s ../other/a {{ to }}';
    const desk = project({ 'in/a.txt': 'one\n', 'pipeline.yaml': links(run) });
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.read('build/a.txt')).toBe('two\n');
    expect((await desk.pipe('build', '--reporter', 'plain')).out).toContain('nothing to do');
  });
});

describe('an input replaced', () => {
  test('edge 15: a file by a folder, and back', async () => {
    const desk = await built();
    desk.remove('in/a.txt');
    desk.put('in/a.txt/x', '');
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
    expect(desk.tree()).toEqual({});
    desk.remove('in/a.txt');
    desk.put('in/a.txt', 'two\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'two\n' });
  });

  test('edge 15: a file by a link to equal content, then to other content, then by a file', async () => {
    const desk = await built({ 'in/a.txt': 'one\n', 'far/1': 'one\n', 'far/2': 'two\n' });
    const link = (target: string): void => {
      rmSync(desk.path('in/a.txt'));
      symlinkSync(target, desk.path('in/a.txt'));
    };
    link('../far/1');
    expect((await desk.build()).ran).toEqual([]);
    link('../far/2');
    expect((await desk.build()).ran).toEqual(['copy a']);
    desk.put('far/2', 'six\n');
    expect((await desk.build()).ran).toEqual(['copy a']);
    rmSync(desk.path('in/a.txt'));
    desk.put('in/a.txt', 'six\n');
    expect((await desk.build()).ran).toEqual([]);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'six\n' });
  });

  test('edge 16: a header that a depfile named and that is gone: out of date, not wrong', async () => {
    const depfile = `
tasks:
  object:
    inputs: { source: "src/{key}.c" }
    outputs: { object: "build/{key}.o" }
    depfile: make
    run: |
      job object {{ key }}
      cat {{ source }} > {{ object }}
      printf 'x: src/%s' {{ key }}.c > {{ depfile }}
      for name in $(sed -n 's/^use //p' {{ source }}); do cat "src/$name" >> {{ object }}; printf ' src/%s' "$name" >> {{ depfile }}; done
`;
    const desk = await built({ 'src/a.c': 'use a.h\n', 'src/a.h': 'A\n' }, depfile);
    desk.ran();
    desk.put('src/a.h', 'AA\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['object a'] });
    // Still needed: the job says so itself.
    desk.remove('src/a.h');
    expect(await desk.build()).toMatchObject({ status: 1, ran: ['object a'] });
    expect(desk.read('build/a.o')).toBe('use a.h\nAA\n');
    // No longer needed: nothing is missed.
    desk.put('src/a.c', 'plain\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['object a'] });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('edge 17: a key renamed with the same content', async () => {
    const desk = await built({ 'in/a.txt': 'one\n', 'in/b.txt': 'b\n' });
    renameSync(desk.path('in/a.txt'), desk.path('in/c.txt'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy c'] });
    expect(desk.tree()).toEqual({ 'build/b.txt': 'b\n', 'build/c.txt': 'one\n' });
  });

  test('edge 18: a name that changes only in case, and names that differ only in Unicode normal form', async () => {
    const desk = await built({
      'in/a.txt': 'one\n',
      'in/caf\u00e9.txt': 'nfc\n',
      'in/cafe\u0301.txt': 'nfd\n',
    });
    expect(desk.read('build/caf\u00e9.txt') + desk.read('build/cafe\u0301.txt')).toBe('nfc\nnfd\n');
    renameSync(desk.path('in/a.txt'), desk.path('in/A.txt'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy A'] });
    expect(Object.keys(desk.tree())).toEqual(['build/A.txt', 'build/cafe\u0301.txt', 'build/caf\u00e9.txt']);
  });
});

describe('links among the inputs', () => {
  test('edge 34: loops end, dangling ones are no members, those out of the tree are read', async () => {
    const desk = project({
      'pipeline.yaml': copy('in/{key**}.txt', 'build/{key**}.txt'),
      'in/a.txt': 'one\n',
      '../far/b.txt': 'far\n',
    });
    symlinkSync('.', desk.path('in/self'));
    symlinkSync('loop.txt', desk.path('in/loop.txt'));
    symlinkSync('nowhere', desk.path('in/gone.txt'));
    symlinkSync('../../far', desk.path('in/far'));
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a', 'copy far/b'] });
    desk.put('../far/b.txt', 'changed\n');
    expect((await desk.build()).ran).toEqual(['copy far/b']);
  });

  test('edge 34: hard links: each name counts, and an edit through one is seen through the other', async () => {
    const desk = project({ 'pipeline.yaml': copy(), 'in/a.txt': 'one\n' });
    linkSync(desk.path('in/a.txt'), desk.path('in/b.txt'));
    expect((await desk.build()).ran).toEqual(['copy a', 'copy b']);
    writeFileSync(desk.path('in/b.txt'), 'two\n');
    expect((await desk.build()).ran).toEqual(['copy a', 'copy b']);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'two\n', 'build/b.txt': 'two\n' });
  });
});

describe('neither file nor folder', () => {
  test('edge 36: a fifo, a socket and a device in a glob are no members, and nothing hangs', async () => {
    const desk = project({ 'pipeline.yaml': copy(), 'in/a.txt': 'one\n' });
    execFileSync('mkfifo', [desk.path('in/fifo.txt')]);
    symlinkSync('/dev/zero', desk.path('in/zero.txt'));
    await using _server = await listen(desk.path('in'), 'socket.txt', () => {});
    expect(existsSync(desk.path('in/socket.txt'))).toBe(true);
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['copy a'] });
  });

  test('edge 36: an unreadable file fails its own job, by name; an unreadable folder refuses the build', async () => {
    const desk = await built({ 'in/a.txt': 'one\n', 'in/b.txt': 'b\n' });
    const as = isRoot ? { uid: nobody } : {};
    if (isRoot) execFileSync('chown', ['-R', String(nobody), desk.folder]);
    desk.put('in/b.txt', 'changed\n');
    desk.put('in/a.txt', 'changed\n');
    chmodSync(desk.path('in/b.txt'), 0);
    if (isRoot) execFileSync('chown', ['root', desk.path('in/b.txt')]);
    const { status, ran, summary } = await desk.start(['build', '-k'], as).done;
    expect({ status, ran }).toEqual({ status: 1, ran: ['copy a'] });
    expect(summary?.failures).toMatchObject([
      { job: { key: 'b' }, failure: { type: 'system', code: 'EACCES' } },
    ]);
    expect(desk.tree()).toEqual({ 'build/a.txt': 'changed\n', 'build/b.txt': 'b\n' });
    chmodSync(desk.path('in'), 0);
    if (isRoot) execFileSync('chown', ['root', desk.path('in')]);
    const refused = await desk.start(['build'], as).done;
    expect({ status: refused.status, code: refused.summary?.refusal?.code }).toEqual({
      status: 2,
      code: 'EACCES',
    });
    expect(desk.tree()).toEqual({ 'build/a.txt': 'changed\n', 'build/b.txt': 'b\n' });
    chmodSync(desk.path('in'), 0o755);
  });

  test('edge 36: a file that vanishes after it was listed', async () => {
    const desk = project({ 'pipeline.yaml': copy(), 'in/a.txt': 'one\n', 'in/b.txt': 'b\n' });
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      copy().replace('cat {{ from }} >', `[ {{ key }} = b ] || cat ${gate.path}; cat {{ from }} >`),
    );
    const build = desk.start(['build', '-j1']);
    await gate.reached();
    desk.remove('in/b.txt');
    gate.open();
    const { status, summary } = await build.done;
    expect(desk.tree()).toEqual({ 'build/a.txt': 'one\n' });
    // It was fingerprinted when the build began; the job found it gone.
    expect({ status, failures: summary?.failures }).toEqual({ status: 0, failures: [] });
  });
});
