// The values that whoever runs a tube gives: once for the tube, or with each epoch. Knows no nodes.
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean, oneOf } from '../base/did-you-mean.ts';
import { keyAt } from './located.ts';
import type { Located } from './located.ts';
import type { InputSpecification } from './spec.ts';
import { TubeError } from './tube-error.ts';

export type InputValues = { readonly [name: string]: unknown };

const NOTHING: InputValues = Object.freeze({});

export class InputCollection {
  readonly specs: { readonly [name: string]: InputSpecification };
  /** The tube inputs, defaults filled in. */
  readonly tube: InputValues;
  readonly #process: readonly (readonly [string, InputSpecification])[];

  constructor(specs: { readonly [name: string]: InputSpecification }, given: InputValues) {
    this.specs = specs;
    const values = Object.entries(specs).filter(([, spec]) => spec.scope !== 'process');
    this.tube = Object.freeze(
      Object.fromEntries(values.map(([name, spec]) => [name, valueOf(name, spec, given)])),
    );
    this.#process = Object.entries(specs).filter(([, spec]) => spec.scope === 'process');
  }

  /** The process inputs of one epoch. Throws `input-missing`. */
  forEpoch(given: InputValues): InputValues {
    if (this.#process.length === 0) return NOTHING;
    const missing = this.missing(given);
    if (missing.length > 0) {
      throw new TubeError(
        'input-missing',
        `${missing.length === 1 ? 'the input' : 'the inputs'} ${missing.join(', ')} must be given with each process`,
      );
    }
    return Object.fromEntries(this.#process.map(([name, spec]) => [name, valueOf(name, spec, given)]));
  }

  /** The process inputs that must be given and are not. */
  missing(given: InputValues): readonly string[] {
    return this.#process.filter(([name, spec]) => isMissing(name, spec, given)).map(([name]) => name);
  }

  /** `run` and `iter` give no process inputs. Throws `input-missing` where some must be given. */
  requireNone(tube: string): void {
    const missing = this.missing({});
    if (missing.length === 0) return;
    const message = `the tube ${tube} takes ${missing.join(', ')} with each process, which run and iter do not give`;
    throw new TubeError('input-missing', message);
  }

  /** The names among these that are no process input. */
  extra(given: InputValues): readonly string[] {
    return Object.keys(given).filter((name) => this.specs[name]?.scope !== 'process');
  }
}

/** What is wrong with the tube inputs that were given: a missing one is an error, a needless one a warning. */
export function inputFaults(
  specs: { readonly [name: string]: InputSpecification },
  given: InputValues,
  tree: Located,
): Diagnostic[] {
  const tube = Object.entries(specs).filter(([, spec]) => spec.scope !== 'process');
  const missing = tube
    .filter(([name, spec]) => isMissing(name, spec, given))
    .map(([name]): Diagnostic => ({
      code: 'input-missing',
      severity: 'error',
      message: `the input "${name}" must be given`,
      location: keyAt(tree, ['input', name]),
    }));
  const names = tube.map(([name]) => name);
  const extra = Object.keys(given)
    .filter((name) => !names.includes(name))
    .map((name): Diagnostic => ({
      code: 'extra-input',
      severity: 'warning',
      message:
        specs[name] === undefined
          ? `the tube has no input "${name}"`
          : `the input "${name}" is given with each process, not with the tube`,
      location: keyAt(tree, specs[name] === undefined ? ['input'] : ['input', name]),
      ...oneOf(names),
      ...didYouMean(name, names),
    }));
  return [...missing, ...extra];
}

function valueOf(name: string, spec: InputSpecification, given: InputValues): unknown {
  if (Object.hasOwn(given, name) && given[name] !== undefined) return given[name];
  return spec.default ?? null;
}

function isMissing(name: string, spec: InputSpecification, given: InputValues): boolean {
  return (spec.required ?? true) && spec.default === undefined && given[name] === undefined;
}
