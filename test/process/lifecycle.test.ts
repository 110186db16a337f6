// The life of a process in this program: the reference's cases T40–T78.
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../../engine/process/control/reply.ts';
import { KilledError } from '../../engine/process/process-error.ts';
import { Process } from '../../engine/process/process.ts';
import { continueWith, kill, stop, unsuccessful, waitFor } from '../../engine/process/results.ts';
import { createRuntime } from '../../engine/process/runtime.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import { MemoryCommunicator } from '../../engine/process/control/memory-communicator.ts';
import { Count, Draft, Noted, Proofread, Witness } from './classes.ts';
import { latch, quiet } from './rig.ts';

const draft = (work: (process: Draft, ...args: readonly unknown[]) => unknown, more: object = {}): Draft =>
  Draft.create({ work, ...more });

describe('hooks and creation', () => {
  test('T40: every hook in its order, from creation to the close', async () => {
    const process = Noted.create();
    process.addListener(new Witness((event) => void process.notes.push(`listener ${event.type}`)));
    const running = process.execute();
    await quiet();
    process.resume();
    await running;
    expect(process.notes).toEqual(
      [
        ['onEntering created', 'onCreate created', 'onEntered from null', 'onCreated', 'init'],
        [
          'onExiting created',
          'onEntering running',
          'onRun created',
          'onEntered from created',
          'onRunning',
          'listener running',
        ],
        [
          'onExiting running',
          'onExitRunning running',
          'onEntering waiting',
          'onWait running',
          'onEntered from running',
          'onWaiting',
          'listener waiting',
        ],
        [
          'onExiting waiting',
          'onExitWaiting waiting',
          'onEntering running',
          'onRun waiting',
          'onEntered from waiting',
          'onRunning',
          'listener running',
        ],
        [
          'onExiting running',
          'onExitRunning running',
          'onEntering running',
          'onRun running',
          'onEntered from running',
          'onRunning',
          'listener running',
        ],
        [
          'onExiting running',
          'onExitRunning running',
          'onEntering finished',
          'onFinish running',
          'onEntered from running',
          'onFinished',
          'listener finished',
        ],
        ['onTerminated', 'onClose'],
      ].flat(),
    );
  });

  test('T41: an input that is not declared is refused when the process is made', () => {
    expect(() => Count.create({ letters: 5 })).toThrow("Unexpected ports 'letters'");
    expect(Draft.create({ letters: 5 }).inputs).toEqual({ letters: 5 });
  });

  test('T42, T43: raw inputs are what was passed, frozen and without defaults', () => {
    expect(Count.create({ words: 7 }).rawInputs).toEqual({ words: 7 });
    expect(Count.create({}).rawInputs).toEqual({});
    expect(Count.create().rawInputs).toBeNull();
    const raw = Draft.create({ book: { title: 'Emma' } }).rawInputs as { book: { title: string } };
    expect(() => (raw.book.title = 'Persuasion')).toThrow(TypeError);
    expect((raw as Record<string, unknown>)['missing']).toBeUndefined();
  });

  test('T44, T46: defaults are used or overridden, false and 0 too', () => {
    expect(Count.create().inputs).toEqual({ words: 5 });
    expect(Count.create({ words: 9 }).inputs).toEqual({ words: 9 });
    class Flags extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec
          .input('a', { default: true })
          .input('b', { default: false })
          .input('c', { default: 0 })
          .input('d', { default: 1 })
          .input('e', { default: '' });
      }
    }
    expect(Flags.create().inputs).toEqual({ a: true, b: false, c: 0, d: 1, e: '' });
  });

  test('T45, T47: namespaces appear when given, or when they have a default', () => {
    class Nested extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.inputNamespace('free', { dynamic: true, required: false }).input('with.pages', { default: 5 });
      }
    }
    expect(Nested.create().inputs).toEqual({ with: { pages: 5 } });
    expect(Nested.create({ free: {} }).inputs).toEqual({ free: {}, with: { pages: 5 } });
  });

  test('T48: a define that throws throws every time, and must call super', () => {
    let calls = 0;
    class Broken extends Process {
      static override define(): void {
        calls++;
        throw new Error('broken define');
      }
    }
    expect(() => Broken.spec()).toThrow('broken define');
    expect(() => Broken.create()).toThrow('broken define');
    expect(calls).toBe(2);
    class Forgetful extends Process {
      static override define(): void {}
    }
    expect(() => Forgetful.spec()).toThrow('must call super.define');
  });

  test('T50: a hook that forgets super: thrown at creation, excepted later', async () => {
    class Create extends Process {
      override onCreate(): void {}
    }
    class Run extends Process {
      override onRun(): void {}
    }
    class Finish extends Process {
      override onFinish(): void {}
    }
    class Kill extends Process {
      override onKill(): void {}
    }
    expect(() => Create.create()).toThrow('Create.onCreate must call super.onCreate');
    await expect(Run.create().execute()).rejects.toThrow('Run.onRun must call super.onRun');
    await expect(Finish.create().execute()).rejects.toMatchObject({ code: 'super-not-called' });
    const killed = Kill.create();
    killed.kill();
    expect(killed.state).toBe('excepted');
    expect(() => killed.onRun()).toThrow('only the machine calls it');
  });

  test('T51: ids are made, or given as text or number', () => {
    const made = Count.create();
    expect(made.pid).toMatch(/^[\da-f]{8}-/);
    expect(made.uuid).toBe(made.pid);
    expect([Count.create({}, { pid: 5 }).pid, Count.create({}, { pid: 'emma' }).pid]).toEqual(['5', 'emma']);
  });

  test('T54: the description has the ports', () => {
    expect(Count.describe()).toMatchObject({
      name: 'Count',
      spec: { inputs: { ports: { words: {} } }, outputs: { ports: { default: {} } } },
    });
  });

  test('T120: the spec is sealed once a process was made', () => {
    class Sealed extends Process {}
    Sealed.spec().input('a', { required: false });
    Sealed.create();
    for (const change of [
      () => Sealed.spec().input('b'),
      () => Sealed.spec().outputNamespace('c'),
      () => Sealed.spec().setInputs({ dynamic: true }),
    ]) {
      expect(change).toThrow(expect.objectContaining({ code: 'spec-sealed' }));
    }
  });
});

