// Processes of a user's class that a step runs, and their children: each is in the store like all processes, can be looked
// at and controlled by its id, and is announced. What each did is counted by itself.
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ProcessDetail, ProcessListing } from '../../engine/index.ts';
import { ProcessController } from '../../engine/process/control/controller.ts';
import { ARROWS } from '../../engine/process/machine.ts';
import { linkToBuilder } from '../../engine/session/door/socket-communicator.ts';
import type { SocketCommunicator } from '../../engine/session/door/socket-communicator.ts';
import { until, type Gate } from '../gate.ts';
import { checkout, project, type Project } from '../rig.ts';
import { pipe, say } from '../session/call.ts';

interface Desk {
  readonly desk: Project;
  readonly cover: Gate;
  readonly index: Gate;
}

/** `Edition` launches two parts together, each in two steps; the first of each stands at a gate, but with a file NAME.open. */
function shop(): Desk {
  const desk = project({
    'pipeline.yaml': `tasks:
  edition:
    outputs: { edition: build/edition.txt }
    steps:
      - { name: begin, run: job begin }
      - { name: parts, function: "./edition.ts#Edition" }
      - { name: bind, run: "job bind; echo {{ ctx.parts.cover.made }} {{ ctx.parts.index.made }} > {{ edition }}" }
`,
  });
  const gates = { cover: desk.gate('cover'), index: desk.gate('index') };
  desk.put(
    'edition.ts',
    `import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { promisify } from 'node:util';
import { Process, StepsProcess, toContext } from '${join(checkout, 'engine/process/index.ts')}';

const note = (text) => execFileSync('${desk.outside}/bin/job', [text]);
const gates = ${JSON.stringify({ cover: gates.cover.path, index: gates.index.path })};

export class Part extends StepsProcess {
  static module = import.meta.url;
  static define(spec) {
    super.define(spec);
    spec.input('name', { type: 'string' }).output('made', { type: 'string' }).outline('ink', 'dry');
  }
  async ink() {
    note(this.inputs.name + ' 1');
    this.checkpoint('inked');
    if (!existsSync(this.inputs.name + '.open')) await promisify(execFile)('cat', [gates[this.inputs.name]]);
    if (existsSync(this.inputs.name + '.fails')) throw new Error('no ink');
  }
  dry() {
    note(this.inputs.name + ' 2');
    this.out('made', this.inputs.name);
  }
}

export class Edition extends StepsProcess {
  static module = import.meta.url;
  static define(spec) {
    super.define(spec);
    spec.output('parts').outline('launchBoth', 'end');
  }
  launchBoth() {
    note('launch');
    return toContext({ cover: this.launch(Part, { name: 'cover' }), index: this.launch(Part, { name: 'index' }, { pid: 'of-names' }) });
  }
  end() {
    note('end');
    this.out('parts', { cover: this.ctx.cover, index: this.ctx.index });
  }
}
`,
  );
  return { desk, ...gates };
}

async function shown(desk: Project, target: string): Promise<ProcessDetail> {
  return JSON.parse((await pipe(desk, ['show', target, '--json'])).out) as ProcessDetail;
}

async function listed(desk: Project, ...words: readonly string[]): Promise<readonly string[]> {
  const { processes } = JSON.parse((await pipe(desk, ['ps', '--json', ...words])).out) as ProcessListing;
  return processes.map(({ id, parent, state, position = '' }) =>
    `${id} of ${parent} ${state} ${position}`.trim(),
  );
}

const COVER = '1.2.1.1';
const INDEX = '1.2.of-names';

