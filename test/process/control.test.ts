// Who asks what of a process, when, and what comes of it: the reference's cases T101–T111 and T121–T123.
import { describe, expect, test } from 'vitest';
import { outcomeOf, type ControlReply } from '../../engine/process/control/reply.ts';
import { Process } from '../../engine/process/process.ts';
import { continueWith, PauseInterruption, KillInterruption, waitFor } from '../../engine/process/results.ts';
import { createRuntime } from '../../engine/process/runtime.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import { Count, Draft, Proofread, Witness } from './classes.ts';
import { latch, quiet } from './rig.ts';

type Ask = 'pause' | 'play' | 'kill' | 'force' | 'resume' | 'fail';
const ask = (process: Process, what: Ask): ControlReply | boolean => {
  switch (what) {
    case 'pause':
      return process.pause('tea');
    case 'play':
      return process.play();
    case 'kill':
      return process.kill('enough');
    case 'force':
      return process.kill('enough', true);
    case 'fail':
      return process.fail(new Error('boom'));
    case 'resume':
      try {
        process.resume('yes');
        return true;
      } catch (error) {
        expect(error).toMatchObject({ code: 'not-waiting' });
        return false;
      }
    default:
      return what satisfies never;
  }
};

/** A process in a situation of the matrix, and how to let its step end. */
async function inSituation(situation: string): Promise<{ process: Process; open(): void }> {
  const door = latch();
  const draft = Draft.create({ work: () => door.wait() });
  const waiting = Proofread.create();
  switch (situation) {
    case 'created':
      return { process: Count.create(), open: () => {} };
    case 'running':
      draft.start();
      await door.reached;
      return { process: draft, open: () => door.open() };
    case 'waiting':
    case 'paused':
      waiting.start();
      await quiet();
      if (situation === 'paused') waiting.pause('hold');
      return { process: waiting, open: () => {} };
    case 'killed': {
      const process = Count.create();
      process.kill();
      return { process, open: () => {} };
    }
    case 'excepted': {
      const process = Count.create();
      process.fail(new Error('earlier'));
      return { process, open: () => {} };
    }
    default: {
      const process = Count.create();
      await process.execute();
      return { process, open: () => {} };
    }
  }
}

const LATER = 'pending';
/** Situation → request → [reply, reply in the end, state and flag in the end]. */
const MATRIX: Readonly<Record<string, Readonly<Record<Ask, readonly [unknown, unknown, string]>>>> = {
  created: {
    pause: [true, true, 'created paused'],
    play: [true, true, 'created'],
    kill: [true, true, 'killed'],
    force: [true, true, 'killed'],
    resume: [false, false, 'created'],
    fail: [true, true, 'excepted'],
  },
  running: {
    pause: [LATER, false, 'finished'],
    play: [true, true, 'finished'],
    kill: [LATER, true, 'killed'],
    force: [true, true, 'killed'],
    resume: [false, false, 'finished'],
    fail: [true, true, 'excepted'],
  },
  waiting: {
    pause: [true, true, 'waiting paused'],
    play: [true, true, 'waiting'],
    kill: [true, true, 'killed'],
    force: [true, true, 'killed'],
    resume: [true, true, 'finished'],
    fail: [true, true, 'excepted'],
  },
  paused: {
    pause: [true, true, 'waiting paused'],
    play: [true, true, 'waiting'],
    kill: [true, true, 'killed'],
    force: [true, true, 'killed'],
    resume: [true, true, 'waiting paused'],
    fail: [true, true, 'excepted'],
  },
  finished: {
    pause: [false, false, 'finished'],
    play: [false, false, 'finished'],
    kill: [false, false, 'finished'],
    force: [false, false, 'finished'],
    resume: [false, false, 'finished'],
    fail: [false, false, 'finished'],
  },
  excepted: {
    pause: [false, false, 'excepted'],
    play: [false, false, 'excepted'],
    kill: [false, false, 'excepted'],
    force: [false, false, 'excepted'],
    resume: [false, false, 'excepted'],
    fail: [false, false, 'excepted'],
  },
  killed: {
    pause: [false, false, 'killed'],
    play: [false, false, 'killed'],
    kill: [true, true, 'killed'],
    force: [true, true, 'killed'],
    resume: [false, false, 'killed'],
    fail: [false, false, 'killed'],
  },
};

