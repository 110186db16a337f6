// Whether a selector gives one member or several. Knows nothing of members.
import type { Selector } from '../model/plan.ts';

export function isSeveral(select: Selector): boolean {
  return select.type === 'all' || select.type === 'keys' || select.type === 'digest';
}