describe('processes of a class in a job', () => {
  test('are listed under it with those inside of them, each with its place; their moves give their states', async () => {
    const shelf = shop();
    const { desk, cover, index } = shelf;
    const build = await standing(shelf);
    expect(await listed(desk)).toEqual([
      '1 of null running 1:parts',
      '1.2 of 1 waiting 1:end',
      `${COVER} of 1.2 running 0:ink`,
      `${INDEX} of 1.2 running 0:ink`,
    ]);
    expect((await say(desk, 'ps')).out).toContain('edition.ts#Part');
    const found = await shown(desk, '1.2');
    expect(found).toMatchObject({
      live: true,
      status: 'edition.ts#Edition',
      children: [{ id: COVER }, { id: INDEX }],
    });
    await until(
      'its checkpoints are kept',
      async () => (await shown(desk, COVER)).checkpoints.join() === ',inked',
    );
    cover.open();
    index.open();
    const done = await build.done;
    expect(done).toMatchObject({ status: 0, warnings: [] });
    expect(done.ran.toSorted()).toEqual(
      ['begin', 'launch', 'cover 1', 'index 1', 'cover 2', 'index 2', 'end', 'bind'].toSorted(),
    );
    expect(desk.read('build/edition.txt')).toBe('cover index\n');
    for (const id of ['1', '1.2', COVER, INDEX]) {
      const { transitions, state, checkpoints } = await shown(desk, id);
      expect(transitions.map(({ epoch }) => epoch)).toEqual(transitions.map((_move, count) => count));
      for (const [count, move] of transitions.entries())
        if (count > 0) expect(ARROWS[transitions[count - 1]!.state]).toContain(move.state);
      expect(transitions.at(-1)?.state).toBe(state);
      expect([state, checkpoints]).toEqual(['finished', []]);
    }
    expect(await listed(desk)).toEqual([]);
    expect((await listed(desk, '--all')).length).toBe(4);
  });

  test('go on after kill -9, each where it was: what was done is not done again', async () => {
    const shelf = shop();
    const { desk, cover } = shelf;
    const build = await standing(shelf);
    cover.open();
    // The cover has ended; the index stands in its first step.
    await ended(desk, COVER);
    build.kill('SIGKILL');
    const first = await build.done;
    expect(first.ran.toSorted()).toEqual(['begin', 'cover 1', 'cover 2', 'index 1', 'launch']);
    expect(await listed(desk)).toEqual([
      '1 of null running 1:parts',
      '1.2 of 1 waiting 1:end',
      `${INDEX} of 1.2 running 0:ink`,
    ]);
    desk.put('index.open', '');
    const next = await desk.build();
    expect(next.status).toBe(0);
    expect(next.ran.toSorted()).toEqual(['bind', 'end', 'index 1', 'index 2']);
    expect(desk.read('build/edition.txt')).toBe('cover index\n');
    expect((await shown(desk, 'edition')).children.map(({ id }) => id)).toEqual(['1.2']);
  });

  test('are paused, played and killed by their ids; a killed child fails its parent, and that the job', async () => {
    const shelf = shop();
    const { desk, cover, index } = shelf;
    const build = await standing(shelf);
    const paused = await say(desk, `pause ${COVER} -m tea`, { onError: () => cover.open() });
    expect(paused).toMatchObject({
      code: 0,
      out: `edition (process ${COVER}) is paused\n`,
      error: `edition (process ${COVER}) will be paused when its step ends\n`,
    });
    expect(await shown(desk, COVER)).toMatchObject({
      paused: true,
      position: '1:dry',
      status: 'edition.ts#Part: tea',
    });
    expect(await say(desk, `play ${COVER}`)).toMatchObject({
      code: 0,
      out: `edition (process ${COVER}) goes on\n`,
    });
    await ended(desk, COVER);
    // It is asked while its step runs, and ends with it.
    const killed = await say(desk, `kill ${INDEX}`, { onError: () => index.open() });
    expect(killed).toMatchObject({ code: 0, out: `edition (process ${INDEX}) is killed\n` });
    const done = await build.done;
    expect(done.status).toBe(1);
    expect(done.ran).not.toContain('index 2');
    expect(done.summary?.failures[0]?.failure).toMatchObject({
      message: expect.stringContaining(`the child ${INDEX} was killed`),
    });
    expect((await shown(desk, '1.2')).state).toBe('excepted');
    expect(await listed(desk)).toEqual([]);
  });

  test('a kill of the job reaches all of them, also where the job was left behind', async () => {
    const shelf = shop();
    const { desk } = shelf;
    const build = await standing(shelf);
    expect((await say(desk, 'kill edition')).code).toBe(0);
    expect((await build.done).status).toBe(1);
    for (const id of ['1', '1.2', COVER, INDEX])
      expect(await shown(desk, id)).toMatchObject({ state: 'killed', live: false, checkpoints: [] });

    const other = shop();
    const again = await standing(other);
    again.kill('SIGKILL');
    await again.done;
    expect((await say(other.desk, `pause ${COVER}`)).out).toContain('is paused when its job goes on');
    expect((await say(other.desk, 'kill 1')).code).toBe(0);
    for (const id of ['1', '1.2', COVER, INDEX])
      expect(await shown(other.desk, id)).toMatchObject({ state: 'killed', checkpoints: [] });
  });

  test('when the build is ended by SIGTERM, all go on in the next at the step that they were in', async () => {
    const shelf = shop();
    const { desk } = shelf;
    const build = await standing(shelf);
    // Their steps fail with the signal, which is not what they came to.
    build.kill('SIGTERM');
    const first = await build.done;
    expect(await listed(desk)).toEqual([
      '1 of null running 1:parts',
      '1.2 of 1 waiting 1:end',
      `${COVER} of 1.2 running 0:ink`,
      `${INDEX} of 1.2 running 0:ink`,
    ]);
    desk.put('cover.open', '');
    desk.put('index.open', '');
    const next = await desk.build();
    expect(next.status).toBe(0);
    expect([...first.ran, ...next.ran].filter((line) => line === 'launch')).toHaveLength(1);
    expect(desk.read('build/edition.txt')).toBe('cover index\n');
  });

  test('if one fails its siblings are killed, and the next build begins the class anew', async () => {
    const { desk, index } = shop();
    desk.put('cover.open', '');
    desk.put('index.fails', '');
    const build = desk.start(['build']);
    await index.reached();
    await ended(desk, COVER);
    index.open();
    const done = await build.done;
    expect(done.summary?.failures[0]?.failure).toMatchObject({ message: 'no ink' });
    expect(await listed(desk)).toEqual([]);
    desk.remove('index.fails');
    desk.put('index.open', '');
    expect((await desk.build()).status).toBe(0);
    expect(desk.read('build/edition.txt')).toBe('cover index\n');
  });

  test('one that was paused when pipe died is paused when its job goes on, until it is played', async () => {
    const shelf = shop();
    const { desk, cover } = shelf;
    const build = await standing(shelf);
    await say(desk, `pause ${COVER}`, { onError: () => cover.open() });
    build.kill('SIGKILL');
    await build.done;
    desk.put('index.open', '');
    const next = desk.start(['build']);
    await ended(desk, INDEX);
    expect(await shown(desk, COVER)).toMatchObject({ paused: true, live: true, position: '1:dry' });
    expect(await say(desk, `play ${COVER}`)).toMatchObject({
      code: 0,
      out: `edition (process ${COVER}) goes on\n`,
    });
    expect(await next.done).toMatchObject({ status: 0 });
    expect(desk.read('build/edition.txt')).toBe('cover index\n');
  });

  test('T96: a task continue with a tag has one go on at the checkpoint that it kept under it', async () => {
    const shelf = shop();
    const { desk, cover } = shelf;
    const build = await standing(shelf);
    // It has inked, and stands before it dries.
    await say(desk, `pause ${COVER}`, { onError: () => cover.open() });
    build.kill('SIGKILL');
    const first = await build.done;
    expect(first.ran.filter((line) => line === 'cover 1')).toHaveLength(1);
    await say(desk, 'pause edition');
    desk.put('cover.open', '');
    desk.put('index.open', '');
    const watch = desk.start(['watch']);
    const link = await linkOf(desk);
    const controller = new ProcessController(link);
    for (const [pid, tag, reason] of [
      [COVER, 'dried', `process ${COVER} has no checkpoint "dried"`],
      ['1.9', 'inked', 'process 1.9 is not waiting to go on'],
      ['7', 'inked', 'there is no process 7'],
      ['edition', 'inked', 'there is no process edition'],
    ] as const)
      await expect(controller.continue(pid, { tag })).rejects.toMatchObject({
        code: 'task-rejected',
        message: expect.stringContaining(reason),
      });
    expect(await controller.continue(COVER, { tag: 'inked' })).toEqual({ pid: COVER, state: 'finished' });
    await ended(desk, '1');
    link.close();
    watch.kill('SIGINT');
    const { ran } = await watch.done;
    // Inked once more, since that is where the checkpoint is.
    expect(ran.toSorted()).toEqual(['bind', 'cover 1', 'cover 2', 'end', 'index 1', 'index 2']);
    expect((await shown(desk, COVER)).transitions.map(({ detail }) => detail)).toContain(
      'goes back to checkpoint inked',
    );
  });

  test('say each of their moves to who watches', async () => {
    const { desk } = shop();
    desk.put('cover.open', '');
    desk.put('index.open', '');
    const heard: string[] = [];
    let stop = (): void => {};
    const watching = say(desk, 'watch-events', {
      onOutput: (text, send) => {
        stop = () => send('SIGINT');
        heard.push(...text.split('\n').filter(Boolean));
        if (heard.some((line) => line.includes('"1"') && line.includes('.finished'))) stop();
      },
    });
    await desk.build();
    await watching;
    const news = heard.map((line) => JSON.parse(line) as { sender: string; subject: string });
    const of = (id: string): string[] =>
      news.filter(({ sender }) => sender === id).map(({ subject }) => subject);
    expect(of(COVER)).toEqual([
      'state_changed.none.created',
      'state_changed.created.running',
      'state_changed.running.running',
      'state_changed.running.finished',
    ]);
    expect(of('1.2').at(-1)).toBe('state_changed.running.finished');
  });
});

/** The build with both parts at their gates and `Edition` waiting for them. */
async function standing({ desk, cover, index }: Desk): Promise<ReturnType<Project['start']>> {
  const build = desk.start(['build']);
  await cover.reached();
  await index.reached();
  await until('both are waited for', async () => (await listed(desk)).includes('1.2 of 1 waiting 1:end'));
  return build;
}

async function linkOf(desk: Project): Promise<SocketCommunicator> {
  return await until('somebody builds', () => linkToBuilder(desk.path('.pipe')));
}

/** Resolves when a process has ended. */
async function ended(desk: Project, id: string): Promise<void> {
  await until(`process ${id} has ended`, async () => {
    const { out } = await pipe(desk, ['show', id, '--json']);
    return out !== '' && (JSON.parse(out) as ProcessDetail).endedAt > 0;
  });
}
