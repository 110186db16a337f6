// A path as templates that rank jobs see it: with the size of what lies there. Knows no job.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PathValue } from '../../pipeline/template/value.ts';
import { RecordValue } from '../../pipeline/template/value.ts';

/** A path with the properties that it has in a template, and the size of what lies there. */
export function lookedAt(value: PathValue, root: string): RecordValue {
  const { path, key, name, stem, ext, dir } = value;
  const size = statSync(resolve(root, path), { throwIfNoEntry: false })?.size ?? 0;
  return new RecordValue({ path, key: key ?? '', name, stem, ext, dir, size }, path, key);
}
