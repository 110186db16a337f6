// The one line of a build that had nothing to do. Knows not who found that out.
import type { Style } from '../style.ts';
import { duration } from './duration.ts';

export function nothingToDoLine(style: Style, ms: number, upToDate: number): string {
  return `${style.good('nothing to do')} in ${duration(ms)}: ${upToDate} up to date\n`;
}
