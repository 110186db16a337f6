// Checks values against JSON Schemas, each compiled once. Knows nothing of ports. Loading it loads Ajv (about 24 ms), so
// nothing on the way to an idle build may import it.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { err, ok, type Result } from '../../base/result.ts';
import type { JsonObject } from '../../model/json.ts';

/** A schema, or the name of a JSON type for short: `integer` is `{type: integer}`; a list of them, any of these. */
export type TypeOption = JsonObject | string | readonly (JsonObject | string)[];

const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
const compiled = new WeakMap<JsonObject, ValidateFunction>();

/** The schema that `type` stands for, or why it is none. */
export function schemaOf(type: TypeOption): Result<JsonObject, string> {
  const schema = expand(type);
  try {
    compile(schema);
    return ok(schema);
  } catch (error) {
    return err((error as Error).message);
  }
}

/** What is wrong with `value`, without a full stop, or undefined. */
export function schemaFault(schema: JsonObject, value: unknown): string | undefined {
  const validate = compile(schema);
  if (validate(value)) return undefined;
  const error = validate.errors?.[0];
  const place = error?.instancePath ? ` at ${error.instancePath}` : '';
  return `is not of the right type. Got ${printType(value)}, expected ${printSchema(schema)} (${error?.message ?? 'invalid'}${place})`;
}

/** `integer`, `string or null`, or the schema itself. */
export function printSchema(schema: JsonObject): string {
  const { type, anyOf } = schema;
  if (typeof schema['title'] === 'string') return schema['title'];
  if (Array.isArray(anyOf)) return anyOf.map((each) => printSchema(each as JsonObject)).join(' or ');
  if (typeof type === 'string') return type;
  if (Array.isArray(type)) return type.join(' or ');
  return JSON.stringify(schema);
}

function compile(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  const validate = ajv.compile(schema);
  compiled.set(schema, validate);
  return validate;
}

function expand(type: TypeOption): JsonObject {
  if (typeof type === 'string') return { type };
  if (Array.isArray(type)) return { anyOf: type.map((each: JsonObject | string) => expand(each)) };
  return type as JsonObject;
}

function printType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}
