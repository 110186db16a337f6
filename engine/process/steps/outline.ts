// The outline of a process in steps, as plain data, and the words to write one in code. Knows nothing of positions or of
// how steps are run; a recipe's `steps:` compiles to the same data.
import { ProcessError } from '../process-error.ts';

export type Outline = readonly Step[];

export type Step =
  /** Run a method of the process. */
  | { readonly kind: 'call'; readonly name: string }
  /** Run another process (a recipe or class, by its id) and wait for it; its outputs go into the context. */
  | {
      readonly kind: 'launch';
      readonly process: string;
      readonly inputs: Readonly<Record<string, StepInput>>;
      /** Key of the context for the outputs; null keeps them not. */
      readonly into: string | null;
      readonly action: 'assign' | 'append';
      /** What a child that fails does: ends this process, or is put into the context to be looked at. */
      readonly onFailure: 'fail' | 'inspect';
    }
  | { readonly kind: 'if'; readonly branches: readonly Branch[]; readonly otherwise: Outline | null }
  | { readonly kind: 'while'; readonly test: Test; readonly body: Outline }
  | { readonly kind: 'return'; readonly value: unknown };

export interface Branch {
  readonly test: Test;
  readonly body: Outline;
}

/** A method that answers, or a Liquid condition over `ctx` and `inputs`. */
export type Test =
  | { readonly kind: 'method'; readonly name: string }
  | { readonly kind: 'expression'; readonly text: string };

/** A value, or an expression over `ctx` and `inputs` that gives it. */
export type StepInput = { readonly value: unknown } | { readonly expression: string };

type Method = () => unknown;
export type OutlineItem = string | Method | Step | IfSteps;
export type TestItem = string | Method | Test;

export function ifThen(test: TestItem, ...body: readonly OutlineItem[]): IfSteps {
  return new IfSteps([{ test: testOf(test), body: outlineOf(body) }]);
}

export function whileDo(test: TestItem, ...body: readonly OutlineItem[]): Step {
  return { kind: 'while', test: testOf(test), body: outlineOf(body) };
}

/** Ends the process with `value`: nothing is success, a number that is not 0 an exit status. */
export function returnWith(value: unknown = null): Step {
  return { kind: 'return', value };
}

export function launchStep(
  process: string,
  options: {
    readonly inputs?: Readonly<Record<string, StepInput>>;
    readonly into?: string;
    readonly action?: 'assign' | 'append';
    readonly onFailure?: 'fail' | 'inspect';
  } = {},
): Step {
  return {
    kind: 'launch',
    process,
    inputs: options.inputs ?? {},
    into: options.into ?? null,
    action: options.action ?? 'assign',
    onFailure: options.onFailure ?? 'fail',
  };
}

/** A Liquid condition over `ctx` and `inputs`. */
export function condition(text: string): Test {
  return { kind: 'expression', text };
}

/** An `if` that is being written; each word gives a new one. */
export class IfSteps {
  readonly step: Extract<Step, { kind: 'if' }>;

  constructor(branches: readonly Branch[], otherwise: Outline | null = null) {
    this.step = { kind: 'if', branches, otherwise };
  }

  elif(test: TestItem, ...body: readonly OutlineItem[]): IfSteps {
    this.#refuseClosed('elif');
    return new IfSteps([...this.step.branches, { test: testOf(test), body: outlineOf(body) }]);
  }

  else(...body: readonly OutlineItem[]): IfSteps {
    this.#refuseClosed('else');
    return new IfSteps(this.step.branches, outlineOf(body));
  }

  #refuseClosed(word: string): void {
    if (this.step.otherwise !== null)
      throw new ProcessError('invalid-outline', `there is no ${word} after an else`);
  }
}

export function outlineOf(items: readonly OutlineItem[]): Outline {
  return items.map((item) => {
    if (item instanceof IfSteps) return item.step;
    if (typeof item === 'string' || typeof item === 'function')
      return { kind: 'call', name: methodName(item) };
    if (item !== null && typeof item === 'object' && KINDS.has(item.kind)) return item;
    throw new ProcessError(
      'invalid-outline',
      `${JSON.stringify(item)} is no step: a step is a method, its name, or made by ifThen, whileDo, …`,
    );
  });
}

/** Why an outline cannot be run, or undefined. */
export function outlineFault(outline: Outline): string | undefined {
  return outline.length === 0 ? 'the outline has no steps' : undefined;
}

/** Every method that an outline names, so that a class can be asked whether it has them. */
export function methodsIn(outline: Outline): readonly string[] {
  return outline.flatMap((step): readonly string[] => {
    switch (step.kind) {
      case 'call':
        return [step.name];
      case 'if':
        return [
          ...step.branches.flatMap((each) => [...testMethods(each.test), ...methodsIn(each.body)]),
          ...methodsIn(step.otherwise ?? []),
        ];
      case 'while':
        return [...testMethods(step.test), ...methodsIn(step.body)];
      case 'launch':
      case 'return':
        return [];
      default:
        return step satisfies never;
    }
  });
}

const KINDS: ReadonlySet<string> = new Set(['call', 'launch', 'if', 'while', 'return']);

function testMethods(test: Test): readonly string[] {
  return test.kind === 'method' ? [test.name] : [];
}

function testOf(item: TestItem): Test {
  return typeof item === 'string' || typeof item === 'function'
    ? { kind: 'method', name: methodName(item) }
    : item;
}

function methodName(item: string | Method): string {
  if (typeof item === 'string') return item;
  if (item.length > 0)
    throw new ProcessError(
      'invalid-outline',
      `the step ${item.name || '(anonymous)'} takes arguments; a step has none`,
    );
  if (item.name === '')
    throw new ProcessError(
      'invalid-outline',
      'a step must be a method with a name, since steps are stored by name',
    );
  return item.name;
}
