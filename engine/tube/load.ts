// Makes a tube from its file: reads it, finds its types, links and checks it; gives every fault at once. Runs nothing.
import { basename, dirname, resolve } from 'node:path';
import type { Diagnostic } from '../model/diagnostic.ts';
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { assetFaults, findMaps, sortNodes } from './check.ts';
import type { Wired } from './check.ts';
import { readExtended } from './extend.ts';
import { InputCollection, inputFaults } from './input.ts';
import type { InputValues } from './input.ts';
import { linkNode } from './link.ts';
import type { Kinds } from './link.ts';
import { at, keyAt, toPlain } from './located.ts';
import type { LocatedMap } from './located.ts';
import { fillParams } from './params.ts';
import { resolveAssets } from './resolve-assets.ts';
import { resolveNodes } from './resolve-nodes.ts';
import { schemaFaults } from './schema-faults.ts';
import type { NodeSpecification, TubeSpecification } from './spec.ts';
import { Tube } from './tube.ts';
import type { TubeNode } from './tube.ts';
import type { KnownTypes } from './type-reference.ts';

export interface LoadOptions {
  /** Values of the tube inputs. */
  readonly input?: InputValues;
  /** The text of the file, where it is not to be read; paths in it are still relative to `file`. */
  readonly text?: string | undefined;
  /** Exports by reference, for tubes that are made in a program. */
  readonly types?: KnownTypes;
  /** The file was checked against its schema before. */
  readonly checked?: boolean;
  /** Told the absolute path of every tube file that is read and of every module that is imported. */
  readonly onUse?: (kind: 'tube' | 'module', path: string) => void;
}

/** The tube, or every fault of its files in the order of the text. Imports the modules that it names. */
export function loadTube(
  file: string,
  options: LoadOptions = {},
): Promise<Result<Tube, readonly Diagnostic[]>> {
  return load(resolve(file), options, []);
}

async function load(
  file: string,
  options: LoadOptions,
  above: readonly string[],
): Promise<Result<Tube, readonly Diagnostic[]>> {
  const read = await readExtended(
    file,
    options.text,
    options.checked === true ? () => Promise.resolve([]) : schemaFaults,
    (path) => options.onUse?.('tube', path),
  );
  if (!read.ok) return read;
  const tree = read.value;
  const spec = toSpecification(file, tree);
  const given = options.input ?? {};
  const types = options.types ?? {};
  const faults: Diagnostic[] = inputFaults(spec.input, given, tree);
  const inputs = new InputCollection(spec.input, given);

  const child = async (
    path: string,
    node: string,
    input: InputValues,
  ): Promise<Result<Tube, readonly Diagnostic[]>> => {
    const location = at(tree, ['nodes', node, 'params', 'tube']).location;
    const target = resolve(dirname(location.file), path);
    const ring = [...above, file];
    if (ring.includes(target)) {
      const message = `the tube contains itself: ${[...ring.slice(ring.indexOf(target)), target].join(' > ')}`;
      return err([{ code: 'tube-cycle', severity: 'error', message, location }]);
    }
    const loaded = await load(target, { ...options, input, text: undefined }, ring);
    if (loaded.ok || loaded.error.some((fault) => fault.location !== undefined)) return loaded;
    return err(loaded.error.map((fault) => ({ ...fault, location })));
  };
  const onImport = (module: string): void => options.onUse?.('module', module);
  const [nodes, assets] = await Promise.all([
    resolveNodes({ spec, tree, inputs, types, onImport, child }),
    resolveAssets({ spec, tree, inputs, types, onImport }),
  ]);
  faults.push(...nodes.faults, ...assets.faults);

  const kinds: Kinds = new Map(Array.from(nodes.resolved, ([id, node]) => [id, node.kind]));
  const wired = Object.keys(spec.nodes).map((id) => ({ id, ...linkNode(id, spec, kinds, tree) }));
  faults.push(...wired.flatMap((node) => node.faults), ...assets.linkFaults(kinds));
  if (faults.some(isError)) return err(inOrder(faults));

  const ready = wired.map((node): Wired => ({
    ...node,
    kind: kinds.get(node.id) as Wired['kind'],
    location: keyAt(tree, ['nodes', node.id]),
  }));
  const { sorted, faults: cycles } = sortNodes(ready);
  if (cycles.length > 0) return err(cycles);
  const { maps, faults: unrelated } = findMaps(sorted);
  faults.push(...unrelated, ...assetFaults(sorted, assets.stored));
  if (faults.some(isError)) return err(inOrder(faults));

  const built = ready.map((node): TubeNode => {
    const nodeSpec = spec.nodes[node.id] as NodeSpecification;
    const resolved = nodes.resolved.get(node.id);
    return {
      id: node.id,
      spec: nodeSpec,
      kind: node.kind,
      params: resolved?.params ?? {},
      stateful: nodeSpec.stateful ?? node.kind.stateful,
      edges: node.edges,
      maps: maps.get(node.id) ?? [],
      ...(resolved?.child && { child: resolved.child }),
      location: node.location,
    };
  });
  return ok(
    new Tube({
      source: { file, input: given, types, ...(options.text !== undefined && { text: options.text }) },
      specification: spec,
      inputs,
      nodes: new Map(built.map((node) => [node.id, node])),
      assets: assets.resolved,
      enabled: built.filter((node) => isEnabled(node.spec, inputs)).map((node) => node.id),
      warnings: faults,
    }),
  );
}

/** Frozen, since several tubes may be made from one specification. */
function toSpecification(file: string, tree: LocatedMap): TubeSpecification {
  const plain = toPlain(tree) as Partial<TubeSpecification>;
  const spec: TubeSpecification = {
    id: plain.id ?? basename(file).replace(/(?:\.tube)?\.ya?ml$/, ''),
    ...(plain.description !== undefined && { description: plain.description }),
    input: plain.input ?? {},
    assets: plain.assets ?? {},
    nodes: plain.nodes ?? {},
  };
  return deepFreeze(spec);
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

function isEnabled(spec: NodeSpecification, inputs: InputCollection): boolean {
  const { enabled } = fillParams({ enabled: spec.enabled ?? true }, inputs);
  return Boolean(enabled);
}

function isError(fault: Diagnostic): boolean {
  return fault.severity === 'error';
}

function inOrder(faults: readonly Diagnostic[]): Diagnostic[] {
  return faults.toSorted((a, b) => {
    const [left, right] = [a.location, b.location];
    if (left?.file !== right?.file) return (left?.file ?? '') < (right?.file ?? '') ? -1 : 1;
    return (left?.line ?? 0) - (right?.line ?? 0) || (left?.col ?? 0) - (right?.col ?? 0);
  });
}
