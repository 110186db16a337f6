// The values that templates name: members of links as paths and records, and plain JSON. Knows neither repositories nor
// how a value is quoted.
import { posix } from 'node:path';
import type { Json } from '../../model/json.ts';

/** One member of a link, or any file: renders as its path. */
export class PathValue {
  readonly path: string;
  /** The member's key, where there is one. */
  readonly key: string | undefined;

  constructor(path: string, key?: string) {
    this.path = path;
    this.key = key;
  }

  /** The last segment: `emma.tar.gz`. */
  get name(): string {
    return posix.basename(this.path);
  }

  /** The name without its last extension: `emma.tar`. */
  get stem(): string {
    return posix.parse(this.path).name;
  }

  /** The last extension with its dot, or nothing: `.gz`. */
  get ext(): string {
    return posix.extname(this.path);
  }

  /** The folder, `.` for a path without one. */
  get dir(): string {
    return posix.dirname(this.path);
  }

  toString(): string {
    return this.path;
  }

  toJSON(): string {
    return this.path;
  }
}

/** A fan-in or group of paths, of any size: renders as them all, separated by blanks. */
export class PathsValue {
  readonly paths: readonly string[];
  /** The members' keys, in the same order. */
  readonly keys: readonly string[] | undefined;

  constructor(paths: readonly string[], keys?: readonly string[]) {
    this.paths = paths;
    this.keys = keys;
  }

  get size(): number {
    return this.paths.length;
  }

  at(index: number): PathValue | undefined {
    const path = this.paths.at(index);
    return path === undefined ? undefined : new PathValue(path, this.keys?.at(index));
  }

  items(): PathValue[] {
    return this.paths.map((path, index) => new PathValue(path, this.keys?.[index]));
  }

  toJSON(): readonly string[] {
    return this.paths;
  }
}

/** A record: its own properties, and where it is from as `._path` and `._key`. Renders as its path, if it has one. */
export class RecordValue {
  readonly value: Json;
  readonly path: string | undefined;
  readonly key: string | undefined;

  constructor(value: Json, path?: string, key?: string) {
    this.value = value;
    this.path = path;
    this.key = key;
  }

  toJSON(): Json {
    return this.value;
  }
}

/** A fan-in or group of records. */
export class RecordsValue {
  readonly records: readonly RecordValue[];

  constructor(records: readonly RecordValue[]) {
    this.records = records;
  }

  get size(): number {
    return this.records.length;
  }

  toJSON(): readonly RecordValue[] {
    return this.records;
  }
}

export type TemplateValue = PathValue | PathsValue | RecordValue | RecordsValue | Json;
export type TemplateValues = Readonly<Record<string, TemplateValue>>;

/** What a render may ask of its caller. */
export interface TemplateEnvironment {
  /** Writes a file with one path a line for `| list_file` and gives its path. Without it the filter is a fault. */
  readonly writeListFile?: (paths: readonly string[]) => string;
}
