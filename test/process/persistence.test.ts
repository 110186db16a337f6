// Processes that go on in another program: the reference's cases T79–T90, T109, T124.
import { describe, expect, test } from 'vitest';
import { readBundle, writeBundle, type Bundle } from '../../engine/process/bundle.ts';
import { ModuleLoader } from '../../engine/process/loader.ts';
import type { ProcessEvent, ProcessListener } from '../../engine/process/listener.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { Process, type ProcessClass } from '../../engine/process/process.ts';
import { continueWith, stop, waitFor } from '../../engine/process/results.ts';
import { createRuntime, type ProcessRuntime } from '../../engine/process/runtime.ts';
import { loadMembers, saveMembers } from '../../engine/process/savable.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import { Count, Proofread, Witness } from './classes.ts';
import { fault, quiet, value } from './rig.ts';

const runs: string[] = [];

/** Two steps; counts how often each runs. */
class Chapters extends Process {
  static autoPersist = ['note', 'callback'];
  note = '';
  callback: (() => void) | undefined;

  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.input('book', { required: false }).setOutputs({ dynamic: true });
  }
  override run(): unknown {
    runs.push('first');
    this.note = 'read';
    this.callback = this.second;
    this.out('pages', [1]);
    return continueWith(this.second, 'a', { margin: 2 });
  }
  second(...args: readonly unknown[]): unknown {
    runs.push(`second ${JSON.stringify(args)}`);
    return stop('end', true);
  }
}

const loader = new ModuleLoader()
  .register('books#Chapters', Chapters)
  .register('books#Proofread', Proofread)
  .register('books#Count', Count);
const runtime = (): ProcessRuntime & { readonly persister: MemoryPersister } => {
  const persister = new MemoryPersister();
  return { ...createRuntime({ persister, loader, now: () => 1 }), persister };
};
/** The process as another program would find it. */
const reloaded = <P extends Process>(
  Class: ProcessClass<P>,
  from: ProcessRuntime,
  pid: string,
  tag?: string,
): P => {
  const bundle = value((from.persister as MemoryPersister).load(pid, tag ?? null));
  return (Class as unknown as typeof Process).recreate(bundle, { ...from, live: new Map() }) as P;
};

describe('members', () => {
  class Shelf {
    static autoPersist = ['books', 'inner', 'sort', 'nothing'];
    books = ['Emma'];
    inner: Shelf | undefined;
    sort: (() => string) | undefined;
    nothing: unknown;
    byTitle(): string {
      return this.books.join();
    }
  }

  test('T79: data, own methods and savable members come back; the loader is noted only when given', () => {
    const shelf = new Shelf();
    shelf.books.push('Persuasion');
    shelf.sort = shelf.byTitle;
    shelf.inner = new Shelf();
    const known = new ModuleLoader().register('books#Shelf', Shelf);
    const saved = saveMembers(shelf, known);
    expect(saved).toMatchObject({
      class: 'books#Shelf',
      loader: 'module',
      kinds: { sort: 'method', inner: 'savable' },
    });
    expect(saveMembers(new Shelf())).toMatchObject({
      class: null,
      loader: null,
      values: { books: ['Emma'] },
    });
    const back = new Shelf();
    loadMembers(back, JSON.parse(JSON.stringify(saved)), known);
    expect(back).toMatchObject({ books: ['Emma', 'Persuasion'], inner: { books: ['Emma'] } });
    expect(back.inner).toBeInstanceOf(Shelf);
    expect(back.sort?.()).toBe('Emma,Persuasion');
  });

  test('T79: the method of another object is refused', () => {
    const shelf = new Shelf();
    shelf.sort = function stranger() {
      return '';
    };
    expect(() => saveMembers(shelf)).toThrow(expect.objectContaining({ code: 'not-storable' }));
  });
});

