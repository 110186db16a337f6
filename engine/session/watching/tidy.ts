// Between two rounds of a watch: what was learnt about files is kept, and what only grows is cut back, so that a watch of
// days holds no more than one of minutes. Knows no build.
import { Slice } from '../../watch/slice.ts';
import { trimHistory } from '../history.ts';
import type { LifePorts } from './life-ports.ts';

/** Where no job runs. `isMember` tells of paths whose end the network has yet to hear of. */
export async function tidy(
  { store, workspace, context }: LifePorts,
  isMember: (path: string) => boolean,
): Promise<void> {
  const slice = new Slice();
  for (const _ of context.stats.settle(isMember)) await slice.pause();
  await context.stage.settle();
  workspace.saveStats();
  trimHistory(store, context.root);
}
