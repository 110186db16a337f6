// A process under random requests and crashes: after any write the program may die, and another goes on from what was
// written. Checks what must hold whatever happens; nothing here waits for time.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { outcomeOf, type ControlReply } from '../../engine/process/control/reply.ts';
import { ModuleLoader } from '../../engine/process/loader.ts';
import { ARROWS, isTerminal, type ProcessRecord } from '../../engine/process/machine.ts';
import type { CheckpointPersister } from '../../engine/process/persister.ts';
import { StorePersister } from '../../engine/process/persisters/store.ts';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { Process } from '../../engine/process/process.ts';
import { continueWith, PauseInterruption, unsuccessful, waitFor } from '../../engine/process/results.ts';
import { createRuntime } from '../../engine/process/runtime.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import type { Bundle } from '../../engine/process/bundle.ts';
import { quiet, value } from './rig.ts';

const ENDINGS = ['continue', 'wait', 'finish', 'fail', 'throw', 'interrupt'] as const;
type Ending = (typeof ENDINGS)[number];

/** What the running program is told: how the step that waits now ends. One per incarnation of the process. */
class Desk {
  end: ((ending: Ending) => void) | undefined;
  static current = new Desk();
}

/** Pages through a book; each page waits until it is told how to end. */
class Press extends Process {
  static override define(spec: ProcessSpec): void {
    super.define(spec);
    spec.setOutputs({ dynamic: true });
  }
  override run(): Promise<unknown> {
    return this.page(0);
  }
  async page(number: number): Promise<unknown> {
    const desk = Desk.current;
    const ending = await new Promise<Ending>((resolve) => (desk.end = resolve));
    desk.end = undefined;
    this.out(`page-${number}`, ending);
    switch (ending) {
      case 'continue':
        return continueWith(this.page, number + 1);
      case 'wait':
        return waitFor(this.resumed, { data: number });
      case 'finish':
        return number;
      case 'fail':
        return unsuccessful(number);
      case 'throw':
        throw new Error(`page ${number} is torn`);
      case 'interrupt':
        throw new PauseInterruption('paper jam');
      default:
        return ending satisfies never;
    }
  }
  resumed(number: unknown = 0): Promise<unknown> {
    return this.page(Number(number));
  }
}

const loader = new ModuleLoader().register('press#Press', Press);

/** Notes each write, and forgets at a crash what came after the last that was made durable. */
class Journal {
  readonly written: Bundle[] = [];
  readonly kept: CheckpointPersister;
  readonly persister: CheckpointPersister;
  readonly #forget: (epoch: number) => void;

  /** `forget` takes back the moves after an epoch. */
  constructor(kept: CheckpointPersister, forget: (epoch: number) => void) {
    this.kept = kept;
    this.#forget = forget;
    this.persister = Object.assign(Object.create(kept) as CheckpointPersister, {
      save: (bundle: Bundle): ReturnType<CheckpointPersister['save']> => {
        const saved = kept.save(bundle);
        this.written.push(value(kept.load('press')));
        return saved;
      },
      load: (pid: string, tag?: string | null) => kept.load(pid, tag),
    });
  }
  load(pid: string): ReturnType<CheckpointPersister['load']> {
    return this.kept.load(pid);
  }
  /** As after the write with this index: later ones never happened. */
  rewind(index: number): void {
    const bundle = this.written[index];
    this.written.length = index + 1;
    if (bundle === undefined) return;
    this.#forget(bundle.record.epoch);
    this.kept.save(bundle);
  }
}

/** SQLite as pipe has it, in a folder of the test's own, with a process more for each run. */
const folder = mkdtempSync(join(tmpdir(), 'pipe-model-'));
const opened = openDatabase(folder);
if (!opened.ok) throw new Error(opened.error.message);
const { database } = opened.value;
const store = new Store(database);
afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const journals = {
  memory: () => new Journal(new MemoryPersister(), () => {}),
  SQLite: () => {
    database.exec('DELETE FROM moves; DELETE FROM processes; DELETE FROM checkpoints');
    const forget = (epoch: number): void => database.exec(`DELETE FROM moves WHERE epoch > ${epoch}`);
    return new Journal(new StorePersister(store.processes), forget);
  },
};

