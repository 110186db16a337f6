// Looks at a pipeline's state database, read-only. Knows where it lies and its version number, and none of its tables.
import { existsSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Finding } from './finding.ts';

const about = 'state';

/** `file` is the absolute path of the pipeline file. */
export async function stateFinding(file: string): Promise<Finding> {
  const folder = dirname(file);
  const name = basename(file).replace(/\.ya?ml$/, '');
  const path = join(folder, '.pipe', ...(name === 'pipeline' ? [] : [name]), 'state.db');
  const shown = relative(folder, path);
  if (!existsSync(path)) return { status: 'ok', about, message: 'nothing was built here yet' };
  const remedy = `remove ${shown}: the next build starts anew`;
  try {
    const { DatabaseSync } = await import('node:sqlite');
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      const verdict = String(Object.values(database.prepare('PRAGMA quick_check(1)').get() ?? {})[0]);
      const version = Number(Object.values(database.prepare('PRAGMA user_version').get() ?? {})[0]);
      if (verdict === 'ok') return { status: 'ok', about, message: `${shown} is sound, version ${version}` };
      return { status: 'fail', about, message: `${shown} is damaged: ${verdict}`, remedy };
    } finally {
      database.close();
    }
  } catch (error) {
    return { status: 'fail', about, message: `${shown} cannot be read: ${(error as Error).message}`, remedy };
  }
}
