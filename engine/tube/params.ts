// Puts the tube's inputs where params name them, and checks the names of params. Knows no nodes.
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean, oneOf } from '../base/did-you-mean.ts';
import type { InputCollection } from './input.ts';
import { at, keyAt } from './located.ts';
import type { Located } from './located.ts';
import type { TubeSpecification } from './spec.ts';

/** A copy in which every top-level text `input.x` is that tube input. */
export function fillParams(
  params: { readonly [name: string]: unknown },
  inputs: InputCollection,
): Record<string, unknown>;
export function fillParams(params: readonly unknown[], inputs: InputCollection): unknown[];
export function fillParams(params: object, inputs: InputCollection): unknown {
  const fill = (value: unknown): unknown => {
    const name = inputName(value);
    return name === undefined ? value : inputs.tube[name];
  };
  if (Array.isArray(params)) return params.map(fill);
  return Object.fromEntries(Object.entries(params).map(([key, value]) => [key, fill(value)]));
}

/** Params that name no tube input, at a path of the document such as `nodes.a.params`. */
export function paramInputFaults(
  params: unknown,
  path: readonly (string | number)[],
  spec: TubeSpecification,
  tree: Located,
): Diagnostic[] {
  return Object.entries(params ?? {}).flatMap(([key, value]): Diagnostic[] => {
    const name = inputName(value);
    const { location } = at(tree, [...path, key]);
    if (name === undefined) return [];
    const known = Object.keys(spec.input).filter((input) => spec.input[input]?.scope !== 'process');
    if (known.includes(name)) return [];
    if (spec.input[name] === undefined) {
      return [
        {
          code: 'unknown-input',
          severity: 'error',
          message: `the tube has no input "${name}"`,
          location,
          ...oneOf(known),
          ...didYouMean(name, known),
        },
      ];
    }
    const message = `the input "${name}" is given with each process, too late for this`;
    return [
      {
        code: 'process-input',
        severity: 'error',
        message,
        location,
        hint: 'take it through depends, or give it the scope tube',
      },
    ];
  });
}

/** Params that the type does not take. */
export function paramNameFaults(
  params: unknown,
  allowed: readonly string[] | null,
  path: readonly (string | number)[],
  tree: Located,
): Diagnostic[] {
  if (allowed === null || Array.isArray(params)) return [];
  return Object.keys(params ?? {})
    .filter((name) => !allowed.includes(name))
    .map((name) => ({
      code: 'unknown-param',
      severity: 'error',
      message: `${String(path[1])} takes no parameter "${name}"`,
      location: keyAt(tree, [...path, name]),
      ...oneOf(allowed),
      ...didYouMean(name, allowed),
    }));
}

function inputName(value: unknown): string | undefined {
  return typeof value === 'string' ? /^input\.([A-Za-z_$][\w$]*)$/.exec(value)?.[1] : undefined;
}
