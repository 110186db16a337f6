// The pipeline's parameters: defaults of all files, and what `--param` says. Knows nothing of what uses them.
import { didYouMean } from '../base/did-you-mean.ts';
import type { JsonObject } from '../model/json.ts';
import { secretMark, variablesIn } from '../model/secret.ts';
import type { Faults } from './faults.ts';
import { outwards } from './names.ts';
import type { PipelineSource } from './sources.ts';

type Value = string | number | boolean;

export class PipelineParams {
  readonly #values: ReadonlyMap<string, Value>;

  constructor(values: ReadonlyMap<string, Value>) {
    this.#values = values;
  }

  /** The variables that its secrets come from. */
  get secrets(): readonly string[] {
    return variablesIn(this.toJson());
  }

  /** What a file with this prefix sees: its own parameters over those of the files that include it. */
  seenFrom(prefix: string): ReadonlyMap<string, Value> {
    const seen = new Map<string, Value>();
    for (const outer of outwards(prefix).toReversed()) {
      for (const [name, value] of this.#values) {
        const rest = name.startsWith(outer) ? name.slice(outer.length) : '.';
        if (!rest.includes('.')) seen.set(rest, value);
      }
    }
    return seen;
  }

  toJson(): JsonObject {
    return Object.fromEntries(this.#values);
  }
}

/** Where two files declare one name, the including file's default holds. */
export function compileParams(
  sources: readonly PipelineSource[],
  given: Readonly<Record<string, string>>,
  faults: Faults,
): PipelineParams {
  const values = new Map<string, Value>();
  for (const source of sources) {
    for (const [name, value] of Object.entries(source.file.params ?? {})) {
      const full = source.prefix + name;
      if (!values.has(full)) values.set(full, typeof value === 'object' ? secretMark(value.env) : value);
    }
  }
  const broken = sources.some((source) =>
    [...source.broken].some((entry) => entry === '' || entry.startsWith('params')),
  );
  for (const [name, text] of Object.entries(given)) {
    const preset = values.get(name);
    if (preset === undefined) {
      // A parameter that has a fault of its own is not unknown as well.
      if (!broken)
        faults.error(
          'unknown-param',
          `--param ${name}: the pipeline has no parameter "${name}"`,
          undefined,
          known(name, values),
        );
      continue;
    }
    const [variable] = variablesIn(preset);
    if (variable !== undefined) {
      const message = `--param ${name}: a secret is not given on the command line, where others can read it`;
      faults.error('secret-param', message, undefined, { hint: `set the variable ${variable}` });
      continue;
    }
    const value = parseAs(text, preset);
    if (value === undefined) {
      const kind = typeof preset === 'number' ? 'a number' : 'true or false';
      const expected = `${kind}, as the default ${String(preset)} is`;
      faults.error('bad-param', `--param ${name} cannot be ${JSON.stringify(text)}`, undefined, { expected });
    } else {
      values.set(name, value);
    }
  }
  return new PipelineParams(values);
}

function parseAs(text: string, preset: Value): Value | undefined {
  switch (typeof preset) {
    case 'string':
      return text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined;
    case 'number': {
      const number = Number(text);
      return text.trim() === '' || !Number.isFinite(number) ? undefined : number;
    }
    default:
      return preset satisfies never;
  }
}

function known(
  name: string,
  values: ReadonlyMap<string, Value>,
): { readonly expected?: string; readonly hint?: string } {
  const names = [...values.keys()];
  const expected =
    names.length === 0
      ? 'no --param: the pipeline declares none under `params:`'
      : `one of: ${names.join(', ')}`;
  return { expected, ...didYouMean(name, names) };
}
