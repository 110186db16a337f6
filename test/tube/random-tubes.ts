// Random tubes with maps, gathers and nodes that emit nothing, and a naive evaluator that says what they give. Knows no
// scheduler: the engine under test is handed in.
import fc from 'fast-check';
import { expect } from 'vitest';
import { defineNode, NoEvent } from '../../engine/tube/index.ts';
import type * as Engine from '../../engine/tube/index.ts';

type Draw =
  | { readonly op: 'source'; readonly every: number }
  | { readonly op: 'add' | 'odd' | 'later' | 'last' | 'either'; readonly from: readonly number[] }
  | { readonly op: 'map' | 'size' | 'gather' | 'gather3'; readonly from: readonly number[] };

/** A planned node: a tube's text is written from it, and the naive evaluator walks it. */
interface Planned {
  readonly id: string;
  readonly draw: Draw;
  /** The signals that it reads, all of maps that are one within the other. */
  readonly from: readonly Signal[];
  readonly maps: readonly string[];
}
interface Signal {
  readonly node: string;
  readonly name: string;
  readonly maps: readonly string[];
}

type Value = unknown;
const ABSENT = Symbol('absent');

const draws: fc.Arbitrary<Draw[]> = fc.array(
  fc.oneof(
    fc.record({ op: fc.constant('source' as const), every: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      op: fc.constantFrom(
        'add',
        'odd',
        'later',
        'last',
        'either',
        'map',
        'map',
        'size',
        'gather',
        'gather',
        'gather3',
      ),
      from: fc.array(fc.nat(40), { minLength: 2, maxLength: 2 }),
    }),
  ),
  { minLength: 2, maxLength: 14 },
);

export type TubeEngine = Pick<typeof Engine, 'AsyncRunner' | 'loadTube' | 'SyncRunner'>;

/** Runs random tubes on every runner of the engine that lives in one process; rejects with the smallest that differs. */
export async function checkRandomTubes(engine: TubeEngine, numRuns: number, seed: number): Promise<void> {
  const { AsyncRunner, loadTube, SyncRunner } = engine;
  await fc.assert(
    fc.asyncProperty(draws, async (list) => {
      const nodes = plan(list);
      const signals = signalsOf(nodes);
      const expected = naive(nodes, signals, 4);
      for (const make of [
        (tube) => new SyncRunner(tube),
        (tube) => new AsyncRunner(tube),
        (tube) => new AsyncRunner(tube, { epochs: 3, maxPending: 2 }),
      ] satisfies ((tube: Engine.Tube) => Engine.TubeRunner)[]) {
        const loaded = await loadTube('/random.tube.yaml', { text: write(nodes, signals), types: types() });
        if (!loaded.ok) throw new Error(JSON.stringify(loaded.error, undefined, 1));
        const runner = make(loaded.value);
        const found: unknown[] = [];
        await runner.init();
        found.push(...(await Promise.all(Array.from({ length: 4 }, () => runner.process()))));
        await runner.deinit();
        expect(found).toEqual(expected);
      }
    }),
    { numRuns, seed },
  );
}

function plan(list: readonly Draw[]): Planned[] {
  const nodes: Planned[] = [{ id: 'n0', draw: { op: 'source', every: 1 }, from: [], maps: [] }];
  for (const draw of list) {
    const id = `n${nodes.length}`;
    if (draw.op === 'source') {
      nodes.push({ id, draw, from: [], maps: [] });
      continue;
    }
    const all = signalsOf(nodes);
    const first = all[(draw.from[0] ?? 0) % all.length] as Signal;
    const fits = all.filter(
      (signal) => isWithin(signal.maps, first.maps) || isWithin(first.maps, signal.maps),
    );
    const second = fits[(draw.from[1] ?? 0) % fits.length] as Signal;
    const from = draw.op === 'add' || draw.op === 'either' ? [first, second] : [first];
    const maps = from.reduce<readonly string[]>(
      (most, { maps: own }) => (own.length > most.length ? own : most),
      [],
    );
    if (maps.length > 2 && draw.op === 'map') continue;
    if (draw.op === 'gather' && maps.length === 0) continue;
    nodes.push({ id, draw, from, maps });
  }
  return nodes;
}

function isWithin(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((id, index) => inner[index] === id);
}

function signalsOf(nodes: readonly Planned[]): Signal[] {
  return nodes.flatMap(({ id, draw, maps }) => {
    if (draw.op === 'map')
      return [
        { node: id, name: 'value', maps: [...maps, id] },
        { node: id, name: 'n', maps },
      ];
    return [
      {
        node: id,
        name: 'value',
        maps: draw.op === 'gather' || draw.op === 'gather3' ? maps.slice(0, -1) : maps,
      },
    ];
  });
}

function write(nodes: readonly Planned[], signals: readonly Signal[]): string {
  const lines = nodes.map(({ id, draw, from, maps }) => {
    const reads = from.map((signal) => `${signal.node}.${signal.name}`);
    switch (draw.op) {
      case 'source':
        return `  ${id}: { type: "t#source", params: { every: ${draw.every} } }`;
      case 'map':
        return `  ${id}_list: { type: "t#size", depends: ${reads[0]} }\n  ${id}: { type: map, depends: ${id}_list.value }`;
      case 'gather':
        return `  ${id}: { type: gather, depends: [{ value: ${reads[0]} }, { n: ${maps.at(-1)}.n }] }`;
      case 'gather3':
        return `  ${id}: { type: gather, depends: ${reads[0]}, params: { n: 3 } }`;
      case 'either':
        return `  ${id}: { type: "t#either", depends: [{ left: ${reads[0]} }, { right: ${reads[1]} }] }`;
      default:
        return `  ${id}: { type: "t#${draw.op}", depends: [${reads.join(', ')}] }`;
    }
  });
  const result = signals.map((signal) => `{ ${signal.node}_${signal.name}: ${signal.node}.${signal.name} }`);
  return `nodes:\n${lines.join('\n')}\n  out: { type: return, depends: [${result.join(', ')}] }\n`;
}

