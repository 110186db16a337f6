// Which of the 74 rows of the reference's list of behaviours (pydatatask, part 3) has a test, by its number in a test's name,
// and which waits, for what. A row is in one of the two, never in neither.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Other tests count the rows of other lists. */
const folders = ['links', 'pipeline', 'repository', 'schedule', 'session'];

const waiting: Readonly<Record<number, string>> = {
  8: 'S3 comes later',
  9: 'S3 comes later',
  11: 'image registries come later',
  34: 'jobs over SSH come later',
  35: 'jobs on Kubernetes come later',
};

/** Row → files that have a test of it. */
function tested(): Map<number, string[]> {
  const found = new Map<number, string[]>();
  for (const folder of folders.filter((each) => existsSync(join(import.meta.dirname, '..', each)))) {
    for (const file of readdirSync(join(import.meta.dirname, '..', folder))) {
      if (!file.endsWith('.test.ts')) continue;
      const text = readFileSync(join(import.meta.dirname, '..', folder, file), 'utf8');
      const names = text.matchAll(/(?:(?:test|describe)(?:\.\w+)?|\]\))\(\s*['"`]([^'"`]*)/g);
      for (const [, name = ''] of names) {
        for (const [, first, second] of name.matchAll(/\brows? (\d+)(?: and (\d+))?/g)) {
          for (const row of [first, second].filter((each) => each !== undefined).map(Number)) {
            found.set(row, [...new Set([...(found.get(row) ?? []), `test/${folder}/${file}`])]);
          }
        }
      }
    }
  }
  return found;
}

test('each of the 74 rows has a test or a reason to wait', async ({ annotate }) => {
  const rows = tested();
  const numbers = Array.from({ length: 74 }, (_, index) => index + 1);
  for (const row of numbers)
    await annotate(`row ${row}: ${rows.get(row)?.join(', ') ?? `waits: ${waiting[row] ?? ''}`}`);
  expect(numbers.filter((row) => !rows.has(row) && !(row in waiting))).toEqual([]);
  expect(Object.keys(waiting).filter((row) => rows.has(Number(row)))).toEqual([]);
});
