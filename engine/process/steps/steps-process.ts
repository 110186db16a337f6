// A process that goes through an outline: one step at a time, each kept, so that a crash resumes at the step. Knows
// nothing of where outlines come from.
import { ok } from '../../base/result.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { findProcess } from '../children.ts';
import { codeOf } from '../exit-codes.ts';
import { ProcessError } from '../process-error.ts';
import type { ProcessSetup } from '../process-setup.ts';
import { Process, type ProcessClass } from '../process.ts';
import { valueOf } from '../../ports/expression.ts';
import { COMMAND, continueWith, isCommand, stop, unsuccessful, waitFor, type Command } from '../results.ts';
import type { LiveProcess } from '../runtime.ts';
import { copyOf } from '../../base/storable.ts';
import { awaitedIn, childResult, isToContext, type Awaitable, type ToContext } from './awaitable.ts';
import { chooseBranch, type AskContext } from './ask.ts';
import { methodsIn, type Outline, type Step } from './outline.ts';
import { advance, enter, instructionAt, isPosition, START, type Position } from './position.ts';
import { printPosition } from './print.ts';

/**
 * One engine step runs one step of the outline (with the conditions before it). A step that returns nothing, or
 * `toContext`, goes on; a number ends the process with that exit status, any other value as its result. What steps leave
 * for later ones belongs into `ctx`, which is kept with the position. A step that was interrupted by a crash runs again.
 */
export class StepsProcess extends Process {
  /** Kept between steps; plain JSON where the process is kept at all. */
  readonly ctx: Record<string, unknown> = {};
  readonly #outline: Outline;
  #position: Position = START;
  #awaiting: readonly Awaitable[] = [];
  /** Children of this program that are awaited; one may have ended before the wait begins. */
  readonly #known = new Map<string, LiveProcess>();

