// Everything that may happen to a project between builds, by name. Each operation chooses what it does to what it finds, by
// its own seed, so that leaving others out leaves it possible. Knows no truth.
import type { Random } from './random.ts';

export const WEIGHTS = {
  // Sources.
  edit: 10,
  append: 4,
  truncate: 3,
  touch: 3,
  'touch-all': 1,
  backdate: 2,
  sneak: 4,
  remove: 3,
  rename: 4,
  exchange: 2,
  'add-file': 5,
  'add-key': 3,
  'remove-key': 3,
  'make-folder': 2,
  'make-link': 3,
  'make-dangling': 1,
  'make-executable': 1,
  heal: 4,
  // The pipeline.
  salt: 3,
  comment: 3,
  lossy: 1,
  fail: 2,
  mend: 3,
  param: 2,
  own: 1,
  variable: 1,
  'add-task': 1,
  'remove-task': 1,
  'rename-task': 1,
  permute: 2,
  // Outputs.
  'output-remove': 3,
  'output-corrupt': 4,
  'output-sneak': 2,
  'output-folder': 1,
  'output-link': 1,
  'output-executable': 1,
  'output-folder-remove': 1,
  stray: 3,
  // State.
  'state-truncate': 1,
  'state-flip': 1,
  'state-remove': 1,
} as const;

export const BUILDS = {
  build: 24,
  'build-stop': 4,
  'build-targets': 4,
  'build-force': 1,
  'dry-run': 3,
  interrupt: 3,
  'kill-jobs': 2,
  gate: 6,
  clone: 1,
} as const;

/** These start the real command, which takes a quarter of a second. */
export const CHILD_BUILDS = { crash: 4, 'kill-9': 3, sigint: 2, two: 2, child: 1 } as const;

export type Change = keyof typeof WEIGHTS;
export type Building = keyof typeof BUILDS | keyof typeof CHILD_BUILDS;

export interface Operation {
  readonly type: Change | Building;
  readonly seed: number;
}

/** One to three changes, then a build, again and again; `children` is the share of builds by the real command. */
export function operationsFor(random: Random, rounds: number, children: number): Operation[] {
  const operations: Operation[] = [{ type: 'build', seed: random.next() }];
  for (let round = 0; round < rounds; round++) {
    for (let count = random.between(0, 3); count > 0; count--)
      operations.push({ type: random.weighted(WEIGHTS), seed: random.next() });
    const type = random.chance(children) ? random.weighted(CHILD_BUILDS) : random.weighted(BUILDS);
    operations.push({ type, seed: random.next() });
  }
  return [...operations, { type: 'build', seed: random.next() }, { type: 'build', seed: random.next() }];
}

export function isBuild(type: Operation['type']): type is Building {
  return Object.hasOwn(BUILDS, type) || Object.hasOwn(CHILD_BUILDS, type);
}
