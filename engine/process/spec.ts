// What a process takes, gives and may end with: its ports, exit codes and outline, built once per class and then sealed.
// Knows nothing of running processes.
import type { Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import {
  BUILT_IN_EXITS,
  exitCode,
  exitCodeFault,
  type ExitCode,
  type ExitCodeOptions,
  type ExitCodes,
} from './exit-codes.ts';
import { ProcessError } from './process-error.ts';
import {
  definePort,
  EMPTY_NAMESPACE,
  withProperties,
  type NamespaceOptions,
  type PortOptions,
} from '../ports/define.ts';
import { describeNamespace } from '../ports/describe.ts';
import { expose, choose, type ExposeRules } from '../ports/expose.ts';
import { getPort, withNamespace, withPort } from '../ports/namespace.ts';
import { joinPath, printPortFault, type PortFault, type PortNamespace } from '../model/port.ts';
import type { Generators } from '../ports/populate.ts';
import { describeOutline } from './steps/print.ts';
import { outlineFault, type Outline, type OutlineItem, outlineOf } from './steps/outline.ts';

type Side = 'inputs' | 'outputs';

/** Anything that has a spec: a class of processes, a recipe. Compared by identity. */
export interface SpecSource {
  spec(): ProcessSpec;
}

export class ProcessSpec {
  #sides: Readonly<Record<Side, PortNamespace>> = { inputs: EMPTY_NAMESPACE, outputs: EMPTY_NAMESPACE };
  #exitCodes: ExitCodes = BUILT_IN_EXITS;
  #generators: Generators = {};
  #outline: Outline | null = null;
  #sealed = false;
  /** What was exposed where: namespace → source → names. */
  readonly #exposed: Record<Side, Map<string, Map<SpecSource, readonly string[]>>> = {
    inputs: new Map(),
    outputs: new Map(),
  };

  get inputs(): PortNamespace {
    return this.#sides.inputs;
  }

  get outputs(): PortNamespace {
    return this.#sides.outputs;
  }

  get exitCodes(): ExitCodes {
    return this.#exitCodes;
  }

  get generators(): Generators {
    return this.#generators;
  }

  /** The steps, for a process that has some. */
  get steps(): Outline | null {
    return this.#outline;
  }

  get sealed(): boolean {
    return this.#sealed;
  }

  input(path: string, options: PortOptions = {}): this {
    return this.#add('inputs', path, options);
  }

  output(path: string, options: PortOptions = {}): this {
    return this.#add('outputs', path, options);
  }

  inputNamespace(path: string, options: NamespaceOptions = {}): this {
    return this.#change('inputs', withNamespace(this.inputs, path, options));
  }

  outputNamespace(path: string, options: NamespaceOptions = {}): this {
    return this.#change('outputs', withNamespace(this.outputs, path, options));
  }

  /** Properties of the top namespace of inputs: `dynamic`, `validator`, … */
  setInputs(options: NamespaceOptions): this {
    return this.#change('inputs', first(withProperties(this.inputs, 'inputs', options)));
  }

  setOutputs(options: NamespaceOptions): this {
    return this.#change('outputs', first(withProperties(this.outputs, 'outputs', options)));
  }

  exposeInputs(source: SpecSource, rules: ExposeRules = {}): this {
    return this.#expose('inputs', source, rules);
  }

  exposeOutputs(source: SpecSource, rules: ExposeRules = {}): this {
    return this.#expose('outputs', source, rules);
  }

  exitCode(label: string, status: number, message: string, options: ExitCodeOptions = {}): this {
    this.#refuseSealed();
    const code = exitCode(label, status, message, options);
    const fault = exitCodeFault(code);
    if (fault !== undefined) throw new ProcessError('invalid-spec', fault);
    this.#exitCodes = { ...this.#exitCodes, [label]: code };
    return this;
  }

  /** A named maker of defaults, for ports with `generate: NAME`. */
  generator(name: string, make: () => unknown): this {
    this.#refuseSealed();
    this.#generators = { ...this.#generators, [name]: make };
    return this;
  }

  /** The steps: names of methods, methods, and what steps/outline.ts makes. */
  outline(...items: readonly OutlineItem[]): this {
    this.#refuseSealed();
    const outline = outlineOf(items);
    const fault = outlineFault(outline);
    if (fault !== undefined) throw new ProcessError('invalid-outline', fault);
    this.#outline = outline;
    return this;
  }

  hasInput(path: string): boolean {
    return getPort(this.inputs, path).ok;
  }

  hasOutput(path: string): boolean {
    return getPort(this.outputs, path).ok;
  }

  /** The code with this label, to end with. */
  exit(label: string): ExitCode {
    const code = Object.hasOwn(this.#exitCodes, label) ? this.#exitCodes[label] : undefined;
    if (code === undefined) throw new ProcessError('invalid-spec', `there is no exit code ${label}`);
    return code;
  }

  /** Nothing can be changed from now on. */
  seal(): void {
    this.#sealed = true;
  }

  describe(): JsonObject {
    const exits = Object.values(this.#exitCodes).map((code) => ({ ...code }));
    return {
      inputs: describeNamespace(this.inputs),
      outputs: describeNamespace(this.outputs),
      exitCodes: exits,
      ...(this.#outline === null ? {} : { steps: [...describeOutline(this.#outline)] }),
    };
  }

  /**
   * Of `values`, those that belong to the ports exposed from `source` under `namespace`; with `agglomerate` also those
   * exposed in the namespaces around it, the deeper ones winning.
   */
  exposedValues(
    side: Side,
    source: SpecSource,
    values: Readonly<Record<string, unknown>>,
    namespace = '',
    agglomerate = true,
  ): Record<string, unknown> {
    const levels = agglomerate ? levelsOf(namespace) : [namespace];
    const collected: Record<string, unknown> = {};
    for (const level of levels) {
      const names = this.#exposed[side].get(level)?.get(source) ?? [];
      const here = valuesAt(values, level);
      for (const name of names) if (Object.hasOwn(here, name)) collected[name] = here[name];
    }
    return collected;
  }

  #add(side: Side, path: string, options: PortOptions): this {
    const port = first(definePort(joinPath(side, path), options));
    return this.#change(side, port.ok ? withPort(this.#sides[side], path, port.value) : port);
  }

  #expose(side: Side, source: SpecSource, rules: ExposeRules): this {
    const from = source.spec();
    this.#change(side, expose(this.#sides[side], from[side], rules));
    const chosen = choose(from[side], rules);
    const at = this.#exposed[side].get(rules.namespace ?? '') ?? new Map<SpecSource, readonly string[]>();
    at.set(source, chosen.ok ? Object.keys(chosen.value.ports) : []);
    this.#exposed[side].set(rules.namespace ?? '', at);
    this.#generators = { ...from.generators, ...this.#generators };
    return this;
  }

  #change(side: Side, changed: Result<PortNamespace, PortFault>): this {
    this.#refuseSealed();
    if (!changed.ok) throw new ProcessError('invalid-spec', printPortFault(changed.error), changed.error);
    this.#sides = { ...this.#sides, [side]: changed.value };
    return this;
  }

  #refuseSealed(): void {
    if (this.#sealed)
      throw new ProcessError(
        'spec-sealed',
        'the spec is sealed: a process of this class was created already',
      );
  }
}

function first<T>(result: Result<T, readonly PortFault[]>): Result<T, PortFault> {
  if (result.ok) return result;
  const [fault] = result.error;
  if (fault === undefined) throw new Error('a failed definition names a fault');
  return { ok: false, error: fault };
}

function levelsOf(namespace: string): readonly string[] {
  const names = namespace === '' ? [] : namespace.split('.');
  return ['', ...names.map((_, index) => names.slice(0, index + 1).join('.'))];
}

function valuesAt(
  values: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> {
  let here: unknown = values;
  for (const name of path === '' ? [] : path.split('.'))
    here = (here as Record<string, unknown> | undefined)?.[name];
  return (here ?? {}) as Record<string, unknown>;
}
