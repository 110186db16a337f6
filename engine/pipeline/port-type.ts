// The JSON Schema that a port's keys come to. Knows no other keys of a port.
import type { Param } from '../../schemas/generated/recipe.ts';
import type { Json, JsonObject } from '../model/json.ts';

const KEYWORDS = ['type', 'enum', 'minimum', 'maximum', 'minLength', 'maxLength', 'pattern'] as const;

type Form = Pick<Param, (typeof KEYWORDS)[number] | 'items' | 'schema'>;

/** Undefined where the port says nothing of its type. `schemas` are those in files, by their paths as written. */
export function typeOf(form: Form, schemas: ReadonlyMap<string, JsonObject>): JsonObject | undefined {
  const { schema } = form;
  const plain: Record<string, Json> = {};
  for (const key of KEYWORDS) if (form[key] !== undefined) plain[key] = form[key] as Json;
  if (form.items !== undefined) plain['items'] = { type: form.items };
  if (schema === undefined) return Object.keys(plain).length === 0 ? undefined : plain;
  const named = typeof schema === 'string' ? schemas.get(schema) : (schema as JsonObject);
  // One that cannot be read has been told.
  if (named === undefined) return plain;
  return Object.keys(plain).length === 0 ? named : { ...plain, allOf: [named] };
}
