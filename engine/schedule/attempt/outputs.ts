// Where a job's outputs are written and what it really made: staged paths before the run, checked members after it.
// Knows no store; moves nothing.
import { lstatSync, readdirSync, readlinkSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { compareBytes } from '../../base/compare.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import { isPacked } from '../../repository/port.ts';
import type { PathRepository, RepositoryFailure } from '../../repository/port.ts';
import type { StatTable } from '../../repository/stat-table.ts';
import type { Job } from '../job.ts';
import { kindAt } from './kind-at.ts';
import { linkFault } from './link-fault.ts';
import type { Network } from '../keys/network.ts';
import { collectNew, isNewlyKeyed } from './new-keys.ts';
import type { NewKeyPorts } from './new-keys.ts';
import type { MadeOutput, OutputSlot } from './output-slot.ts';
import type { Stage } from './stage.ts';

export function planOutputs(
  network: Network,
  job: Job,
  stage: Stage,
  slot: number | string,
  repositories: ReadonlyMap<number, PathRepository>,
): OutputSlot[] {
  const outputs: OutputSlot[] = [];
  for (const link of network.links.get(job.task)!) {
    if (!link.plan.isOutput) continue;
    const repository = repositories.get(link.plan.repository);
    const { inPlace } = link.plan;
    const orElse = link.plan.orElse === undefined ? undefined : repositories.get(link.plan.orElse);
    if (!repository) {
      const key = link.keyFor!(job.key);
      const staged = stage.pathFor(slot, `.memory/${link.plan.name}`);
      outputs.push({ link, repository, shape: 'one', key, real: '', staged });
    } else if (link.keyFor) {
      const key = link.keyFor(job.key);
      const real = repository.pathOf(key);
      outputs.push({
        link,
        repository,
        shape: 'one',
        key,
        real,
        staged: inPlace ? real : stage.pathFor(slot, plainName(repository, real)),
        ...(isPacked(repository) && { packedPath: stage.pathFor(slot, packedName(real)) }),
        ...(orElse && { orElse }),
        ...(isPacked(orElse) && { orElsePacked: stage.pathFor(slot, packedName(orElse.pathOf(key))) }),
      });
    } else {
      const real = link.folderFor?.(job.key) ?? newFolder(repository, link.plan.name);
      const staged = inPlace ? real : stage.folderFor(slot, real);
      const packed = isPacked(repository) && { packedPath: stage.folderFor(slot, packedName(real)) };
      const otherwise = orElse && { orElse };
      outputs.push({ link, repository, shape: 'many', key: '', real, staged, ...packed, ...otherwise });
    }
  }
  return outputs;
}

/** Where members lie whose keys are not known yet: nowhere, but on the device of the others. */
function newFolder({ pattern }: PathRepository, link: string): string {
  return posix.join(pattern.fixed, '.pipe-new', link);
}

/** Every declared output with its fingerprint, or the first that is missing, unexpected or not valid. */
export function collectOutputs(
  job: Job,
  slots: readonly OutputSlot[],
  stats: StatTable,
  extent: 'all' | 'what-there-is',
  standing: NewKeyPorts['standing'],
): Result<MadeOutput[], JobFailure> {
  const made: MadeOutput[] = [];
  const newly = slots.filter(isNewlyKeyed);
  if (newly.length > 0) {
    const found = collectNew(newly, {
      root: stats.root,
      examine: (slot, staged) => examineNew(slot, staged, stats),
      standing,
    });
    if (!found.ok) return found;
    made.push(...found.value);
  }
  for (const slot of slots) {
    if (isNewlyKeyed(slot)) continue;
    const link = slot.link.plan.name;
    const found = slot.shape === 'one' ? ok([slot]) : filesOf(job, slot, stats.root);
    if (!found.ok) return found;
    for (const { key, real, staged } of found.value) {
      const absolute = resolve(stats.root, staged);
      const examined = slot.isRefused ? ok(undefined) : examine(slot.repository, absolute, stats);
      const wrong = isPlainFile(examined) ? undefined : linkFault({ staged, real }, slots, stats.root);
      if (wrong !== undefined) return err({ type: 'invalid-output', link, path: real, message: wrong });
      const isTaken = examined.ok && examined.value !== undefined;
      const beside = slot.orElsePacked ?? staged;
      const other =
        isTaken || !slot.orElse ? undefined : examine(slot.orElse, resolve(stats.root, beside), stats);
      if (other?.ok && other.value) {
        made.push({ link, key, path: slot.orElse!.pathOf(key), staged: beside, ...other.value });
        continue;
      }
      if (!examined.ok)
        return err({ type: 'invalid-output', link, path: real, message: examined.error.message });
      if (examined.value) made.push({ link, key, path: real, staged, ...examined.value });
      else if (extent === 'all' && slot.link.plan.requiredForSuccess)
        return err(notMade(link, real || key, slot.repository, absolute));
    }
  }
  return ok(made);
}

function examineNew(slot: OutputSlot, staged: string, stats: StatTable): ReturnType<NewKeyPorts['examine']> {
  const { name: link } = slot.link.plan;
  const absolute = resolve(stats.root, staged);
  const fault = (message: string): Result<never, JobFailure> =>
    err({ type: 'invalid-output', link, path: posix.relative(slot.staged, staged), message });
  if (isLink(absolute)) return fault('is a symbolic link, which has no content of its own');
  const examined = examine(slot.repository, absolute, stats);
  return examined.ok ? examined : fault(examined.error.message);
}

function notMade(
  link: string,
  path: string,
  repository: PathRepository | undefined,
  absolute: string,
): JobFailure {
  const kind = kindAt(absolute);
  const message =
    kind === 'folder' && repository?.kind !== 'directory'
      ? 'it is a folder, and a file is expected (a repository of `type: directory` takes folders)'
      : kind === 'file' && repository?.kind === 'directory'
        ? 'it is a file, and a folder is expected'
        : undefined;
  if (message === undefined) return { type: 'missing-output', link, path };
  return { type: 'invalid-output', link, path, message };
}

/** What a repository would say of a staged file or folder; undefined: that it is no member. */
export function examine(
  repository: PathRepository | undefined,
  absolute: string,
  stats: StatTable,
): Result<Pick<MadeOutput, 'fingerprint' | 'observation'> | undefined, RepositoryFailure> {
  const observed = stats.observe(absolute, repository?.kind === 'directory' ? 'directory' : 'file');
  if (!observed.ok || observed.value === undefined) return observed.ok ? ok(undefined) : observed;
  const observation = observed.value;
  if (!repository) return ok({ fingerprint: `m:${observation.fingerprint}`, observation });
  const own = hasOwnFingerprint(repository)
    ? repository.fingerprintAt(absolute)
    : ok(observation.fingerprint);
  if (!own.ok || own.value === undefined) return own.ok ? ok(undefined) : own;
  const [first] = observation.files;
  // A file was looked at just now.
  const linked = first?.relative === '' ? first.hashed.seen.link !== undefined : isLink(absolute);
  return ok({ fingerprint: withLink(own.value, absolute, linked), observation });
}

/** It was looked at just now, and is a file itself and no link to one. */
function isPlainFile(examined: ReturnType<typeof examine>): boolean {
  const [first] = (examined.ok && examined.value?.observation.files) || [];
  return first?.relative === '' && first.hashed.seen.link === undefined;
}

/** What lies at an output's own path, as it would be recorded: a symbolic link is not the file that it leads to. */
export function outputInPlace(
  repository: PathRepository,
  key: string,
  path: string,
  stats: StatTable,
): Result<Fingerprint | undefined, RepositoryFailure> {
  const found = repository.fingerprint(key);
  if (found instanceof Promise) throw new Error('a path repository answers at once');
  if (!found.ok || found.value === undefined) return found;
  const linked = stats.isLink(path) || (repository.kind === 'directory' && isLink(resolve(stats.root, path)));
  return linked ? ok(withLink(found.value, resolve(stats.root, path), linked)) : found;
}

function withLink(fingerprint: Fingerprint, absolute: string, linked: boolean): Fingerprint {
  return linked ? `l:${encodeURIComponent(readlinkSync(absolute))}:${fingerprint}` : fingerprint;
}

function filesOf(
  job: Job,
  slot: OutputSlot,
  root: string,
): Result<{ key: string; real: string; staged: string }[], JobFailure> {
  const files: { key: string; real: string; staged: string }[] = [];
  const folders = [''];
  const { pattern, kind } = slot.repository!;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(resolve(root, slot.staged, folder), { withFileTypes: true })) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const real = `${slot.real}/${below}`;
      const key = pattern.match(real);
      const fits = entry.isDirectory() === (kind === 'directory');
      if (key !== undefined && fits && slot.link.groupOf!(key) === slot.link.groupFor!(job.key)) {
        files.push({ key, real, staged: `${slot.staged}/${below}` });
      } else if (entry.isDirectory()) {
        folders.push(below);
      } else {
        return err({
          type: 'unexpected-output',
          link: slot.link.plan.name,
          path: real,
          pattern: pattern.text,
        });
      }
    }
  }
  return ok(files.toSorted((a, b) => compareBytes(a.key, b.key)));
}

/** What counts is not what the file or folder is by itself: a record's value, what a packed file holds, if anything. */
function hasOwnFingerprint(repository: PathRepository): boolean {
  return repository.kind === 'directory' ? repository.discardsEmpty === true : repository.kind !== 'file';
}

/** What a job writes in the place of a packed file, in the same folder. */
function plainName(repository: PathRepository, real: string): string {
  if (!isPacked(repository)) return real;
  return real.slice(0, real.length - repository.suffix.length);
}

/** Beside the plain form, under a name that no plain form has. */
function packedName(real: string): string {
  const { dir, base } = posix.parse(real);
  return posix.join(dir, `.pipe-packed-${base}`);
}

/** Whether anything lies at a path, links not followed. */
export function exists(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false }) !== undefined;
}

function isLink(absolute: string): boolean {
  return lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
