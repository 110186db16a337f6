// What is checked after a job ran: its exit, whether its inputs held still, and what its depfile says. Changes nothing.
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Exit } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { ExitCode, ExitCodes, NamedExit } from '../../model/exit-code.ts';
import type { TaskPlan } from '../../model/plan.ts';
import { isPacked } from '../../repository/port.ts';
import type { BuildContext } from '../context.ts';
import { readDepfile } from './depfile.ts';
import type { OutputSlot } from './output-slot.ts';
import type { Network } from '../keys/network.ts';
import type { LinkMembers } from '../keys/resolution.ts';

export function exitFailure(
  exit: Exit,
  { exitCodes, longRunning, timeoutMs }: Pick<TaskPlan, 'exitCodes' | 'longRunning' | 'timeoutMs'>,
): JobFailure | undefined {
  switch (exit.type) {
    case 'exit': {
      if (exit.status === 0) return undefined;
      const named = codeFor(exit, exitCodes);
      return named?.ignore === true ? undefined : { type: 'exit', ...namedExit(exit.status, named) };
    }
    case 'signal':
      return { type: 'signal', signal: exit.signal };
    case 'timeout':
      // A long-running one would have gone on for ever. A replica had only what was left of its task's time.
      return longRunning ? undefined : { type: 'timeout', afterMs: timeoutMs ?? exit.afterMs };
    case 'killed':
      return { type: 'killed', by: 'pipe' };
    case 'exception':
      return { type: 'exception', message: exit.message, ...(exit.stack ? { stack: exit.stack } : {}) };
    default: {
      const rest: never = exit;
      throw new Error(`unknown exit ${JSON.stringify(rest)}`);
    }
  }
}

/** The status of a success, where it was not 0. */
export function acceptedExit(exit: Exit, codes: ExitCodes): NamedExit | undefined {
  const named = codeFor(exit, codes);
  return exit.type === 'exit' && named?.ignore === true ? namedExit(exit.status, named) : undefined;
}

/** The name that an exit status has. */
export function codeFor(exit: Exit, codes: ExitCodes): ExitCode | undefined {
  if (exit.type !== 'exit') return undefined;
  return Object.values(codes).find(({ status }) => status === exit.status);
}

function namedExit(status: number, code: ExitCode | undefined): NamedExit {
  return { status, ...(code && { name: code.label, message: code.message }) };
}

/**
 * The inputs, or parts of them, that are not, by their stat tuples, what was fingerprinted, or that another look found moved
 * after the first `since` moves of all.
 */
export function movedInputs(
  links: readonly LinkMembers[],
  context: BuildContext,
  network: Network,
  since: number,
): string[] {
  const { stats } = context;
  const moved = new Set<string>();
  for (const { link, members } of links) {
    if (!link.plan.isInput) continue;
    const repository = context.paths.get(link.plan.repository);
    for (const member of members) {
      if (!repository) {
        for (const path of partsOf(link.plan.repository, member.key, context, network))
          if (stats.knows(path) && (!stats.unmoved(path) || stats.movedSince(path, since))) moved.add(path);
        continue;
      }
      const path = repository.pathOf(member.key);
      // What pipe made itself a moment ago was hashed after it was written; a source may be edited within the same tick.
      const still = member.maker ? stats.unmoved(path) : stats.unchanged(path);
      if (!still || stats.movedSince(path, since)) moved.add(path);
    }
  }
  return [...moved];
}

/** The paths of members that a combinator's member is made from. */
function partsOf(repository: number, key: string, context: BuildContext, network: Network): string[] {
  if (!('children' in context.plan.repositories[repository]!)) return [];
  return context.leaves(repository, key).flatMap((leaf) => {
    // Not every child has the key: what else lies at its place is no part.
    if (!network.members[leaf.repository]!.get(leaf.key)) return [];
    return context.paths.get(leaf.repository)?.pattern.format(leaf.key) ?? [];
  });
}

/** `path TAB fingerprint` lines of what the depfile names beyond the declared inputs. */
export function discoveredFiles(
  depfile: string,
  task: TaskPlan,
  outputs: readonly OutputSlot[],
  links: readonly LinkMembers[],
  startedAt: number,
  context: BuildContext,
): Result<{ type: 'files'; text: string } | { type: 'unsure'; path: string }, JobFailure> {
  const { root, stats } = context;
  const text = takeText(depfile);
  if (text === undefined)
    return err({ type: 'missing-output', link: 'depfile', path: relative(root, depfile) });
  const known = new Set(outputs.map((output) => output.staged));
  for (const { link, members } of links) {
    const repository = context.paths.get(link.plan.repository);
    for (const member of repository ? members : []) {
      known.add(repository!.pathOf(member.key));
      if (isPacked(repository)) known.add(repository.plainPathOf(member.key));
    }
  }
  const cwd = resolve(root, task.cwd);
  let lines = '';
  for (const name of readDepfile(text)) {
    const absolute = resolve(cwd, name);
    const below = relative(root, absolute);
    const path = below.startsWith('../../') || below === '' ? absolute : below;
    if (known.has(path)) continue;
    known.add(path);
    const owner = context.ownerOf(path);
    if (owner !== undefined) return err({ type: 'undeclared-input', path, repository: owner });
    const fingerprint = stats.file(path);
    if (!fingerprint.ok || fingerprint.value === undefined) return ok({ type: 'unsure', path });
    const stat = statSync(absolute, { throwIfNoEntry: false });
    if (!stat || Math.max(stat.mtimeMs, stat.ctimeMs) >= startedAt) return ok({ type: 'unsure', path });
    lines += `${path}\t${fingerprint.value}\n`;
  }
  return ok({ type: 'files', text: lines });
}

/** The file system's own clock, which may tick more coarsely than ours: the time that a new file gets. */
export function timeOfNewFile(path: string): number {
  writeFileSync(path, '');
  return statSync(path).mtimeMs;
}

/** A file's text, once; an empty one is as good as none. */
function takeText(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    rmSync(path, { force: true });
    return text === '' ? undefined : text;
  } catch {
    return undefined;
  }
}