describe('bundles', () => {
  test('T80: a process goes on in the runtime it is loaded into', () => {
    const first = runtime();
    const process = Chapters.create({}, { runtime: first, pid: 'emma' });
    const second = runtime();
    const again = Chapters.recreate(process.bundle(), second);
    expect(again.runtime).toBe(second);
    expect(second.live.get('emma')).toBe(again);
  });

  test('T81, T83: a bundle is text and back, and a process gives the same bundle again, created or ended', async () => {
    for (const end of [false, true]) {
      const process = Chapters.create({ book: { title: 'Emma' } }, { runtime: runtime(), pid: 'emma' });
      if (end) process.kill('enough');
      const bundle = process.bundle();
      expect(value(readBundle(value(writeBundle(bundle))))).toEqual(bundle);
      const again = Chapters.recreate(bundle, runtime());
      expect(again.bundle()).toEqual(bundle);
      expect(again).toMatchObject({
        state: end ? 'killed' : 'created',
        status: end ? 'enough' : null,
        inputs: { book: { title: 'Emma' } },
      });
    }
  });

  test('T82: paused after a step, loaded, played: only the next step runs', async () => {
    runs.length = 0;
    const one = runtime();
    const process = Chapters.create({}, { runtime: one, pid: 'emma' });
    await process.step();
    process.addListener(new Witness((event) => event.type === 'running' && void process.pause('tea')));
    await process.step();
    expect(process).toMatchObject({ paused: true, status: 'tea' });
    const again = reloaded(Chapters, one, 'emma');
    expect(again).toMatchObject({
      state: 'running',
      paused: true,
      status: 'tea',
      note: 'read',
      outputs: { pages: [1] },
    });
    again.callback?.();
    again.start();
    await quiet();
    expect(again.paused).toBe(true);
    again.play();
    await again.future();
    expect(runs).toEqual(['first', 'second []', 'second ["a",{"margin":2}]']);
  });

  test('T84: the outputs in a bundle are copies', async () => {
    const process = Chapters.create({}, { runtime: runtime() });
    await process.step();
    await process.step();
    const bundle = process.bundle();
    process.out('pages', [1, 2]);
    expect(bundle.outputs).toEqual({ pages: [1] });
    expect(process.outputs).toEqual({ pages: [1, 2] });
  });

  test('T85: from a snapshot at any event, the rest is the same again', async () => {
    class Failing extends Chapters {
      override second(): never {
        throw new Error('boom');
      }
    }
    class Waiting extends Chapters {
      override second(): unknown {
        return waitFor('third', { message: 'hold' });
      }
      third(): void {}
    }
    const snapshots = async (process: Process): Promise<readonly Bundle[]> => {
      const taken: Bundle[] = [];
      process.addListener(
        new Witness((event) => void (event.type !== 'output-emitted' && taken.push(process.bundle()))),
      );
      process.addListener(new Witness((event) => event.type === 'waiting' && process.resume()));
      process.start();
      await process.ended;
      return taken;
    };
    for (const Class of [Chapters, Failing, Waiting, Count] as const) {
      const original = await snapshots(Class.create({}, { runtime: runtime(), pid: 'emma' }));
      expect(original.length).toBeGreaterThan(1);
      for (const [index, snapshot] of original.slice(0, -1).entries()) {
        if (snapshot.record.state === 'waiting') continue;
        const again = await snapshots(Class.recreate(snapshot, runtime()));
        expect(again.map(withoutStack)).toEqual(original.slice(index + 1).map(withoutStack));
      }
    }
  });

  test('T86, T87: loaded while waiting, resumed, twice from the same bundle', async () => {
    const one = runtime();
    const process = Proofread.create({}, { runtime: one, pid: 'emma' });
    process.start();
    await quiet();
    for (let time = 0; time < 2; time++) {
      const again = reloaded(Proofread, one, 'emma');
      expect(again.record).toMatchObject({
        state: 'waiting',
        message: 'for the editor',
        data: { page: 1 },
        next: 'approve',
      });
      const running = again.execute();
      again.resume(time);
      again.resume('double');
      expect(await running).toEqual({ approved: true });
      expect(again.result()).toEqual({ value: time });
      value(one.persister.save(process.bundle()));
    }
  });

  test('T109: loaded while running, that step runs again from its start, and only that', async () => {
    runs.length = 0;
    const one = runtime();
    const process = Chapters.create({}, { runtime: one, pid: 'emma' });
    await process.step();
    await process.step();
    const again = reloaded(Chapters, one, 'emma');
    await again.execute();
    expect(runs).toEqual(['first', 'second ["a",{"margin":2}]']);
    expect(again.result()).toBe('end');
  });

  test('T124: a play is kept: a crash after it loads a playing process', async () => {
    const one = runtime();
    const process = Proofread.create({}, { runtime: one, pid: 'emma' });
    process.start();
    await quiet();
    process.pause('tea');
    expect(reloaded(Proofread, one, 'emma')).toMatchObject({ paused: true, status: 'tea' });
    process.play();
    expect(reloaded(Proofread, one, 'emma')).toMatchObject({ paused: false, status: null });
  });

  test('a kill that waits for its step is kept: a crash before the step ends does not lose it', async () => {
    const one = runtime();
    class Slow extends Process {
      override run(): unknown {
        this.kill('enough');
        return new Promise(() => {});
      }
    }
    const process = Slow.create({}, { runtime: one, pid: 'emma' });
    process.start();
    await quiet();
    const again = reloaded(Slow, one, 'emma');
    expect(again).toMatchObject({ state: 'running', isKilling: true });
    await expect(again.execute()).rejects.toThrow('enough');
  });

  test('a value that could not be read back ends the process at once, with the place', async () => {
    class Live extends Process {
      override run(): unknown {
        return { when: new Date(0) };
      }
    }
    const one = runtime();
    const process = Live.create({}, { runtime: one, pid: 'emma' });
    await expect(process.execute()).rejects.toMatchObject({
      code: 'not-storable',
      message: expect.stringContaining('checkpoint.record.result.when is an instance of Date'),
    });
    expect(value(one.persister.load('emma')).record.state).toBe('excepted');
  });

  test('a checkpoint of a class that is not known, or of none, is a fault', async () => {
    const { recreateFrom } = await import('../../engine/process/children.ts');
    const bundle = Chapters.create({}, { runtime: runtime() }).bundle();
    expect(fault(recreateFrom({ ...bundle, process: 'books#Gone' }, runtime()))).toMatchObject({
      code: 'object-not-found',
    });
    expect(fault(recreateFrom({ ...bundle, process: null }, runtime()))).toMatchObject({
      code: 'checkpoint-unusable',
    });
  });

  test('a tagged checkpoint is kept beside the others', async () => {
    const one = runtime();
    const process = Chapters.create({}, { runtime: one, pid: 'emma' });
    process.checkpoint('start');
    await process.execute();
    expect(reloaded(Chapters, one, 'emma', 'start').state).toBe('created');
    expect(reloaded(Chapters, one, 'emma')).toMatchObject({ state: 'finished', isSuccessful: true });
    expect(reloaded(Chapters, one, 'emma').result()).toBe('end');
    await expect(reloaded(Chapters, one, 'emma').future()).resolves.toEqual({ pages: [1] });
  });
});

