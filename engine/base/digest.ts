// SHA-256 in the one spelling that pipe stores: 43 characters of base64url. Knows nothing of what is digested.
import type * as Crypto from 'node:crypto';

/** A SHA-256 digest, 43 characters of base64url. */
export type Digest = string;

/** Loaded with the first digest: a build with nothing to do needs none, and has better uses for five milliseconds. */
let crypto: typeof Crypto | undefined;

export function digestOf(content: string | Uint8Array): Digest {
  crypto ??= process.getBuiltinModule('node:crypto');
  return crypto.hash('sha256', content, 'base64url');
}

/** The digest of many texts one after the other, which are never one text in memory. */
export function digestOfAll(texts: Iterable<string>): Digest {
  let hash: Crypto.Hash | undefined;
  let gathered = '';
  for (const text of texts) {
    gathered += text;
    if (gathered.length < GATHERED) continue;
    hash = (hash ?? process.getBuiltinModule('node:crypto').createHash('sha256')).update(gathered);
    gathered = '';
  }
  return hash ? hash.update(gathered).digest('base64url') : digestOf(gathered);
}

const GATHERED = 16_384;

/** The digest of a JSON value in canonical form: object keys sorted by code unit, no white space, arrays in order. */
export function digestOfJson(value: unknown): Digest {
  return digestOf(canonicalJson(value));
}

/** JSON with object keys sorted; `undefined` members are left out, as JSON.stringify does. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const members = Object.keys(record)
    .filter((name) => record[name] !== undefined)
    .toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .map((name) => `${JSON.stringify(name)}:${canonicalJson(record[name])}`);
  return `{${members.join(',')}}`;
}
