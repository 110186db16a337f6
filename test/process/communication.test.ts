// Processes controlled and launched by messages: the reference's cases T91–T97, T112–T116, and its defects B19, B20.
import { describe, expect, test } from 'vitest';
import { finalReply } from '../../engine/process/control/communicator.ts';
import { ProcessController } from '../../engine/process/control/controller.ts';
import { processLauncher } from '../../engine/process/control/launcher.ts';
import { MemoryCommunicator } from '../../engine/process/control/memory-communicator.ts';
import { continueTask, launchTask } from '../../engine/process/control/tasks.ts';
import { ModuleLoader } from '../../engine/process/loader.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { Process } from '../../engine/process/process.ts';
import { createRuntime, type ProcessRuntime } from '../../engine/process/runtime.ts';
import { Count, Draft, Proofread } from './classes.ts';
import { communicatorContract } from './contracts/communicator.ts';
import { latch, quiet, value } from './rig.ts';

communicatorContract('memory', () => new MemoryCommunicator(), quiet);

class Failing extends Process {
  override run(): never {
    throw new RangeError('out of paper');
  }
}

interface Office {
  readonly communicator: MemoryCommunicator;
  readonly controller: ProcessController;
  readonly runtime: ProcessRuntime;
}
function office(withPersister = true): Office {
  const communicator = new MemoryCommunicator();
  const loader = new ModuleLoader(async () => {
    throw new Error('no modules here');
  });
  loader
    .register('books#Count', Count)
    .register('books#Proofread', Proofread)
    .register('books#Failing', Failing);
  const runtime = createRuntime({
    communicator,
    loader,
    ...(withPersister ? { persister: new MemoryPersister() } : {}),
  });
  communicator.addTaskSubscriber(processLauncher(runtime), 'worker');
  return { communicator, controller: new ProcessController(communicator), runtime };
}
const waiting = async (runtime: ProcessRuntime, pid: string): Promise<Proofread> => {
  const process = Proofread.create({}, { runtime, pid });
  process.start();
  await quiet();
  return process;
};

describe('control by messages', () => {
  test('T94: pause, play, status and kill of a waiting process', async () => {
    const { controller, runtime } = office();
    const process = await waiting(runtime, 'emma');
    expect(await finalReply(controller.pause('emma', 'tea'))).toEqual({ kind: 'final', value: true });
    expect(process).toMatchObject({ paused: true, status: 'tea' });
    expect(await controller.status('emma')).toMatchObject({
      kind: 'final',
      value: { pid: 'emma', process: 'Proofread', state: 'waiting', paused: true, status: 'tea' },
    });
    expect(await finalReply(controller.play('emma'))).toEqual({ kind: 'final', value: true });
    expect(process.paused).toBe(false);
    expect(await finalReply(controller.kill('emma', 'enough'))).toEqual({ kind: 'final', value: true });
    expect(process).toMatchObject({ state: 'killed', status: 'enough' });
  });

  test('T94: the same of one that has not started', async () => {
    const { controller, runtime } = office();
    const process = Count.create({}, { runtime, pid: 'emma' });
    await controller.pause('emma');
    expect(process).toMatchObject({ state: 'created', paused: true });
    await controller.play('emma');
    expect(process.paused).toBe(false);
    await controller.kill('emma', null, true);
    expect(process.record).toMatchObject({ state: 'killed', forced: true });
  });

  test('a kill of a running process is pending until its step has ended', async () => {
    const { controller, runtime } = office(false);
    const door = latch();
    Draft.create({ work: () => door.wait() }, { runtime, pid: 'emma' }).start();
    await door.reached;
    const reply = await controller.kill('emma', 'enough');
    expect(reply.kind).toBe('pending');
    door.open();
    expect(await finalReply(reply)).toEqual({ kind: 'final', value: true });
  });

  test('T95: all of ten are paused, played and killed', async () => {
    const { controller, runtime } = office();
    const all = await Promise.all(
      Array.from({ length: 10 }, (_, index) => waiting(runtime, `book-${index}`)),
    );
    controller.pauseAll('tea');
    await quiet();
    expect(all.every((each) => each.paused && each.status === 'tea')).toBe(true);
    controller.playAll();
    await quiet();
    expect(all.some((each) => each.paused)).toBe(false);
    controller.killAll('closing time');
    await quiet();
    expect(all.every((each) => each.state === 'killed' && each.status === 'closing time')).toBe(true);
  });

  test('T112: an intent that there is not', async () => {
    const { communicator, runtime } = office();
    await waiting(runtime, 'emma');
    expect(await communicator.sendRpc('emma', { intent: 'dance' })).toMatchObject({
      kind: 'failed',
      failure: { code: 'unknown-intent', message: 'Unknown intent: "dance"' },
    });
    expect(await communicator.sendRpc('emma', null)).toMatchObject({
      kind: 'failed',
      failure: { code: 'unknown-intent' },
    });
  });

  test('T113: what has ended cannot be reached', async () => {
    const { controller, runtime } = office();
    await Count.create({}, { runtime, pid: 'emma' }).execute();
    expect(await controller.pause('emma')).toMatchObject({ kind: 'unreachable' });
    expect(await controller.status('emma')).toMatchObject({ kind: 'unreachable' });
  });

  test('a broadcast that cannot be sent harms nobody', async () => {
    const warnings: string[] = [];
    const communicator = new MemoryCommunicator();
    const process = Count.create(
      {},
      { runtime: createRuntime({ communicator, warn: (message) => warnings.push(message) }) },
    );
    communicator.close();
    expect(await process.execute()).toEqual({ default: 5 });
    expect(warnings).toHaveLength(2);
  });
});

