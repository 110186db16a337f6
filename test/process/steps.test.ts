// Processes in steps: the reference's cases T98–T100 and T117, defects B22 and B24, and crashes at every step.
import { describe, expect, test } from 'vitest';
import { ModuleLoader } from '../../engine/process/loader.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { Process } from '../../engine/process/process.ts';
import { kill, waitFor } from '../../engine/process/results.ts';
import { createRuntime, type ProcessRuntime } from '../../engine/process/runtime.ts';
import type { ProcessSpec } from '../../engine/process/spec.ts';
import { append, toContext } from '../../engine/process/steps/awaitable.ts';
import {
  condition,
  ifThen,
  launchStep,
  returnWith,
  whileDo,
  type OutlineItem,
} from '../../engine/process/steps/outline.ts';
import { advance, enter, instructionAt, isPosition, START } from '../../engine/process/steps/position.ts';
import { describeOutline } from '../../engine/process/steps/print.ts';
import { StepsProcess } from '../../engine/process/steps/steps-process.ts';
import { Count } from './classes.ts';
import { latch, quiet, value } from './rig.ts';

/** A class with this outline and these methods, over a context. */
function steps(
  outline: readonly OutlineItem[],
  methods: Readonly<Record<string, (this: StepsProcess) => unknown>> = {},
): typeof StepsProcess {
  class Edition extends StepsProcess {
    static override define(spec: ProcessSpec): void {
      super.define(spec);
      spec
        .setInputs({ dynamic: true })
        .setOutputs({ dynamic: true })
        .exitCode('NO_TEXT', 3, 'the book {title} has no text')
        .outline(...outline);
    }
  }
  Object.assign(Edition.prototype, methods);
  return Edition;
}
const log = (name: string) =>
  function (this: StepsProcess): void {
    this.ctx['log'] = [...((this.ctx['log'] as string[] | undefined) ?? []), name];
  };
const run = async (Class: typeof StepsProcess, inputs: object = {}): Promise<StepsProcess> => {
  const process = Class.create(inputs);
  await process.execute().catch(() => {});
  return process;
};

