// Outputs whose keys are only known when they are there: under the digest of their content, and beside those under the same
// key (cokeyed). Looks at the stage; moves nothing.
import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareBytes } from '../../base/compare.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import { isPacked } from '../../repository/port.ts';
import type { MadeOutput, OutputSlot } from './output-slot.ts';

export interface NewKeyPorts {
  readonly root: string;
  /** What a staged file or folder is as a member of the slot's repository. */
  readonly examine: (
    slot: OutputSlot,
    staged: string,
  ) => Result<Pick<MadeOutput, 'fingerprint' | 'observation'> | undefined, JobFailure>;
  /** What another job has made under that key, which then stays: who comes first wins. */
  readonly standing: (slot: OutputSlot, key: string) => Fingerprint | undefined;
}

export function isNewlyKeyed({ link }: Pick<OutputSlot, 'link'>): boolean {
  const { type } = link.plan.select;
  return type === 'digest' || type === 'cokeyed';
}

/** The members of all slots that are keyed anew. */
export function collectNew(
  slots: readonly OutputSlot[],
  ports: NewKeyPorts,
): Result<MadeOutput[], JobFailure> {
  const made: MadeOutput[] = [];
  /** By output: what was written under which name got which key. */
  const keys = new Map<string, Map<string, string>>();
  for (const slot of slots.filter(({ link }) => link.plan.select.type === 'digest')) {
    const link = slot.link.plan.name;
    const named = new Map<string, string>();
    keys.set(link, named);
    for (const name of namesIn(slot, ports.root)) {
      const staged = `${slot.staged}/${name}${suffixOf(slot)}`;
      const examined = ports.examine(slot, staged);
      if (!examined.ok) return examined;
      if (!examined.value) continue;
      const key = keyOf(examined.value.fingerprint);
      // Equal contents are one member; its siblings are those of the first name.
      if (![...named.values()].includes(key))
        made.push({ link, key, path: slot.repository!.pathOf(key), staged, ...examined.value });
      named.set(name, key);
    }
  }
  for (const slot of slots) {
    const { select } = slot.link.plan;
    if (select.type !== 'cokeyed') continue;
    const found = collectBeside(slot, keys.get(select.link) ?? new Map<string, string>(), ports);
    if (!found.ok) return found;
    made.push(...found.value);
  }
  return ok(made);
}

function collectBeside(
  slot: OutputSlot,
  keys: ReadonlyMap<string, string>,
  ports: NewKeyPorts,
): Result<MadeOutput[], JobFailure> {
  const { name: link, requiredForSuccess, select } = slot.link.plan;
  const names = namesIn(slot, ports.root);
  const stranger = names.find((name) => !keys.has(name));
  if (stranger !== undefined) {
    const pattern = `the names of ${select.type === 'cokeyed' ? select.link : link}`;
    return err({ type: 'unexpected-output', link, path: stranger, pattern });
  }
  const made = new Map<string, MadeOutput>();
  for (const [name, key] of keys) {
    if (made.has(key)) continue;
    const path = slot.repository!.pathOf(key);
    const staged = `${slot.staged}/${name}${suffixOf(slot)}`;
    const examined = names.includes(name) ? ports.examine(slot, staged) : ok(undefined);
    if (!examined.ok) return examined;
    if (examined.value) {
      const fingerprint = ports.standing(slot, key) ?? examined.value.fingerprint;
      made.set(key, { link, key, path, staged, ...examined.value, fingerprint });
    } else if (requiredForSuccess) return err({ type: 'missing-output', link, path: name });
  }
  return ok([...made.values()]);
}

/** Of files at any depth, of folders the first. */
export function namesIn(slot: OutputSlot, root: string): readonly string[] {
  const names: string[] = [];
  const folders = [''];
  const wantsFolders = slot.repository?.kind === 'directory';
  const suffix = suffixOf(slot);
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of readdirSync(resolve(root, slot.staged, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && !wantsFolders) folders.push(name);
      else names.push(suffix !== '' && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name);
    }
  }
  return names.toSorted(compareBytes);
}

function suffixOf({ repository }: OutputSlot): string {
  return isPacked(repository) ? repository.suffix : '';
}

/** SHA-256 in hex: of a file of its content, as `sha256sum` prints it; a program is another member than its text. */
function keyOf(fingerprint: Fingerprint): string {
  const [, digest, mark] = /^(?:[a-z]:)?([\w-]{43})(\+x)?$/.exec(fingerprint) ?? [];
  if (digest === undefined) return createHash('sha256').update(fingerprint).digest('hex');
  return Buffer.from(digest, 'base64url').toString('hex') + (mark === undefined ? '' : '-x');
}
