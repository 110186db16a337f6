// Which program runs here, down to its build: what one keeps of its own making is not for another. Knows nothing of what
// is kept.
import { lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from './digest.ts';
import { walk } from './walk.ts';

/** The same as long as the program's files and Node are; undefined while somebody edits them. */
export function programDigest(version: string): string | undefined {
  const own = fileURLToPath(import.meta.url);
  // The name of a chunk of the bundle says its content, and installing another makes all files anew.
  const paths = own.endsWith('.ts') ? sourcesAround(own) : [own, dirname(own)];
  const lines = [version, process.version];
  let newest = 0;
  for (const path of paths) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    newest = Math.max(newest, stats.mtimeMs, stats.ctimeMs);
    lines.push(`${path} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`);
  }
  // What was loaded may be older than what lies there.
  const begun = Date.now() - process.uptime() * 1000;
  return newest < begun - CLOCK_MS ? digestOf(lines.join('\n')) : undefined;
}

/** In a checkout: the engine, the schemas, and which packages are installed. */
function sourcesAround(own: string): readonly string[] {
  const root = dirname(dirname(dirname(own)));
  return [...walk(join(root, 'engine')), ...walk(join(root, 'schemas')), join(root, 'package-lock.json')];
}

/** How far a file's time may lag behind that of Node. */
const CLOCK_MS = 100;
