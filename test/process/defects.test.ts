// The right behaviour where the reference has a defect: B1–B8, B13, B16–B18, B21, B23, B26, B27. The others stand beside
// what they are about: B9–B12, B14, B15 in expose, B19, B20 in communication, B22, B24 in steps, B25 in persisters.
import { describe, expect, test } from 'vitest';
import { outcomeOf, type ControlReply } from '../../engine/process/control/reply.ts';
import { ModuleLoader } from '../../engine/process/loader.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { Process } from '../../engine/process/process.ts';
import { continueWith, stop, waitFor } from '../../engine/process/results.ts';
import { createRuntime } from '../../engine/process/runtime.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import { Count, Draft, Proofread, Witness } from './classes.ts';
import { latch, quiet, value } from './rig.ts';

describe('control', () => {
  test('B1: a pause after a kill does not cancel the kill', async () => {
    const replies: ControlReply[] = [];
    const process = Draft.create({
      work: (self: Draft) => void replies.push(self.kill('enough'), self.pause('tea')),
    });
    await expect(process.execute()).rejects.toThrow('enough');
    expect(await Promise.all(replies.map(outcomeOf))).toEqual([true, false]);
    expect(process).toMatchObject({ state: 'killed', isKilling: false, paused: false });
  });

  test('B2: a forced kill of a waiting process leaves nobody waiting', async () => {
    const process = Proofread.create();
    const stepped = (async () => {
      while (!process.hasTerminated) await process.step();
      return 'the runner came back';
    })();
    await quiet();
    process.kill('now', true);
    expect(await stepped).toBe('the runner came back');
  });

  test('B2: a forced kill of a running process stays killed when its step ends, or fails', async () => {
    for (const end of [
      () => continueWith('after'),
      () => {
        throw new Error('late');
      },
    ]) {
      const door = latch();
      const process = Draft.create({ work: async () => (await door.wait(), end()) });
      const step = process.execute();
      step.catch(() => {});
      await door.reached;
      process.kill('now', true);
      door.open();
      await quiet();
      expect(process.record).toMatchObject({ state: 'killed', message: 'now' });
    }
  });

  test('B3: a kill while paused ends the pause and the runner', async () => {
    const process = Count.create();
    process.pause();
    const running = process.execute();
    await quiet();
    expect(process.kill('enough')).toEqual({ kind: 'final', value: true });
    await expect(running).rejects.toThrow('enough');
    expect(process.paused).toBe(false);
  });

  test('B4: who gives up on the future kills the process', async () => {
    const abort = new AbortController();
    const process = Proofread.create();
    const running = process.execute({ signal: abort.signal });
    await quiet();
    abort.abort();
    await expect(running).rejects.toThrow('Killed by its caller');
    expect(process.state).toBe('killed');
  });

  test('B21: what has ended is not paused, and cannot be played', async () => {
    const process = Draft.create({ work: (self: Draft) => void self.pause() });
    await process.execute();
    expect(process).toMatchObject({ state: 'finished', paused: false });
    expect(process.play()).toEqual({ kind: 'final', value: false });
    expect(process.pause()).toEqual({ kind: 'final', value: false });
  });

  test('B26: failing what has finished is refused', async () => {
    const process = Count.create();
    await process.execute();
    expect(process.fail(new Error('late'))).toBe(false);
    expect(process.state).toBe('finished');
  });

  test('B27: a listener that kills or pauses as running is entered again is heard', async () => {
    const asked = async (what: (process: Process) => void): Promise<Draft> => {
      const process = Draft.create({ work: (self: Draft) => continueWith(self.after) });
      let entered = 0;
      process.addListener(
        new Witness((event) => event.type === 'running' && ++entered === 2 && what(process)),
      );
      process.start();
      await quiet();
      return process;
    };
    expect((await asked((process) => void process.kill('heard'))).record).toMatchObject({
      state: 'killed',
      message: 'heard',
    });
    expect(await asked((process) => void process.pause('heard'))).toMatchObject({
      state: 'running',
      paused: true,
    });
  });
});