/** A list of a few items out of any value, so that everything can be mapped. */
function spread(value: Value): Value[] {
  const size = Math.abs(total(value)) % 4;
  return Array.from({ length: size }, (_, index) => total(value) + index);
}
function total(value: Value): number {
  return Array.isArray(value)
    ? value.reduce((sum: number, item) => sum + total(item), 0)
    : typeof value === 'number'
      ? value
      : 1;
}
const OPS = {
  add: (left: Value, right: Value): Value => total(left) + total(right),
  odd: (value: Value): Value => (total(value) % 2 === 0 ? ABSENT : value),
  size: (value: Value): Value => spread(value),
  either: (left: Value, right: Value): Value => [
    left === ABSENT ? null : total(left),
    right === ABSENT ? null : total(right),
  ],
};

function types(): Record<string, unknown> {
  const out = (value: Value): Value => (value === ABSENT ? NoEvent : value);
  return {
    't#source': function* source(every: number) {
      for (let epoch = 0; ; epoch++)
        yield epoch % every === 0 ? [epoch, epoch + 1, 2].slice(0, (epoch % 3) + 1) : NoEvent;
    },
    't#add': OPS.add,
    't#odd': (value: Value) => out(OPS.odd(value)),
    't#size': OPS.size,
    't#later': async (value: Value) => {
      for (let turn = Math.abs(total(value)) % 4; turn > 0; turn--) await Promise.resolve();
      return total(value) + 1;
    },
    't#last': class {
      #before: Value = 0;
      process(value: Value): Value {
        const before = this.#before;
        this.#before = value;
        return total(before);
      }
    },
    't#either': defineNode({
      slots: { left: { optional: true }, right: { optional: true } },
      process: ({ left = ABSENT, right = ABSENT }) => OPS.either(left, right),
    }),
  };
}

/**
 * Evaluates node by node over all epochs and items, each a plain path: no readiness, no queue. A value of a signal is
 * found under the path of the maps in whose items it is emitted.
 */
function naive(nodes: readonly Planned[], signals: readonly Signal[], epochs: number): unknown[] {
  const values = new Map<string, Map<string, Value>>();
  const items = new Map<string, string[]>([
    ['', Array.from({ length: epochs }, (_, epoch) => String(epoch))],
  ]);
  const set = (node: string, name: string, path: string, value: Value): void => {
    const key = `${node}.${name}`;
    values.set(key, (values.get(key) ?? new Map<string, Value>()).set(path, value));
  };
  const get = (signal: Signal, path: string): Value => {
    const above = path
      .split('/')
      .slice(0, signal.maps.length + 1)
      .join('/');
    return values.get(`${signal.node}.${signal.name}`)?.get(above) ?? ABSENT;
  };
  for (const node of nodes) {
    const paths = items.get(node.maps.join('.')) ?? [];
    const state = { before: 0 as Value, held: [] as Value[] };
    const due = new Map<string, Value[]>();
    for (const path of paths) {
      const read = node.from.map((signal) => get(signal, path));
      const { op } = node.draw;
      if (op !== 'either' && read.includes(ABSENT)) continue;
      const [left, right] = read;
      switch (op) {
        case 'source': {
          const epoch = Number(path);
          const every = (node.draw as { every: number }).every;
          if (epoch % every === 0)
            set(node.id, 'value', path, [epoch, epoch + 1, 2].slice(0, (epoch % 3) + 1));
          break;
        }
        case 'map': {
          const list = spread(left);
          if (list.length > 0) set(node.id, 'n', path, list.length);
          list.forEach((value, index) => set(node.id, 'value', `${path}/${index}`, value));
          const inside = [...node.maps, node.id].join('.');
          items.set(inside, [...(items.get(inside) ?? []), ...list.map((_, index) => `${path}/${index}`)]);
          break;
        }
        case 'gather':
        case 'gather3': {
          state.held.push(left);
          if (op === 'gather3' && state.held.length < 3) break;
          const around = node.maps.length === 0 ? path : path.slice(0, path.lastIndexOf('/'));
          due.set(around, [...(due.get(around) ?? []), ...state.held]);
          state.held = [];
          break;
        }
        case 'last':
          set(node.id, 'value', path, total(state.before));
          state.before = left;
          break;
        case 'later':
          set(node.id, 'value', path, total(left) + 1);
          break;
        default:
          set(node.id, 'value', path, OPS[op](left, right));
      }
    }
    for (const [around, list] of due) set(node.id, 'value', around, list);
  }
  return Array.from({ length: epochs }, (_, epoch) => resultOf(String(epoch), signals, items, get));
}

function resultOf(
  root: string,
  signals: readonly Signal[],
  items: ReadonlyMap<string, readonly string[]>,
  get: (signal: Signal, path: string) => Value,
): unknown {
  const entries = signals.flatMap((signal): [string, Value][] => {
    const paths = (items.get(signal.maps.join('.')) ?? []).filter((path) => path.split('/')[0] === root);
    const found = paths.map((path) => get(signal, path)).filter((value) => value !== ABSENT);
    if (found.length === 0) return [];
    return [[`${signal.node}_${signal.name}`, signal.maps.length === 0 ? found[0] : found]];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
