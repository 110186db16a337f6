// A tube's graph laid out for scheduling: levels of maps, numbered nodes and signals, who waits for whom. Calls nothing.
import { mapsOfSignal } from './check.ts';
import type { Edge } from './edge.ts';
import type { TubeNode } from './tube.ts';

/**
 * What runs once in each epoch of its level. A gather in a map is two of them: `hold` in the items, which never emits,
 * and `close` around them, which emits.
 */
export interface PlanNode {
  readonly node: TubeNode;
  readonly role: 'call' | 'map' | 'gather' | 'hold' | 'close';
  readonly level: Level;
  /** Its number in the level. */
  readonly local: number;
  /** Its number among the nodes that run in the order of the epochs; -1 for others. */
  readonly order: number;
  readonly signals: PlanSignal[];
  /** `map`: the level of its items. */
  opens: Level | null;
  /** `hold`: its other half. */
  closer: PlanNode | null;
  /** `close`: whether its n is that of the map around it. */
  readonly release: boolean;
  /** It takes nothing but signals. */
  readonly plain: boolean;
  /** Where its inputs lie: how many levels up, and which signal there. */
  readonly reads: PlanRead[];
}

export interface PlanRead {
  readonly slot: string;
  readonly up: number;
  readonly signal: PlanSignal;
}

export interface PlanSignal {
  readonly node: string;
  readonly name: string;
  readonly level: Level;
  readonly local: number;
  readonly targets: PlanTarget[];
}

export interface PlanTarget {
  readonly source: PlanSignal;
  readonly node: PlanNode;
  readonly required: boolean;
}

/** The epochs of one depth: the root epochs, or the items of one map. */
export interface Level {
  readonly depth: number;
  /** Its number among its parent's levels. */
  readonly local: number;
  readonly parent: Level | null;
  /** The map's id; empty for the root. */
  readonly map: string;
  /** The signal of the items. */
  item: PlanSignal | null;
  readonly nodes: PlanNode[];
  readonly signals: PlanSignal[];
  readonly levels: Level[];
  /** How many signals each node waits for. */
  readonly pending: number[];
  /** Signals of levels above that nodes of this level wait for. */
  readonly inherited: PlanTarget[];
  /** The stateful nodes of this level and those below it. */
  readonly ordered: PlanNode[];
}

export interface Plan {
  readonly root: Level;
  readonly stateful: number;
  readonly signalOf: (node: string, signal: string) => PlanSignal | undefined;
}

/** Of the nodes that take part. One that needs what a node outside of them emits can never run and is left out as well. */
export function makePlan(nodes: readonly TubeNode[]): Plan {
  const live = reachable(nodes);
  const root = newLevel(null, '');
  const levels = new Map<string, Level>([['', root]]);
  const signals = new Map<string, PlanSignal>();
  const kinds = new Map(live.map((node) => [node.id, node.kind]));
  const mapsOf = new Map(live.map((node) => [node.id, node.maps]));
  const levelOf = (maps: readonly string[]): Level => {
    const key = maps.join('.');
    let level = levels.get(key);
    if (level === undefined) {
      const parent = levelOf(maps.slice(0, -1));
      level = newLevel(parent, maps.at(-1) ?? '');
      levels.set(key, level);
    }
    return level;
  };
  const counter = { stateful: 0 };
  const planned = new Map<string, PlanNode>();
  for (const node of live) {
    if (node.kind.special === 'return') continue;
    const own = addNode(node, levelOf(node.maps), kinds, counter);
    planned.set(node.id, own.main);
    for (const name of node.kind.signals) {
      const level = levelOf(mapsOfSignal({ sourceNode: node.id, sourceSignal: name }, mapsOf, kinds));
      const signal: PlanSignal = { node: node.id, name, level, local: level.signals.length, targets: [] };
      level.signals.push(signal);
      signals.set(`${node.id}.${name}`, signal);
      if (own.main.role === 'map' && name === 'value') {
        own.main.opens = level;
        level.item = signal;
      } else own.emits.signals.push(signal);
    }
  }
  for (const node of live) {
    const target = planned.get(node.id);
    if (target === undefined) continue;
    for (const edge of node.edges) {
      const source = signals.get(`${edge.sourceNode}.${edge.sourceSignal}`);
      if (source !== undefined) wire(source, target, edge);
    }
  }
  return { root, stateful: counter.stateful, signalOf: (node, signal) => signals.get(`${node}.${signal}`) };
}