describe('checkpoints', () => {
  class Steps extends Process {
    static override define(spec: ProcessSpec): void {
      super.define(spec);
      spec.input('how');
    }
    override run(): unknown {
      if (this.inputs['how'] === 'continue') return continueWith(this.last, 'a', { margin: 2 });
      return this.inputs['how'] === 'wait' ? waitFor(this.last) : stop('half', false);
    }
    last(...args: readonly unknown[]): unknown {
      return args;
    }
  }
  const loader = new ModuleLoader().register('books#Steps', Steps);

  /** Steps until the state is `state`, then goes on from the checkpoint alone. */
  const restored = async (how: string, state: string): Promise<Steps> => {
    const persister = new MemoryPersister();
    const process = Steps.create({ how }, { runtime: createRuntime({ persister, loader }), pid: 'emma' });
    do await process.step();
    while (process.state !== state || process.record.epoch < 2);
    return Steps.recreate(value(persister.load('emma')), createRuntime({ persister, loader }));
  };

  test('B5: all arguments of a continue arrive, named ones too', async () => {
    const process = Steps.create({ how: 'continue' });
    await process.execute();
    expect(process.result()).toEqual(['a', { margin: 2 }]);
  });

  test('B6: a continue, a wait with its step and a stop without success come back from a checkpoint', async () => {
    const continued = await restored('continue', 'running');
    await continued.execute();
    expect(continued.result()).toEqual(['a', { margin: 2 }]);
    const waiting = await restored('wait', 'waiting');
    const running = waiting.execute();
    waiting.resume('yes');
    await running;
    expect(waiting.result()).toEqual(['yes']);
    const stopped = await restored('stop', 'finished');
    expect([stopped.result(), stopped.successful()]).toEqual(['half', false]);
  });

  test('B7: the uuid is there after a restore', async () => {
    const process = Steps.create({ how: 'stop' }, { pid: 'emma' });
    expect(Steps.recreate(process.bundle()).uuid).toBe(process.uuid);
  });
});

describe('ports', () => {
  test('B8: what one process emits below a dynamic namespace does not change the class', async () => {
    class Open extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.input('path').outputNamespace('dyn', { dynamic: true });
      }
      override run(): void {
        this.out(String(this.inputs['path']), 1);
      }
    }
    const before = JSON.stringify(Open.describe());
    expect(await Open.create({ path: 'dyn.a.b' }).execute()).toEqual({ dyn: { a: { b: 1 } } });
    expect(await Open.create({ path: 'dyn.a' }).execute()).toEqual({ dyn: { a: 1 } });
    expect(JSON.stringify(Open.describe())).toBe(before);
  });

  test('B13: frozen inputs of a parent can be passed on to a child', async () => {
    class Child extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.input('book.title').input('book.pages', { default: 5 }).output('pages');
      }
      override run(): void {
        this.out('pages', (this.inputs['book'] as { pages: number }).pages);
      }
    }
    const passOn = async (self: Draft): Promise<void> => {
      self.out('child', await self.launch(Child, { book: self.inputs['book'] }).future());
    };
    const process = Draft.create({ book: { title: 'Emma' }, work: passOn });
    expect(await process.execute()).toEqual({ child: { pages: 5 } });
  });

  test('B16: the reason why outputs were not accepted is kept', async () => {
    class Checked extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.output('a', { required: false }).setOutputs({ validator: () => 'one of a, b is needed' });
      }
      override run(): unknown {
        this.out('a', 1);
        return 'result';
      }
    }
    const process = Checked.create();
    await process.execute();
    expect(process.record).toMatchObject({
      state: 'finished',
      successful: false,
      result: 'result',
      exit: {
        status: 10,
        label: 'INVALID_OUTPUT',
        message: expect.stringContaining('one of a, b is needed'),
      },
    });
  });
});

