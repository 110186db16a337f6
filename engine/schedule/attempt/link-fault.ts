// What is wrong with a symbolic link that a job made as its output: from its place it may lead elsewhere than from the stage.
// Knows no repository.
import { lstatSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';

interface Place {
  readonly staged: string;
  readonly real: string;
}

/**
 * In words; undefined for anything but a link, and for one that leads to the same from both. Paths are relative to the root;
 * `outputs` are all of the job, which are laid out in the stage as in their places.
 */
export function linkFault(
  { staged, real }: Place,
  outputs: readonly Place[],
  root: string,
): string | undefined {
  const link = resolve(root, staged);
  if (staged === real || !lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  const text = readlinkSync(link);
  const target = targetOf(resolve(dirname(link), text));
  if (target === undefined) return `it is a link to ${text}, where nothing is; ${ADVICE}`;
  const beside = outputs.some((output) => {
    const folder =
      output.staged === output.real ? undefined : targetOf(dirname(resolve(root, output.staged)));
    if (folder === undefined) return false;
    const there = join(folder, basename(output.staged));
    return target === there || target.startsWith(`${there}/`);
  });
  const holds = beside ? !isAbsolute(text) : targetOf(resolve(dirname(resolve(root, real)), text)) === target;
  return holds ? undefined : `it is a link to ${text}, which leads elsewhere from its place; ${ADVICE}`;
}

const ADVICE = 'link to the absolute path of what stays, or copy';

function targetOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