describe('outlines', () => {
  test('T98: exactly one branch of if, elif, else', async () => {
    const Class = steps([ifThen('isOne', 'a').elif('isTwo', 'b').else('c')], {
      isOne() {
        return this.inputs['n'] === 1;
      },
      isTwo() {
        return this.inputs['n'] === 2;
      },
      a: log('a'),
      b: log('b'),
      c: log('c'),
    });
    const logs = await Promise.all([1, 2, 3].map(async (n) => (await run(Class, { n })).ctx['log']));
    expect(logs).toEqual([['a'], ['b'], ['c']]);
  });

  test('T98: while runs its body n times, with a context that steps share', async () => {
    const process = await run(
      steps(['setUp', whileDo('more', 'next'), 'tidy'], {
        setUp() {
          this.ctx['n'] = 0;
          this.ctx['scratch'] = 1;
        },
        more() {
          return (this.ctx['n'] as number) < 5;
        },
        next() {
          this.ctx['n'] = (this.ctx['n'] as number) + 1;
        },
        tidy() {
          delete this.ctx['scratch'];
        },
      }),
    );
    expect([process.state, process.ctx]).toEqual(['finished', { n: 5 }]);
  });

  test('T98: conditions may be expressions', async () => {
    const process = await run(
      steps(['setUp', whileDo(condition('ctx.n < inputs.limit'), 'next')], {
        setUp() {
          this.ctx['n'] = 0;
        },
        next() {
          this.ctx['n'] = (this.ctx['n'] as number) + 1;
        },
      }),
      { limit: 3 },
    );
    expect(process.ctx).toEqual({ n: 3 });
  });

  test('T99: what is no step is refused', () => {
    const refused = expect.objectContaining({ code: 'invalid-outline' });
    expect(() => steps([5 as never]).spec()).toThrow(refused);
    expect(() => steps([((a: number, b: number) => a + b) as never]).spec()).toThrow(refused);
    expect(() => steps([() => 1]).spec()).toThrow(refused);
    expect(() => steps([]).spec()).toThrow('has no steps');
    expect(() => ifThen('a').else().else()).toThrow('no else after an else');
    expect(() => steps(['launch'], { launch() {} }).create()).toThrow('is a member of every process');
    expect(() => steps(['nowhere']).create()).toThrow(expect.objectContaining({ code: 'unknown-step' }));
    class Bare extends StepsProcess {}
    expect(() => Bare.create()).toThrow('has no outline');
  });

  test('T100: return, with a status or without, ends it', async () => {
    const after = {
      never() {
        throw new Error('never');
      },
    };
    const ended = async (item: OutlineItem): Promise<unknown> => {
      const process = await run(steps([ifThen(condition('true'), item), 'never'], after));
      return [process.state, process.isSuccessful, process.result()];
    };
    expect(await ended(returnWith())).toEqual(['finished', true, null]);
    expect(await ended(returnWith(0))).toEqual(['finished', true, 0]);
    expect(await ended(returnWith(1))).toEqual(['finished', false, 1]);
  });

  test('T100: a step that returns something ends it: 0, a status, an exit code, a value, a command', async () => {
    const ended = async (step: (this: StepsProcess) => unknown): Promise<unknown> =>
      (
        await run(
          steps([function step_() {}, 'answer', 'never'], {
            step_() {},
            answer: step,
            never() {
              throw new Error('never');
            },
          }),
        )
      ).record;
    expect(await ended(() => 0)).toMatchObject({ state: 'finished', successful: true, result: 0 });
    expect(await ended(() => 3)).toMatchObject({
      successful: false,
      result: 3,
      exit: { status: 3, label: 'NO_TEXT' },
    });
    expect(await ended(() => 77)).toMatchObject({ successful: false, exit: { status: 77, label: null } });
    expect(
      await ended(function () {
        return this.exit('NO_TEXT', { title: 'Emma' });
      }),
    ).toMatchObject({ successful: false, exit: { message: 'the book Emma has no text' } });
    expect(await ended(async () => ({ pages: 5 }))).toMatchObject({ successful: true, result: { pages: 5 } });
    expect(await ended(() => kill('enough'))).toMatchObject({ state: 'killed', message: 'enough' });
  });

  test('T100, B22: the position and the outline in words', async () => {
    const seen: string[] = [];
    const Class = steps(
      [
        'setUp',
        whileDo('more', 'chill', 'next'),
        ifThen('never', 'chill').elif('never', 'chill').else('chill', 'chill'),
      ],
      {
        setUp() {
          this.ctx['n'] = 0;
        },
        more() {
          return (this.ctx['n'] as number) < 2;
        },
        next() {
          this.ctx['n'] = (this.ctx['n'] as number) + 1;
        },
        chill() {},
        never: () => false,
      },
    );
    const process = Class.create();
    while (!process.hasTerminated) {
      if (process.state === 'running') seen.push(process.position);
      await process.step();
    }
    expect(seen).toEqual(
      [
        [
          '0:setUp',
          '1:while(more)',
          '1:while(more)(1:next)',
          '1:while(more)',
          '1:while(more)(1:next)',
          '1:while(more)',
        ],
        ['2:if(never)', '2:else(1:chill)'],
      ].flat(),
    );
    expect(process.position).toBe('end');
    expect(describeOutline(process.spec.steps ?? [])).toEqual(
      [
        [
          'setUp',
          'while(more)',
          '  chill',
          '  next',
          'if(never)',
          '  chill',
          'elif(never)',
          '  chill',
          'else',
          '  chill',
          '  chill',
        ],
      ].flat(),
    );
  });

  test('T100: a condition that is no boolean warns; nothing counts as false; a command is an error', async () => {
    const warnings: string[] = [];
    const asked = async (answer: unknown): Promise<StepsProcess> => {
      const process = steps([ifThen('ask', 'yes')], { ask: () => answer, yes: log('yes') }).create(
        {},
        { runtime: createRuntime({ warn: (message) => warnings.push(message) }) },
      );
      await process.execute().catch(() => {});
      return process;
    };
    expect((await asked('true')).ctx).toEqual({ log: ['yes'] });
    expect(warnings).toEqual(["the condition 'ask' returned a string, not true or false"]);
    for (const none of [null, undefined, false]) expect((await asked(none)).ctx).toEqual({});
    expect(warnings).toHaveLength(1);
    expect((await asked(kill())).state).toBe('excepted');
  });

  test('a step may wait for a resume', async () => {
    const process = steps(['ask', 'after'], {
      ask: () => waitFor(null, { message: 'for the editor' }),
      after: log('after'),
    }).create();
    process.start();
    await quiet();
    expect(process).toMatchObject({ state: 'waiting', position: '1:after' });
    process.resume();
    await process.future();
    expect(process.ctx).toEqual({ log: ['after'] });
  });

  test('positions: an empty body, and what is no position', () => {
    const outline = [whileDo('more'), ifThen('a', 'b').step, { kind: 'call', name: 'c' } as const];
    const inWhile = enter(outline, START, 0);
    expect(inWhile).toEqual(START);
    const inIf = enter(outline, enter(outline, START, null), 0);
    expect(isPosition(outline, inIf)).toBe(true);
    expect(instructionAt(outline, advance(outline, advance(outline, inIf)))).toEqual({ kind: 'end' });
    for (const wrong of [
      null,
      [],
      [{ at: -1, branch: null }],
      [{ at: 9, branch: null }],
      [
        { at: 2, branch: 0 },
        { at: 0, branch: null },
      ],
      [
        { at: 1, branch: 3 },
        { at: 0, branch: null },
      ],
    ]) {
      expect(isPosition(outline, wrong)).toBe(false);
    }
  });
});

