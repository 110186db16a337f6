// The parts of JSON Schema 2020-12 that a reference page shows. Knows nothing of Markdown.
import type { Json } from './json.ts';

export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly $comment?: string;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: Json;
  readonly enum?: readonly Json[];
  readonly default?: Json;
  readonly examples?: readonly Json[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly patternProperties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly required?: readonly string[];
  readonly items?: JsonSchema | boolean;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly pattern?: string;
}

/** One of the schemas of a page. */
export interface NamedSchema {
  /** `pipeline` for `pipeline.schema.json`. */
  readonly name: string;
  readonly schema: JsonSchema;
}

/** The choices of a schema: of `oneOf` and `anyOf`, but for those that only say which keys go together. */
export function choices(schema: JsonSchema): readonly JsonSchema[] {
  return [...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].filter(
    (choice) => Object.keys(choice).join() !== 'required',
  );
}

/** Keys of which exactly one is needed, where a `oneOf` says nothing else. */
export function exclusiveKeys(schema: JsonSchema): readonly string[] {
  return (schema.oneOf ?? [])
    .filter((choice) => Object.keys(choice).join() === 'required')
    .flatMap((choice) => choice.required ?? []);
}
