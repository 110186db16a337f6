// Packs what a job made for repositories whose members lie packed. Moves nothing to its place.
import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import { isPacked } from '../../repository/port.ts';
import type { PackedRepository } from '../../repository/port.ts';
import type { RecordRow } from '../../store/rows.ts';
import { isNewlyKeyed } from './new-keys.ts';
import type { OutputSlot } from './output-slot.ts';

/** The slots with the packed forms in the place of the plain ones; those of other kinds as they are. */
export async function packOutputs(
  slots: readonly OutputSlot[],
  root: string,
): Promise<Result<readonly OutputSlot[], JobFailure>> {
  const packed: OutputSlot[] = [];
  for (const slot of slots) {
    const { repository, packedPath, orElse, orElsePacked } = slot;
    if (isPacked(orElse) && orElsePacked !== undefined) {
      const other = await pack(slot, orElse, slot.staged, orElsePacked, slot.real, root);
      if (!other.ok) return other;
    }
    if (!isPacked(repository) || packedPath === undefined) {
      packed.push(slot);
      continue;
    }
    const done =
      slot.shape === 'one'
        ? await pack(slot, repository, slot.staged, packedPath, slot.real, root)
        : await packAll(slot, repository, packedPath, root);
    if (!done.ok && !orElse) return done;
    packed.push(done.ok ? { ...slot, staged: packedPath } : { ...slot, isRefused: true });
  }
  return ok(packed);
}

/** Whether any slot needs that, so that a job without one waits for nothing. */
export function needsPacking(slots: readonly OutputSlot[]): boolean {
  return slots.some((slot) => slot.packedPath !== undefined || slot.orElsePacked !== undefined);
}

/** What a packed file holds is known after packing it, and would cost much to find out at the next look. */
export function rememberPacked(slots: readonly OutputSlot[], { outputs }: RecordRow): void {
  for (const { link, key } of outputs) {
    const { repository } = slots.find((slot) => slot.link.plan.name === link) ?? {};
    if (isPacked(repository)) repository.fingerprint(key);
  }
}

/**
 * Each plain file or folder below a fan-out's folder under its packed name. What is no member's plain form keeps its name,
 * for the check of the outputs to tell.
 */
async function packAll(
  slot: OutputSlot,
  repository: PackedRepository,
  packedFolder: string,
  root: string,
): Promise<Result<void, JobFailure>> {
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(resolve(root, slot.staged, folder), { withFileTypes: true })) {
      const below = folder === '' ? entry.name : `${folder}/${entry.name}`;
      const real = `${slot.real}/${below}${repository.suffix}`;
      const isMember = isNewlyKeyed(slot) || repository.pattern.match(real) !== undefined;
      if (isMember && entry.isDirectory() === (repository.plainKind === 'directory')) {
        const packed = `${packedFolder}/${below}${repository.suffix}`;
        mkdirSync(resolve(root, dirname(packed)), { recursive: true });
        const done = await pack(slot, repository, `${slot.staged}/${below}`, packed, real, root);
        if (!done.ok) return done;
      } else if (entry.isDirectory()) {
        folders.push(below);
      } else {
        const { name } = slot.link.plan;
        const path = `${slot.real}/${below}`;
        return err({ type: 'unexpected-output', link: name, path, pattern: repository.pattern.text });
      }
    }
  }
  return ok(undefined);
}

async function pack(
  slot: OutputSlot,
  repository: PackedRepository,
  plain: string,
  packed: string,
  real: string,
  root: string,
): Promise<Result<void, JobFailure>> {
  const done = await repository.pack(resolve(root, plain), resolve(root, packed), real);
  if (done.ok) return done;
  return err({ type: 'invalid-output', link: slot.link.plan.name, path: real, message: done.error.message });
}
