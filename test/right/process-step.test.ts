// A class of processes as a step of a job: it has the whole machine of engine/process, with checkpoints of its own, so that
// a crash in the middle of it goes on at its step.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout, project, type Project } from '../rig.ts';

/** Counts the lines of a book, each step with a side effect; `wait` kills pipe where there is a file `crash`. */
function shop(): Project {
  const desk = project({
    'pipeline.yaml': `
tasks:
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/{key}.txt" }
    steps:
      - { name: flow, function: "./flow.ts#Flow" }
      - { name: write, run: "job write; echo {{ ctx.lines }} {{ ctx.sheets.size }} > {{ count }}" }
`,
    'books/emma.txt': 'one\ntwo\n',
  });
  desk.put(
    'flow.ts',
    `
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { append, continueWith, ifThen, Process, StepsProcess, toContext, whileDo, condition } from '${join(checkout, 'engine/process/index.ts')}';

const note = (text) => execFileSync('${desk.outside}/bin/job', [text]);

export class Sheet extends Process {
  static module = import.meta.url;
  static define(spec) {
    super.define(spec);
    spec.input('line', { type: 'string' }).output('length', { type: 'integer' });
  }
  run() {
    note('sheet ' + this.inputs.line);
    this.out('length', this.inputs.line.length);
  }
}

export class Flow extends StepsProcess {
  static module = import.meta.url;
  static define(spec) {
    super.define(spec);
    spec.input('book', { type: 'string' }).output('lines', { type: 'integer' }).output('sheets');
    spec.exitCode('NO_TEXT', 3, 'the book has no text');
    spec.outline('read', whileDo(condition('ctx.left.size > 0'), 'next'), 'wait', 'end');
  }
  read() {
    note('read');
    this.ctx.left = readFileSync(this.inputs.book, 'utf8').split('\\n').filter(Boolean);
    if (this.ctx.left.length === 0) return this.exit('NO_TEXT');
    this.ctx.lines = this.ctx.left.length;
  }
  next() {
    const [line, ...left] = this.ctx.left;
    this.ctx.left = left;
    return toContext({ sheets: append(this.launch(Sheet, { line })) });
  }
  wait() {
    note('wait');
    if (!existsSync('crash')) return;
    rmSync('crash');
    process.kill(process.ppid, 'SIGKILL');
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  }
  end() {
    this.out('lines', this.ctx.lines);
    this.out('sheets', this.ctx.sheets);
  }
}
`,
  );
  return desk;
}

test('runs under its own machine, with children, and leaves its outputs in the context', async () => {
  const desk = shop();
  expect(await desk.build()).toMatchObject({
    status: 0,
    ran: ['read', 'sheet one', 'sheet two', 'wait', 'write'],
  });
  expect(desk.read('build/emma.txt')).toBe('2 2\n');
  expect((await desk.build()).ran).toEqual([]);
});

test('goes on at its own step when pipe is killed with -9 in the middle of it', async () => {
  const desk = shop();
  desk.put('crash', '');
  const first = await desk.build();
  expect(first).toMatchObject({ status: null, ran: ['read', 'sheet one', 'sheet two', 'wait'] });
  expect(await desk.build()).toMatchObject({ status: 0, ran: ['wait', 'write'] });
  expect(desk.read('build/emma.txt')).toBe('2 2\n');
});

test('an exit code of its own is the status of the job; the next build begins anew', async () => {
  const desk = shop();
  desk.put('books/emma.txt', '');
  const done = await desk.build();
  expect(done).toMatchObject({ status: 1, ran: ['read'] });
  expect(done.summary?.failures[0]?.failure).toMatchObject({ type: 'exit', status: 3 });
  desk.put('books/emma.txt', 'one\n');
  expect((await desk.build()).ran).toEqual(['read', 'sheet one', 'wait', 'write']);
  expect(desk.read('build/emma.txt')).toBe('1 1\n');
});

test('outside of steps it has nowhere to keep its checkpoints, and says so', async () => {
  const desk = shop();
  desk.put('pipeline.yaml', 'tasks: { count: { function: "./flow.ts#Flow" } }');
  expect((await desk.build()).summary?.failures[0]?.failure).toMatchObject({
    message: expect.stringContaining('is run as a step'),
  });
});

test('knows itself while it runs, does what it puts off, and cleans up at its end', async () => {
  const desk = project({
    'pipeline.yaml': `
tasks:
  look:
    outputs: { seen: build/seen }
    steps:
      - { name: look, function: "./look.ts#Look" }
      - { name: write, run: "echo {{ ctx.self }} > {{ seen }}" }
`,
  });
  desk.put(
    'look.ts',
    `
import { execFileSync } from 'node:child_process';
import { Process } from '${join(checkout, 'engine/process/index.ts')}';

const note = (text) => execFileSync('${desk.outside}/bin/job', [text]);

export class Look extends Process {
  static module = import.meta.url;
  static define(spec) {
    super.define(spec);
    spec.output('self', { type: 'boolean' });
  }
  run() {
    this.addCleanup(() => note('3 cleaned up'));
    this.callSoon(() => note(Process.current() === this ? '2 put off, by itself' : '2 put off, by nobody'));
    note('1 run');
    this.out('self', Process.current() === this);
    return new Promise((resolve) => setImmediate(resolve));
  }
}
`,
  );
  expect(await desk.build()).toMatchObject({
    status: 0,
    ran: ['1 run', '2 put off, by itself', '3 cleaned up'],
  });
  expect(desk.read('build/seen')).toBe('true\n');
});
