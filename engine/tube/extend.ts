// Reads a tube file with all that it extends, merged into one located document. Knows no graph.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { locate } from './located.ts';
import type { Located, LocatedEntry, LocatedMap } from './located.ts';
import { schemaFaults } from './schema-faults.ts';

/**
 * The file's document and those it extends merged: left to right, then the file on top. `check` finds what breaks the
 * schema, `onRead` is told of every file.
 */
export function readExtended(
  file: string,
  text?: string,
  check = schemaFaults,
  onRead: (file: string) => void = () => {},
): Promise<Result<LocatedMap, Diagnostic[]>> {
  return readOne(resolve(file), text, undefined, [], { check, onRead });
}

interface Tools {
  readonly check: typeof schemaFaults;
  readonly onRead: (file: string) => void;
}

function whyUnreadable(file: string, { code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no file ${file}`;
  if (code === 'EISDIR') return `${file} is a folder, not a tube file`;
  return code === 'EACCES' ? `${file} may not be read` : `${file} cannot be read: ${message}`;
}

async function readOne(
  file: string,
  text: string | undefined,
  from: Location | undefined,
  above: readonly string[],
  tools: Tools,
): Promise<Result<LocatedMap, Diagnostic[]>> {
  if (above.includes(file)) {
    const ring = [...above.slice(above.indexOf(file)), file].join(' > ');
    return fail('extends-cycle', `the file extends itself: ${ring}`, from);
  }
  tools.onRead(file);
  let source = text;
  try {
    source ??= await readFile(file, 'utf8');
  } catch (error) {
    return fail('no-file', whyUnreadable(file, error as NodeJS.ErrnoException), from);
  }
  const { tree, faults } = await locate(file, source);
  if (faults.length > 0) return err([...faults]);
  const broken = await tools.check(tree);
  if (broken.length > 0) return err(broken);
  if (tree.kind !== 'map') return fail('wrong-type', 'a tube file is a map', tree.location);

  const { extended, rest } = split(tree);
  if (extended.length === 0) return ok(rest);
  const bases = await Promise.all(
    extended.map((entry) =>
      readOne(
        resolve(dirname(file), String(entry.value)),
        undefined,
        entry.location,
        [...above, file],
        tools,
      ),
    ),
  );
  const failures = bases.flatMap((base) => (base.ok ? [] : base.error));
  if (failures.length > 0) return err(failures);
  const merged = [...bases.flatMap((base) => (base.ok ? [base.value] : [])), rest].reduce(mergeTubes);
  const complete = await tools.check(merged);
  return complete.length > 0 && above.length === 0 ? err(complete) : ok(merged);
}

function fail(code: string, message: string, location: Location | undefined): Result<never, Diagnostic[]> {
  return err([{ code, severity: 'error', message, ...(location && { location }) }]);
}

function split(tree: LocatedMap): {
  extended: readonly { value: unknown; location: Location }[];
  rest: LocatedMap;
} {
  const list = tree.entries.get('extends')?.value;
  const extended =
    list?.kind === 'list' ? list.items.flatMap((item) => (item.kind === 'scalar' ? [item] : [])) : [];
  const entries = new Map(tree.entries);
  entries.delete('extends');
  return { extended, rest: { ...tree, entries } };
}

/** The right return node takes in the left one, whatever their names, since a tube has one. */
function mergeTubes(left: LocatedMap, right: LocatedMap): LocatedMap {
  const [leftReturn, rightReturn] = [returnOf(left), returnOf(right)];
  if (leftReturn === undefined || rightReturn === undefined || leftReturn === rightReturn)
    return mergeMaps(left, right, []);
  const nodes = left.entries.get('nodes') as LocatedEntry & { value: LocatedMap };
  const renamed = Array.from(nodes.value.entries, ([id, node]): [string, LocatedEntry] => [
    id === leftReturn ? rightReturn : id,
    node,
  ]);
  const value: LocatedMap = { ...nodes.value, entries: new Map(renamed) };
  const entries = new Map(left.entries).set('nodes', { ...nodes, value });
  return mergeMaps({ ...left, entries }, right, []);
}

function returnOf(tree: LocatedMap): string | undefined {
  const nodes = tree.entries.get('nodes')?.value;
  if (nodes?.kind !== 'map') return undefined;
  for (const [id, { value }] of nodes.entries) {
    const type = value.kind === 'map' ? value.entries.get('type')?.value : undefined;
    if (type?.kind === 'scalar' && type.value === 'return') return id;
  }
  return undefined;
}

/** Keys of the left first, in their order; lists, texts and `depends` are replaced whole. */
function mergeMaps(left: LocatedMap, right: LocatedMap, path: readonly string[]): LocatedMap {
  const entries = new Map(left.entries);
  for (const [key, entry] of right.entries) {
    const before = entries.get(key);
    entries.set(
      key,
      before === undefined
        ? entry
        : { key: entry.key, value: mergeValues(before.value, entry.value, [...path, key]) },
    );
  }
  return { kind: 'map', location: right.location, entries };
}

function mergeValues(left: Located, right: Located, path: readonly string[]): Located {
  const whole = path.length === 3 && path[0] === 'nodes' && path[2] === 'depends';
  return left.kind === 'map' && right.kind === 'map' && !whole ? mergeMaps(left, right, path) : right;
}
