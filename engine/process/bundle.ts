// A checkpoint: all that is needed to go on with a process in another program, as versioned plain JSON with a digest of
// itself. Knows nothing of where it is kept.
import { canonicalJson, digestOf } from '../base/digest.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import { recordFault } from './bundle-shape.ts';
import type { StoredListener } from './listener.ts';
import type { ProcessRecord } from './machine.ts';
import type { SavedMembers } from './savable.ts';
import { isMapping, storableFault } from '../base/storable.ts';

export const BUNDLE_VERSION = 1;

export interface Bundle {
  readonly format: 'pipe.process';
  readonly version: typeof BUNDLE_VERSION;
  /** Id of the process's class or recipe; null where no loader knows it. */
  readonly process: string | null;
  readonly uuid: string;
  readonly parent: string | null;
  readonly record: ProcessRecord;
  /** As passed, encoded; null where none were. */
  readonly rawInputs: unknown;
  /** After defaults, encoded. */
  readonly inputs: unknown;
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly members: SavedMembers;
  readonly listeners: readonly StoredListener[];
  /** Ids of the children that were alive. */
  readonly children: readonly string[];
  /** What the class itself keeps, such as the position in its steps. */
  readonly extra: JsonObject;
}

export interface CheckpointFault {
  readonly code:
    | 'checkpoint-missing'
    | 'checkpoint-damaged'
    | 'checkpoint-too-new'
    | 'not-storable'
    | 'persister-failed';
  readonly message: string;
}

/** The text of a bundle: JSON, with the digest of what is inside. Refuses what would not read back the same. */
export function writeBundle(bundle: Bundle): Result<string, CheckpointFault> {
  const fault = storableFault(bundle, 'checkpoint');
  if (fault !== undefined) return err(notStorable(`${fault.path} ${fault.message}`));
  const inside = JSON.stringify(bundle);
  const text = `{"digest":"${digestOf(inside)}","bundle":${inside}}`;
  const back = readBundle(text);
  if (!back.ok) return err(notStorable(`the checkpoint would not read back: ${back.error.message}`));
  if (canonicalJson(back.value) !== canonicalJson(bundle))
    return err(notStorable('the checkpoint would read back differently'));
  return ok(text);
}

/** The bundle in `text`, whichever version wrote it; a newer one, or a damaged text, is a fault, never a guess. */
export function readBundle(text: string): Result<Bundle, CheckpointFault> {
  const parts = ENVELOPE.exec(text);
  const [, digest, inside] = parts ?? [];
  if (inside === undefined || digestOf(inside) !== digest)
    return err(damaged('its digest is not that of its content'));
  let value: unknown;
  try {
    value = JSON.parse(inside);
  } catch (error) {
    return err(damaged((error as Error).message));
  }
  if (!isMapping(value) || value['format'] !== 'pipe.process' || typeof value['version'] !== 'number')
    return err(damaged('it is no checkpoint of a process'));
  const { version } = value;
  if (version > BUNDLE_VERSION) {
    return err({
      code: 'checkpoint-too-new',
      message: `the checkpoint has version ${version}; this program reads up to ${BUNDLE_VERSION}`,
    });
  }
  const current = migrate(value, version);
  const fault = shapeFault(current);
  return fault === undefined ? ok(current as unknown as Bundle) : err(damaged(fault));
}

export function missing(pid: string, tag: string | null): CheckpointFault {
  return {
    code: 'checkpoint-missing',
    message: `there is no checkpoint of process ${pid}${tag === null ? '' : ` tagged '${tag}'`}`,
  };
}

const ENVELOPE = /^\{"digest":"([\w-]{43})","bundle":(\{.*\})\}$/s;

/** From the version of its key to the next. */
const MIGRATIONS: Readonly<
  Record<number, (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>>
> = {};

function migrate(
  value: Readonly<Record<string, unknown>>,
  version: number,
): Readonly<Record<string, unknown>> {
  let current = value;
  for (let from = version; from < BUNDLE_VERSION; from++) current = MIGRATIONS[from]?.(current) ?? current;
  return current;
}

function shapeFault(value: Readonly<Record<string, unknown>>): string | undefined {
  if (typeof value['uuid'] !== 'string') return 'it has no uuid';
  const { process, parent } = value;
  if (process !== null && typeof process !== 'string') return "its 'process' is no id";
  if (parent !== null && typeof parent !== 'string') return "its 'parent' is no id";
  for (const name of ['outputs', 'members', 'extra']) if (!isMapping(value[name])) return `it has no ${name}`;
  for (const name of ['listeners', 'children']) if (!Array.isArray(value[name])) return `it has no ${name}`;
  return recordFault(value['record']);
}

function damaged(detail: string): CheckpointFault {
  return { code: 'checkpoint-damaged', message: `the checkpoint is damaged: ${detail}` };
}

function notStorable(message: string): CheckpointFault {
  return { code: 'not-storable', message };
}