describe('running', () => {
  test('T49: execute runs to the end and gives the outputs', async () => {
    const process = Count.create();
    expect(await process.execute()).toEqual({ default: 5 });
    expect(process).toMatchObject({
      state: 'finished',
      hasTerminated: true,
      isSuccessful: true,
      closed: true,
    });
    expect(process.successful()).toBe(true);
  });

  test('T52, T72: an error of a step is the exception', async () => {
    const boom = new Error('boom');
    const process = draft(() => {
      throw boom;
    });
    await expect(process.execute()).rejects.toBe(boom);
    expect(process).toMatchObject({ state: 'excepted', exception: boom });
    expect(() => process.result()).toThrow(boom);
    expect(process.toString()).toBe('Draft (excepted: Error: boom)');
  });

  test('T53: the kill command, by force or not', async () => {
    for (const forced of [false, true]) {
      const process = draft(() => kill('killed', forced));
      await expect(process.execute()).rejects.toThrow(new KilledError(process.pid, 'killed', forced));
      expect(process.record).toMatchObject({ state: 'killed', message: 'killed', forced });
    }
  });

  test('T55: killed before it starts', async () => {
    const process = Count.create();
    expect(process.kill('never mind')).toEqual({ kind: 'final', value: true });
    expect(process).toMatchObject({ state: 'killed', status: 'never mind' });
    await expect(process.future()).rejects.toThrow('never mind');
  });

  test('T56: a listener that resumes at once', async () => {
    const process = Proofread.create();
    process.addListener(new Witness((event) => event.type === 'waiting' && process.resume('yes')));
    await process.execute();
    expect(process.result()).toEqual({ value: 'yes' });
  });

  test('T57: a waiting process is paused, played and resumed', async () => {
    const process = Proofread.create();
    process.start();
    await quiet();
    expect(process.pause()).toEqual({ kind: 'final', value: true });
    expect(process).toMatchObject({ state: 'waiting', paused: true });
    expect(process.play()).toEqual({ kind: 'final', value: true });
    process.resume();
    expect(await process.future()).toEqual({ approved: true });
  });

  test('T58, T102: a pause shows its message, a second one does not, play brings back the status', async () => {
    const process = Proofread.create();
    process.start();
    await quiet();
    process.setStatus('at page 1');
    process.pause('tea');
    expect(process.status).toBe('tea');
    expect(process.pause('lunch')).toEqual({ kind: 'final', value: true });
    expect(process.status).toBe('tea');
    process.play();
    expect(process.record).toMatchObject({ status: 'at page 1', savedStatus: null });
  });

  test('T59: a kill inside a step lets the code after it run', async () => {
    const after: string[] = [];
    const process = draft(async (self) => {
      self.kill('enough');
      await Promise.resolve();
      after.push(self.signal.aborted ? 'told' : 'not told');
      return 'ignored';
    });
    await expect(process.execute()).rejects.toThrow('enough');
    expect(after).toEqual(['told']);
    expect(process.state).toBe('killed');
  });

  test('T60: pause, then kill in one step', async () => {
    const replies: unknown[] = [];
    const process = draft((self) => {
      const pause = self.pause();
      const killed = self.kill('enough');
      void outcomeOf(pause).then((each) => replies.push(['pause', each]));
      void outcomeOf(killed).then((each) => replies.push(['kill', each]));
    });
    await expect(process.execute()).rejects.toThrow('enough');
    await quiet();
    expect(replies).toEqual([
      ['pause', false],
      ['kill', true],
    ]);
    expect(process.paused).toBe(false);
  });

  test('T61: killed while paused and waiting', async () => {
    const process = Proofread.create();
    const running = process.execute();
    running.catch(() => {});
    await quiet();
    process.pause();
    expect(process.kill('enough')).toEqual({ kind: 'final', value: true });
    await expect(running).rejects.toBeInstanceOf(KilledError);
    expect(process).toMatchObject({ state: 'killed', paused: false });
  });

  test('T62: several at once give each their own outputs', async () => {
    const all = await Promise.all([1, 2, 3].map((words) => Count.create({ words }).execute()));
    expect(all).toEqual([{ default: 1 }, { default: 2 }, { default: 3 }]);
  });

  test('T63: an output that is not declared', async () => {
    class Wrong extends Process {
      override run(): void {
        this.out('invalid', 5);
      }
    }
    const process = Wrong.create();
    await expect(process.execute()).rejects.toMatchObject({
      code: 'invalid-output',
      message: expect.stringContaining("port 'invalid' does not exist in port namespace 'outputs'"),
    });
    expect(process.state).toBe('excepted');
  });

  test('T64: a missing output is no success, and is named', async () => {
    class Silent extends Count {
      override run(): unknown {
        return 'result';
      }
    }
    const process = Silent.create();
    expect(() => process.successful()).toThrow(expect.objectContaining({ code: 'invalid-state' }));
    await process.execute();
    expect(process.successful()).toBe(false);
    expect(process.record).toMatchObject({
      state: 'finished',
      result: 'result',
      exit: { status: 11, label: 'MISSING_OUTPUT', message: expect.stringContaining("'outputs.default'") },
    });
  });

  test('T65: an unsuccessful result, and stop', async () => {
    const process = draft(() => unsuccessful(256));
    await process.execute();
    expect([process.result(), process.isSuccessful]).toEqual([256, false]);
    const stopped = draft(() => stop('early', false));
    await stopped.execute();
    expect([stopped.result(), stopped.isSuccessful]).toEqual(['early', false]);
  });

  test('T66: a pause inside a step comes after it, and says so then', async () => {
    let reply: unknown;
    const process = draft((self) => {
      reply = self.pause('tea');
      expect(self.paused).toBe(false);
      return continueWith(self.after);
    });
    process.start();
    await quiet();
    expect(reply).toMatchObject({ kind: 'pending' });
    expect(await outcomeOf(reply as never)).toBe(true);
    expect(process).toMatchObject({ state: 'running', paused: true, status: 'tea' });
    process.play();
    await process.future();
  });

  test('T67: pause and play in one step', async () => {
    let reply: unknown;
    const process = draft((self) => {
      reply = self.pause();
      self.play();
    });
    await process.execute();
    expect(await outcomeOf(reply as never)).toBe(false);
    expect(process).toMatchObject({ state: 'finished', paused: false });
  });

  test('T68: the current process, across awaits, nesting and neighbours', async () => {
    expect(Process.current()).toBeUndefined();
    const seen: boolean[] = [];
    const make = (inner?: Draft): Draft =>
      draft(async (self) => {
        seen.push(Process.current() === self);
        await inner?.execute();
        await Promise.resolve();
        seen.push(Process.current() === self);
      });
    await Promise.all([make(make()).execute(), make(make(make())).execute()]);
    expect(seen).toEqual(Array.from({ length: 10 }, () => true));
  });

  test('T69: a callback that throws after the end harms nobody', async () => {
    const warnings: string[] = [];
    const process = Draft.create(
      {
        work: (self: Draft) =>
          void self.callSoon(() => {
            throw new Error('late');
          }),
      },
      { runtime: createRuntime({ warn: (message) => warnings.push(message) }) },
    );
    const running = process.execute().then(
      () => 'finished',
      () => 'excepted',
    );
    await running;
    await quiet();
    expect(['finished', 'excepted']).toContain(process.state);
    const late = Draft.create();
    await late.execute();
    expect(() => late.callSoon(() => {})).toThrow(expect.objectContaining({ code: 'closed' }));
  });

  test('T70: an ended process cannot run again', async () => {
    const process = Count.create();
    await process.execute();
    await expect(process.execute()).rejects.toMatchObject({ code: 'closed' });
    await expect(process.step()).rejects.toMatchObject({ code: 'closed' });
    for (const call of [
      () => process.out('default', 1),
      () => process.launch(Count),
      () => process.addCleanup(() => {}),
    ]) {
      expect(call).toThrow(expect.objectContaining({ code: 'closed' }));
    }
  });

  test('T71: an error after running was entered', async () => {
    class Late extends Process {
      override onEntered(from: never): void {
        super.onEntered(from);
        if (this.state === 'running') throw new Error('late hook');
      }
    }
    const process = Late.create();
    await expect(process.execute()).rejects.toThrow('late hook');
    expect(process.state).toBe('excepted');
  });

  test('T73: execute may be called inside another process: it is asynchronous', async () => {
    const inner = Count.create();
    await draft(async () => void (await inner.execute())).execute();
    expect(inner.state).toBe('finished');
  });

  test('T74: inputs are frozen all the way down', async () => {
    const process = Draft.create({ book: { pages: [1] } });
    const inputs = process.inputs as { book: { pages: number[] } };
    expect(() => (inputs.book.pages[0] = 2)).toThrow(TypeError);
    expect(() => ((inputs as Record<string, unknown>)['more'] = 2)).toThrow(TypeError);
    expect((inputs as Record<string, unknown>)['absent']).toBeUndefined();
  });

  test('T75: outputs in namespaces: complete or not', async () => {
    class Nested extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec
          .input('emit')
          .output('book.pages', { type: 'integer' })
          .outputNamespace('book.free', { type: 'integer' });
      }
      override run(): void {
        for (const path of this.inputs['emit'] as readonly string[]) this.out(path, 5);
      }
    }
    const run = async (...emit: string[]): Promise<unknown> => {
      const process = Nested.create({ emit });
      return [await process.execute(), process.isSuccessful];
    };
    expect(await run()).toEqual([{}, false]);
    expect(await run('book.free.a')).toEqual([{ book: { free: { a: 5 } } }, false]);
    expect(await run('book.pages')).toEqual([{ book: { pages: 5 } }, true]);
    expect(await run('book.pages', 'book.free.a.b')).toEqual([
      { book: { pages: 5, free: { a: { b: 5 } } } },
      true,
    ]);
  });

  test('T76: what listeners are told', async () => {
    const types = async (work: (self: Draft) => unknown): Promise<readonly string[]> => {
      const witness = new Witness();
      const process = draft(work);
      process.addListener(witness);
      process.addListener(witness);
      await process.execute().catch(() => {});
      return witness.types;
    };
    expect(await types((self) => self.out('pages', 5))).toEqual(['running', 'output-emitted', 'finished']);
    expect(await types((self) => void self.kill())).toEqual(['running', 'killed']);
    expect(
      await types((self) => {
        self.out('pages', 5);
        throw new Error('boom');
      }),
    ).toEqual(['running', 'output-emitted', 'excepted']);
    const witness = new Witness();
    const process = Count.create();
    process.addListener(witness);
    process.pause();
    process.play();
    expect(witness.types).toEqual(['paused', 'played']);
  });

  test('T77: what is broadcast', async () => {
    const communicator = new MemoryCommunicator();
    const subjects: unknown[] = [];
    communicator.addBroadcastSubscriber(({ subject, sender }) => subjects.push([subject, sender]));
    await Count.create({}, { pid: 'emma', runtime: createRuntime({ communicator }) }).execute();
    await quiet();
    expect(subjects).toEqual(
      ['none.created', 'created.running', 'running.finished'].map((each) => [
        `state_changed.${each}`,
        'emma',
      ]),
    );
  });

  test('T78: a listener that kills a process as it begins to wait', async () => {
    const process = draft((self) => waitFor(self.after));
    process.addListener(new Witness((event) => event.type === 'waiting' && void process.kill('at once')));
    await expect(process.execute()).rejects.toThrow('at once');
    expect(process.state).toBe('killed');
  });

  test('a signal given to execute kills the process', async () => {
    const abort = new AbortController();
    const gate = latch();
    const process = draft(() => gate.wait());
    const running = process.execute({ signal: abort.signal });
    running.catch(() => {});
    await gate.reached;
    abort.abort();
    gate.open();
    await expect(running).rejects.toThrow('Killed by its caller');
  });
});
