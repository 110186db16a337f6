// Finds the node at a path of keys and indexes, following aliases. Knows nothing of lines and columns.
import type { Document, Node, Pair, YAMLMap } from 'yaml';
import type * as Yaml from '../base/yaml-package.ts';

export type DocumentPath = readonly (string | number)[];

export interface Entry {
  /** The key's node, where the entry is a pair of a map. */
  readonly key?: Node;
  readonly value?: Node;
}

/** The entry at `path`, or the nearest above it that exists. */
export function entryAt(yaml: typeof Yaml, document: Document.Parsed, path: DocumentPath): Entry {
  let entry: Entry = document.contents === null ? {} : { value: document.contents };
  for (const step of path) {
    const node = yaml.isAlias(entry.value) ? entry.value.resolve(document) : entry.value;
    const next = yaml.isMap(node)
      ? pairOf(yaml, node, String(step))
      : yaml.isSeq(node)
        ? itemOf(node.items, step)
        : undefined;
    if (next === undefined) return entry;
    entry = next;
  }
  return entry;
}

function pairOf(yaml: typeof Yaml, map: YAMLMap, name: string): Entry | undefined {
  let pairs = INDEXES.get(map);
  if (pairs === undefined) {
    pairs = new Map();
    // Of a key that is written twice the first counts.
    for (const pair of map.items.toReversed()) pairs.set(keyText(yaml, pair.key), pair);
    INDEXES.set(map, pairs);
  }
  const pair = pairs.get(name);
  if (pair === undefined) return undefined;
  const key = pair.key as Node;
  const value = pair.value as Node | null;
  // `name:` without a value is shown at its key.
  const isThere = value?.range != null && value.range[1] > value.range[0];
  return { key, value: isThere ? value : key };
}

/** A search through the pairs for each of ten thousand tasks would take seconds. */
const INDEXES = new WeakMap<YAMLMap, Map<string, Pair>>();

function itemOf(items: readonly unknown[], step: string | number): Entry | undefined {
  const item = items[Number(step)];
  return item === undefined ? undefined : { value: item as Node };
}

/** The name that a key's node stands for. */
export function keyText(yaml: typeof Yaml, key: unknown): string {
  return yaml.isScalar(key) ? String(key.value) : '';
}
