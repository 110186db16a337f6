// A file that the pipeline names outright, that no task makes and that is not there, fails the build: a misspelt or
// forgotten file must not pass as "nothing to do". What depends on keys is not ready, as ever.
import { mkdirSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { watchOver } from '../watch/rig.ts';

const pipeline = (stop = './stop.txt'): string => `
tasks:
  count:
    inputs: { book: "books/{key}.txt", stop: ${stop} }
    outputs: { count: "build/{key}.txt" }
    run: job count {{ key }}; cat {{ book }} {{ stop }} > {{ count }}
  total:
    inputs: { counts: "build/*.txt" }
    outputs: { total: total.txt }
    run: job total; cat {{ counts }} > {{ total }}
`;

const books = { 'books/emma.txt': 'Emma\n', 'books/waves.txt': 'Waves\n' };

describe('a file that is named and not there', () => {
  test('fails the build with its name, until it is there', async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...books });
    const built = await desk.build('-k');
    expect(built).toMatchObject({ status: 1, ran: [] });
    const failure = { type: 'missing-input', link: 'stop', path: 'stop.txt', found: 'nothing' };
    expect(built.summary?.failures).toMatchObject([
      { job: { task: 'count', key: 'emma' }, failure },
      { job: { task: 'count', key: 'waves' }, failure },
    ]);
    expect(built.summary?.tasks).toMatchObject([{ failed: 2 }, { blocked: 1 }]);
    desk.put('stop.txt', 'the\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['count emma', 'count waves', 'total'] });
  });

  test('is told of in plain words by build, plan, why and status', async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), 'books/emma.txt': 'Emma\n' });
    const sentence =
      'needs stop.txt, which is not there and which no task makes (its link stop; one that may be missing says `required_for_start: false`)';
    const plain = await desk.pipe('build', '--reporter', 'plain');
    expect(plain.status).toBe(1);
    expect(plain.out).toContain(`FAILED count/emma ${sentence}`);
    const plan = await desk.pipe('plan');
    expect(plan.status).toBe(1);
    expect(plan.out).toContain(sentence);
    expect((await desk.pipe('why', 'count/emma')).out).toContain(sentence);
    expect((await desk.pipe('status')).out).toContain(`failed count/emma ${sentence}`);
  });

  test('removed: what was made with it stays, and nothing runs when it is back', async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...books, 'stop.txt': 'the\n' });
    expect(await desk.build()).toMatchObject({ status: 0 });
    const made = desk.tree();
    desk.remove('stop.txt');
    expect(await desk.build()).toMatchObject({ status: 1, ran: [] });
    expect(desk.tree()).toEqual(made);
    desk.put('stop.txt', 'the\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  });

  test('outside of what is built fails nothing', async () => {
    const desk = project({
      'pipeline.yaml': `${pipeline()}  copy: { inputs: { book: "books/{key}.txt" }, outputs: { to: "copies/{key}.txt" }, run: "cp {{ book }} {{ to }}" }\n`,
      ...books,
    });
    expect(await desk.build('copy')).toMatchObject({ status: 0 });
  });

  test('with no job to need it fails nothing', async () => {
    const desk = project({ 'pipeline.yaml': pipeline() });
    expect(await desk.build()).toMatchObject({ status: 0, ran: [] });
  });

  test('that may be missing is nothing to a template, and a new input once it is there', async () => {
    const text = pipeline('{ from: ./stop.txt, required_for_start: false }');
    const desk = project({
      'pipeline.yaml': text.replace('{{ stop }}', '{% if stop %}{{ stop }}{% endif %}'),
      ...books,
    });
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['count emma', 'count waves', 'total'] });
    expect(desk.read('total.txt')).toBe('Emma\nWaves\n');
    desk.put('stop.txt', 'the\n');
    expect(await desk.build()).toMatchObject({ status: 0, ran: ['count emma', 'count waves', 'total'] });
    expect(desk.read('total.txt')).toBe('Emma\nthe\nWaves\nthe\n');
  });

  test('in a watch: the jobs run when it comes', async () => {
    const desk = project({ 'pipeline.yaml': pipeline(), ...books });
    const { built } = await watchOver(desk);
    expect((await built()).status).toBe(1);
    desk.put('stop.txt', 'the\n');
    expect(await built()).toMatchObject({ status: 0, ran: ['count emma', 'count waves', 'total'] });
    desk.remove('stop.txt');
    expect((await built()).status).toBe(1);
    desk.put('stop.txt', 'the\n');
    expect(await built()).toMatchObject({ status: 0, ran: [] });
  });

  test('that a job of another task would make, and has no job for, is not ready', async () => {
    const desk = project({
      'pipeline.yaml': pipeline('./build/stop/austen.txt').replace(
        'tasks:',
        'tasks:\n  stop: { inputs: { from: "words/{key}.txt" }, outputs: { to: "build/stop/{key}.txt" }, run: "cp {{ from }} {{ to }}" }',
      ),
      ...books,
    });
    const { status, summary } = await desk.build();
    expect({ status, lacks: summary?.notReady.length }).toEqual({ status: 0, lacks: 3 });
  });
});

describe('a file is expected, and what lies there', () => {
  test.each([
    ['is a folder', 'folder', (path: string) => mkdirSync(path)],
    ['is a link that leads nowhere', 'dangling-link', (path: string) => symlinkSync('nowhere', path)],
  ])('%s: the failure says so', async (text, found, make) => {
    const desk = project({ 'pipeline.yaml': pipeline(), 'books/emma.txt': 'Emma\n' });
    make(desk.path('stop.txt'));
    const { status, summary } = await desk.build();
    expect({ status, failures: summary?.failures }).toMatchObject({
      status: 1,
      failures: [{ failure: { type: 'missing-input', path: 'stop.txt', found } }],
    });
    expect((await desk.pipe('build', '--reporter', 'plain')).out).toContain(`stop.txt, which ${text}`);
  });

  test('is a file where a folder is expected: the failure says so', async () => {
    const desk = project({
      'pipeline.yaml': `
repositories: { site: { type: directory, path: ./site } }
tasks: { pack: { inputs: { site: site }, outputs: { pack: build/pack }, run: "ls {{ site }} > {{ pack }}" } }
`,
      site: 'no folder\n',
    });
    const { status, summary } = await desk.build();
    expect({ status, failures: summary?.failures }).toMatchObject({
      status: 1,
      failures: [{ failure: { type: 'missing-input', path: 'site', found: 'file' } }],
    });
  });

  test('an output that is a folder: the failure says so, and how to declare one', async () => {
    const desk = project({
      'pipeline.yaml': 'tasks: { pack: { outputs: { pack: build/pack }, run: "mkdir {{ pack }}" } }\n',
    });
    const { status, summary } = await desk.build();
    expect({ status, failures: summary?.failures }).toMatchObject({
      status: 1,
      failures: [{ failure: { type: 'invalid-output', link: 'pack', path: 'build/pack' } }],
    });
    expect((await desk.pipe('build', '--reporter', 'plain')).out).toContain(
      'made an invalid pack: build/pack: it is a folder, and a file is expected (a repository of `type: directory` takes folders)',
    );
  });

  test('an output that is a file, where a folder is declared', async () => {
    const desk = project({
      'pipeline.yaml': `
repositories: { site: { type: directory, path: ./site } }
tasks: { make: { outputs: { site: site }, run: "rm -rf {{ site }}; echo x > {{ site }}" } }
`,
    });
    const { summary } = await desk.build();
    expect(summary?.failures).toMatchObject([{ failure: { type: 'invalid-output', path: 'site' } }]);
  });
});
