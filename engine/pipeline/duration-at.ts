// The duration that stands at a place of the file. Knows not what lasts so long.
import type { Context, Located } from './context.ts';
import { parseDuration } from './duration.ts';

/** The schema has looked at the text; what it cannot see is `0s`. */
export function durationAt(
  value: string | number | undefined,
  where: Located,
  { faults }: Context,
): number | undefined {
  if (value === undefined) return undefined;
  const milliseconds = parseDuration(value);
  if (milliseconds === undefined) {
    faults.error('wrong-value', `${JSON.stringify(value)} is no duration`, where.document.at(where.path), {
      expected: 'more than nothing',
    });
  }
  return milliseconds;
}
