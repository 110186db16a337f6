// Cycles in a graph given as lists of sources. Knows nothing of tasks.

/** Larger tangles are shown by one of their cycles only; graphlib's search goes as deep as they are long. */
const MAX_TANGLE = 1000;

/** One cycle for each tangle: numbers in the order of the arrows, the least first. None if the graph is acyclic. */
export async function findCycles(
  sources: readonly (readonly number[])[],
): Promise<readonly (readonly number[])[]> {
  const tangled = knot(sources);
  if (tangled.size === 0) return [];
  if (tangled.size > MAX_TANGLE) {
    return [turn(someCycle(sources, tangled))];
  }
  // Loaded only now: a pipeline without a cycle has no need of it.
  const { Graph, alg } = await import('@dagrejs/graphlib');
  const graph = new Graph();
  for (const to of tangled) {
    for (const from of sources[to] ?? []) if (tangled.has(from)) graph.setEdge(String(from), String(to));
  }
  return alg
    .findCycles(graph)
    .map((members) => shortestCycle(sources, new Set(members.map(Number))))
    .toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

/** What is left when all that depends on nothing is taken away, again and again. */
function knot(sources: readonly (readonly number[])[]): ReadonlySet<number> {
  const waiting = sources.map((list) => list.length);
  const readers: number[][] = sources.map(() => []);
  for (const [to, list] of sources.entries()) for (const from of list) readers[from]?.push(to);
  const free = [...waiting.keys()].filter((node) => waiting[node] === 0);
  const left = new Set(waiting.keys());
  for (let node = free.pop(); node !== undefined; node = free.pop()) {
    left.delete(node);
    for (const reader of readers[node] ?? []) {
      waiting[reader] = (waiting[reader] ?? 0) - 1;
      if (waiting[reader] === 0) free.push(reader);
    }
  }
  return left;
}

/** Going back from anywhere in the knot must come round, since every node has a source in it. */
function someCycle(sources: readonly (readonly number[])[], tangled: ReadonlySet<number>): number[] {
  const places = new Map<number, number>();
  const path: number[] = [];
  let [at = 0] = tangled;
  while (!places.has(at)) {
    places.set(at, path.length);
    path.push(at);
    at = sources[at]?.find((source) => tangled.has(source)) ?? at;
  }
  return path.slice(places.get(at)).toReversed();
}

/** By breadth first from the least member back to itself. */
function shortestCycle(
  sources: readonly (readonly number[])[],
  members: ReadonlySet<number>,
): readonly number[] {
  const start = Math.min(...members);
  const next = new Map<number, number>();
  const queue = [start];
  for (const at of queue) {
    for (const source of sources[at] ?? []) {
      if (source === start) {
        const path = [start];
        for (let step = at; step !== start; step = next.get(step) ?? start) path.push(step);
        return path;
      }
      if (!members.has(source) || next.has(source)) continue;
      next.set(source, at);
      queue.push(source);
    }
  }
  throw new Error('the members of a tangle reach each other');
}

function turn(cycle: readonly number[]): readonly number[] {
  const least = cycle.indexOf(Math.min(...cycle));
  return [...cycle.slice(least), ...cycle.slice(0, least)];
}
