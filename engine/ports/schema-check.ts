// Checks values against JSON Schemas, each compiled once. Knows nothing of ports. Ajv takes about 24 ms to load, so it is
// only loaded for a schema, or a value, that needs more than a few plain keywords.
import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type * as Ajv from 'ajv/dist/2020.js';
import { err, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import { isPlain, plainExpectation, typeInWords } from './plain-schema.ts';

/** A schema, or the name of a JSON type for short: `integer` is `{type: integer}`; a list of them, any of these. */
export type TypeOption = JsonObject | string | readonly (JsonObject | string)[];

export interface SchemaFault {
  /** What is wrong with the value, without its name and a full stop. */
  readonly message: string;
  /** What would have been right, in plain words. */
  readonly expected: string;
  /** Where in the value. */
  readonly within: readonly string[];
}

const compiled = new WeakMap<JsonObject, ValidateFunction>();

/** The schema that `type` stands for, or why it is none. */
export function schemaOf(type: TypeOption): Result<JsonObject, string> {
  const schema = expand(type);
  try {
    if (!isPlain(schema)) compile(schema);
    return ok(schema);
  } catch (error) {
    return err((error as Error).message);
  }
}

/** What is wrong with `value`, or undefined. */
export function schemaFault(schema: JsonObject, value: unknown): SchemaFault | undefined {
  const plain = isPlain(schema) ? plainExpectation(schema, value) : null;
  if (plain === undefined) return undefined;
  const validate = compile(schema);
  if (validate(value)) return undefined;
  const error = validate.errors?.[0];
  const place = error?.instancePath ?? '';
  const said = error?.message ?? 'is invalid';
  return {
    message: `is not of the right type. Got ${printType(value)}, expected ${printSchema(schema)} (${said}${place === '' ? '' : ` at ${place}`})`,
    expected: plain ?? (error ? inWords(error) : said),
    within: place
      .split('/')
      .slice(1)
      .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~')),
  };
}

/** What would have been right, for the faults that are made most. */
function inWords({ keyword, params, message = '' }: ErrorObject): string {
  const given = params as Readonly<Record<string, unknown>>;
  switch (keyword) {
    case 'type':
      return [given['type']]
        .flat()
        .map((type) => typeInWords(String(type)))
        .join(' or ');
    case 'required':
      return `an entry "${String(given['missingProperty'])}"`;
    case 'additionalProperties':
      return `no entry "${String(given['additionalProperty'])}"`;
    case 'enum':
      return `one of: ${(given['allowedValues'] as readonly unknown[]).map(String).join(', ')}`;
    default:
      return message.replace(/^must /, 'it to ');
  }
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

let ajv: Ajv.Ajv2020 | undefined;

function compile(schema: JsonObject): ValidateFunction {
  const known = compiled.get(schema);
  if (known !== undefined) return known;
  if (ajv === undefined) {
    const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof Ajv;
    ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: false });
  }
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
