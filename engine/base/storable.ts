// Whether a value is plain JSON, and so comes back as it was from any store; and copies of such values. Knows nothing of
// where values are stored.

export interface StorableFault {
  /** Dotted path to the part that cannot be stored. */
  readonly path: string;
  readonly message: string;
}

/** The first part of `value` that JSON would lose or change, or undefined. Members that are undefined count as absent. */
export function storableFault(
  value: unknown,
  path: string,
  above: readonly unknown[] = [],
): StorableFault | undefined {
  switch (typeof value) {
    case 'string':
      return value.isWellFormed() ? undefined : { path, message: 'is text that is no valid Unicode' };
    case 'boolean':
      return undefined;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0)
        ? undefined
        : { path, message: `is ${printNumber(value)}, which JSON has not` };
    case 'object':
      return value === null ? undefined : objectFault(value, path, above);
    case 'undefined':
    case 'function':
    case 'symbol':
    case 'bigint':
      return { path, message: `is of type ${typeof value}, which JSON has not` };
    default:
      return { path, message: 'cannot be stored' };
  }
}

/** A plain object, as a literal or JSON.parse makes it: no array, no instance of a class. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  if (value === null || typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A copy of arrays and plain objects all the way down; anything else (functions, instances) is taken as it is. */
export function copyOf<T>(value: T): T {
  return copyWith(value, (copy) => copy);
}

/** The same, frozen: writing to any level throws. */
export function frozenCopyOf<T>(value: T): T {
  return copyWith(value, Object.freeze);
}

function copyWith<T>(value: T, finish: (copy: object) => object): T {
  if (Array.isArray(value)) return finish(value.map((item) => copyWith(item, finish))) as T;
  if (!isMapping(value)) return value;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(value)) setMember(copy, name, copyWith(value[name], finish));
  return finish(copy) as T;
}

/** Sets an own member even where its name is `__proto__`. */
export function setMember(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
  else target[name] = value;
}

function objectFault(value: object, path: string, above: readonly unknown[]): StorableFault | undefined {
  if (above.includes(value)) return { path, message: 'contains itself' };
  const inside = [...above, value];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) {
      const fault = storableFault(value[index], `${path}.${index}`, inside);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
  if (!isMapping(value))
    return { path, message: `is an instance of ${value.constructor.name}, not plain data` };
  if (typeof value['toJSON'] === 'function') return { path, message: 'has a method toJSON' };
  for (const name of Object.keys(value)) {
    if (value[name] === undefined) continue;
    const fault = storableFault(value[name], `${path}.${name}`, inside);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function printNumber(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value);
}
