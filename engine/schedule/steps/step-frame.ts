// Where one process is in its steps: position, context and the children that it waits for, as they are kept. Runs nothing.
import type { Json, JsonObject } from '../../model/json.ts';
import type { StepPlan } from '../../model/steps.ts';
import { compileCondition } from '../../pipeline/template/condition.ts';
import { PathValue } from '../../pipeline/template/value.ts';
import type { Bundle } from '../../process/bundle.ts';
import { advance, START } from '../../process/steps/position.ts';
import type { Position } from '../../process/steps/position.ts';
import type { Kept } from '../attempt/job-process.ts';
import { StepOutline } from './step-outline.ts';
import type { RunnableStep } from './step-outline.ts';
import type { StepScope } from './step-values.ts';

export interface FrameChild {
  readonly pid: string;
  /** Of what it writes where no path is given, in `work`; it stays when another process takes its place. */
  readonly folder: string;
}

interface FrameParts {
  readonly parent: string | null;
  readonly name: string | null;
  readonly steps: readonly StepPlan[];
  readonly scope: StepScope;
  readonly digest: string;
  readonly stage: string;
  readonly work: { readonly shown: string };
}

export class StepFrame {
  context: JsonObject = {};
  /** Those that the step at this place launched, in their order. */
  children: readonly FrameChild[] = [];
  /** Steps that have ended. */
  serial = 0;
  readonly scope: StepScope;
  readonly #parts: FrameParts;
  readonly #outline: StepOutline;
  #position: Position = START;
  #step: RunnableStep | undefined;

  constructor(parts: FrameParts) {
    this.#parts = parts;
    this.scope = parts.scope;
    this.#outline = new StepOutline(parts.steps);
    this.#settle();
  }

  /** What comes next; none at the end. */
  get step(): RunnableStep | undefined {
    return this.#step;
  }

  /** Its place, for people. */
  get at(): string {
    return this.#outline.print(this.#position);
  }

  get workPath(): PathValue {
    return new PathValue(this.#parts.work.shown);
  }

  get kept(): Kept {
    return { process: this.#parts.name, parent: this.#parts.parent, extra: () => this.extra() };
  }

  extra(): JsonObject {
    const { digest, stage } = this.#parts;
    const position = this.#position as unknown as Json;
    return {
      digest,
      stage,
      position,
      at: this.at,
      context: this.context,
      children: this.children as unknown as Json,
      serial: this.serial,
    };
  }

  /** Takes up what a checkpoint holds; a position that is none here is the start. */
  restore(bundle: Bundle | undefined): void {
    const { position, context, children, serial } = bundle?.extra ?? {};
    if (!this.#outline.has(position)) return;
    this.#position = position;
    this.context = (context ?? {}) as JsonObject;
    this.serial = Number(serial ?? 0);
    this.children = Array.isArray(children) ? (children as readonly FrameChild[]) : [];
    this.#settle();
  }

  /** The step has ended and left this context. */
  advance(context: JsonObject): void {
    this.context = context;
    this.serial++;
    this.children = [];
    this.#position = advance(this.#outline.outline, this.#position);
    this.#settle();
  }

  #settle(): void {
    const settled = this.#outline.settle(this.#position, (test) => this.#holds(test));
    this.#position = settled.position;
    this.#step = settled.step;
  }

  #holds(text: string): boolean {
    const condition = compileCondition(text);
    if (!condition.ok) throw new Error(`the plan holds a condition that does not compile: ${text}`);
    const tested = condition.value.test({
      ...this.scope.scope(this.scope.own),
      ctx: this.context,
      work: this.workPath,
    });
    if (!tested.ok) throw new Error(tested.error.message);
    return tested.value;
  }
}
