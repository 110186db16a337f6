// Says what an error of Ajv means in the words of the format. Knows neither places nor files.
import type { SchemaFault } from '../../schemas/generated/validators.mjs';
import { nearest } from '../base/did-you-mean.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { DocumentPath } from './document-node.ts';
import { likelyDuration } from './duration.ts';
import { likelyQuantity } from './quantity.ts';
import { kindOf, oneOf, show, typeNames } from './words.ts';
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
  /** Of a missing key: its name, or the names of which one is wanted. */
  readonly missing?: readonly string[];
}

export function explainFault(
  fault: SchemaFault,
  path: DocumentPath,
  root: Json,
  schema: JsonObject,
): Explanation {
  const here = schemaAt(schema, root, path) ?? {};
  const value = valueAt(root, path);
  const name = path.length === 0 ? 'the file' : `"${String(path.at(-1))}"`;
  const expected = expectation(here);
  switch (fault.keyword) {
    case 'additionalProperties':
      return unknownKey(String(fault.params['additionalProperty']), path, here);
    case 'required': {
      const missing = String(fault.params['missingProperty']);
      const tags = here['discriminator'] === undefined ? undefined : unionTags(schema, here, missing);
      const want = tags ? oneOf(tags) : likeThis(missing, schemaAt(schema, root, [...path, missing]));
      return {
        code: 'missing-key',
        message: `${name} has no "${missing}"`,
        path,
        atKey: path.length > 0,
        ...(missing === 'secret' ? plainParameter(path, value) : said(want)),
        missing: [missing],
      };
    }
    case 'dependentRequired': {
      const [key, needs] = [String(fault.params['property']), String(fault.params['missingProperty'])];
      const message = `"${key}" goes with "${needs}"`;
      return { code: 'missing-key', message, path: [...path, key], atKey: true, missing: [needs] };
    }
    case 'oneOf':
      return actionFault(fault, path, here, value);
    case 'discriminator': {
      const tags = unionTags(schema, here, 'type');
      return {
        code: 'wrong-value',
        message: `${show(fault.params['tagValue'])} is no kind of repository`,
        path: [...path, 'type'],
        atKey: false,
        ...said(oneOf(tags)),
        ...meant(fault.params['tagValue'], tags),
      };
    }
    case 'enum': {
      const allowed = fault.params['allowedValues'] as readonly Json[];
      return {
        code: 'wrong-value',
        message: `${name} is ${show(value)}`,
        path,
        atKey: false,
        ...said(oneOf(allowed)),
        ...meant(value, allowed),
      };
    }
    case 'const':
      return {
        code: 'wrong-value',
        message: `${name} is ${show(value)}`,
        path,
        atKey: false,
        ...said(show(fault.params['allowedValue'])),
      };
    case 'type':
      return {
        code: 'wrong-type',
        message: `${name} is ${kindOf(value)}`,
        path,
        atKey: false,
        ...said(expected ?? typeNames(fault.params['type'])),
      };
    case 'pattern':
      if (fault.propertyName !== undefined) return badName(fault.propertyName, path);
      return {
        code: 'wrong-value',
        message: `${show(value)} is no ${titleOf(here)}`,
        path,
        atKey: false,
        ...said(expected),
        ...likely(value, here),
      };
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum': {
      const word =
        { '>=': 'at least', '>': 'more than', '<=': 'at most', '<': 'less than' }[
          String(fault.params['comparison'])
        ] ?? '';
      return {
        code: 'wrong-value',
        message: `${name} is ${show(value)}`,
        path,
        atKey: false,
        expected: `${word} ${String(fault.params['limit'])}`,
      };
    }
    case 'minItems':
    case 'minProperties':
      return {
        code: 'wrong-value',
        message: `${name} is empty`,
        path,
        atKey: false,
        expected: 'at least one entry',
      };
    default:
      return {
        code: 'wrong-value',
        message: `${name} ${fault.message ?? 'is wrong'}`,
        path,
        atKey: false,
        ...said(expected),
      };
  }
}

/** Of a parameter whose default stands where only recipes have it: `width: { default: 80 }`. */
function plainParameter(path: DocumentPath, value: Json | undefined): Pick<Explanation, 'expected' | 'hint'> {
  const meant = (value as JsonObject)['default'];
  return {
    expected: 'the value itself, or a mapping with `secret: true`',
    ...(meant !== undefined &&
      typeof meant !== 'object' && { hint: `write \`${path.at(-1)}: ${String(meant)}\`` }),
  };
}

