// What lies beside a path, for did-you-mean. Knows nothing of why it is asked.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The paths of the entries of the path's folder, at most a thousand; none if there is no such folder. */
export function siblings(path: string): readonly string[] {
  try {
    return readdirSync(dirname(path))
      .slice(0, 1000)
      .map((name) => join(dirname(path), name));
  } catch {
    return [];
  }
}
