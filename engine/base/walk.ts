// All that lies in a folder, at any depth. Node's own recursive listing goes through links to folders, and so round in circles
// where one leads up.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Paths of entries, each folder before what it holds; links are entries and are not followed. */
export function* walk(folder: string): Generator<string> {
  const folders = [folder];
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    for (const entry of readdirSync(next, { withFileTypes: true })) {
      const path = join(next, entry.name);
      yield path;
      if (entry.isDirectory()) folders.push(path);
    }
  }
}