describe('launching by messages', () => {
  test('T96: launched and waited for, or not', async () => {
    const { controller, runtime } = office();
    expect(await controller.launch('books#Count', { inputs: { words: 7 } })).toEqual({ default: 7 });
    expect(await controller.launch('books#Count', { pid: 'emma', noWait: true, persist: true })).toBe('emma');
    await quiet();
    expect(value(runtime.persister?.load('emma') as never)).toMatchObject({ record: { state: 'finished' } });
    const ten = await Promise.all(
      Array.from({ length: 10 }, (_, words) => controller.launch('books#Count', { inputs: { words } })),
    );
    expect(ten).toEqual(Array.from({ length: 10 }, (_, words) => ({ default: words })));
  });

  test('T96: created, then continued; continued once more gives the outputs again', async () => {
    const { controller, runtime } = office();
    expect(await controller.execute('books#Count', { pid: 'emma' })).toEqual({ default: 5 });
    expect(await controller.execute('books#Count', { pid: 'anne', noWait: true })).toBe('anne');
    await quiet();
    expect(await controller.continue('anne')).toEqual({ default: 5 });
    expect(runtime.live.size).toBe(0);
  });

  test('T96: continued from a checkpoint that another program left, by tag too', async () => {
    const { controller, runtime } = office();
    const process = Proofread.create(
      {},
      { runtime: { ...runtime, communicator: null, live: new Map() }, pid: 'emma' },
    );
    process.checkpoint('start');
    process.start();
    await quiet();
    expect(await controller.continue('emma', { noWait: true })).toBe('emma');
    await quiet();
    expect(await controller.status('emma')).toMatchObject({ value: { state: 'waiting' } });
    (runtime.live.get('emma') as Proofread).resume();
    await quiet();
    expect(await controller.continue('emma')).toEqual({ approved: true });
    expect(await controller.continue('emma', { tag: 'start', noWait: true })).toBe('emma');
  });

  test('T115: no checkpoint to continue', async () => {
    await expect(office().controller.continue('nobody')).rejects.toMatchObject({
      code: 'checkpoint-missing',
    });
  });

  test('T116: a launched process that fails: its error, with name and text', async () => {
    const { controller } = office();
    await expect(controller.launch('books#Failing')).rejects.toMatchObject({
      name: 'RangeError',
      message: 'out of paper',
    });
    await expect(controller.launch('books#Nobody')).rejects.toMatchObject({ code: 'module-not-loaded' });
    await expect(controller.launch('books#Count', { inputs: { letters: 1 } })).rejects.toMatchObject({
      code: 'invalid-inputs',
    });
  });

  test('a worker without a persister refuses what needs one', async () => {
    const { controller } = office(false);
    await expect(controller.create('books#Count')).rejects.toMatchObject({ code: 'task-rejected' });
    await expect(controller.continue('emma')).rejects.toMatchObject({ code: 'task-rejected' });
    expect(await controller.launch('books#Count')).toEqual({ default: 5 });
  });

  test('B19: a launch without a reply', async () => {
    const { controller, runtime } = office();
    await controller.post(launchTask('books#Count', { pid: 'emma', persist: true }));
    await quiet();
    expect(value(runtime.persister?.load('emma') as never)).toMatchObject({ outputs: { default: 5 } });
    await controller.post(continueTask('nobody'));
    await quiet();
  });

  test('B20: an unknown task is dead, not queued for ever', async () => {
    const { communicator } = office();
    for (const task of [{ task: 'dance' }, null, { task: 'launch' }, { task: 'continue' }]) {
      expect(await communicator.sendTask(task)).toMatchObject({
        kind: 'failed',
        failure: { code: 'task-rejected' },
      });
    }
    expect(communicator.deadTasks).toHaveLength(4);
  });
});
