// What a backup holds, as the data of its `manifest.json`: which member has which contents, each a file named by its
// SHA-256, and the records of the jobs that made them. Knows no repository.
//
//   DIR/manifest.json   written last, so that a backup that broke off has none
//   DIR/data/HEX        one content, readable for `sha256sum`; equal contents are stored once
import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../base/digest.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { RequestFault } from './member-types.ts';
import { dataFault } from '../reference.ts';

export interface Manifest {
  readonly format: 1;
  readonly pipeline: string;
  readonly repositories: readonly SavedRepository[];
  readonly records: readonly { readonly task: string; readonly record: RecordRow }[];
  /** Texts that records refer to, by digest. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface SavedRepository {
  readonly name: string;
  readonly type: string;
  /** `task.link` of every link to it: the names by which another pipeline may know it. */
  readonly links: readonly string[];
  readonly members: readonly SavedMember[];
}

export interface SavedMember {
  readonly key: string;
  /** One without a path for a file, or all that a folder holds. */
  readonly entries: readonly SavedEntry[];
  /** Of a tree: the contents that its record names, by SHA-256. */
  readonly blobs?: readonly string[];
}

export interface SavedEntry {
  /** Below the member's folder; '' is the member itself. */
  readonly path: string;
  readonly type: 'file' | 'folder' | 'link';
  /** file: SHA-256 of the content in hex. */
  readonly sha256?: string;
  readonly executable?: boolean;
  /** link: its text. */
  readonly target?: string;
}

export function sha256(content: Uint8Array): string {
  return hash('sha256', content, 'hex');
}

export function dataFile(folder: string, digest: string): string {
  return join(folder, 'data', digest);
}

/** Stores a content under its digest, once; returns whether it was new. */
export function storeContent(folder: string, digest: string, content: Uint8Array): boolean {
  const path = dataFile(folder, digest);
  if (isWhole(path, digest)) return false;
  writeWhole(path, content);
  return true;
}

/** Whether a content is there and is what its name says. */
export function isWhole(path: string, digest: string): boolean {
  try {
    return sha256(readFileSync(path)) === digest;
  } catch {
    return false;
  }
}

export function writeManifest(folder: string, manifest: Manifest): void {
  const body = { sha256: sha256(Buffer.from(canonicalJson(manifest))), ...manifest };
  writeWhole(join(folder, 'manifest.json'), Buffer.from(`${JSON.stringify(body, undefined, 2)}\n`));
}

/** `absent` where there is no backup at all. */
export function readManifest(folder: string): Result<Manifest, RequestFault | 'absent'> {
  const path = join(folder, 'manifest.json');
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return err('absent');
    return err(dataFault('unreadable', `cannot read ${path}: ${(error as Error).message}`));
  }
  try {
    const { sha256: digest, ...manifest } = JSON.parse(text) as Manifest & { sha256: string };
    if (manifest.format !== 1 && typeof manifest.format === 'number')
      return err(dataFault('newer-backup', `${path} was written by a newer pipe`));
    if (sha256(Buffer.from(canonicalJson(manifest))) === digest) return ok(manifest);
  } catch {
    // No JSON: as good as a digest that does not fit.
  }
  return err(dataFault('damaged', `${path} is damaged: its content does not fit its digest`));
}

export function makeFolder(folder: string): void {
  mkdirSync(join(folder, 'data'), { recursive: true });
}

function writeWhole(path: string, content: Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
