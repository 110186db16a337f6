// The tube file as data, after `extends` and checked against its schema. Knows no code that it refers to.

export type Scope = 'runner' | 'process' | 'node';

/** `node.signal`, or a list whose texts fill slots in order and whose one-key maps fill the slot they name. */
export type Depends = string | readonly (string | { readonly [slot: string]: string })[];

export interface NodeSpecification {
  /** `./nodes.ts#multiply`, `package#name`, or `gather`, `map`, `return`, `tube`. */
  readonly type: string;
  readonly depends?: Depends;
  readonly params?: { readonly [name: string]: unknown };
  /** `input.x` is the value of a tube input. */
  readonly enabled?: boolean | string;
  readonly stateful?: boolean;
  readonly description?: string;
}

export interface InputSpecification {
  readonly type: string;
  /** A tube input is given when the tube is loaded, a process input with each `process`. Default: tube. */
  readonly scope?: 'tube' | 'process';
  readonly default?: unknown;
  readonly required?: boolean;
  readonly description?: string;
}

export interface AssetSpecification {
  readonly type: string;
  readonly scope: Scope;
  readonly params?: { readonly [name: string]: unknown } | readonly unknown[];
  /** The signal whose value the asset keeps for the next epoch. Runner scope only. */
  readonly depends?: string;
  readonly description?: string;
}

export interface TubeSpecification {
  readonly id: string;
  readonly description?: string;
  readonly input: { readonly [id: string]: InputSpecification };
  readonly assets: { readonly [id: string]: AssetSpecification };
  readonly nodes: { readonly [id: string]: NodeSpecification };
}

/** Names that no node, input or asset may have. */
export const RESERVED: readonly string[] = ['assets', 'input', 'meta', 'tube'];

export const SPECIAL = ['gather', 'map', 'return', 'tube'] as const;
export type SpecialType = (typeof SPECIAL)[number];

export function isSpecial(type: string): type is SpecialType {
  return (SPECIAL as readonly string[]).includes(type);
}