describe('children', () => {
  test('T100: outputs of children and values of promises come into the context, assigned or appended', async () => {
    const process = await run(
      steps(['order', 'use'], {
        async order() {
          await this.awaitInto(toContext({ early: Promise.resolve('text') }));
          return toContext({
            one: this.launch(Count, { words: 1 }),
            all: append(this.launch(Count, { words: 2 })),
            late: Promise.resolve(3),
          });
        },
        use() {
          this.out('x.y', this.ctx['one']);
          return toContext({ all: append(this.launch(Count, { words: 4 })), one: Promise.resolve('new') });
        },
      }),
    );
    expect(process.ctx).toEqual({
      early: 'text',
      one: 'new',
      all: [{ default: 2 }, { default: 4 }],
      late: 3,
    });
    expect(process.outputs).toEqual({ x: { y: { default: 1 } } });
    expect(process.isSuccessful).toBe(true);
  });

  test('T100: a child that fails ends its parent before the next step, unless it is to be inspected', async () => {
    class Failing extends Process {
      override run(): never {
        throw new RangeError('out of paper');
      }
    }
    const methods = {
      order(this: StepsProcess) {
        return toContext({ child: this.launch(Failing) });
      },
      after: log('after'),
    };
    const process = await run(steps(['order', 'after'], methods));
    expect(process).toMatchObject({
      state: 'excepted',
      exception: { name: 'RangeError', message: 'out of paper' },
      ctx: {},
    });
    const inspecting = await run(
      steps(['order', 'after'], {
        ...methods,
        order() {
          return toContext({ child: this.launch(Failing) }, { onFailure: 'inspect' });
        },
      }),
    );
    expect(inspecting).toMatchObject({
      state: 'finished',
      ctx: {
        log: ['after'],
        child: { state: 'excepted', successful: false, error: 'RangeError: out of paper' },
      },
    });
    const wrong = await run(steps(['order'], { order: () => toContext({ child: 5 }) }));
    expect(wrong.record).toMatchObject({ state: 'excepted', failure: { code: 'not-awaitable' } });
  });

  test('T100: an unsuccessful child gives its outputs; a killed one ends its parent', async () => {
    const process = await run(
      steps(['order'], {
        order() {
          return toContext({ child: this.launch(steps(['refuse'], { refuse: () => 3 })) });
        },
      }),
    );
    expect(process).toMatchObject({ state: 'finished', ctx: { child: {} } });
    const killed = await run(
      steps(['order'], {
        order() {
          return toContext({ child: this.launch(steps(['die'], { die: () => kill('enough') })) });
        },
      }),
    );
    expect(killed.record).toMatchObject({
      state: 'excepted',
      failure: { name: 'KilledError', message: expect.stringContaining('enough') },
    });
  });

  test('recipe steps: launched by id, inputs from expressions, outputs into the context', async () => {
    const loader = new ModuleLoader().register('recipes#count', Count);
    const Class = steps(
      [
        'setUp',
        launchStep('recipes#count', {
          inputs: { words: { expression: 'ctx.words' } },
          into: 'counts',
          action: 'append',
        }),
        launchStep('recipes#count', { inputs: { words: { value: 9 } }, into: 'counts', action: 'append' }),
      ],
      {
        setUp() {
          this.ctx['words'] = 7;
        },
      },
    );
    const process = Class.create({}, { runtime: createRuntime({ loader }) });
    await process.execute();
    expect(process.ctx['counts']).toEqual([{ default: 7 }, { default: 9 }]);
  });

  test('T117: paused while it waits for children, the results still come; it goes on after play', async () => {
    const door = latch();
    class Slow extends Process {
      static override define(spec: ProcessSpec): void {
        super.define(spec);
        spec.setOutputs({ dynamic: true });
      }
      override async run(): Promise<void> {
        await door.wait();
        this.out('pages', 5);
      }
    }
    const process = steps(['order', 'after'], {
      order() {
        return toContext({ child: this.launch(Slow) });
      },
      after: log('after'),
    }).create();
    process.start();
    await door.reached;
    await quiet();
    expect(process.statusInfo()).toMatchObject({
      state: 'waiting',
      position: '1:after',
      awaiting: [`${process.pid}.1.1`],
    });
    process.pause();
    door.open();
    await quiet();
    expect(process).toMatchObject({ state: 'waiting', paused: true, ctx: { child: { pages: 5 } } });
    process.play();
    await process.future();
    expect(process.ctx['log']).toEqual(['after']);
  });
});

