// The plain forms of packed members that a job is to read, made before it starts. Knows no job.
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { PlainCache } from '../repository/plain-cache.ts';
import { isPacked } from '../repository/port.ts';
import type { PathRepository, PlainHold, RepositoryFailure } from '../repository/port.ts';
import type { LinkMembers } from '../schedule/keys/resolution.ts';
import type { Values } from './values.ts';

/** They stay until the hold is released; after a failure nothing is held. */
export async function unpackMembers(
  links: readonly LinkMembers[],
  values: Values,
  repositories: ReadonlyMap<number, PathRepository>,
  plain: PlainCache,
): Promise<Result<PlainHold, RepositoryFailure>> {
  const hold = plain.hold();
  for (const { link, members } of links) {
    for (const member of members) {
      for (const { repository, key } of values.leaves(link.plan.repository, member.key)) {
        const packed = repositories.get(repository);
        // Of an `or`, some parts are not there.
        if (!isPacked(packed) || !packed.has(key)) continue;
        const made = await packed.unpack(key, hold);
        if (made.ok) continue;
        hold.release();
        return made;
      }
    }
  }
  return ok(hold);
}
