// What a tube takes and gives, read from its files alone: no module is imported. Knows no nodes' kinds.
import { basename, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { readExtended } from './extend.ts';
import { toPlain } from './located.ts';
import type { InputSpecification, NodeSpecification, TubeSpecification } from './spec.ts';

export interface TubeOutline {
  readonly id: string;
  readonly inputs: Readonly<
    Record<string, { readonly scope: 'tube' | 'process'; readonly required: boolean }>
  >;
  /** The result: nothing, one value, a list (also a list with a record), or a record with these names. */
  readonly result:
    | { readonly type: 'none' | 'value' | 'list' }
    | { readonly type: 'record'; readonly names: readonly string[] };
}

/** The outline, or the faults that keep the file from being read. */
export async function outlineTube(file: string): Promise<Result<TubeOutline, readonly Diagnostic[]>> {
  const read = await readExtended(resolve(file));
  if (!read.ok) return read;
  const spec = toPlain(read.value) as Partial<TubeSpecification>;
  return ok({
    id: spec.id ?? basename(file).replace(/(?:\.tube)?\.ya?ml$/, ''),
    inputs: Object.fromEntries(
      Object.entries(spec.input ?? {}).map(([name, input]) => [
        name,
        { scope: input.scope ?? 'tube', required: isRequired(input) },
      ]),
    ),
    result: resultOf(Object.values(spec.nodes ?? {}).find((node) => node.type === 'return')),
  });
}

function isRequired(input: InputSpecification): boolean {
  return (input.required ?? true) && input.default === undefined;
}

function resultOf(node: NodeSpecification | undefined): TubeOutline['result'] {
  const depends = node?.depends;
  if (depends === undefined || depends.length === 0) return { type: 'none' };
  if (typeof depends === 'string') return { type: 'value' };
  if (depends.some((entry) => typeof entry === 'string')) return { type: 'list' };
  return { type: 'record', names: depends.flatMap((entry) => Object.keys(entry)) };
}