describe('failures', () => {
  test('B17: the error of a callback during a step stays; the step is too late', async () => {
    const door = latch();
    const process = Draft.create({
      work: async (self: Draft) => {
        self.callSoon(() => {
          throw new Error('the first error');
        });
        await door.wait();
        throw new Error('a later one');
      },
    });
    const running = process.execute();
    await expect(running).rejects.toThrow('the first error');
    door.open();
    await quiet();
    expect(process.record).toMatchObject({ state: 'excepted', failure: { message: 'the first error' } });
  });

  test('B18: a hook that fails while the process excepts: it ends all the same, with both errors', async () => {
    class Twice extends Process {
      override run(): never {
        throw new Error('the first error');
      }
      override onExcept(failure: never): void {
        super.onExcept(failure);
        throw new Error('the hook failed too');
      }
    }
    const process = Twice.create();
    await expect(process.execute()).rejects.toThrow('the first error');
    expect(process).toMatchObject({ state: 'excepted', closed: true });
    expect(process.record).toMatchObject({
      failure: { message: 'the first error', suppressed: [{ message: 'the hook failed too' }] },
    });
  });

  test('B18: a store that fails does not keep a process from ending', async () => {
    const warnings: string[] = [];
    class Dying extends MemoryPersister {
      alive = true;
      override save(...args: Parameters<MemoryPersister['save']>): ReturnType<MemoryPersister['save']> {
        return this.alive
          ? super.save(...args)
          : { ok: false, error: { code: 'persister-failed', message: 'disk full' } };
      }
    }
    const persister = new Dying();
    const process = Count.create(
      {},
      { runtime: createRuntime({ persister, warn: (message) => warnings.push(message) }) },
    );
    persister.alive = false;
    await expect(process.execute()).rejects.toMatchObject({ code: 'persister-failed', message: 'disk full' });
    expect(process).toMatchObject({ state: 'excepted', closed: true });
    expect(warnings.length).toBeGreaterThan(0);
  });

  test('a hook that fails while the process is killed by force does not save it', () => {
    class Clinging extends Process {
      override onKill(message: string): void {
        super.onKill(message);
        throw new Error('not yet');
      }
    }
    const soft = Clinging.create();
    expect(soft.kill('please')).toEqual({ kind: 'final', value: false });
    expect(soft.state).toBe('excepted');
    const hard = Clinging.create();
    expect(hard.kill('now', true)).toEqual({ kind: 'final', value: true });
    expect(hard.record).toMatchObject({ state: 'killed', message: 'now' });
  });

  test('B23: listeners are told of the creation', () => {
    const witness = new Witness();
    class Announced extends Process {
      override onCreate(): void {
        super.onCreate();
        this.addListener(witness);
      }
    }
    Announced.create();
    expect(witness.types).toEqual(['created']);
  });

  test('a transition inside a transition is refused', () => {
    class Nested extends Process {
      refused: unknown;
      override onPausing(message: string | null): void {
        super.onPausing(message);
        try {
          this.play();
          this.refused = this.pause('again');
        } catch (error) {
          this.refused = (error as { code: unknown }).code;
        }
      }
    }
    const process = Nested.create();
    process.pause('tea');
    expect(process).toMatchObject({ paused: true, status: 'tea', refused: { kind: 'pending' } });
  });

  test('what is let go neither ends nor goes on; its checkpoint does', async () => {
    const persister = new MemoryPersister();
    const door = latch();
    class Long extends Process {
      override async run(): Promise<string> {
        await door.wait();
        return 'late';
      }
    }
    const process = Long.create({}, { runtime: createRuntime({ persister }), pid: 'emma' });
    const running = process.execute();
    await door.reached;
    process.close();
    await expect(running).rejects.toMatchObject({ code: 'closed' });
    door.open();
    await quiet();
    expect([process.state, process.kill(), process.pause()]).toEqual([
      'running',
      { kind: 'final', value: false },
      { kind: 'final', value: false },
    ]);
    const again = Long.recreate(value(persister.load('emma')));
    await again.execute();
    expect(again.result()).toBe('late');
  });
});
