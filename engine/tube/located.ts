// A YAML document as a tree in which every key and value knows its place. Knows no tube.
import type * as Yaml from '../base/yaml-package.ts';
import type { Document, Node } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { placer, type Place } from '../model/place.ts';

export type Located = LocatedMap | LocatedList | LocatedScalar;
export interface LocatedMap {
  readonly kind: 'map';
  readonly location: Location;
  readonly entries: ReadonlyMap<string, LocatedEntry>;
}
export interface LocatedEntry {
  readonly key: Location;
  readonly value: Located;
}
export interface LocatedList {
  readonly kind: 'list';
  readonly location: Location;
  readonly items: readonly Located[];
}
export interface LocatedScalar {
  readonly kind: 'scalar';
  readonly location: Location;
  readonly value: unknown;
}

/** The text's tree, and every fault of its syntax; the tree is worth reading only where there is none. */
export async function locate(
  file: string,
  text: string,
): Promise<{ readonly tree: Located; readonly faults: readonly Diagnostic[] }> {
  const yaml = await import('../base/yaml-package.ts'); // late, since pipe starts without it
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = placer(file, lines);
  const faults = document.errors.map((error): Diagnostic => ({
    code: error.code === 'DUPLICATE_KEY' ? 'duplicate-key' : 'yaml-syntax',
    severity: 'error',
    message:
      error.code === 'DUPLICATE_KEY' ? 'this key is written twice' : (error.message.split('\n')[0] ?? ''),
    location: place(error.pos[0], error.pos[1]),
  }));
  return { tree: treeOf(document, place, yaml), faults };
}

/** The tree as plain data. */
export function toPlain(tree: Located): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(Array.from(tree.entries, ([key, entry]) => [key, toPlain(entry.value)]));
    case 'list':
      return tree.items.map(toPlain);
    case 'scalar':
      return tree.value;
    default:
      return tree satisfies never;
  }
}

/** The subtree at a path of keys and indexes, or the nearest above it that exists. */
export function at(tree: Located, path: readonly (string | number)[]): Located {
  let here = tree;
  for (const step of path) {
    const next =
      here.kind === 'map'
        ? here.entries.get(String(step))?.value
        : here.kind === 'list'
          ? here.items[Number(step)]
          : undefined;
    if (next === undefined) return here;
    here = next;
  }
  return here;
}

/** The place of a key, or of what stands in its stead. */
export function keyAt(tree: Located, path: readonly (string | number)[]): Location {
  const above = at(tree, path.slice(0, -1));
  const key = path.at(-1);
  const entry = above.kind === 'map' && key !== undefined ? above.entries.get(String(key)) : undefined;
  return entry?.key ?? at(tree, path).location;
}

function treeOf(document: Document, place: Place, { isAlias, isMap, isScalar, isSeq }: typeof Yaml): Located {
  return fromNode(document.contents, []);

  function fromNode(node: unknown, above: readonly Node[]): Located {
    const range = (node as Node | null)?.range;
    const location = range ? place(range[0], range[1]) : place(0, 0);
    if (isAlias(node)) {
      const target = node.resolve(document);
      if (target === undefined || above.includes(target)) return { kind: 'scalar', location, value: null };
      return { ...fromNode(target, [...above, target]), location };
    }
    if (isMap(node)) {
      const entries = new Map<string, LocatedEntry>();
      for (const pair of node.items) {
        const key = fromNode(pair.key, above);
        const name = key.kind === 'scalar' ? String(key.value) : JSON.stringify(toPlain(key));
        entries.set(name, {
          key: key.location,
          value: fromNode(pair.value, [...above, node]),
        });
      }
      return { kind: 'map', location, entries };
    }
    if (isSeq(node)) {
      return {
        kind: 'list',
        location,
        items: node.items.map((item) => fromNode(item, [...above, node])),
      };
    }
    return { kind: 'scalar', location, value: isScalar(node) ? node.value : null };
  }
}
