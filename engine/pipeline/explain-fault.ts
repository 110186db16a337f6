// Says what an error of Ajv means in the words of the format. Knows neither places nor files.
import type { SchemaFault } from '../../schemas/generated/validators.mjs';
import { nearest } from '../base/did-you-mean.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { DocumentPath } from './document-node.ts';
import { propertiesOf, schemaAt, unionTags } from './schema-at.ts';

export interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly path: DocumentPath;
  /** The key at the end of the path is wrong, not its value. */
  readonly atKey: boolean;
  readonly expected?: string;
  readonly hint?: string;
  /** Of an unknown key: the known one that it resembles. */
  readonly nearest?: string;
}

export function explainFault(fault: SchemaFault, path: DocumentPath, root: Json, schema: JsonObject): Explanation {
  const here = schemaAt(schema, root, path) ?? {};
  const value = valueAt(root, path);
  const name = path.length === 0 ? 'the file' : `"${String(path.at(-1))}"`;
  const expected = expectation(here);
  switch (fault.keyword) {
    case 'additionalProperties':
      return unknownKey(String(fault.params['additionalProperty']), path, here);
    case 'required': {
      const missing = String(fault.params['missingProperty']);
      const what = schemaAt(schema, root, [...path, missing])?.['description'];
      return { code: 'missing-key', message: `${name} has no "${missing}"`, path, atKey: path.length > 0, ...said(firstSentence(what)) };
    }
    case 'oneOf':
      return actionFault(fault, path, here, value);
    case 'discriminator': {
      const tags = unionTags(schema, here, 'type');
      if (fault.params['error'] === 'tag' && fault.params['tagValue'] === undefined) {
        return { code: 'missing-key', message: `${name} has no "type"`, path, atKey: true, ...said(oneOf(tags)) };
      }
      return { code: 'wrong-value', message: `${show(fault.params['tagValue'])} is no kind of repository`, path: [...path, 'type'], atKey: false, ...said(oneOf(tags)), ...meant(fault.params['tagValue'], tags) };
    }
    case 'enum': {
      const allowed = fault.params['allowedValues'] as readonly Json[];
      return { code: 'wrong-value', message: `${name} is ${show(value)}`, path, atKey: false, ...said(oneOf(allowed)), ...meant(value, allowed) };
    }
    case 'const':
      return { code: 'wrong-value', message: `${name} is ${show(value)}`, path, atKey: false, ...said(show(fault.params['allowedValue'])) };
    case 'type':
      return { code: 'wrong-type', message: `${name} is ${kindOf(value)}`, path, atKey: false, ...said(expected ?? typeNames(fault.params['type'])) };
    case 'pattern':
      if (fault.propertyName !== undefined) return badName(fault.propertyName, path);
      return { code: 'wrong-value', message: `${show(value)} is no ${titleOf(here)}`, path, atKey: false, ...said(expected) };
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum': {
      const word = { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' }[String(fault.params['comparison'])] ?? '';
      return { code: 'wrong-value', message: `${name} is ${show(value)}`, path, atKey: false, expected: `a number ${word} ${String(fault.params['limit'])}` };
    }
    case 'minItems':
    case 'minProperties':
      return { code: 'wrong-value', message: `${name} is empty`, path, atKey: false, expected: 'at least one entry' };
    default:
      return { code: 'wrong-value', message: `${name} ${fault.message ?? 'is wrong'}`, path, atKey: false, ...said(expected) };
  }
}

function unknownKey(key: string, path: DocumentPath, schema: JsonObject): Explanation {
  const known = propertiesOf(schema);
  const near = nearest(key, known);
  const hint = key === '<<' ? 'merge keys are not part of YAML 1.2: write an alias for the whole value' : near && `did you mean "${near}"?`;
  return {
    code: 'unknown-key',
    message: `unknown key "${key}"`,
    path: [...path, key],
    atKey: true,
    ...said(oneOf(known.filter((name) => name !== '$schema'))),
    ...(hint && { hint }),
    ...(near && { nearest: near }),
  };
}

function actionFault(fault: SchemaFault, path: DocumentPath, schema: JsonObject, value: Json | undefined): Explanation {
  const ways = ((schema['oneOf'] ?? []) as { required: string[] }[]).flatMap((branch) => branch.required);
  const present = ways.filter((way) => typeof value === 'object' && value !== null && way in value);
  const owner = path.length === 0 ? 'the recipe' : `"${String(path.at(-1))}"`;
  const second = present[1];
  if (fault.params['passingSchemas'] === null || second === undefined) {
    return { code: 'missing-key', message: `${owner} does not say what to do`, path, atKey: true, expected: oneOf(ways) };
  }
  return { code: 'conflicting-keys', message: `${owner} has both "${present[0]}" and "${second}"`, path: [...path, second], atKey: true, expected: `exactly ${oneOf(ways)}` };
}

function badName(name: string, path: DocumentPath): Explanation {
  const what = { tasks: 'task name', repositories: 'repository name', env: "variable's name" }[String(path.at(-1))] ?? 'name';
  const rule = what === 'task name' ? 'letters, digits, `_`, `-` and `.`' : what === "variable's name" ? 'letters, digits and `_`' : 'letters, digits, `_` and `-`, with a letter or `_` first';
  return { code: 'bad-name', message: `"${name}" is no ${what}`, path: [...path, name], atKey: true, expected: rule };
}

/** What a schema wants, in a phrase: its comment says it where the keywords do not. */
function expectation(schema: JsonObject): string | undefined {
  const comment = schema['$comment'];
  if (typeof comment === 'string') return comment;
  if (Array.isArray(schema['enum'])) return oneOf(schema['enum'] as Json[]);
  return schema['type'] === undefined ? undefined : typeNames(schema['type']);
}

function typeNames(type: unknown): string {
  const names = (Array.isArray(type) ? type : String(type).split(',')).map((name) => TYPE_NAMES[String(name)] ?? String(name));
  return names.join(names.length === 2 ? ' or ' : ', ');
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
};

/** What a value is, for a fault: `a list`, `the number 5`. */
export function kindOf(value: Json | undefined): string {
  if (value === null || value === undefined) return 'empty';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'object':
      return 'a map';
    case 'number':
      return `the number ${value}`;
    case 'boolean':
      return String(value);
    default:
      return `the text ${show(value)}`;
  }
}

export function show(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

function oneOf(values: readonly Json[]): string {
  return values.length === 1 ? String(values[0]) : `one of: ${values.map(String).join(', ')}`;
}

function meant(value: unknown, known: readonly Json[]): { readonly hint?: string } {
  const near = typeof value === 'string' ? nearest(value, known.map(String)) : undefined;
  return near === undefined ? {} : { hint: `did you mean "${near}"?` };
}

function said(expected: string | undefined): { readonly expected?: string } {
  return expected === undefined ? {} : { expected };
}

function titleOf(schema: JsonObject): string {
  return typeof schema['title'] === 'string' ? schema['title'].toLowerCase() : 'such value';
}

function firstSentence(text: unknown): string | undefined {
  return typeof text === 'string' ? text.split(/[.:](?:\s|$)/, 1)[0] : undefined;
}

function valueAt(root: Json, path: DocumentPath): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => (at as Record<string | number, Json> | null | undefined)?.[step], root);
}
