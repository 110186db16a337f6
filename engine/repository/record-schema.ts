// Checks a record against a repository's JSON Schema (2020-12). Knows no files; Ajv is only loaded when a record has to
// be checked.
import { createRequire } from 'node:module';
import type { ErrorObject, ValidateFunction } from 'ajv';
import type * as Ajv from 'ajv/dist/2020.js';
import { digestOfJson, type Digest } from '../base/digest.ts';
import { ok, type Result } from '../base/result.ts';
import type { Json, JsonObject } from '../model/json.ts';
import { failure } from './failure.ts';
import type { RepositoryFailure } from './port.ts';
import { placeIn } from './record-yaml.ts';

export class RecordSchema {
  readonly digest: Digest;
  readonly #schema: JsonObject;
  #validate: ValidateFunction | undefined;

  constructor(schema: JsonObject) {
    this.#schema = schema;
    this.digest = digestOfJson(schema);
  }

  /** `text` is what the value was parsed from, for the places of its faults; `path` names it for a person. */
  check(value: Json, text: string, path: string): Result<void, RepositoryFailure> {
    try {
      this.#validate ??= compile(this.#schema);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return failure('schema', `the schema for ${path} cannot be used: ${why}`, path);
    }
    if (this.#validate(value)) return ok(undefined);
    const errors = this.#validate.errors ?? [];
    const lines = errors.slice(0, SHOWN).map((error) => describe(error, text, path));
    if (errors.length > SHOWN) lines.push(`and ${errors.length - SHOWN} more`);
    return failure('schema', lines.join('\n'), path);
  }
}

const SHOWN = 5;

function compile(schema: JsonObject): ValidateFunction {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof Ajv;
  // Formats are annotations in 2020-12 unless a vocabulary says otherwise.
  return new Ajv2020({ allErrors: true, strict: false, validateFormats: false }).compile(schema);
}

/** `authors/emma.yaml:3:7: /born must be integer` */
function describe(error: ErrorObject, text: string, path: string): string {
  const names = error.instancePath.split('/').slice(1).map(unescapePointer);
  const { line, column } = placeIn(text, names);
  const params = error.params as Record<string, unknown>;
  const detail = params['additionalProperty'] ?? params['allowedValues'] ?? params['allowedValue'];
  const said = error.message ?? error.keyword;
  return `${path}:${line}:${column}: ${error.instancePath || '/'} ${said}${detail === undefined ? '' : `: ${JSON.stringify(detail)}`}`;
}

function unescapePointer(name: string): string {
  return name.replaceAll('~1', '/').replaceAll('~0', '~');
}
