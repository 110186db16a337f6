// Completes the records that a job wrote with the `values:` of their link, in the stage. Knows no other job.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import type * as Yaml from 'yaml';
import type { Json, JsonObject } from '../../model/json.ts';
import { parseJson } from '../../repository/record-json.ts';
import { parseYaml } from '../../repository/record-yaml.ts';
import { namesIn } from './new-keys.ts';
import type { OutputSlot } from './output-slot.ts';

/** `values` are the filled in ones of each link. A record that cannot be read is left for the check of the outputs. */
export function fillRecords(
  slots: readonly OutputSlot[],
  values: ReadonlyMap<string, JsonObject>,
  root: string,
): void {
  for (const slot of slots) {
    const more = values.get(slot.link.plan.name);
    if (more === undefined || !slot.repository) continue;
    const places = slot.shape === 'one' ? [slot.staged] : placesOf(slot, slots, root);
    for (const place of places) fill(resolve(root, place), slot.repository.kind === 'json', more);
  }
}

/** Of records beside others also those that the job did not write. */
function placesOf(slot: OutputSlot, slots: readonly OutputSlot[], root: string): readonly string[] {
  const { select } = slot.link.plan;
  const main = select.type === 'cokeyed' && slots.find((each) => each.link.plan.name === select.link);
  const names = new Set([...namesIn(slot, root), ...(main ? namesIn(main, root) : [])]);
  return [...names].map((name) => `${slot.staged}/${name}`);
}

function fill(file: string, isJson: boolean, more: JsonObject): void {
  const main = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  const parsed =
    main === undefined || main.trim() === '' ? undefined : (isJson ? parseJson : parseYaml)(main);
  if (parsed && !parsed.ok) return;
  const before = parsed ? parsed.value.value : {};
  if (!isObject(before)) return;
  mkdirSync(dirname(file), { recursive: true });
  const filled = merge(before, more);
  writeFileSync(file, isJson ? `${JSON.stringify(filled, undefined, 2)}\n` : yaml().stringify(filled));
}

/** What the job wrote wins; lists are joined, its own first. */
function merge(own: Json, more: Json): Json {
  if (Array.isArray(own) && Array.isArray(more)) return [...(own as Json[]), ...(more as Json[])];
  if (!isObject(own) || !isObject(more)) return own;
  const merged: Record<string, Json> = { ...own };
  for (const [name, value] of Object.entries(more))
    merged[name] = Object.hasOwn(own, name) ? merge(own[name]!, value) : value;
  return merged;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

let loaded: typeof Yaml | undefined;

/** Only loaded when a record has to be written. */
function yaml(): typeof Yaml {
  return (loaded ??= createRequire(import.meta.url)('yaml') as typeof Yaml);
}
