// Checks a located document against the tube schema and says each fault in a reader's words. Knows no graph.
import type { ErrorObject, ValidateFunction } from 'ajv';
import type { Diagnostic } from '../model/diagnostic.ts';
import { didYouMean, oneOf } from '../base/did-you-mean.ts';
import { at, keyAt, toPlain } from './located.ts';
import type { Located } from './located.ts';
import { RESERVED } from './spec.ts';

/** Every place where the document breaks the schema, in the order of the text. */
export async function schemaFaults(tree: Located): Promise<Diagnostic[]> {
  const validate = await validator();
  if (validate(toPlain(tree))) return [];
  const faults = (validate.errors ?? []).flatMap((error) => describe(error, tree));
  const seen = new Set<string>();
  return faults
    .filter((fault) => {
      const key = `${fault.location?.line}:${fault.location?.col}:${fault.code}:${fault.message}`;
      return !seen.has(key) && seen.add(key) !== undefined;
    })
    .sort((a, b) => order(a) - order(b));
}

let compiled: Promise<ValidateFunction> | undefined;

function validator(): Promise<ValidateFunction> {
  compiled ??= (async () => {
    const [{ Ajv2020 }, { default: schema }] = await Promise.all([
      import('../base/ajv-package.ts'),
      import('../../schemas/tube.schema.json', { with: { type: 'json' } }),
    ]);
    return new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile(schema);
  })();
  return compiled;
}

function order(fault: Diagnostic): number {
  return (fault.location?.line ?? 0) * 10_000 + (fault.location?.col ?? 0);
}

function describe(error: ErrorObject, tree: Located): readonly Diagnostic[] {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  const here = at(tree, path).location;
  const last = path.at(-1);
  const entry = last !== undefined && /^\d+$/.test(last) && at(tree, path.slice(0, -1)).kind === 'list';
  const what = last === undefined ? 'the file' : entry ? `entry ${Number(last) + 1} of ${path.at(-2)}` : last;
  const params = error.params as Readonly<Record<string, unknown>>;
  const fault = (code: string, message: string, rest: Partial<Diagnostic> = {}): readonly Diagnostic[] => [
    { code, severity: 'error', message, location: here, ...rest },
  ];
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(params['additionalProperty']);
      const known = Object.keys((error.parentSchema?.['properties'] ?? {}) as object).filter(
        (name) => name !== '$schema',
      );
      const location = keyAt(tree, [...path, key]);
      return fault('unknown-key', `unknown key "${key}"`, {
        location,
        ...oneOf(known),
        ...didYouMean(key, known),
      });
    }
    case 'required': {
      const location = path.length === 0 ? here : keyAt(tree, path);
      return fault('missing-key', `"${what}" has no "${String(params['missingProperty'])}"`, { location });
    }
    case 'type': {
      const wanted = [params['type']]
        .flat()
        .map((type) => (type === 'array' ? 'a list' : type === 'object' ? 'a map' : `a ${String(type)}`));
      return fault('wrong-type', `"${what}" is ${kindOf(error.data)}`, { expected: wanted.join(' or ') });
    }
    case 'enum':
      return error.schemaPath.includes('/not/')
        ? []
        : fault(
            'wrong-value',
            `"${what}" cannot be ${JSON.stringify(error.data)}`,
            oneOf((params['allowedValues'] as unknown[]).map(String)),
          );
    case 'pattern':
      return error.propertyName === undefined
        ? patternFault(error, what, fault)
        : nameFault(error.propertyName, keyAt(tree, [...path, error.propertyName]), fault);
    case 'not':
      return error.propertyName === undefined
        ? []
        : nameFault(error.propertyName, keyAt(tree, [...path, error.propertyName]), fault);
    case 'minProperties':
    case 'maxProperties':
      return fault('wrong-value', 'an entry of "depends" names one slot', { expected: 'SLOT: NODE.SIGNAL' });
    case 'minItems':
    case 'minLength':
      return fault('wrong-value', `"${what}" is empty`);
    default:
      return []; // `if` and `propertyNames` only wrap the faults that say what is wrong
  }
}

type MakeFault = (code: string, message: string, rest?: Partial<Diagnostic>) => readonly Diagnostic[];

function patternFault(error: ErrorObject, what: string, fault: MakeFault): readonly Diagnostic[] {
  const text = JSON.stringify(error.data);
  if (what === 'id')
    return fault('wrong-value', `${text} is no id`, { expected: 'letters, digits, _, -, / and #' });
  if (what === 'enabled')
    return fault('wrong-value', `"enabled" cannot be ${text}`, { expected: 'true, false or input.NAME' });
  return fault('wrong-value', `${text} names no signal`, {
    expected: 'NODE.SIGNAL, input.NAME or assets.NAME',
  });
}

function nameFault(name: string, location: Diagnostic['location'], fault: MakeFault): readonly Diagnostic[] {
  const place = location === undefined ? {} : { location };
  return RESERVED.includes(name)
    ? fault('reserved-name', `"${name}" is a name of the tube's own`, {
        ...place,
        hint: 'choose another name',
      })
    : fault('wrong-name', `"${name}" is no identifier`, {
        ...place,
        expected: 'letters, digits and _, not starting with a digit',
      });
}

function kindOf(data: unknown): string {
  if (data === null) return 'empty';
  if (Array.isArray(data)) return 'a list';
  return typeof data === 'object' ? 'a map' : `the ${typeof data} ${JSON.stringify(data)}`;
}
