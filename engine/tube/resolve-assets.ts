// Finds the kind of every asset, and checks what it keeps. Knows no scopes at work.
import type { Diagnostic } from '../model/diagnostic.ts';
import { assetKind } from './asset.ts';
import type { StoredAsset } from './check.ts';
import type { InputCollection } from './input.ts';
import { sourceFault } from './link.ts';
import type { Kinds } from './link.ts';
import { at, keyAt } from './located.ts';
import type { Located } from './located.ts';
import { fillParams, paramInputFaults, paramNameFaults } from './params.ts';
import type { AssetSpecification, TubeSpecification } from './spec.ts';
import type { TubeAsset } from './tube.ts';
import { importType } from './type-reference.ts';
import type { KnownTypes } from './type-reference.ts';

export interface ResolvedAssets {
  readonly resolved: ReadonlyMap<string, TubeAsset>;
  readonly stored: readonly StoredAsset[];
  readonly faults: readonly Diagnostic[];
  /** Signals that assets keep and that do not exist. */
  readonly linkFaults: (kinds: Kinds) => readonly Diagnostic[];
}

export async function resolveAssets(request: {
  readonly spec: TubeSpecification;
  readonly tree: Located;
  readonly inputs: InputCollection;
  readonly types: KnownTypes;
  readonly onImport: (module: string) => void;
}): Promise<ResolvedAssets> {
  const { spec, tree, inputs, types, onImport } = request;
  const entries = Object.entries(spec.assets);
  const found = await Promise.all(
    entries.map(async ([id, asset]): Promise<TubeAsset | Diagnostic> => {
      const { location } = at(tree, ['assets', id, 'type']);
      const exported = await importType(asset.type, location, types, onImport);
      if (!exported.ok) return exported.error;
      const kind = assetKind(exported.value);
      if (typeof kind === 'string')
        return { code: 'no-asset', severity: 'error', message: `${asset.type} ${kind}`, location };
      const params = Array.isArray(asset.params)
        ? fillParams(asset.params, inputs)
        : fillParams((asset.params ?? {}) as Readonly<Record<string, unknown>>, inputs);
      return { id, spec: asset, kind, params, location: keyAt(tree, ['assets', id]) };
    }),
  );
  const resolved = new Map<string, TubeAsset>();
  const faults: Diagnostic[] = [];
  for (const asset of found) {
    if ('kind' in asset) {
      resolved.set(asset.id, asset);
      faults.push(
        ...paramNameFaults(asset.spec.params, asset.kind.params, ['assets', asset.id, 'params'], tree),
      );
    } else faults.push(asset);
  }
  for (const [id, asset] of entries) {
    faults.push(
      ...paramInputFaults(asset.params, ['assets', id, 'params'], spec, tree),
      ...scopeFaults(id, asset, tree),
    );
  }
  const stored = entries.flatMap(([id, asset]): StoredAsset[] => {
    if (asset.depends === undefined) return [];
    const [node = '', signal = ''] = asset.depends.split('.');
    return [{ id, depends: [node, signal], location: at(tree, ['assets', id, 'depends']).location }];
  });
  return {
    resolved,
    stored,
    faults,
    linkFaults: (kinds) => stored.flatMap((asset) => keptFault(asset, spec, kinds) ?? []),
  };
}

function scopeFaults(id: string, asset: AssetSpecification, tree: Located): Diagnostic[] {
  if (asset.depends === undefined || asset.scope === 'runner') return [];
  return [
    {
      code: 'asset-scope',
      severity: 'error',
      message: `the asset "${id}" lives for one ${asset.scope === 'node' ? 'call' : 'epoch'}, so it can keep nothing for the next`,
      location: keyAt(tree, ['assets', id, 'depends']),
      hint: 'give it the scope runner, or leave out depends',
    },
  ];
}

function keptFault(asset: StoredAsset, spec: TubeSpecification, kinds: Kinds): Diagnostic | undefined {
  const [node, signal] = asset.depends;
  if (node === 'input' || node === 'assets') {
    const message = `the asset "${asset.id}" keeps what a node emits, not an ${node === 'input' ? 'input' : 'asset'}`;
    return { code: 'unknown-node', severity: 'error', message, location: asset.location };
  }
  return sourceFault(node, signal, spec, kinds, asset.location);
}
