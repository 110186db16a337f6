// Keeps checkpoints as files of one directory, each written beside its place and renamed, so that a crash leaves the old
// one or the new one. Knows nothing of processes beyond their bundles.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '../../base/result.ts';
import { missing, readBundle, writeBundle, type Bundle, type CheckpointFault } from '../bundle.ts';
import { compareRefs, type CheckpointPersister, type CheckpointRef } from '../persister.ts';

const SUFFIX = '.checkpoint.json';

export class FilePersister implements CheckpointPersister {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** Makes the directory if need be. */
  static open(directory: string): Result<FilePersister, CheckpointFault> {
    try {
      mkdirSync(directory, { recursive: true });
      return ok(new FilePersister(directory));
    } catch (error) {
      return err(failed(`the directory ${directory} cannot be made`, error));
    }
  }

  save(bundle: Bundle, tag: string | null = null): Result<null, CheckpointFault> {
    const text = writeBundle(bundle);
    if (!text.ok) return text;
    const path = this.#pathOf(bundle.record.pid, tag);
    const beside = `${path}.${process.pid}.tmp`;
    try {
      writeWhole(beside, text.value);
      renameSync(beside, path);
      return ok(null);
    } catch (error) {
      rmSync(beside, { force: true });
      return err(failed(`the checkpoint ${path} cannot be written`, error));
    }
  }

  load(pid: string, tag: string | null = null): Result<Bundle, CheckpointFault> {
    const path = this.#pathOf(pid, tag);
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return err(missing(pid, tag));
      return err(failed(`the checkpoint ${path} cannot be read`, error));
    }
    return readBundle(text);
  }

  list(): readonly CheckpointRef[] {
    return readdirSync(this.#directory).flatMap(refOf).toSorted(compareRefs);
  }

  listOf(pid: string): readonly CheckpointRef[] {
    return this.list().filter((ref) => ref.pid === pid);
  }

  delete(pid: string, tag: string | null = null): void {
    rmSync(this.#pathOf(pid, tag), { force: true });
  }

  deleteAll(pid: string): void {
    for (const ref of this.listOf(pid)) this.delete(ref.pid, ref.tag);
  }

  #pathOf(pid: string, tag: string | null): string {
    return join(this.#directory, `${encode(pid)}${tag === null ? '' : `@${encode(tag)}`}${SUFFIX}`);
  }
}

function refOf(file: string): readonly CheckpointRef[] {
  if (!file.endsWith(SUFFIX)) return [];
  const [pid = '', tag] = file.slice(0, -SUFFIX.length).split('@');
  try {
    return [{ pid: decodeURIComponent(pid), tag: tag === undefined ? null : decodeURIComponent(tag) }];
  } catch {
    return [];
  }
}

/** A file name without `@`, `/` or a leading dot, from which the text can be read back. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll('.', '%2E').replaceAll('*', '%2A');
}

function writeWhole(path: string, text: string): void {
  const file = openSync(path, 'w');
  try {
    writeFileSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function failed(what: string, error: unknown): CheckpointFault {
  return { code: 'persister-failed', message: `${what}: ${(error as Error).message}` };
}
