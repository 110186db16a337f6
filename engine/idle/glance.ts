// What a look at the paths of a snapshot found, for a build that goes on from there. Knows no pipeline and no store.
import { span } from '../base/span.ts';
import { finishLooks } from './look-again.ts';
import type { Looks } from './look-again.ts';
import { BLOCK, blockOf, TUPLE } from './snapshot.ts';
import type { PackedSnapshot } from './snapshot.ts';

/** The snapshot of an earlier build, and the look at which of its paths are not as they were then. */
export interface Glance {
  readonly snapshot: PackedSnapshot;
  /** Where something differs, a second thread may be at it still: see `finished`. */
  readonly looks: Looks;
}

/** The glance when all is looked at; undefined if its snapshot turned out to be damaged. */
export function finished(glance: Glance): Glance | undefined {
  using _span = span('look at the rest');
  return finishLooks(glance.looks) ? glance : undefined;
}

export interface GlancedPath {
  /** As the snapshot names it: relative to the root or absolute. */
  readonly path: string;
  readonly isSame: boolean;
  /** Its numbers in the snapshot: `TUPLE` of them from `at`. */
  readonly tuples: Float64Array;
  readonly at: number;
}

export function* glanced({ snapshot, looks: { different } }: Glance): Generator<GlancedPath, undefined> {
  const blocks = Math.ceil(snapshot.count / BLOCK);
  for (let block = 0; block < blocks; block++) {
    const found = blockOf(snapshot, block);
    // Looking again went through all blocks, so each is whole.
    for (const [index, path] of (found?.names ?? []).entries())
      yield {
        path,
        isSame: different[block * BLOCK + index] === 0,
        tuples: found!.tuples,
        at: index * TUPLE,
      };
  }
}

/** At most `most` of them; undefined if there are more. */
export function differingPaths(glance: Glance, most: number): string[] | undefined {
  const paths: string[] = [];
  const { different } = glance.looks;
  for (let at = different.indexOf(1); at >= 0; at = different.indexOf(1, at + 1)) {
    if (paths.length === most) return undefined;
    paths.push(blockOf(glance.snapshot, Math.floor(at / BLOCK))!.names[at % BLOCK]!);
  }
  return paths;
}
