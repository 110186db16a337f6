// Made by recipes/schema-types/generate.ts from book.schema.json; do not edit.
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
export declare const validateBook: Validator;
