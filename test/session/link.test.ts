// The communicator over the socket of a builder: the contract of every communicator, two programs at one builder, and
// processes of real builds that answer under their ids.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Plan } from '../../engine/model/plan.ts';
import { finalReply } from '../../engine/process/control/communicator.ts';
import { ProcessController } from '../../engine/process/control/controller.ts';
import { MemoryCommunicator } from '../../engine/process/control/memory-communicator.ts';
import { openDoor } from '../../engine/session/door/door.ts';
import { serveLink } from '../../engine/session/door/link.ts';
import { linkToBuilder, type SocketCommunicator } from '../../engine/session/door/socket-communicator.ts';
import { communicatorContract } from '../process/contracts/communicator.ts';
import { project } from '../rig.ts';

const plan = { tasks: [], env: [], secrets: [] } as unknown as Plan;
const warnings: string[] = [];
const opened: SocketCommunicator[] = [];

async function builder() {
  const state = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-link-'));
  const hub = new MemoryCommunicator();
  const door = await openDoor(state, {
    builder: 'build',
    plan: () => plan,
    open: { cwd: state, env: {} },
    answers: {},
    link: (caller) => serveLink(caller, hub),
  });
  onTestFinished(async () => {
    await door[Symbol.asyncDispose]();
    rmSync(state, { recursive: true, force: true });
  });
  return { state, hub, door };
}

async function linked(state: string): Promise<SocketCommunicator> {
  const link = await linkToBuilder(state, (message) => warnings.push(message));
  if (!link) throw new Error('nobody builds there');
  opened.push(link);
  return link;
}

/** Words go to and fro in order: after some of them, all that was sent before has arrived. */
async function settle(): Promise<void> {
  for (let round = 0; round < 6; round++) await opened.at(-1)!.sendRpc('nobody', null);
}

communicatorContract('the socket of a builder', async () => await linked((await builder()).state), settle);

describe('two programs at one builder', () => {
  test('call each other, and the builder both; what one broadcasts all hear', async () => {
    const { state, hub } = await builder();
    const [anne, emma] = [await linked(state), await linked(state)];
    const heard: unknown[] = [];
    hub.addBroadcastSubscriber(({ subject }) => heard.push(`builder ${subject}`));
    anne.addBroadcastSubscriber(({ subject }) => heard.push(`anne ${subject}`));
    anne.addRpcSubscriber(async (body) => ({ heard: body }), 'anne');
    hub.addRpcSubscriber(() => 'here', 'house');
    await anne.sendRpc('nobody', null);
    const reply = await emma.sendRpc('anne', { words: 5 });
    expect(reply.kind).toBe('pending');
    expect(await finalReply(reply)).toEqual({ kind: 'final', value: { heard: { words: 5 } } });
    expect(await finalReply(hub.sendRpc('anne', 1))).toEqual({ kind: 'final', value: { heard: 1 } });
    expect(await emma.sendRpc('house', null)).toEqual({ kind: 'final', value: 'here' });
    emma.sendBroadcast({ subject: 'pause' });
    await emma.sendRpc('nobody', null);
    await anne.sendRpc('nobody', null);
    expect(new Set(heard)).toEqual(new Set(['anne pause', 'builder pause']));
  });

  test('a name that another has is refused, and said so', async () => {
    const { state } = await builder();
    const [anne, emma] = [await linked(state), await linked(state)];
    anne.addRpcSubscriber(() => 'anne', 'book');
    await anne.sendRpc('nobody', null);
    warnings.length = 0;
    emma.addRpcSubscriber(() => 'emma', 'book');
    expect(await emma.sendRpc('book', null)).toEqual({ kind: 'final', value: 'anne' });
    expect(warnings).toEqual(["there is a subscriber 'book' already"]);
  });

  test('one that goes is unreachable, its tasks go to others; so is a builder that ends', async () => {
    const { state, hub, door } = await builder();
    const [anne, emma] = [await linked(state), await linked(state)];
    const never = Promise.withResolvers<never>();
    const got = Promise.withResolvers<void>();
    anne.addRpcSubscriber(() => never.promise, 'anne');
    anne.addTaskSubscriber(async () => {
      got.resolve();
      return await never.promise;
    });
    await anne.sendRpc('nobody', null);
    const asked = await emma.sendRpc('anne', null);
    const task = emma.sendTask({ page: 1 });
    await got.promise;
    hub.addTaskSubscriber((page) => ({ kind: 'accepted', outcome: page }));
    anne.close();
    expect(await finalReply(asked)).toMatchObject({ kind: 'unreachable' });
    expect(await task).toEqual({ kind: 'final', value: { page: 1 } });
    hub.addRpcSubscriber(() => never.promise, 'stuck');
    const stuck = await emma.sendRpc('stuck', null);
    await door[Symbol.asyncDispose]();
    expect(await finalReply(stuck)).toEqual({ kind: 'unreachable', message: 'the builder has ended' });
    expect(await emma.sendRpc('stuck', null)).toMatchObject({ kind: 'unreachable' });
    expect(await linkToBuilder(state)).toBeUndefined();
  });
});

