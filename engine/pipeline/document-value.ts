// Turns YAML nodes into plain data with a bound on their number and depth, so that aliases cannot blow up. Knows no schema.
import type { Document, Node } from 'yaml';
import type * as Yaml from '../base/yaml-package.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Json } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import { keyText } from './document-node.ts';
import type { FaultDetails } from './faults.ts';
import type { Place } from '../model/place.ts';

/** How deep maps and lists may be nested, after aliases are followed. */
const MAX_DEPTH = 100;
/** How many values aliases may stand for, all together. */
const MAX_ALIASED = 50_000;

export function toPlain(
  yaml: typeof Yaml,
  document: Document.Parsed,
  place: Place,
): Result<Json, readonly Diagnostic[]> {
  const walk = new Walk(yaml, place);
  const value = walk.value(document.contents, 0);
  return walk.faults.length > 0 ? err(walk.faults) : ok(value);
}

class Walk {
  readonly faults: Diagnostic[] = [];
  readonly #yaml: typeof Yaml;
  readonly #anchors = new Map<string, Node>();
  readonly #place: Place;
  #aliased = 0;
  /** The outermost alias that the walk is in. */
  #alias: Node | undefined;
  #stopped = false;

  constructor(yaml: typeof Yaml, place: Place) {
    this.#yaml = yaml;
    this.#place = place;
  }

  value(node: unknown, depth: number): Json {
    if (this.#stopped || !this.#admits(node, depth)) return null;
    if (this.#yaml.isAlias(node)) return this.#follow(node, depth);
    // An alias means the last anchor of its name before it, and the walk goes in the order of the file.
    if (
      this.#alias === undefined &&
      this.#yaml.isNode(node) &&
      'anchor' in node &&
      node.anchor !== undefined
    ) {
      this.#anchors.set(node.anchor, node);
    }
    if (this.#yaml.isMap(node)) return this.#map(node.items, depth);
    if (this.#yaml.isSeq(node)) return node.items.map((item) => this.value(item, depth + 1));
    if (!this.#yaml.isScalar(node)) return null;
    return typeof node.value === 'bigint' ? Number(node.value) : ((node.value ?? null) as Json);
  }

  #follow(alias: Node & { readonly source: string }, depth: number): Json {
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const hint = `a text that starts with \`*\` must be in quotes: "*${alias.source}"`;
      this.#fault('unknown-alias', `no anchor &${alias.source} stands before this alias`, alias, { hint });
      return null;
    }
    const outermost = this.#alias === undefined;
    if (outermost) this.#alias = alias;
    const value = this.value(target, depth + 1);
    if (outermost) this.#alias = undefined;
    return value;
  }

  /** Without a prototype, so that no key has a meaning of its own. */
  #map(pairs: readonly { key: unknown; value: unknown }[], depth: number): Json {
    const map = Object.create(null) as Record<string, Json>;
    const seen = new Map<string, Node>();
    for (const { key, value } of pairs) {
      const name = keyText(this.#yaml, key);
      const first = seen.get(name);
      if (first === undefined) {
        seen.set(name, key as Node);
        map[name] = this.value(value, depth + 1);
      } else if (this.#alias === undefined) {
        this.#fault('duplicate-key', `the key "${name}" is written twice`, key as Node, {
          related: [{ message: 'first here', location: this.#at(first) }],
        });
      }
    }
    return map;
  }

  #admits(node: unknown, depth: number): boolean {
    if (this.#alias !== undefined) this.#aliased++;
    const where = this.#alias ?? (node as Node);
    if (depth > MAX_DEPTH) {
      this.#stopped = true;
      const message =
        this.#alias === undefined
          ? `the YAML is nested more than ${MAX_DEPTH} levels deep`
          : 'the alias names what it stands in itself, without end';
      this.#fault('yaml-too-deep', message, where);
    } else if (this.#aliased > MAX_ALIASED) {
      this.#stopped = true;
      this.#fault('alias-bomb', `the aliases stand for more than ${MAX_ALIASED} values`, where);
    }
    return !this.#stopped;
  }

  #fault(code: string, message: string, node: Node, details: FaultDetails = {}): void {
    this.faults.push({ code, severity: 'error', message, location: this.#at(node), ...details });
  }

  #at(node: Node): Location {
    return this.#place(node.range?.[0] ?? 0, node.range?.[1] ?? 0);
  }
}
