// Whether what a job was started with is still what there is, told from changes as they come. Pure.
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { Resolution } from '../keys/resolution.ts';

/** Whether a job's inputs hold that member with another content than `now`; with `undefined`, whether they hold it at all. */
export function holdsOther(
  { links, inputs }: Extract<Resolution, { type: 'ready' }>,
  repository: number,
  key: string,
  now: Fingerprint | undefined,
): boolean {
  for (const { link } of links) {
    if (link.plan.repository !== repository) continue;
    const input = inputs.find((each) => each.link === link.plan.name);
    if (input?.type === 'one') {
      if (input.key === key && input.fingerprint !== now) return true;
    } else if (input) {
      const then = input.set.fingerprintOf(key);
      if (then !== undefined && then !== now) return true;
    }
  }
  return false;
}