describe('processes of a build', () => {
  async function atGate() {
    const desk = project({});
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `tasks: { stand: { steps: [{ name: first, run: "cat ${gate.path}" }, { name: second, run: "job done" }] } }`,
    );
    const build = desk.start(['build']);
    await gate.reached();
    const link = await linked(desk.path('.pipe'));
    return { desk, gate, build, link, controller: new ProcessController(link) };
  }

  test('T94, T112, T113: status, pause, play and kill by id; what is no process is unreachable', async () => {
    const { build, link, controller } = await atGate();
    expect(await controller.status('1')).toMatchObject({
      kind: 'final',
      value: { pid: '1', process: 'stand', state: 'running', paused: false },
    });
    expect(await controller.status('99')).toMatchObject({ kind: 'unreachable' });
    expect(await link.sendRpc('1', { intent: 'dance' })).toMatchObject({
      kind: 'failed',
      failure: { code: 'unknown-intent' },
    });
    expect(await controller.play('1')).toMatchObject({ kind: 'final', value: true });
    const heard: unknown[] = [];
    link.addBroadcastSubscriber(({ sender, subject }) => heard.push([sender, subject]));
    const killed = await controller.kill('1', 'enough');
    expect(killed.kind).toBe('pending');
    expect(await finalReply(killed)).toEqual({ kind: 'final', value: true });
    expect(heard).toContainEqual(['1', 'state_changed.running.killed']);
    expect((await build.done).status).toBe(1);
    expect(await controller.pause('1')).toMatchObject({ kind: 'unreachable' });
  });

  test('T95: a broadcast pauses them between their steps, and has them go on', async () => {
    const { desk, gate, build, link, controller } = await atGate();
    const paused = Promise.withResolvers<void>();
    link.addBroadcastSubscriber(({ subject }) => {
      if (subject === 'paused') paused.resolve();
    });
    controller.pauseAll('tea');
    await link.sendRpc('nobody', null);
    gate.open();
    await paused.promise;
    expect(await controller.status('1')).toMatchObject({ value: { paused: true, status: 'tea' } });
    expect(desk.ran()).toEqual([]);
    controller.playAll();
    expect(await build.done).toMatchObject({ status: 0, ran: ['done'] });
  });
});

describe('tasks for a watch', () => {
  test('T96, B20: launched, created and held, continued; what cannot be is refused', async () => {
    const desk = project({
      'pipeline.yaml': `tasks: { count: { inputs: { book: "books/{key}.txt" }, outputs: { count: "build/{key}.txt" }, run: "job {{ key }}; cp {{ book }} {{ count }}" } }`,
      'books/emma.txt': 'a',
    });
    await desk.build();
    const watch = desk.start(['watch']);
    const link = await untilLinked(desk.path('.pipe'));
    const controller = new ProcessController(link);
    expect(await controller.launch('count/emma')).toEqual({ pid: '2', state: 'finished' });
    expect(await controller.create('count/anne')).toBe('count/anne');
    const ended = controller.continue('count/anne');
    const held = await controller.create('count/jane');
    desk.put('books/anne.txt', 'b');
    expect(await ended).toEqual({ pid: '3', state: 'finished' });
    desk.put('books/jane.txt', 'c');
    expect(await controller.continue(held)).toEqual({ pid: '4', state: 'finished' });
    for (const refused of [
      () => controller.launch('count/nobody'),
      () => controller.launch('count/emma', { inputs: { book: 'x' } }),
      () => controller.continue('count/emma'),
      () => controller.create('nothing/emma'),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'task-rejected' });
    link.close();
    watch.kill('SIGINT');
    expect((await watch.done).ran.toSorted()).toEqual(['anne', 'emma', 'jane']);
  });
});

async function untilLinked(state: string): Promise<SocketCommunicator> {
  const settled = Promise.withResolvers<SocketCommunicator>();
  const look = async (): Promise<void> => {
    const link = await linkToBuilder(state);
    if (link) settled.resolve(link);
    else setTimeout(() => void look(), 5);
  };
  await look();
  return await settled.promise;
}
