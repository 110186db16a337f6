// The assets of a tube and how long they live. Knows no scheduler: a runner says when a scope begins and ends.
import type { Asset } from './asset.ts';
import type { Edge } from './edge.ts';
import type { Epoch } from './epoch.ts';
import { NoEvent } from './event.ts';
import type { MaybePromise } from './maybe.ts';
import { allInTurn, isThenable, undoOnFailure } from './maybe.ts';
import type { Scope } from './spec.ts';
import type { TubeAsset } from './tube.ts';

interface Kept {
  readonly id: string;
  /** Nobody else uses the signal, so the value itself is kept and not a copy. */
  readonly nocopy: boolean;
}

/** Runner assets live once, process assets once for each epoch, node assets once for each call. */
export class State {
  readonly assets: ReadonlyMap<string, TubeAsset>;
  /** By node and signal: the assets that keep its value. */
  readonly dependencies: ReadonlyMap<string, ReadonlyMap<string, readonly Kept[]>>;
  readonly #live = new Map<object, Map<string, Asset>>();
  readonly #storedAt = new Map<string, Epoch>();

  /** `edges`: those of the whole tube, to know which values nobody else uses. */
  static fromSpecification(assets: Iterable<TubeAsset>, edges: readonly Edge[]): State {
    return new State(assets, edges);
  }

  constructor(assets: Iterable<TubeAsset>, edges: readonly Edge[]) {
    this.assets = new Map(Array.from(assets, (asset) => [asset.id, asset]));
    const used = new Set(edges.map((edge) => `${edge.sourceNode}.${edge.sourceSignal}`));
    const dependencies = new Map<string, Map<string, Kept[]>>();
    for (const { id, spec } of this.assets.values()) {
      if (spec.depends === undefined) continue;
      const [node = '', signal = ''] = spec.depends.split('.');
      const signals = dependencies.get(node) ?? new Map<string, Kept[]>();
      const before = signals.get(signal) ?? [];
      // Of several assets that keep one value, the first may keep the value itself.
      signals.set(signal, [...before, { id, nocopy: before.length === 0 && !used.has(spec.depends) }]);
      dependencies.set(node, signals);
    }
    this.dependencies = dependencies;
  }

  has(scope: Scope, edges?: readonly Edge[]): boolean {
    return this.#ofScope(scope, edges).length > 0;
  }

  /**
   * Makes the assets of a scope, those that the edges name or all. `owner` tells apart scopes that are open at once:
   * an epoch or a call. What was made before a failure is taken down again.
   */
  init(scope: Scope, edges?: readonly Edge[], owner: object = this): MaybePromise<void> {
    const wanted = this.#ofScope(scope, edges);
    if (wanted.length === 0) return;
    const live = this.#live.get(owner) ?? new Map<string, Asset>();
    this.#live.set(owner, live);
    return undoOnFailure(
      () => initAll(wanted, live),
      () => this.deinit(scope, edges, owner),
    );
  }

  /** Takes the assets of a scope down, the last made first, all of them although one fails. */
  deinit(scope: Scope, edges?: readonly Edge[], owner: object = this): MaybePromise<void> {
    const live = this.#live.get(owner);
    if (live === undefined) return;
    const ids = new Set(this.#ofScope(scope, edges).map((asset) => asset.id));
    const leaving = [...live].filter(([id]) => ids.has(id)).toReversed();
    for (const [id] of leaving) live.delete(id);
    if (live.size === 0) this.#live.delete(owner);
    return allInTurn(leaving, ([, asset]) => asset.deinit());
  }

  /** The objects of the assets that the edges name, by slot. `owners`: the epoch and the call. */
  collect(edges: readonly Edge[], ...owners: readonly object[]): Record<string, unknown> {
    const found: Record<string, unknown> = {};
    for (const edge of edges) {
      if (edge.sourceNode !== 'assets') continue;
      for (const owner of [this, ...owners]) {
        const asset = this.#live.get(owner)?.get(edge.sourceSignal);
        if (asset !== undefined) found[edge.slot] = asset.obj;
      }
    }
    return found;
  }

  /** The object of a runner asset. */
  object(id: string): unknown {
    return this.#live.get(this)?.get(id)?.obj;
  }

  /** The epoch after which a runner asset was last kept. */
  storedAt(id: string): Epoch | undefined {
    return this.#storedAt.get(id);
  }

  /** Keeps what a node emitted, where an asset depends on it. What was not emitted leaves the asset as it is. */
  update(node: string, signals: readonly string[], values: readonly unknown[], epoch: Epoch): void {
    const dependencies = this.dependencies.get(node);
    if (dependencies === undefined) return;
    signals.forEach((signal, index) => {
      const value = values[index];
      if (value === NoEvent) return;
      for (const kept of dependencies.get(signal) ?? []) {
        const asset = this.#live.get(this)?.get(kept.id);
        if (asset === undefined) continue;
        asset.obj = kept.nocopy ? value : asset.clone(value);
        this.#storedAt.set(kept.id, epoch);
      }
    });
  }

  #ofScope(scope: Scope, edges?: readonly Edge[]): readonly TubeAsset[] {
    const named =
      edges && new Set(edges.flatMap((edge) => (edge.sourceNode === 'assets' ? [edge.sourceSignal] : [])));
    return [...this.assets.values()].filter(
      (asset) => asset.spec.scope === scope && (named?.has(asset.id) ?? true),
    );
  }
}

/** One after the other; those that are there already stay. */
function initAll(wanted: readonly TubeAsset[], live: Map<string, Asset>, from = 0): MaybePromise<void> {
  for (let index = from; index < wanted.length; index++) {
    const { id, kind, params } = wanted[index] as TubeAsset;
    if (live.has(id)) continue;
    const asset = kind.create(params);
    const pending = asset.init();
    if (isThenable(pending)) {
      return pending.then(() => {
        live.set(id, asset);
        return initAll(wanted, live, index + 1);
      });
    }
    live.set(id, asset);
  }
}