function unknownKey(key: string, path: DocumentPath, schema: JsonObject): Explanation {
  const known = propertiesOf(schema);
  // `inputs { book: … }`, `inputs:{ … }`: braces in braces keep YAML from seeing it.
  const [, word = key] = /^([\w.-]+):?\s*[{[]/.exec(key) ?? [];
  if (word !== key && known.includes(word))
    return {
      code: 'unknown-key',
      message: `a \`:\` is missing after \`${word}\``,
      path: [...path, key],
      atKey: true,
    };
  const near = nearest(key, known);
  const hint =
    key === '<<'
      ? 'merge keys are not part of YAML 1.2: write an alias for the whole value'
      : near && `did you mean "${near}"?`;
  return {
    code: 'unknown-key',
    message: `unknown key "${key}"`,
    path: [...path, key],
    atKey: true,
    // A long list helps nobody who only mistyped.
    ...(near === undefined || known.length <= 12
      ? said(oneOf(known.filter((name) => name !== '$schema')))
      : {}),
    ...(hint && { hint }),
    ...(near && { nearest: near }),
  };
}

function actionFault(
  fault: SchemaFault,
  path: DocumentPath,
  schema: JsonObject,
  value: Json | undefined,
): Explanation {
  const ways = ((schema['oneOf'] ?? []) as { required: string[] }[]).flatMap((branch) => branch.required);
  const present = ways.filter((way) => typeof value === 'object' && value !== null && way in value);
  const last = path.at(-1);
  const owner = last === undefined ? 'the recipe' : typeof last === 'number' ? 'the step' : `"${last}"`;
  const second = present[1];
  if (fault.params['passingSchemas'] === null || second === undefined) {
    return {
      code: 'missing-key',
      message: `${owner} does not say what to do`,
      path,
      atKey: true,
      expected: oneOf(ways),
      missing: ways,
    };
  }
  return {
    code: 'conflicting-keys',
    message: `${owner} has both "${present[0]}" and "${second}"`,
    path: [...path, second],
    atKey: true,
    expected: `exactly ${oneOf(ways)}`,
  };
}

function badName(name: string, path: DocumentPath): Explanation {
  const [what, rule] = NAMES[String(path.at(-1))] ?? [
    'name',
    'letters, digits, `_` and `-`, with a letter or `_` first',
  ];
  return {
    code: 'bad-name',
    message: `"${name}" is no ${what}`,
    path: [...path, name],
    atKey: true,
    expected: rule,
  };
}

const NAMES: Readonly<Record<string, readonly [what: string, rule: string]>> = {
  tasks: ['task name', 'letters, digits, `_`, `-` and `.`'],
  repositories: ['repository name', 'letters, digits, `_` and `-`, with a letter or `_` first'],
  env: ["variable's name", 'letters, digits and `_`'],
  exit_codes: ['name of an exit code', 'capital letters, digits and `_`, with a letter first'],
};

/** What a schema wants, in a phrase: its comment says it where the keywords do not. */
function expectation(schema: JsonObject): string | undefined {
  const comment = schema['$comment'];
  if (typeof comment === 'string') return comment;
  if (Array.isArray(schema['enum'])) return oneOf(schema['enum'] as Json[]);
  return schema['type'] === undefined ? undefined : typeNames(schema['type']);
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

/** `an entry such as path: books/{key}.txt`. */
function likeThis(key: string, schema: JsonObject | undefined): string | undefined {
  const example = Array.isArray(schema?.['examples']) ? (schema['examples'] as Json[])[0] : undefined;
  if (example === undefined || typeof example === 'object') return undefined;
  return `an entry such as \`${key}: ${String(example)}\``;
}

/** What a text that is nearly a quantity or a duration means. */
function likely(value: Json | undefined, schema: JsonObject): { readonly hint?: string } {
  const guesses: Readonly<Record<string, (text: string) => string | undefined>> = {
    quantity: likelyQuantity,
    duration: likelyDuration,
  };
  const guess = guesses[titleOf(schema)]?.(typeof value === 'string' ? value : '');
  return guess === undefined ? {} : { hint: `did you mean "${guess}"?` };
}

function valueAt(root: Json, path: DocumentPath): Json | undefined {
  return path.reduce<Json | undefined>(
    (at, step) => (at as Record<string | number, Json> | null | undefined)?.[step],
    root,
  );
}
