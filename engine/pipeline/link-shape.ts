// Whether a selector gives one member or several. Knows nothing of members.
import type { Selector } from '../model/plan.ts';

export function isSeveral({ type }: Selector): boolean {
  return type === 'all' || type === 'keys' || type === 'digest' || type === 'cokeyed';
}
