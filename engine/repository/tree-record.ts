// The record of a content-addressed tree: what a folder holds, its files by the digests of their contents. Knows no blob.
import { err, ok, type Result } from '../base/result.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { BlobName } from './blob-store.ts';
import { pathFault, type FolderEntry } from './folder-entries.ts';
import { parseJson } from './record-json.ts';

export interface TreeEntry {
  readonly entry: FolderEntry;
  /** Of a file. */
  readonly blob?: BlobName;
}

const FORMAT = 'pipe-tree-1';

/** One entry a line, in their order, so that a version control system shows what changed. */
export function printTree(entries: readonly TreeEntry[]): string {
  const lines = entries.map((each) => `    ${JSON.stringify(toJson(each))}`);
  return `{\n  "format": "${FORMAT}",\n  "entries": [\n${lines.join(',\n')}\n  ]\n}\n`;
}

/** An error says what is wrong with the text. */
export function parseTree(text: string): Result<readonly TreeEntry[], string> {
  const parsed = parseJson(text);
  if (!parsed.ok) return err(`:${parsed.error.line}:${parsed.error.column}: ${parsed.error.message}`);
  const { value } = parsed.value;
  const entries = isObject(value) && value['format'] === FORMAT ? value['entries'] : undefined;
  if (!Array.isArray(entries)) return err(`: is not the record of a tree (${FORMAT})`);
  const found: TreeEntry[] = [];
  for (const [index, each] of entries.entries()) {
    const entry = isObject(each) ? fromJson(each) : undefined;
    if (!entry) return err(`: entry ${index} is none of a file, folder or link`);
    const bad = pathFault(entry.entry.path);
    if (bad !== undefined) return err(`: ${JSON.stringify(entry.entry.path)} ${bad}`);
    found.push(entry);
  }
  return ok(found);
}

function toJson({ entry, blob }: TreeEntry): JsonObject {
  const { path, type } = entry;
  switch (type) {
    case 'directory':
      return { name: path, type, mode: printMode(entry.mode) };
    case 'file':
      return { name: path, type, mode: printMode(entry.mode), size: entry.size, sha256: blob ?? '' };
    case 'link':
      return { name: path, type, target: entry.target };
    default:
      return entry satisfies never;
  }
}

function fromJson({ name, type, mode, size, sha256, target }: JsonObject): TreeEntry | undefined {
  if (typeof name !== 'string') return undefined;
  if (type === 'link' && typeof target === 'string') return { entry: { type, path: name, target } };
  if (typeof mode !== 'string' || !/^[0-7]{4}$/.test(mode)) return undefined;
  const bits = Number.parseInt(mode, 8) & 0o777;
  if (type === 'directory') return { entry: { type, path: name, mode: bits } };
  if (type !== 'file' || typeof size !== 'number' || typeof sha256 !== 'string') return undefined;
  if (!/^[\da-f]{64}$/.test(sha256)) return undefined;
  return { entry: { type, path: name, mode: bits, size }, blob: sha256 };
}

function printMode(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
