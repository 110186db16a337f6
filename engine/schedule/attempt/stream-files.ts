// The files that a job's streams lead from and to, where links ask for it. Starts nothing.
import { resolve } from 'node:path';
import { isPacked } from '../../repository/port.ts';
import type { BuildContext } from '../context.ts';
import type { OutputSlot } from './output-slot.ts';
import type { LinkMembers } from '../keys/resolution.ts';
import type { StatusSlot } from './status-links.ts';

/** Absolute paths. */
export interface StreamFiles {
  readonly stdin?: string;
  readonly stdout?: string;
  readonly stderr?: string;
}

export function streamFiles(
  inputs: readonly LinkMembers[],
  outputs: readonly OutputSlot[],
  status: readonly StatusSlot[],
  context: BuildContext,
  joinsStreams = false,
): StreamFiles {
  const { root, paths } = context;
  const found: { stdin?: string; stdout?: string; stderr?: string } = {};
  for (const { link, members } of inputs) {
    if (link.plan.role !== 'stdin' || !members[0]) continue;
    // Of a combinator, the member that it passes on.
    const [leaf] = context.leaves(link.plan.repository, members[0].key);
    const repository = leaf && paths.get(leaf.repository);
    if (!leaf || !repository) continue;
    const path = isPacked(repository) ? repository.plainPathOf(leaf.key) : repository.pathOf(leaf.key);
    found.stdin = resolve(root, path);
  }
  for (const { link, staged } of [...outputs, ...status]) {
    if (link.plan.role === 'stdout' || link.plan.role === 'stderr')
      found[link.plan.role] = resolve(root, staged);
  }
  if (found.stdout !== undefined && joinsStreams) found.stderr = found.stdout;
  return found;
}
