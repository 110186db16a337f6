// How values and errors go from one process to another. Knows no sockets.
import { deserialize, serialize } from 'node:v8';
import { TubeError } from './tube-error.ts';
import type { TubeErrorCode } from './tube-error.ts';

/** An error as data, with the stack of the process where it was thrown. */
export interface WireError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly node?: string;
  readonly epoch?: string;
  readonly cause?: WireError;
}

/** Anything that structuredClone takes. */
export function encode(message: unknown): Uint8Array {
  return serialize(message);
}

export function decode(bytes: Uint8Array): unknown {
  return deserialize(bytes);
}

/** What in a value would not come out as it went in, as `a Counter`; nothing where all of it would. */
export function untransferable(value: unknown, above: ReadonlySet<object> = new Set()): string | undefined {
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'symbol') return 'a symbol';
  if (typeof value !== 'object' || value === null || above.has(value)) return undefined;
  if (ArrayBuffer.isView(value)) return undefined;
  const inside = new Set(above).add(value);
  const first = (values: Iterable<unknown>): string | undefined => {
    for (const item of values) {
      const found =
        typeof item === 'object' || typeof item === 'function' || typeof item === 'symbol'
          ? untransferable(item, inside)
          : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  };
  if (Array.isArray(value) && value.constructor.name === 'Array') return first(value);
  const prototype = Object.getPrototypeOf(value) as object | null;
  const name = prototype === null ? 'Object' : prototype.constructor.name;
  switch (name) {
    case 'Object':
      return first(Object.values(value));
    case 'Map':
      return first([...(value as Map<unknown, unknown>)].flat());
    case 'Set':
      return first(value as Set<unknown>);
    case 'Date':
    case 'RegExp':
    case 'ArrayBuffer':
      return undefined;
    default:
      return value instanceof Error ? undefined : `a ${name}`;
  }
}

export function errorToWire(error: unknown): WireError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, cause } = error;
  const { code, node, epoch } = error as Partial<TubeError>;
  return {
    name,
    message,
    ...(stack !== undefined && { stack }),
    ...(typeof code === 'string' && { code }),
    ...(typeof node === 'string' && { node }),
    ...(typeof epoch === 'string' && { epoch }),
    ...(cause !== undefined && { cause: errorToWire(cause) }),
  };
}

export function errorFromWire(wire: WireError): Error {
  const cause = wire.cause === undefined ? undefined : errorFromWire(wire.cause);
  if (wire.name === 'TubeError' && wire.code !== undefined) {
    return new TubeError(wire.code as TubeErrorCode, wire.message, {
      ...(wire.node !== undefined && { node: wire.node }),
      ...(wire.epoch !== undefined && { epoch: wire.epoch }),
      ...(cause !== undefined && { cause }),
    });
  }
  const error = new Error(wire.message, cause === undefined ? undefined : { cause });
  error.name = wire.name;
  if (wire.stack !== undefined) error.stack = wire.stack;
  if (wire.code !== undefined) Object.assign(error, { code: wire.code });
  return error;
}
