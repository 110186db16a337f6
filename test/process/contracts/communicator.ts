// What every communicator does, whatever carries its messages: run it on yours. Knows no communicator.
import { describe, expect, test } from 'vitest';
import {
  finalReply,
  type Communicator,
  type TaskAnswer,
} from '../../../engine/process/control/communicator.ts';
import { filtered } from '../../../engine/process/control/filter.ts';

/** `settle` resolves when everything that was sent has arrived. */
export function communicatorContract(
  name: string,
  open: () => Communicator | Promise<Communicator>,
  settle: () => Promise<void>,
): void {
  const accept = (outcome: unknown): TaskAnswer => ({ kind: 'accepted', outcome });

  describe(`${name} as a communicator`, () => {
    test('T91: subscribers of each kind come with an id or get one, and go', async () => {
      const communicator = await open();
      expect(communicator.addRpcSubscriber(() => 1, 'emma')).toBe('emma');
      const made = communicator.addRpcSubscriber(() => 2);
      expect(made).not.toBe('');
      expect(await finalReply(communicator.sendRpc(made, null))).toEqual({ kind: 'final', value: 2 });
      communicator.removeRpcSubscriber('emma');
      expect(await finalReply(communicator.sendRpc('emma', null))).toMatchObject({ kind: 'unreachable' });
      const heard: unknown[] = [];
      const id = communicator.addBroadcastSubscriber((each) => heard.push(each));
      communicator.removeBroadcastSubscriber(id);
      communicator.sendBroadcast({ subject: 'pause' });
      const task = communicator.addTaskSubscriber(() => accept('never'));
      communicator.removeTaskSubscriber(task);
      await settle();
      expect(heard).toEqual([]);
      expect(() => communicator.addRpcSubscriber(() => 1, made)).toThrow(
        expect.objectContaining({ code: 'duplicate-subscriber' }),
      );
    });

    test('T92: a broadcast carries body, sender, subject and correlation id; filters choose', async () => {
      const communicator = await open();
      const heard: unknown[] = [];
      const listen = (filter: Parameters<typeof filtered>[1]): unknown[] => {
        const into: unknown[] = [];
        communicator.addBroadcastSubscriber(filtered(({ subject }) => into.push(subject), filter));
        return into;
      };
      communicator.addBroadcastSubscriber((each) => heard.push(each));
      const exact = listen({ subject: 'pause' });
      const starred = listen({ subject: 'state_changed.*.killed', sender: ['emma', 'anne'] });
      const expression = listen({ subject: /^(?!state_changed).*/ });
      communicator.sendBroadcast({
        body: { message: 'tea' },
        sender: 'emma',
        subject: 'pause',
        correlationId: 'c1',
      });
      communicator.sendBroadcast({ sender: 'emma', subject: 'state_changed.waiting.killed' });
      communicator.sendBroadcast({ sender: 'jane', subject: 'state_changed.waiting.killed' });
      await settle();
      expect(heard[0]).toEqual({
        body: { message: 'tea' },
        sender: 'emma',
        subject: 'pause',
        correlationId: 'c1',
      });
      expect([heard.length, exact, starred, expression]).toEqual([
        3,
        ['pause'],
        ['state_changed.waiting.killed'],
        ['pause'],
      ]);
    });

    test('T93: nothing arrives before the call that sent it has returned', async () => {
      const communicator = await open();
      const order: string[] = [];
      communicator.addRpcSubscriber(() => order.push('rpc'), 'emma');
      communicator.addBroadcastSubscriber(() => order.push('broadcast'));
      communicator.addTaskSubscriber(() => (order.push('task'), accept(null)));
      const sent = [communicator.sendRpc('emma', null), communicator.sendTask(null)];
      communicator.sendBroadcast({});
      order.push('sent');
      await Promise.all(sent);
      await settle();
      expect(order[0]).toBe('sent');
      expect(order.toSorted()).toEqual(['broadcast', 'rpc', 'sent', 'task']);
    });

    test('T97: errors come back, promises first as pending', async () => {
      const communicator = await open();
      communicator.addRpcSubscriber(() => {
        throw new Error('boom');
      }, 'throws');
      communicator.addRpcSubscriber(
        async () => await Promise.resolve(Promise.resolve({ pages: 5 })),
        'later',
      );
      communicator.addRpcSubscriber(async () => {
        throw new TypeError('late boom');
      }, 'rejects');
      expect(await communicator.sendRpc('nobody', null)).toMatchObject({ kind: 'unreachable' });
      expect(await communicator.sendRpc('throws', null)).toMatchObject({
        kind: 'failed',
        failure: { name: 'Error', message: 'boom' },
      });
      const pending = await communicator.sendRpc('later', null);
      expect(pending.kind).toBe('pending');
      expect(await finalReply(pending)).toEqual({ kind: 'final', value: { pages: 5 } });
      expect(await finalReply(communicator.sendRpc('rejects', null))).toMatchObject({
        kind: 'failed',
        failure: { name: 'TypeError', message: 'late boom' },
      });
    });

    test('T97: without a reply a task is done all the same; one that nobody takes waits', async () => {
      const communicator = await open();
      const done: unknown[] = [];
      expect(await communicator.sendTask({ page: 1 }, { noReply: true })).toBeNull();
      const waiting = communicator.sendTask({ page: 2 });
      await settle();
      const removed = communicator.addTaskSubscriber(() => ({ kind: 'requeue' }));
      await settle();
      communicator.removeTaskSubscriber(removed);
      communicator.addTaskSubscriber((task) => accept(done.push(task)));
      expect(await waiting).toEqual({ kind: 'final', value: 2 });
      expect(done).toEqual([{ page: 1 }, { page: 2 }]);
    });

    test('T97: a task goes to one subscriber, past those that refuse', async () => {
      const communicator = await open();
      communicator.addTaskSubscriber(() => ({ kind: 'rejected', reason: 'not mine' }));
      communicator.addTaskSubscriber(() => accept('first'));
      communicator.addTaskSubscriber(() => accept('second'));
      expect(await communicator.sendTask(null)).toEqual({ kind: 'final', value: 'first' });
      communicator.addTaskSubscriber(() => accept(1));
    });

    test('B20: a task that all refuse is dead: the sender is told, and it is not offered again', async () => {
      const communicator = await open();
      let offers = 0;
      const refuse = (): TaskAnswer => (offers++, { kind: 'rejected', reason: 'unknown task' });
      communicator.addTaskSubscriber(refuse);
      communicator.addTaskSubscriber(refuse);
      expect(await communicator.sendTask({ task: 'dance' })).toMatchObject({
        kind: 'failed',
        failure: { code: 'task-rejected' },
      });
      communicator.addTaskSubscriber(refuse);
      await settle();
      expect(offers).toBe(2);
    });

    test('T97: bodies are copies', async () => {
      const communicator = await open();
      const body = { list: [1] };
      let got: unknown;
      communicator.addRpcSubscriber((each) => void (got = each), 'emma');
      const sent = communicator.sendRpc('emma', body);
      body.list.push(2);
      await finalReply(sent);
      expect(got).toEqual({ list: [1] });
    });

    test('T97: a closed communicator refuses every call', async () => {
      const communicator = await open();
      const waiting = communicator.sendTask(null);
      communicator.close();
      expect(await waiting).toMatchObject({ kind: 'unreachable' });
      const closed = expect.objectContaining({ code: 'communicator-closed' });
      await expect(communicator.sendRpc('emma', null)).rejects.toThrow(closed);
      await expect(communicator.sendTask(null)).rejects.toThrow(closed);
      for (const call of [
        () => communicator.sendBroadcast({}),
        () => communicator.addRpcSubscriber(() => 1),
        () => communicator.addBroadcastSubscriber(() => {}),
        () => communicator.addTaskSubscriber(() => accept(1)),
      ]) {
        expect(call).toThrow(closed);
      }
    });
  });
}
