// Finds what would make a tube hang or go astray: cycles, unrelated maps, assets used after they are stored. Runs nothing.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';
import type { Edge } from './edge.ts';
import type { NodeKind } from './node-kind.ts';

export interface Wired {
  readonly id: string;
  readonly kind: NodeKind;
  readonly edges: readonly Edge[];
  readonly location: Location;
}

/** The nodes, each after those that it depends on; or the faults of every cycle. */
export function sortNodes<T extends Wired>(
  nodes: readonly T[],
): { readonly sorted: readonly T[]; readonly faults: readonly Diagnostic[] } {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const sorted: T[] = [];
  const faults: Diagnostic[] = [];
  const state = new Map<string, 'open' | 'done'>();
  for (const start of nodes) {
    // A walk with its own stack, so that a long chain cannot overflow.
    const stack: { readonly node: T; next: number }[] = [];
    const enter = (node: T): void => {
      state.set(node.id, 'open');
      stack.push({ node, next: 0 });
    };
    if (!state.has(start.id)) enter(start);
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const edge = top.node.edges[top.next++];
      if (edge === undefined) {
        state.set(top.node.id, 'done');
        sorted.push(top.node);
        stack.pop();
        continue;
      }
      const source = byId.get(edge.sourceNode);
      if (source === undefined) continue;
      if (state.get(source.id) === 'open')
        faults.push(
          cycleFault(
            stack.map((entry) => entry.node),
            source,
            edge,
          ),
        );
      else if (!state.has(source.id)) enter(source);
    }
  }
  return { sorted, faults };
}

function cycleFault(walk: readonly Wired[], back: Wired, edge: Edge): Diagnostic {
  // The walk goes against the flow of values; the ring is shown along it.
  const ring = walk.slice(walk.indexOf(back)).toReversed();
  const names = ring.map((node) => node.id);
  return {
    code: 'cycle',
    severity: 'error',
    message: `${back.id} depends on itself: ${[back.id, ...names].join(' > ')}`,
    location: edge.location,
    related: ring.flatMap((node) => {
      const link = node.edges.find((candidate) => names.includes(candidate.sourceNode));
      return link === undefined
        ? []
        : [{ message: `${node.id} depends on ${link.sourceNode}`, location: link.location }];
    }),
  };
}

/** In the items of which maps each node runs, outermost first; and every node behind two unrelated maps. */
export function findMaps(sorted: readonly Wired[]): {
  readonly maps: ReadonlyMap<string, readonly string[]>;
  readonly faults: readonly Diagnostic[];
} {
  const maps = new Map<string, readonly string[]>();
  const kinds = new Map(sorted.map((node) => [node.id, node.kind]));
  const faults: Diagnostic[] = [];
  for (const node of sorted) {
    if (node.kind.special === 'return') {
      maps.set(node.id, []); // it runs once, after everything
      continue;
    }
    let longest: readonly string[] = [];
    let because: Edge | undefined;
    for (const edge of node.edges) {
      const own = mapsOfSignal(edge, maps, kinds);
      const [short, long] = own.length < longest.length ? [own, longest] : [longest, own];
      if (short.some((id, index) => id !== long[index])) {
        faults.push({
          code: 'unrelated-maps',
          severity: 'error',
          message: `${node.id} depends on the items of two maps that are not one within the other: ${longest.at(-1)} and ${own.at(-1)}`,
          location: edge.location,
          hint: 'gather one of them first',
          ...(because && {
            related: [{ message: `the items of ${longest.at(-1)} come in here`, location: because.location }],
          }),
        });
      } else if (own.length > longest.length) [longest, because] = [own, edge];
    }
    maps.set(node.id, longest);
  }
  return { maps, faults };
}

/** In the items of which maps a signal is emitted. */
export function mapsOfSignal(
  edge: Pick<Edge, 'sourceNode' | 'sourceSignal'>,
  maps: ReadonlyMap<string, readonly string[]>,
  kinds: ReadonlyMap<string, NodeKind>,
): readonly string[] {
  const own = maps.get(edge.sourceNode) ?? [];
  const special = kinds.get(edge.sourceNode)?.special;
  if (special === 'map' && edge.sourceSignal === 'value') return [...own, edge.sourceNode];
  return special === 'gather' ? own.slice(0, -1) : own;
}

export interface StoredAsset {
  readonly id: string;
  /** The node and signal whose value it keeps. */
  readonly depends: readonly [node: string, signal: string];
  readonly location: Location;
}

/** An asset may only be used by nodes of generations before that of the node which stores it, or by that node. */
export function assetFaults(sorted: readonly Wired[], assets: readonly StoredAsset[]): Diagnostic[] {
  const generations = new Map<string, number>();
  for (const node of sorted) {
    generations.set(
      node.id,
      Math.max(-1, ...node.edges.map((edge) => generations.get(edge.sourceNode) ?? -1)) + 1,
    );
  }
  return assets.flatMap((asset) => {
    const [storing] = asset.depends;
    const last = generations.get(storing) ?? 0;
    return sorted
      .filter((node) => node.id !== storing && (generations.get(node.id) ?? 0) >= last)
      .flatMap((node) => node.edges)
      .filter((edge) => edge.sourceNode === 'assets' && edge.sourceSignal === asset.id)
      .map((edge) => ({
        code: 'asset-still-used',
        severity: 'error' as const,
        message: `${edge.targetNode} uses the asset "${asset.id}" when ${storing} may already have stored it`,
        location: edge.location,
        hint: `let it depend on ${asset.depends.join('.')} instead`,
        related: [{ message: `it is stored after ${asset.depends.join('.')}`, location: asset.location }],
      }));
  });
}
