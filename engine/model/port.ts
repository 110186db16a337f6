// What a port and a namespace of ports are, as readonly data. Knows nothing of how values are checked or filled in.
import { err, ok, type Result } from '../base/result.ts';
import type { JsonObject } from './json.ts';
import type { Location } from './location.ts';

/** One typed input, output or parameter. */
export interface Port {
  readonly tag: 'port';
  /** JSON Schema (2020-12) that a value must satisfy; null takes anything, live objects too. */
  readonly type: JsonObject | null;
  readonly required: boolean;
  readonly help: string | null;
  readonly fallback: Fallback | null;
  readonly validator: Validator<Port> | null;
  /** Where it is declared, for messages. */
  readonly at: Location | null;
  /** What others keep with it (`kind: path`, …); no meaning here. */
  readonly notes: JsonObject;
}

/** Ports under a name, nested as deep as wished; itself something that stands where a port stands. */
export interface PortNamespace {
  readonly tag: 'namespace';
  readonly ports: Readonly<Record<string, AnyPort>>;
  /** Takes values under names that are no ports. */
  readonly dynamic: boolean;
  /** JSON Schema for those values; nested mappings are looked into, their leaves must match. */
  readonly type: JsonObject | null;
  readonly required: boolean;
  readonly help: string | null;
  readonly fallback: Fallback | null;
  /** Sees all values of the namespace, after each port was found valid. */
  readonly validator: Validator<PortNamespace> | null;
  /** False: a namespace that was not given stays absent, whatever defaults its ports have. */
  readonly populateDefaults: boolean;
  readonly at: Location | null;
  readonly notes: JsonObject;
}

export type AnyPort = Port | PortNamespace;

/** What stands for a value that was not given: a value (each process gets a copy) or what a generator makes. */
export type Fallback =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'generate'; readonly generator: string | (() => unknown) };

/** Says what is wrong, or nothing. An expression is a Liquid condition over `value` (and a mapping's members). */
export type Validator<P> =
  | ((value: never, port: P) => string | null | undefined)
  | { readonly expression: string; readonly message?: string }
  | ModuleValidator;

/** A function of a user's module, which is asked in another process and by nothing here. */
export interface ModuleValidator {
  /** `./check.ts#isPalette`, relative to the file of `at`. */
  readonly reference: string;
  readonly at: Location;
  readonly message?: string;
}

/** A fault with a value or a definition; `port` is the dotted path, such as `inputs.ns.a`. */
export interface PortFault {
  readonly code:
    | 'missing-value'
    | 'wrong-type'
    | 'invalid-value'
    | 'unexpected-port'
    | 'not-a-namespace'
    | 'no-such-port'
    | 'not-a-port'
    | 'bad-path'
    | 'bad-type'
    | 'bad-default'
    | 'bad-validator'
    | 'bad-option'
    | 'unknown-generator'
    | 'occupied';
  readonly port: string;
  readonly message: string;
  readonly at: Location | null;
  /** Of a value of the wrong type: what would have been right, in plain words, and where in the value. */
  readonly expected?: string;
  readonly within?: readonly string[];
}

export const PORT_SEPARATOR = '.';

export function portFault(
  code: PortFault['code'],
  port: string,
  message: string,
  at: Location | null = null,
): PortFault {
  return { code, port, message, at };
}

/** `Error occurred validating port 'inputs.ns.a': …` */
export function printPortFault(fault: PortFault): string {
  return `Error occurred validating port '${fault.port}': ${fault.message}`;
}

/** The names in a dotted path; an empty path, an empty name and `__proto__` are faults. */
export function namesIn(path: unknown): Result<readonly string[], PortFault> {
  if (typeof path !== 'string' || path === '')
    return err(
      portFault(
        'bad-path',
        typeof path === 'string' ? path : typeof path,
        'a port is named by a text that is not empty',
      ),
    );
  const names = path.split(PORT_SEPARATOR);
  const bad = names.find((name) => name === '' || name === '__proto__');
  return bad === undefined ? ok(names) : err(portFault('bad-path', path, `'${bad}' cannot be a port's name`));
}

export function joinPath(path: string, name: string): string {
  return path === '' ? name : `${path}${PORT_SEPARATOR}${name}`;
}
