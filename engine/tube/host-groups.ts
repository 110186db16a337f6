// Decides which nodes share a process: each has its own, except those that share a live object. Starts nothing.
import type { Tube, TubeNode } from './tube.ts';

export interface HostGroup {
  /** Named after its nodes. */
  readonly id: string;
  readonly nodes: readonly TubeNode[];
  /** Signals, as `node.signal`, that go to another process. */
  readonly sent: readonly string[];
  /** Signals that nodes of the group need. */
  readonly kept: readonly string[];
}

/**
 * Nodes share a process where they use the same runner or process asset; where they lie between its users and the node
 * whose signal it keeps, or use that signal; and where one uses a signal that the other declares as live.
 */
export function hostGroups(tube: Tube): readonly HostGroup[] {
  const hosted = [...tube.nodes.values()].filter(
    (node) => node.kind.special === undefined || node.kind.special === 'tube',
  );
  const leader = new Map(hosted.map((node) => [node.id, node.id]));
  const find = (id: string): string => {
    let here = id;
    while (leader.get(here) !== here) here = leader.get(here) as string;
    return here;
  };
  const join = (ids: readonly string[]): void => {
    const [first, ...others] = ids.filter((id) => leader.has(id));
    if (first !== undefined) for (const other of others) leader.set(find(other), find(first));
  };
  for (const asset of tube.assets.values()) {
    if (asset.spec.scope === 'node') continue;
    const users = usersOf(tube, 'assets', asset.id);
    const [node = '', signal = ''] = asset.spec.depends?.split('.') ?? [];
    join(
      node === '' ? users : [...users, node, ...between(tube, users, node), ...usersOf(tube, node, signal)],
    );
  }
  for (const node of hosted) {
    for (const signal of node.kind.live) join([node.id, ...usersOf(tube, node.id, signal)]);
  }
  const groups = Map.groupBy(hosted, (node) => find(node.id));
  return Array.from(groups.values(), (nodes) => {
    const ids = new Set(nodes.map((node) => node.id));
    const from = tube.edges.filter((edge) => ids.has(edge.sourceNode));
    const signals = (inside: boolean): string[] => [
      ...new Set(
        from
          .filter((edge) => ids.has(edge.targetNode) === inside)
          .map((edge) => `${edge.sourceNode}.${edge.sourceSignal}`),
      ),
    ];
    return { id: [...ids].join('+'), nodes, sent: signals(false), kept: signals(true) };
  });
}

function usersOf(tube: Tube, node: string, signal: string): string[] {
  return tube.edges
    .filter((edge) => edge.sourceNode === node && edge.sourceSignal === signal)
    .map((edge) => edge.targetNode);
}

/** The nodes on the ways from any of `from` to `to`. */
function between(tube: Tube, from: readonly string[], to: string): string[] {
  const below = reach(from, (id) =>
    tube.edges.filter((edge) => edge.sourceNode === id).map((edge) => edge.targetNode),
  );
  const above = reach([to], (id) => tube.nodes.get(id)?.edges.map((edge) => edge.sourceNode) ?? []);
  return [...below].filter((id) => above.has(id));
}

function reach(start: readonly string[], next: (id: string) => readonly string[]): Set<string> {
  const found = new Set(start);
  for (const id of found) for (const other of next(id)) found.add(other);
  return found;
}