/** Without the nodes that require a signal of one that is left out. */
function reachable(nodes: readonly TubeNode[]): readonly TubeNode[] {
  let live = nodes;
  for (;;) {
    const ids = new Set(live.map((node) => node.id));
    const given = (edge: Edge): boolean =>
      edge.sourceNode === 'input' || edge.sourceNode === 'assets' || ids.has(edge.sourceNode);
    const next = live.filter(
      (node) => node.kind.special === 'return' || node.edges.every((edge) => !edge.required || given(edge)),
    );
    if (next.length === live.length) return live;
    live = next;
  }
}

function newLevel(parent: Level | null, map: string): Level {
  const level: Level = {
    depth: parent === null ? 0 : parent.depth + 1,
    local: parent?.levels.length ?? 0,
    parent,
    map,
    item: null,
    nodes: [],
    signals: [],
    levels: [],
    pending: [],
    inherited: [],
    ordered: [],
  };
  parent?.levels.push(level);
  return level;
}

function addNode(
  node: TubeNode,
  level: Level,
  kinds: ReadonlyMap<string, TubeNode['kind']>,
  counter: { stateful: number },
): { readonly main: PlanNode; readonly emits: PlanNode } {
  const plain =
    !node.edges.some((edge) => edge.sourceNode === 'input') &&
    !node.kind.slots.some((slot) => slot.inject !== undefined);
  const order = node.stateful ? counter.stateful++ : -1;
  const add = (role: PlanNode['role'], where: Level, pending: number): PlanNode => {
    const own = role === 'close' ? -1 : order;
    const release = role === 'close' && countsTheMap(node, kinds);
    const added: PlanNode = {
      node,
      role,
      level: where,
      local: where.nodes.length,
      order: own,
      signals: [],
      opens: null,
      closer: null,
      release,
      plain,
      reads: [],
    };
    where.nodes.push(added);
    where.pending.push(pending);
    return added;
  };
  const { special } = node.kind;
  const parent = level.parent;
  if (special === 'gather' && parent !== null) {
    const closer = add('close', parent, 1);
    const main = add('hold', level, 0);
    main.closer = closer;
    addOrdered(main);
    return { main, emits: closer };
  }
  const main = add(special === 'map' ? 'map' : special === 'gather' ? 'gather' : 'call', level, 0);
  addOrdered(main);
  return { main, emits: main };
}

function addOrdered(node: PlanNode): void {
  if (node.order < 0) return;
  for (let level: Level | null = node.level; level !== null; level = level.parent) level.ordered.push(node);
}

function countsTheMap(node: TubeNode, kinds: ReadonlyMap<string, TubeNode['kind']>): boolean {
  const edge = node.edges.find((candidate) => candidate.slot === 'n');
  return (
    edge !== undefined &&
    edge.sourceNode === node.maps.at(-1) &&
    kinds.get(edge.sourceNode)?.special === 'map' &&
    edge.sourceSignal === 'n'
  );
}

function wire(source: PlanSignal, target: PlanNode, edge: Edge): void {
  const wired: PlanTarget = { source, node: target, required: edge.required };
  source.targets.push(wired);
  target.level.pending[target.local] = (target.level.pending[target.local] ?? 0) + 1;
  if (source.level !== target.level) target.level.inherited.push(wired);
  target.reads.push({ slot: edge.slot, up: target.level.depth - source.level.depth, signal: source });
}
