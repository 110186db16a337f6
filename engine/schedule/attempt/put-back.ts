// Inputs that a job has moved into its outputs, as `mv` does, go back to their places: what becomes of the stage must never
// cost anybody a file. Knows no record and no store.
import { existsSync, lstatSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { walk } from '../../base/walk.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { PathRepository } from '../../repository/port.ts';
import type { StatTable } from '../../repository/stat-table.ts';
import type { BuildContext } from '../context.ts';
import type { LinkMembers } from '../keys/resolution.ts';
import type { Network } from '../keys/network.ts';
import type { OutputSlot } from './output-slot.ts';
import { examine } from './outputs.ts';

interface Input {
  readonly repository: PathRepository;
  readonly path: string;
  readonly fingerprint: Fingerprint;
}

/** The paths of those that were put back. `startedAt`, when the job was started: what it wrote itself is newer. */
export function putBack(
  links: readonly LinkMembers[],
  outputs: readonly OutputSlot[],
  startedAt: number,
  context: BuildContext,
  network: Network,
): string[] {
  const { root, stats } = context;
  const back: string[] = [];
  let staged: readonly string[] | undefined;
  for (const { repository, path, fingerprint } of inputsOf(links, context, network)) {
    if (existsSync(resolve(root, path))) continue;
    staged ??= outputs.flatMap((output) => [...below(resolve(root, output.staged))]);
    const found = staged.find((each) => {
      if (!wasMoved(each, path, startedAt, stats)) return false;
      const there = examine(repository, each, stats);
      return there.ok && there.value?.fingerprint === fingerprint;
    });
    if (found === undefined) continue;
    mkdirSync(dirname(resolve(root, path)), { recursive: true });
    renameSync(found, resolve(root, path));
    back.push(path);
  }
  return back;
}

function* inputsOf(links: readonly LinkMembers[], context: BuildContext, network: Network): Generator<Input> {
  for (const { link, members } of links) {
    if (!link.plan.isInput) continue;
    const own = context.paths.get(link.plan.repository);
    for (const { key, fingerprint } of members) {
      if (own && fingerprint !== undefined) yield { repository: own, path: own.pathOf(key), fingerprint };
      for (const leaf of own ? [] : context.leaves(link.plan.repository, key)) {
        const repository = context.paths.get(leaf.repository);
        const known = network.members[leaf.repository]!.get(leaf.key)?.fingerprint;
        if (repository && known !== undefined)
          yield { repository, path: repository.pathOf(leaf.key), fingerprint: known };
      }
    }
  }
}

/** What lies at a path, and in it where it is a folder. */
function* below(path: string): Generator<string> {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return;
  yield path;
  if (stats.isDirectory()) yield* walk(path);
}

/** Whether what lies in the stage is the file or folder that lay at the path, and no copy: those are for nobody else to keep. */
function wasMoved(staged: string, path: string, startedAt: number, stats: StatTable): boolean {
  const there = lstatSync(staged, { throwIfNoEntry: false });
  if (!there) return false;
  if (there.dev !== deviceFor(stats.absolute(path))) {
    // Moved to another device, it is a copy too, but one that keeps its time, be that in the future.
    return there.mtimeMs < startedAt || there.mtimeMs > Date.now();
  }
  if (there.isFile()) return there.ino === stats.inode(path);
  for (const inner of there.isDirectory() ? walk(staged) : []) {
    const stat = lstatSync(inner, { throwIfNoEntry: false });
    if (stat?.isFile()) return stat.ino === stats.inode(`${path}/${relative(staged, inner)}`);
  }
  return false;
}

/** Of the nearest folder that is there. */
function deviceFor(absolute: string): number | undefined {
  for (let folder = dirname(absolute); ; folder = dirname(folder)) {
    const stats = statSync(folder, { throwIfNoEntry: false });
    if (stats || folder === dirname(folder)) return stats?.dev;
  }
}
