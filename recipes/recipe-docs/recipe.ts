// The parts of a recipe's file that its page shows; pipe checks them against schemas/recipe.schema.json.

export interface Recipe {
  readonly description?: string;
  readonly inputs?: Readonly<Record<string, Port>>;
  readonly outputs?: Readonly<Record<string, Port>>;
  readonly params?: Readonly<Record<string, Param>>;
  readonly run?: string;
  readonly exec?: readonly string[];
  readonly function?: string | { readonly module: string; readonly export?: string };
  readonly tube?: string;
  readonly tools?: readonly string[];
  readonly depfile?: string;
  readonly exit_codes?: Readonly<Record<string, { readonly status: number; readonly message: string }>>;
  readonly example?: string;
}

export interface Port {
  readonly kind: string;
  readonly required?: boolean;
  readonly help?: string;
}

export interface Param {
  readonly type: string;
  readonly items?: string;
  readonly default?: unknown;
  readonly required?: boolean;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly help?: string;
}
