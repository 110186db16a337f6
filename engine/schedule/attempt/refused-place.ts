// Places that a job may not write to: through a link out of their repository, or over a stray that is a member. Looks, and
// changes nothing.
import { resolve } from 'node:path';
import type { JobFailure } from '../../model/failure.ts';
import type { BuildContext } from '../context.ts';
import type { Job } from '../job.ts';
import type { Network } from '../keys/network.ts';
import { exists } from './outputs.ts';

/** A link among the parents of what is written may not lead out of its repository. Paths relative to the root. */
export function placeOutside(
  paths: readonly string[],
  context: Pick<BuildContext, 'checkPlace'>,
): JobFailure | undefined {
  for (const path of paths) {
    if (path === '') continue;
    const place = context.checkPlace(path);
    if (!place.ok) return { type: 'system', code: place.error.code, message: place.error.message, path };
  }
  return undefined;
}

/** Where strays are members, a job may not write over one. */
export function strayInTheWay(
  outputs: readonly { readonly link: string; readonly path: string }[],
  job: Job,
  network: Network,
  root: string,
): JobFailure | undefined {
  const accepting = new Set<string>();
  for (const { plan, members } of network.links.get(job.task)!)
    if ('acceptStrays' in members.plan && members.plan.acceptStrays) accepting.add(plan.name);
  if (accepting.size === 0) return undefined;
  const own = new Set(job.task.records.get(job.key)?.outputs.map(({ path }) => path));
  for (const { link, path } of outputs) {
    if (accepting.has(link) && !own.has(path) && exists(resolve(root, path)))
      return { type: 'stray-in-the-way', path };
  }
  return undefined;
}
