// Made by recipes/schema-types/generate.ts from pipeline.schema.json, recipe.schema.json, tube.schema.json; do not edit.
export interface SchemaFault {
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly propertyName?: string;
  readonly message?: string;
}
export interface Validator {
  (value: unknown): boolean;
  readonly errors?: readonly SchemaFault[] | null;
}
export declare const validatePipeline: Validator;
export declare const validateRecipe: Validator;
export declare const validateTube: Validator;