interface Model {
  /** A kill was answered with true: no other end is possible, and no crash loses it. */
  killed: boolean;
}

class World {
  readonly journal: Journal;
  process: Press;
  /** Writes that had been made before the last request: a crash may lose those after, never these. */
  durable = 0;
  replies: { readonly reply: ControlReply; readonly kind: 'pause' | 'kill' }[] = [];
  crashes = 0;

  constructor(journal: Journal) {
    this.journal = journal;
    this.process = Press.create(
      {},
      { runtime: createRuntime({ persister: this.journal.persister, loader, now: () => 1 }), pid: 'press' },
    );
    this.process.start();
  }

  /** The program dies after the write number `after` since the last request; another one goes on. */
  crash(after: number): void {
    this.crashes++;
    const { written } = this.journal;
    const since = written.length - this.durable;
    this.journal.rewind(this.durable + (since > 0 ? after % since : 0) - (since > 0 ? 0 : 1));
    this.process.close();
    Desk.current = new Desk();
    this.replies = [];
    this.process = Press.recreate(
      value(this.journal.load('press')),
      createRuntime({ persister: this.journal.persister, loader, now: () => 1 }),
    );
    this.process.start();
  }
}

type Command = fc.AsyncCommand<Model, World>;

class Request implements Command {
  readonly what: string;
  readonly #run: (world: World, model: Model) => void;
  constructor(what: string, run: (world: World, model: Model) => void) {
    this.what = what;
    this.#run = run;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, world: World): Promise<void> {
    world.durable = world.journal.written.length;
    const before = world.process.record;
    this.#run(world, model);
    await quiet();
    holds(world, model, before);
  }
  toString(): string {
    return this.what;
  }
}

class Crash implements Command {
  readonly after: number;
  constructor(after: number) {
    this.after = after;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, world: World): Promise<void> {
    const { written } = world.journal;
    world.crash(this.after);
    const kept = world.process.record;
    await quiet();
    // A kill that was only wished for when the program died is carried out by the next one.
    model.killed = kept.state === 'killed' || kept.wish?.kind === 'kill';
    if (!kept.paused && !isTerminal(kept.state))
      expect(world.process.paused).toBe(kept.wish?.kind === 'pause');
    holds(world, model, kept);
    world.durable = written.length;
  }
  toString(): string {
    return `crash after ${this.after}`;
  }
}

/** What must be true at every moment of rest. */
function holds(world: World, model: Model, before: ProcessRecord): void {
  const { process, journal } = world;
  const { record } = process;
  // What is in memory is what was written.
  expect(value(journal.load('press')).record).toEqual(JSON.parse(JSON.stringify(record)));
  // Replaying what was written goes along arrows only, one at a time, and ends at the stored state.
  for (const [index, { record: next }] of journal.written.entries()) {
    const last = journal.written[index - 1]?.record;
    if (last === undefined) expect(next).toMatchObject({ state: 'created', epoch: 0 });
    else if (next.epoch === last.epoch) expect(next.state).toBe(last.state);
    else {
      expect(next.epoch).toBe(last.epoch + 1);
      expect(ARROWS[last.state]).toContain(next.state);
    }
  }
  // Terminal is terminal, and neither paused nor wished for.
  if (isTerminal(before.state) && before.pid === record.pid) expect(record.state).toBe(before.state);
  if (isTerminal(record.state)) expect(record).toMatchObject({ paused: false, wish: null });
  // Kill beats everything: once asked for, it is pending or done.
  if (before.wish?.kind === 'kill' && !isTerminal(record.state)) expect(record.wish?.kind).toBe('kill');
  if (model.killed) expect(record.state).toBe('killed');
  // A process at rest is paused, waits, runs a step's code, or has ended.
  const atRest =
    isTerminal(record.state) ||
    record.paused ||
    (record.state === 'waiting' && record.resumed === null) ||
    Desk.current.end !== undefined;
  expect(atRest, `stuck: ${JSON.stringify(record)}`).toBe(true);
}

