// From what a recipe's file says of its ports to ports, each with its place. Knows no other recipe and no task.
import type {
  Namespace,
  Param,
  Port as PortForm,
  RecipeFile,
  Validator as ValidatorForm,
} from '../../schemas/generated/recipe.ts';
import type { Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import type { AnyPort, Port, PortFault, PortNamespace, Validator } from '../model/port.ts';
import { checkPort } from '../ports/check.ts';
import {
  defineNamespace,
  definePort,
  withProperties,
  type NamespaceOptions,
  type PortOptions,
} from '../ports/define.ts';
import { below, type Located } from './context.ts';
import type { Faults } from './faults.ts';
import { GENERATOR_SAMPLES } from './generators.ts';
import { typeOf } from './port-type.ts';
import { oneOf, show } from './words.ts';

export type Side = 'inputs' | 'outputs' | 'params';
export type Sides = Readonly<Record<Side, PortNamespace>>;
type Form = PortForm & Param;

/** Reads one file's ports over those that it takes from others. */
export class PortForms {
  readonly #faults: Faults;
  #broken = false;
  /** By the path as written. */
  readonly #schemas: ReadonlyMap<string, JsonObject>;

  constructor(faults: Faults, schemas: ReadonlyMap<string, JsonObject>) {
    this.#faults = faults;
    this.#schemas = schemas;
  }

  /** Whether a fault has been told: what the ports are is not known then. */
  get broken(): boolean {
    return this.#broken;
  }

  /** The ports of a side: `base`, changed by what the file says of the same names, and its own. */
  side(side: Side, file: RecipeFile, root: Located, base: PortNamespace): PortNamespace {
    const where = below(root, 'namespaces', side);
    const whole = this.#properties(base, file.namespaces?.[side] ?? {}, side, where);
    const forms = (file[side] ?? {}) as Readonly<Record<string, Form>>;
    return { ...whole, ports: this.#ports(side, forms, below(root, side), whole.ports) };
  }

  /** `namespace` with the properties that a form gives it. */
  #properties(namespace: PortNamespace, form: Namespace, path: string, where: Located): PortNamespace {
    return this.#taken(withProperties(namespace, path, this.options(form, where)), where) ?? namespace;
  }

  /** What a form says of a namespace as a whole. */
  options(form: Namespace, where: Located): NamespaceOptions {
    const type = typeOf(form, this.#schemas);
    return {
      ...(type && { type }),
      ...(form.dynamic !== undefined && { dynamic: form.dynamic }),
      ...(form.required !== undefined && { required: form.required }),
      ...(form.help !== undefined && { help: form.help }),
      ...(form.validator !== undefined && {
        validator: this.#validator<PortNamespace>(form.validator, where),
      }),
      ...(form.populate_defaults !== undefined && { populateDefaults: form.populate_defaults }),
    };
  }

  #ports(
    path: string,
    forms: Readonly<Record<string, Form>>,
    where: Located,
    base: PortNamespace['ports'],
  ): PortNamespace['ports'] {
    const ports: Record<string, AnyPort> = { ...base };
    for (const [name, form] of Object.entries(forms)) {
      const place = below(where, name);
      const existing = Object.hasOwn(base, name) ? base[name] : undefined;
      const port = this.#port(`${path}.${name}`, form, place, existing);
      if (port !== undefined) ports[name] = port;
    }
    return ports;
  }

  #port(path: string, form: Form, where: Located, existing: AnyPort | undefined): AnyPort | undefined {
    const isNamespace = form.ports !== undefined || form.dynamic === true;
    const other = existing?.tag === (isNamespace ? 'port' : 'namespace') ? existing : undefined;
    if (other !== undefined && (isNamespace || LEAF_KEYS.some((key) => form[key] !== undefined))) {
      const [is, was] = isNamespace ? ['a namespace', 'one port'] : ['one port', 'a namespace'];
      this.#tell(
        'port-mismatch',
        `"${nameOf(path)}" is ${is} here, and ${was} where it is from`,
        place(where),
        {
          ...(other.at && { related: [{ message: 'declared here', location: other.at }] }),
        },
      );
      return undefined;
    }
    return isNamespace || existing?.tag === 'namespace'
      ? this.#namespace(path, form, where, existing?.tag === 'namespace' ? existing : undefined)
      : this.#leaf(path, form, where, existing?.tag === 'port' ? existing : undefined);
  }

  #namespace(
    path: string,
    form: Form,
    where: Located,
    existing: PortNamespace | undefined,
  ): PortNamespace | undefined {
    const { document } = where;
    const misplaced = (['default', 'generate'] as const).find((key) => form[key] !== undefined);
    if (misplaced !== undefined)
      this.#tell(
        'misplaced-key',
        `a namespace has no \`${misplaced}\` of its own`,
        document.keyAt([...where.path, misplaced]),
        {
          hint: 'give defaults to the ports in it',
        },
      );
    if (form.kind !== undefined && form.dynamic !== true)
      this.#tell(
        'misplaced-key',
        '`kind` is for a single port, or with `dynamic: true`',
        document.keyAt([...where.path, 'kind']),
      );
    const start = existing ?? this.#taken(defineNamespace(path, { at: place(where) }), where);
    if (start === undefined) return undefined;
    const notes = form.kind === undefined ? start.notes : { ...start.notes, kind: form.kind };
    const whole = { ...this.#properties(start, form, path, where), at: place(where), notes };
    return { ...whole, ports: this.#ports(path, form.ports ?? {}, below(where, 'ports'), whole.ports) };
  }

  #leaf(path: string, form: Form, where: Located, existing: Port | undefined): Port | undefined {
    const side = path.slice(0, path.indexOf('.')) as Side;
    const own = typeOf(form, this.#schemas);
    const kind = form.kind ?? existing?.notes['kind'];
    const type = own && existing?.type ? { ...existing.type, ...own } : (own ?? existing?.type ?? null);
    const wanted =
      side === 'params' ? PARAM_KEYS : side === 'inputs' ? ['kind', 'ports'] : ['kind', ...PARAM_KEYS];
    if (side === 'inputs' ? kind === undefined : kind === undefined && type === null) {
      const message = `"${nameOf(path)}" does not say what it ${side === 'inputs' ? 'is' : 'takes'}`;
      this.#tell('missing-key', message, place(where), { expected: oneOf(wanted) });
      return undefined;
    }
    if (form.populate_defaults !== undefined)
      this.#tell(
        'misplaced-key',
        '`populate_defaults` is for a namespace',
        where.document.keyAt([...where.path, 'populate_defaults']),
      );
    if (
      typeof kind === 'string' &&
      kind.startsWith('path') &&
      (type !== null || form.validator !== undefined)
    )
      this.#tell(
        'misplaced-key',
        `"${nameOf(path)}" is a path, whose content is not looked into`,
        place(where),
        {
          hint: 'say `kind: record` for what is read as a record',
        },
      );
    const help = form.help ?? existing?.help;
    const validator =
      form.validator === undefined ? existing?.validator : this.#validator<Port>(form.validator, where);
    const options: PortOptions = {
      ...(type && { type }),
      required: form.required ?? existing?.required ?? true,
      ...(help !== undefined && { help }),
      ...(validator !== undefined && { validator }),
      ...fallbackOf(form, existing),
      at: place(where),
      notes: kind === undefined ? {} : { kind },
    };
    const port = this.#taken(definePort(path, options), where, options);
    if (port && form.generate !== undefined) this.#checkSample(port, form.generate, where);
    return port;
  }

  /** The value that a definition came to; or its faults, at the keys that they are about. */
  #taken<T>(
    made: Result<T, readonly PortFault[]>,
    where: Located,
    form: { readonly default?: unknown } = {},
  ): T | undefined {
    if (made.ok) return made.value;
    for (const { code, message, expected, port } of made.error) {
      const key = FAULT_KEYS[code] ?? '';
      const said =
        code === 'bad-default' && expected !== undefined
          ? `the default of "${nameOf(port)}" is ${show(form.default)}`
          : message.split(', data/')[0];
      const at = where.document.at([...where.path, key]);
      this.#tell(code, said ?? '', at, expected === undefined ? {} : { expected });
    }
    return undefined;
  }

  #tell(...fault: Parameters<Faults['error']>): void {
    this.#broken = true;
    this.#faults.error(...fault);
  }

  #validator<P>(form: ValidatorForm, where: Located): Validator<P> {
    if (typeof form === 'string') return { expression: form };
    const { expression, function: reference } = form;
    const message = form.message === undefined ? {} : { message: form.message };
    const at = where.document.at([...where.path, 'validator']);
    if ((expression === undefined) === (reference === undefined))
      this.#tell('bad-validator', 'a validator has an expression or a function', at, {
        expected: 'one of: expression, function',
      });
    if (reference !== undefined && where.path.slice(0, 2).includes('inputs'))
      this.#tell('bad-validator', 'inputs are checked by an expression only', at);
    if (reference === undefined) return { expression: expression ?? 'true', ...message };
    return { reference, at: where.document.at([...where.path, 'validator', 'function']), ...message };
  }

  #checkSample(port: Port, generator: keyof typeof GENERATOR_SAMPLES, where: Located): void {
    const sample = GENERATOR_SAMPLES[generator];
    const [fault] = checkPort({ ...port, validator: null }, sample, 'value');
    if (fault === undefined) return;
    const message = `\`generate: ${generator}\` makes values such as ${JSON.stringify(sample)}, which do not suit the port`;
    this.#tell('bad-default', message, where.document.at([...where.path, 'generate']), {
      ...(fault.expected !== undefined && { expected: fault.expected }),
    });
  }
}

const PARAM_KEYS = ['type', 'schema', 'enum', 'ports', 'dynamic'];
/** What only a single port has. */
const LEAF_KEYS = ['kind', 'default', 'generate', 'enum', 'minimum', 'maximum', 'pattern', 'items'] as const;
const FAULT_KEYS: Partial<Record<PortFault['code'], string>> = {
  'bad-default': 'default',
  'bad-validator': 'validator',
  'bad-type': 'schema',
};

function fallbackOf(form: Form, existing: Port | undefined): Pick<PortOptions, 'default' | 'generate'> {
  if (form.default !== undefined) return { default: form.default };
  if (form.generate !== undefined) return { generate: form.generate };
  const fallback = existing?.fallback;
  if (!fallback) return {};
  return fallback.kind === 'value' ? { default: fallback.value } : { generate: fallback.generator };
}

/** `render.width` for `params.render.width`. */
function nameOf(path: string): string {
  return path.slice(path.indexOf('.') + 1);
}

function place(where: Located): ReturnType<Located['document']['at']> {
  return where.document.keyAt(where.path);
}