describe('crashes', () => {
  const effects: string[] = [];
  class Leaf extends Process {
    static override define(spec: ProcessSpec): void {
      super.define(spec);
      spec.input('n').output('n');
    }
    override run(): void {
      effects.push(`leaf ${String(this.inputs['n'])}`);
      this.out('n', this.inputs['n']);
    }
  }
  class Tree extends StepsProcess {
    static override define(spec: ProcessSpec): void {
      super.define(spec);
      spec
        .output('sum')
        .outline(
          'setUp',
          whileDo(condition('ctx.n < 3'), 'launch_', 'next'),
          ifThen('hasAll', 'finish').else('lost'),
        );
    }
    setUp(): void {
      effects.push('start');
      this.ctx['n'] = 0;
    }
    launch_(): unknown {
      effects.push(`launch ${String(this.ctx['n'])}`);
      return toContext({ leaves: append(this.launch(Leaf, { n: this.ctx['n'] })) });
    }
    next(): void {
      effects.push(`next ${String(this.ctx['n'])}`);
      this.ctx['n'] = (this.ctx['n'] as number) + 1;
    }
    hasAll(): boolean {
      return (this.ctx['leaves'] as readonly unknown[]).length === 3;
    }
    finish(): void {
      effects.push('finish');
      this.out('sum', this.ctx['leaves']);
    }
    lost(): void {}
  }
  const loader = new ModuleLoader().register('trees#Leaf', Leaf).register('trees#Tree', Tree);
  const once = ['start', ...[0, 1, 2].flatMap((n) => [`launch ${n}`, `leaf ${n}`, `next ${n}`]), 'finish'];

  /** A persister that notes a copy of everything after every write, and may die at one. */
  class Journal extends MemoryPersister {
    writes = 0;
    dieAt = 0;
    override save(...args: Parameters<MemoryPersister['save']>): ReturnType<MemoryPersister['save']> {
      if (this.dieAt > 0 && this.writes >= this.dieAt)
        return { ok: false, error: { code: 'persister-failed', message: 'the program is dead' } };
      this.writes++;
      return super.save(...args);
    }
  }

  async function runWithCrashAt(
    dieAt: number,
  ): Promise<{ readonly effects: readonly string[]; readonly writes: number; readonly sum: unknown }> {
    effects.length = 0;
    const journal = new Journal();
    journal.dieAt = dieAt;
    const first: ProcessRuntime = createRuntime({ persister: journal, loader });
    const process = Tree.create({}, { runtime: first, pid: 'tree' });
    // The dead program does nothing more: everything it still tries fails to be written, and so counts for nothing.
    await process.execute().catch(() => {});
    await quiet();
    journal.dieAt = 0;
    const { writes } = journal;
    const again = Tree.recreate(value(journal.load('tree')), createRuntime({ persister: journal, loader }));
    if (!again.hasTerminated) again.start();
    const outputs = await again.future();
    return { effects: [...effects], writes, sum: outputs['sum'] };
  }

  test('B24: killed after any write, a tree of steps and children resumes at its step, and ends the same', async () => {
    const whole = await runWithCrashAt(0);
    expect(whole).toMatchObject({ effects: once, sum: [{ n: 0 }, { n: 1 }, { n: 2 }] });
    for (let dieAt = 1; dieAt < whole.writes; dieAt++) {
      const crashed = await runWithCrashAt(dieAt);
      expect(crashed.sum).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
      // Only the step that the crash interrupted, of the tree and of one leaf, may have run twice.
      const twice = crashed.effects.length - once.length;
      expect(twice).toBeGreaterThanOrEqual(0);
      expect(twice).toBeLessThanOrEqual(2);
      expect(new Set(crashed.effects)).toEqual(new Set(once));
    }
    expect(whole.writes).toBeGreaterThan(20);
  });

  test('a checkpoint of other steps is refused, not guessed at', () => {
    const bundle = Tree.create({}, { runtime: createRuntime() }).bundle();
    const elsewhere = { ...bundle, extra: { ...bundle.extra, position: [{ at: 7, branch: null }] } };
    expect(() => Tree.recreate(elsewhere)).toThrow(expect.objectContaining({ code: 'checkpoint-unusable' }));
  });
});