  constructor(setup: ProcessSetup) {
    super(setup);
    const outline = setup.spec.steps;
    if (outline === null)
      throw new ProcessError('invalid-outline', `${this.constructor.name} has no outline`);
    for (const name of methodsIn(outline)) {
      // Such as `start` or `launch`: overriding it would break the machine in ways that are hard to see.
      if (name in StepsProcess.prototype)
        throw new ProcessError(
          'invalid-outline',
          `'${name}' is a member of every process; give the step another name`,
        );
      if (typeof this.#method(name) !== 'function')
        throw new ProcessError('unknown-step', `'${name}' is no method of ${this.constructor.name}`);
    }
    this.#outline = outline;
  }

  /** Where it is, for people: `1:while(hasMore)(0:next)`. */
  get position(): string {
    return printPosition(this.#outline, this.#position);
  }

  /** What it waits for. */
  get awaiting(): readonly Awaitable[] {
    return this.#awaiting;
  }

  override async run(): Promise<unknown> {
    let position = this.#position;
    for (;;) {
      const instruction = instructionAt(this.#outline, position);
      if (instruction.kind === 'end') return stop();
      if (instruction.kind === 'step')
        return await this.#runStep(instruction.step, advance(this.#outline, position));
      const branch = await chooseBranch(instruction, this.#askContext());
      const entered = enter(this.#outline, position, branch);
      if (entered.length <= position.length) return this.#goOn(entered);
      position = entered;
    }
  }

  /** Waits for these before the next step; as returning `toContext`, for steps that return something else or nothing. */
  async awaitInto(awaited: ToContext): Promise<void> {
    const promises: Promise<void>[] = [];
    for (const [key, { target, options }] of awaitedIn(awaited)) {
      const { action = 'assign', onFailure = 'fail' } = options;
      if (target instanceof Process) this.#await(target, { key, pid: target.pid, action, onFailure });
      // A promise cannot be kept: it is part of this step, which lasts until it settles.
      else if (target instanceof Promise)
        promises.push(target.then((value: unknown) => this.#store(key, value, action)));
      else throw new ProcessError('not-awaitable', `'${key}' is neither a process nor a promise`);
    }
    await Promise.all(promises);
  }

  override init(): void {
    super.init();
    if (this.state === 'waiting') this.#watch();
  }

  override onWaiting(): void {
    super.onWaiting();
    this.#watch();
  }

  override saveExtra(): JsonObject {
    return {
      position: this.#position,
      // For people.
      at: this.position,
      awaiting: this.#awaiting,
      context: copyOf(this.ctx),
    } as unknown as JsonObject;
  }

  override loadExtra(extra: JsonObject): void {
    const { position, awaiting, context } = extra;
    if (!isPosition(this.#outline, position)) {
      throw new ProcessError(
        'checkpoint-unusable',
        `the checkpoint is at a step that ${this.constructor.name} does not have any more`,
      );
    }
    this.#position = position;
    this.#awaiting = awaiting as unknown as readonly Awaitable[];
    Object.assign(this.ctx, copyOf(context));
  }

  override statusInfo(): Readonly<Record<string, Json>> {
    return {
      ...super.statusInfo(),
      position: this.position,
      awaiting: this.#awaiting.map((each) => each.pid),
    };
  }

  async #runStep(
    step: Extract<Step, { kind: 'call' | 'launch' | 'return' }>,
    next: Position,
  ): Promise<unknown> {
    switch (step.kind) {
      case 'return':
        return this.#end(step.value);
      case 'launch':
        await this.#launchStep(step);
        return this.#goOn(next);
      case 'call': {
        const value: unknown = await this.#method(step.name)?.call(this);
        if (isToContext(value)) await this.awaitInto(value);
        else if (isCommand(value)) return this.#command(value, next);
        else if (value !== undefined && value !== null) return this.#end(value);
        return this.#goOn(next);
      }
      default:
        return step satisfies never;
    }
  }

  #goOn(next: Position): Command {
    this.#position = next;
    if (this.#awaiting.length > 0) {
      const pids = this.#awaiting.map((each) => each.pid).join(', ');
      return waitFor('run', { message: `Waiting for child processes: ${pids}` });
    }
    return instructionAt(this.#outline, next).kind === 'end' ? stop() : continueWith('run');
  }

  #command(command: Command, next: Position): Command {
    if (command[COMMAND] === 'continue')
      throw new ProcessError('unknown-command', 'a step of an outline cannot name the step that follows');
    if (command[COMMAND] !== 'wait') return command;
    this.#position = next;
    return { ...command, next: 'run' };
  }

  #end(value: unknown): Command {
    if (typeof value !== 'number' || value === 0) return stop(value ?? null);
    const code = codeOf(this.spec.exitCodes, value);
    return unsuccessful(value, { status: value, label: code?.label ?? null, message: code?.message ?? null });
  }

  async #launchStep(step: Extract<Step, { kind: 'launch' }>): Promise<void> {
    const { loader } = this.runtime;
    const prepared = await loader.prepare([step.process]);
    const found = prepared.ok ? loader.load(step.process) : prepared;
    if (!found.ok) throw new ProcessError(found.error.code, found.error.message);
    const inputs: Record<string, unknown> = {};
    for (const [name, source] of Object.entries(step.inputs)) {
      inputs[name] =
        'expression' in source ? (valueOf(source.expression, this.#scope()) ?? undefined) : source.value;
    }
    const child = this.launch(found.value as ProcessClass, inputs);
    const { action, onFailure, into } = step;
    this.#await(child, { key: into, pid: child.pid, action, onFailure });
  }

  #await(child: LiveProcess, awaitable: Awaitable): void {
    this.#known.set(child.pid, child);
    this.#awaiting = [...this.#awaiting, awaitable];
  }

  #watch(): void {
    for (const each of this.#awaiting) void this.#watchOne(each);
  }

  async #watchOne(awaitable: Awaitable): Promise<void> {
    const known = this.#known.get(awaitable.pid);
    const found = known === undefined ? await findProcess(this.runtime, awaitable.pid) : ok(known);
    if (!found.ok) {
      this.fail(
        new ProcessError(
          'child-failed',
          `the child ${awaitable.pid} cannot be awaited: ${found.error.message}`,
          found.error,
        ),
      );
      return;
    }
    found.value.start();
    const record = await found.value.ended;
    this.#arrived(awaitable, found.value, record);
  }

  #arrived(awaitable: Awaitable, child: LiveProcess, record: LiveProcess['record']): void {
    if (this.hasTerminated || this.closed || !this.#awaiting.includes(awaitable)) return;
    try {
      const value = childResult(child, record, awaitable.onFailure);
      if (awaitable.key !== null) this.#store(awaitable.key, value, awaitable.action);
      this.#awaiting = this.#awaiting.filter((each) => each !== awaitable);
      this.#known.delete(child.pid);
      if (this.state !== 'waiting') return;
      if (this.#awaiting.length === 0) this.resume();
      else this.keep();
    } catch (error) {
      this.fail(error);
    }
  }

  #store(key: string, value: unknown, action: Awaitable['action']): void {
    const list = Array.isArray(this.ctx[key]) ? (this.ctx[key] as readonly unknown[]) : [];
    this.ctx[key] = action === 'append' ? [...list, value] : value;
  }

  #askContext(): AskContext {
    const { warn } = this.runtime;
    return { scope: this.#scope(), call: async (name) => await this.#method(name)?.call(this), warn };
  }

  #scope(): Readonly<Record<string, unknown>> {
    return { ctx: this.ctx, inputs: this.inputs, outputs: this.outputs };
  }

  #method(name: string): (() => unknown) | undefined {
    return (this as unknown as Record<string, () => unknown>)[name];
  }
}
