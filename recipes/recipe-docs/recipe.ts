// The parts of a recipe's file that its page shows; pipe checks them against schemas/recipe.schema.json.

import type { Step } from './steps-text.ts';

export interface Recipe {
  readonly description?: string;
  readonly extends?: string;
  readonly expose?: Exposure | readonly Exposure[];
  readonly inputs?: Readonly<Record<string, Port>>;
  readonly outputs?: Readonly<Record<string, Port>>;
  readonly params?: Readonly<Record<string, Port>>;
  readonly run?: string;
  readonly exec?: readonly string[];
  readonly function?: string | { readonly module: string; readonly export?: string };
  readonly tube?: string;
  readonly steps?: readonly Step[];
  readonly tools?: readonly string[];
  readonly depfile?: string;
  readonly exit_codes?: Readonly<Record<string, ExitCode>>;
  readonly example?: string;
}

export interface Exposure {
  readonly from: string;
  readonly namespace?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

export interface ExitCode {
  readonly status: number;
  readonly message: string;
  readonly ok?: boolean;
  readonly retry?: boolean;
  readonly invalidates_cache?: boolean;
}

/** An input, output or parameter, or a namespace of them. */
export interface Port {
  readonly kind?: string;
  readonly type?: string | readonly string[];
  readonly schema?: unknown;
  readonly items?: string;
  readonly default?: unknown;
  readonly generate?: string;
  readonly required?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly help?: string;
  readonly ports?: Readonly<Record<string, Port>>;
  readonly dynamic?: boolean;
}