const ends = (ending: Ending): Request =>
  new Request(`the step ends: ${ending}`, () => Desk.current.end?.(ending));
const control = (what: string, run: (process: Press, world: World, model: Model) => void): Request =>
  new Request(what, (world, model) => run(world.process, world, model));

const commands: fc.Arbitrary<Command>[] = [
  fc.constantFrom(...ENDINGS).map(ends),
  fc.constantFrom('continue', 'wait', 'continue').map((each) => ends(each as Ending)),
  fc.constant(
    control(
      'pause',
      (process, world) => void world.replies.push({ kind: 'pause', reply: process.pause('tea') }),
    ),
  ),
  fc.constant(control('play', (process) => void process.play())),
  fc.constant(
    control('kill', (process, world, model) => {
      const reply = process.kill('enough');
      world.replies.push({ kind: 'kill', reply });
      if (reply.kind === 'final' && reply.value) model.killed = true;
    }),
  ),
  fc.constant(
    control('force', (process, _, model) => {
      const reply = process.kill('now', true);
      expect(reply).toEqual({ kind: 'final', value: process.state === 'killed' });
      if (process.state === 'killed') model.killed = true;
    }),
  ),
  fc.constant(control('resume', (process) => void (process.state === 'waiting' && process.resume(7)))),
  fc.constant(control('fail', (process) => void process.fail(new Error('from outside')))),
  fc.nat({ max: 5 }).map((after) => new Crash(after)),
];

test.for(['memory', 'SQLite'] as const)(
  'whatever is asked, and wherever the program dies: the machine holds, and the process can be brought to its end (%s)',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 25 }), async (list) => {
        Desk.current = new Desk();
        const world = new World(journals[kind]());
        await quiet();
        await fc.asyncModelRun(() => ({ model: { killed: false }, real: world }), list);
        await bringToEnd(world);
        if (kind === 'SQLite') replay(world.process.record);
        for (const { kind: asked, reply } of world.replies) {
          const outcome = await outcomeOf(reply);
          if (asked === 'kill' && outcome) expect(world.process.state).toBe('killed');
        }
        // Each page was written once by the steps that count, however often crashes made them run.
        const pages = Object.keys(world.process.outputs);
        expect(new Set(pages).size).toBe(pages.length);
      }),
      { numRuns: kind === 'SQLite' ? 100 : 250 },
    );
  },
);

/** The moves in the store, replayed along arrows, come to the state in the store. */
function replay(record: ProcessRecord): void {
  const moves = store.processes.moves('press');
  expect(moves.map(({ epoch }) => epoch)).toEqual(moves.map((_, index) => index));
  for (const [index, { state }] of moves.entries())
    if (index > 0) expect(ARROWS[moves[index - 1]!.state]).toContain(state);
  const row = store.processes.process('press')!;
  expect(moves.at(-1)).toMatchObject({ state: row.state, epoch: row.epoch });
  expect(JSON.parse(row.record)).toEqual(JSON.parse(JSON.stringify(record)));
}

async function bringToEnd(world: World): Promise<void> {
  for (let round = 0; round < 10 && !world.process.hasTerminated; round++) {
    world.process.play();
    if (world.process.state === 'waiting') world.process.resume();
    await quiet();
    Desk.current.end?.('finish');
    await quiet();
  }
  expect(world.process.hasTerminated).toBe(true);
  expect(value(world.journal.load('press')).record.state).toBe(world.process.state);
}