describe('loaders and listeners', () => {
  test('T89: an object is found by its id, and the three faults are told apart', async () => {
    const modules = new ModuleLoader(async (specifier) => {
      if (specifier !== 'books') throw new Error('no such file');
      return { Count };
    });
    value(await modules.prepare(['books#Count']));
    expect(value(modules.load('books#Count'))).toBe(Count);
    expect(value(modules.identify(Count))).toBe('books#Count');
    expect(fault(await modules.prepare(['Count']))).toEqual({
      code: 'object-id',
      message: "'Count' is no id of an object: expected MODULE#NAME",
    });
    expect(fault(await modules.prepare(['films#Count']))).toEqual({
      code: 'module-not-loaded',
      message: "module 'films' could not be loaded: no such file",
    });
    expect(fault(await modules.prepare(['books#Sum']))).toMatchObject({
      code: 'object-not-found',
      message: expect.stringContaining("has no export 'Sum'"),
    });
    class Placed extends Process {
      static readonly module = 'file:///books.ts';
    }
    expect(value(modules.identify(Placed))).toBe('file:///books.ts#Placed');
    expect(fault(modules.identify(Process)).code).toBe('object-id');
  });

  test('T90: a listener whose class is known is kept with its parameters', async () => {
    const heard: string[] = [];
    class Bell implements ProcessListener<Process> {
      readonly params: { readonly tone: string };
      constructor(params: { readonly tone: string }) {
        this.params = params;
      }
      onProcessEvent(event: ProcessEvent): void {
        heard.push(`${this.params.tone} ${event.type}`);
      }
    }
    loader.register('books#Bell', Bell);
    const one = runtime();
    const process = Chapters.create({}, { runtime: one, pid: 'emma' });
    process.addListener(new Bell({ tone: 'high' }));
    process.addListener(new Witness());
    process.checkpoint('step1');
    await reloaded(Chapters, one, 'emma', 'step1').execute();
    expect(heard).toEqual(['high running', 'high output-emitted', 'high running', 'high finished']);
  });
});

function withoutStack(bundle: Bundle): unknown {
  return JSON.parse(JSON.stringify(bundle, (name, each: unknown) => (name === 'stack' ? null : each)));
}
