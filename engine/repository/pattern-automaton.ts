// Patterns as automata over characters: do two overlap, and can one match below a folder? Knows nothing of files.
import type { PathPattern } from './port.ts';
import { parsePattern, type PatternToken } from './pattern-syntax.ts';

/** A set of automaton states, sorted; empty when nothing can match any more. */
export type States = readonly number[];

/** Character classes of an edge: a UTF-16 unit itself, or one of these. */
const NOT_SLASH = -1;
const NOT_SLASH_NOR_DOT = -2;
const SLASH = 47;
const DOT = 46;

interface Edge {
  readonly on: number;
  readonly to: number;
}

/** Has no empty moves: each field is a state that loops, so a pattern has about as many states as characters. */
export interface Automaton {
  readonly edges: readonly (readonly Edge[])[];
  readonly accept: number;
  readonly prefix: string;
  readonly suffix: string;
}

/**
 * Whether some path matches both: the product of the two automata, searched for a common accepting pair. Exact on the
 * patterns' languages; that a key must give its path back, or is too long, is not asked (so `{a**}/x/{b**}` may be said
 * to overlap where no member does).
 */
export function patternsOverlap(a: PathPattern, b: PathPattern): boolean {
  const left = automatonOf(a);
  const right = automatonOf(b);
  if (!left.prefix.startsWith(right.prefix) && !right.prefix.startsWith(left.prefix)) return false;
  if (!left.suffix.endsWith(right.suffix) && !right.suffix.endsWith(left.suffix)) return false;
  const width = right.edges.length;
  const seen = new Uint8Array(left.edges.length * width);
  const goal = left.accept * width + right.accept;
  const queue = [0];
  seen[0] = 1;
  for (let pair = queue.pop(); pair !== undefined; pair = queue.pop()) {
    if (pair === goal) return true;
    const others: readonly Edge[] = right.edges[pair % width] ?? [];
    for (const one of left.edges[Math.floor(pair / width)] ?? []) {
      for (const other of others) {
        const next: number = one.to * width + other.to;
        if (seen[next] === 1 || !meet(one.on, other.on)) continue;
        seen[next] = 1;
        queue.push(next);
      }
    }
  }
  return false;
}

/** The states after reading `text` from `states` (from the start: `[0]`). */
export function advance(automaton: Automaton, states: States, text: string): States {
  let current = states;
  for (let index = 0; index < text.length && current.length > 0; index++) {
    const unit = text.charCodeAt(index);
    const next = new Set<number>();
    for (const state of current) {
      for (const edge of automaton.edges[state] ?? []) if (admits(edge.on, unit)) next.add(edge.to);
    }
    current = [...next];
  }
  return current;
}

const automata = new WeakMap<PathPattern, Automaton>();

export function automatonOf(pattern: PathPattern): Automaton {
  const known = automata.get(pattern);
  if (known !== undefined) return known;
  const parsed = parsePattern(pattern.text);
  if (!parsed.ok) throw new Error(`the pattern ${pattern.text} was compiled and does not parse`);
  const automaton = build(parsed.value.tokens);
  automata.set(pattern, automaton);
  return automaton;
}

function build(tokens: readonly PatternToken[]): Automaton {
  const edges: Edge[][] = [[]];
  let state = 0;
  const add = (): number => edges.push([]) - 1;
  const link = (from: number, on: number, to: number): void => {
    edges[from]?.push({ on, to });
  };
  for (const token of tokens) {
    if (token.type === 'text') {
      for (let index = 0; index < token.text.length; index++) {
        const next = add();
        link(state, token.text.charCodeAt(index), next);
        state = next;
      }
      continue;
    }
    // `inside` has read at least one character of the segment. `any` starts over after each slash, and may stop there.
    const inside = add();
    link(state, NOT_SLASH_NOR_DOT, inside);
    if (!token.starts) {
      // Within a segment a value may start with a dot, but it is no key if it is `.` or `..`.
      const dot = add();
      const dots = add();
      link(state, DOT, dot);
      link(dot, NOT_SLASH_NOR_DOT, inside);
      link(dot, DOT, dots);
      link(dots, NOT_SLASH, inside);
    }
    link(inside, NOT_SLASH, inside);
    if (token.reach === 'any') {
      link(inside, SLASH, state);
      continue;
    }
    if (token.reach === 'many') {
      const between = add();
      link(inside, SLASH, between);
      link(between, NOT_SLASH_NOR_DOT, inside);
    }
    state = inside;
  }
  const first = tokens[0];
  const last = tokens.at(-1);
  return {
    edges,
    accept: state,
    prefix: first?.type === 'text' ? first.text : '',
    suffix: last?.type === 'text' ? last.text : '',
  };
}

function admits(on: number, unit: number): boolean {
  if (on >= 0) return on === unit;
  return unit !== SLASH && (on === NOT_SLASH || unit !== DOT);
}

function meet(a: number, b: number): boolean {
  if (a >= 0) return admits(b, a);
  return b < 0 || admits(a, b);
}