describe('the matrix', () => {
  for (const [situation, row] of Object.entries(MATRIX)) {
    for (const [what, [now, later, end]] of Object.entries(row)) {
      test(`T101: ${what} of a ${situation} process`, async () => {
        const { process, open } = await inSituation(situation);
        const reply = ask(process, what as Ask);
        const first = typeof reply === 'boolean' ? reply : reply.kind === 'pending' ? LATER : reply.value;
        expect(first).toBe(now);
        open();
        await quiet();
        expect(typeof reply === 'boolean' ? reply : await outcomeOf(reply)).toBe(later);
        expect(`${process.state}${process.paused ? ' paused' : ''}`).toBe(end);
      });
    }
  }
});

describe('requests', () => {
  test('T103: of two kills, the last message counts, and both are answered', async () => {
    const replies: ControlReply[] = [];
    const process = Draft.create({
      work: (self: Draft) => void replies.push(self.kill('first'), self.kill('second')),
    });
    await expect(process.execute()).rejects.toThrow('second');
    expect(await Promise.all(replies.map(outcomeOf))).toEqual([true, true]);
  });

  test('T104: resumed with nothing, null or a value; the second time does not count', async () => {
    const resumed = async (...value: readonly [unknown?]): Promise<unknown> => {
      const process = Proofread.create();
      process.start();
      await quiet();
      process.resume(...value);
      process.resume('too late');
      await process.future();
      return process.result();
    };
    expect(await resumed()).toBe('nothing');
    expect(await resumed(null)).toEqual({ value: null });
    expect(await resumed('yes')).toEqual({ value: 'yes' });
  });

  test('T105: what does not wait cannot be resumed', () => {
    expect(() => Count.create().resume()).toThrow(
      expect.objectContaining({ code: 'not-waiting', message: 'a created process cannot be resumed' }),
    );
  });

  for (const hook of [
    'onExiting',
    'onRun',
    'onRunning',
    'onExitRunning',
    'onEntering',
    'onFinish',
    'onEntered',
    'onFinished',
    'onTerminated',
    'onClose',
  ] as const) {
    test(`T106: ${hook} that throws ends in excepted, closed`, async () => {
      class Throwing extends Process {
        #armed = false;
        override run(): void {
          this.#armed = true;
        }
        arm(): this {
          this.#armed = true;
          return this;
        }
        fire(): void {
          if (this.#armed) {
            this.#armed = false;
            throw new Error(`${hook} failed`);
          }
        }
      }
      const base = Process.prototype[hook] as (...args: unknown[]) => void;
      Object.defineProperty(Throwing.prototype, hook, {
        value(this: Throwing, ...args: unknown[]) {
          base.apply(this, args);
          this.fire();
        },
      });
      const process = Throwing.create();
      if (hook === 'onRun' || hook === 'onRunning' || hook === 'onExiting') process.arm();
      await expect(process.execute()).rejects.toThrow(`${hook} failed`);
      expect(process).toMatchObject({ state: 'excepted', closed: true });
    });
  }

  test('T107: a cleanup that throws does not keep the next from running, and closing twice is nothing', async () => {
    const warnings: string[] = [];
    const done: string[] = [];
    const process = Draft.create(
      {},
      { runtime: createRuntime({ warn: (message) => warnings.push(message) }) },
    );
    process.addCleanup(() => done.push('first'));
    process.addCleanup(() => {
      throw new Error('stuck');
    });
    process.addCleanup(() => done.push('last'));
    await process.execute();
    process.close();
    expect([done, warnings]).toEqual([['first', 'last'], ['a cleanup failed']]);
  });

  test('T108: a listener that throws harms nobody', async () => {
    const warnings: string[] = [];
    const process = Count.create(
      {},
      { runtime: createRuntime({ warn: (message) => warnings.push(message) }) },
    );
    const calm = new Witness();
    process.addListener(
      new Witness(() => {
        throw new Error('grumpy');
      }),
    );
    process.addListener(calm);
    await process.execute();
    expect(calm.types).toEqual(['running', 'output-emitted', 'finished']);
    expect(warnings).toHaveLength(3);
  });

  test('T110: of the wrong type, undeclared, or a wrong leaf of a dynamic namespace: refused, the earlier ones stay', async () => {
    const messages: string[] = [];
    class Typed extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.output('n.x', { type: 'integer', required: false }).outputNamespace('free', { type: 'integer' });
      }
      override run(): void {
        this.out('free.a.b', 1);
        this.out('n.x', 5);
        for (const [path, value] of [
          ['n.x', 'five'],
          ['n.y', 1],
          ['free.a.c', 'two'],
        ] as const) {
          try {
            this.out(path, value);
          } catch (error) {
            messages.push((error as Error).message);
          }
        }
      }
    }
    expect(await Typed.create().execute()).toEqual({ n: { x: 5 }, free: { a: { b: 1 } } });
    expect(messages).toEqual([
      expect.stringContaining("'outputs.n.x'"),
      expect.stringContaining("'outputs.n.y'"),
      expect.stringContaining("'outputs.free.a.c'"),
    ]);
  });

  test('T110: outputs that do not fit leave the earlier ones', async () => {
    const faults: unknown[] = [];
    const process = Draft.create({
      work: (self: Draft) => {
        self.out('n.x', 5);
        for (const path of ['n.x.y', '', 'a..b']) {
          try {
            self.out(path, 1);
          } catch (error) {
            faults.push((error as { code: unknown }).code);
          }
        }
      },
    });
    expect(await process.execute()).toEqual({ n: { x: 5 } });
    expect(faults).toEqual(['invalid-output', 'invalid-output', 'invalid-output']);
  });

  test('T111: a step interrupts itself to be paused, and runs again from its start', async () => {
    let runs = 0;
    const process = Draft.create({
      work: () => {
        runs++;
        if (runs === 1) throw new PauseInterruption('tea');
        if (runs === 2) throw new KillInterruption('enough');
      },
    });
    process.start();
    await quiet();
    expect(process).toMatchObject({ state: 'running', paused: true, status: 'tea' });
    process.play();
    await expect(process.future()).rejects.toThrow('enough');
    expect([runs, process.state]).toEqual([2, 'killed']);
  });

  test('T121: a forced kill ends at once, stays, and the late result is ignored', async () => {
    const { process, open } = await inSituation('running');
    expect(process.kill('now', true)).toEqual({ kind: 'final', value: true });
    expect(process.signal.aborted).toBe(true);
    await expect(process.future()).rejects.toThrow('now');
    open();
    await quiet();
    expect(process.record).toMatchObject({ state: 'killed', message: 'now', forced: true });
  });

  for (const type of ['running', 'waiting', 'output-emitted', 'paused', 'played'] as const) {
    test(`T122: a listener that kills at '${type}'`, async () => {
      const process = Draft.create({ work: (self: Draft) => (self.out('pages', 1), waitFor(self.after)) });
      process.addListener(new Witness((event) => event.type === type && void process.kill(`at ${type}`)));
      process.start();
      await quiet();
      if (!process.hasTerminated) process.pause();
      if (!process.hasTerminated) process.play();
      await expect(process.future()).rejects.toThrow(`at ${type}`);
    });
  }

  for (const hook of [
    'onExiting',
    'onEntering',
    'onRun',
    'onEntered',
    'onRunning',
    'onExitRunning',
    'onFinish',
  ] as const) {
    test(`T122: ${hook} that kills, ${hook} that pauses`, async () => {
      const make = (what: (process: Process) => void): Process => {
        let done = false;
        class Asking extends Process {
          override run(): unknown {
            return continueWith('last');
          }
          last(): void {}
        }
        const base = Process.prototype[hook] as (...args: unknown[]) => void;
        Object.defineProperty(Asking.prototype, hook, {
          value(this: Process, ...args: unknown[]) {
            base.apply(this, args);
            if (done || this.state === 'created') return;
            done = true;
            what(this);
          },
        });
        return Asking.create();
      };
      const killed = make((self) => void self.kill(`in ${hook}`));
      await expect(killed.execute()).rejects.toThrow(`in ${hook}`);
      const paused = make((self) => void self.pause(`in ${hook}`));
      paused.start();
      await quiet();
      if (hook === 'onFinish') expect(paused).toMatchObject({ state: 'finished', paused: false });
      else expect(paused).toMatchObject({ state: 'running', paused: true, status: `in ${hook}` });
      paused.kill();
    });
  }

  test('T123: failing what has ended does nothing', async () => {
    const { process } = await inSituation('finished');
    expect(process.fail(new Error('late'))).toBe(false);
    expect(process).toMatchObject({ state: 'finished', exception: undefined });
  });

  test('a kill reaches the children, and its reply waits for them', async () => {
    const door = latch();
    let child: Process | undefined;
    const parent = Draft.create({
      work: (self: Draft) => {
        child = self.launch(Draft, { work: () => door.wait() });
        return waitFor(self.after);
      },
    });
    parent.start();
    await door.reached;
    await quiet();
    const reply = parent.kill('enough');
    expect([parent.state, reply.kind]).toEqual(['killed', 'pending']);
    door.open();
    expect(await outcomeOf(reply)).toBe(true);
    expect(child?.record).toMatchObject({ state: 'killed', message: `Killed by parent ${parent.pid}` });
  });
});
