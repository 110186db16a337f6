// The values of a template as LiquidJS takes them: drops that compare, join and serialise as what they render to. Knows
// no template.
import { Drop, toValue } from 'liquidjs';
import type { Json } from '../../model/json.ts';
import { readMember } from './member.ts';
import { printPlain } from './print.ts';
import { PathsValue, PathValue, RecordsValue, RecordValue, type TemplateValue } from './value.ts';

class PathDrop extends Drop {
  readonly source: PathValue;

  constructor(source: PathValue) {
    super();
    this.source = source;
  }

  override valueOf(): string {
    return this.source.path;
  }

  override toString(): string {
    return this.source.path;
  }

  toJSON(): string {
    return this.source.path;
  }
}

class RecordDrop extends Drop {
  readonly source: RecordValue;

  constructor(source: RecordValue) {
    super();
    this.source = source;
  }

  override valueOf(): Json {
    return this.source.value;
  }

  override toString(): string {
    return printPlain(this.source);
  }

  toJSON(): Json {
    return this.source.value;
  }
}

/** For LiquidJS: its filters and tags meet paths as text, records as data, and lists as arrays. */
export function wrap(value: TemplateValue | undefined): unknown {
  if (value instanceof PathValue) return new PathDrop(value);
  if (value instanceof RecordValue) return new RecordDrop(value);
  if (value instanceof PathsValue) return value.items().map((item) => new PathDrop(item));
  if (value instanceof RecordsValue) return value.records.map((record) => new RecordDrop(record));
  return value;
}

/** The value as it was before `wrap`, but for lists, which stay arrays; LiquidJS's own drops become what they stand for. */
export function unwrap(value: unknown): TemplateValue | undefined {
  if (value instanceof PathDrop || value instanceof RecordDrop) return value.source;
  if (Array.isArray(value)) return value.map(unwrap) as Json[];
  return toValue(value) as TemplateValue | undefined;
}

/** A property by LiquidJS's leave: `forloop.index`, or an own property of a value. */
export function readProperty(owner: unknown, key: unknown): unknown {
  if (owner === undefined) return undefined;
  const name = toValue(key) as string | number;
  if (owner instanceof PathDrop || owner instanceof RecordDrop) return wrap(readMember(owner.source, name));
  if (owner instanceof Drop) return readLoop(owner, String(name));
  return wrap(readMember(owner as TemplateValue, name));
}

const LOOP = new Set(['index', 'index0', 'rindex', 'rindex0', 'first', 'last', 'length']);

function readLoop(drop: Drop, name: string): unknown {
  const value: unknown = LOOP.has(name) ? Reflect.get(drop, name) : undefined;
  return typeof value === 'function' ? (Reflect.apply(value, drop, []) as unknown) : value;
}
