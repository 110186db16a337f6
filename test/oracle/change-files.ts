// The operations on files, by name: sources, outputs and pipe's own state. Knows no truth.
import { FileChanges } from './file-changes.ts';
import { textFor } from './generate.ts';
import { KEYS } from './model.ts';
import type { Pipeline } from './model.ts';
import type { Change } from './operations.ts';
import type { Random } from './random.ts';

/** Returns whether the type is one of files. */
export function changeFiles(type: Change, root: string, pipeline: Pipeline, random: Random): boolean {
  const files = new FileChanges(root, pipeline, random);
  if (type in sourceChanges) sourceChanges[type as keyof typeof sourceChanges](files);
  else if (type in outputChanges) outputChanges[type as keyof typeof outputChanges](files);
  else if (type in stateChanges) stateChanges[type as keyof typeof stateChanges](files);
  else return false;
  return true;
}

/** Those that can happen while a job runs. */
export const LIVE_CHANGES = [
  'edit',
  'append',
  'sneak',
  'remove',
  'rename',
  'add-file',
  'make-link',
  'touch',
] as const;

/** Edits all sources; the returned function takes that back, times included. */
export function editForAWhile(root: string, pipeline: Pipeline, random: Random): () => void {
  const files = new FileChanges(root, pipeline, random);
  const undo = files.sources().map((path) => files.editForAWhile(path));
  return () => undo.forEach((each) => each());
}

const sourceChanges = {
  edit: (on) => on.rewrite(on.source(), (path) => textFor(on.typeOf(path), on.random)),
  append: (on) =>
    on.rewrite(on.source(), (path, text) => `${text}${on.isYaml(path) ? '# ' : ''}${on.random.below(99)}\n`),
  truncate: (on) =>
    on.rewrite(on.source(), (path, text) =>
      on.isYaml(path) ? text : text.slice(0, on.random.below(text.length + 1)),
    ),
  touch: (on) => on.touch(on.source(), Date.now() / 1000),
  'touch-all': (on) => on.sources().forEach((path) => on.touch(path, Date.now() / 1000)),
  backdate: (on) => on.touch(on.source(), 1_000_000_000 + on.random.below(1000)),
  sneak: (on) => on.sneak(on.source()),
  remove: (on) => on.remove(on.source()),
  rename: (on) => on.move(on.source(), on.place()),
  exchange: (on) => on.exchange(on.source(), on.source()),
  'add-file': (on) => on.create(on.place()),
  'add-key': (on) => on.addKey(on.random.pick(KEYS)),
  'remove-key': (on) => on.removeKey(on.random.pick(KEYS)),
  'make-folder': (on) => on.makeFolder(on.source()),
  'make-link': (on) => on.makeLink(on.source()),
  'make-dangling': (on) => on.makeDangling(on.source()),
  'make-executable': (on) => on.chmod(on.source()),
  heal: (on) => on.heal(),
} satisfies { [type: string]: (on: FileChanges) => void };

const outputChanges = {
  'output-remove': (on) => on.remove(on.output()),
  'output-corrupt': (on) =>
    on.rewrite(on.output(), (_, text) => (on.random.chance(0.5) ? `${text}9\n` : text.slice(1))),
  'output-sneak': (on) => on.sneak(on.output()),
  'output-folder': (on) => on.makeFolder(on.output()),
  'output-link': (on) => on.makeLink(on.output()),
  'output-executable': (on) => on.chmod(on.output()),
  'output-folder-remove': (on) => on.remove(on.folder()),
  stray: (on) => on.create(on.strayPlace()),
} satisfies { [type: string]: (on: FileChanges) => void };

const stateChanges = {
  'state-truncate': (on) => on.truncateState(),
  'state-flip': (on) => on.flipState(),
  'state-remove': (on) => on.remove(on.random.chance(0.5) ? '.pipe' : '.pipe/state.db'),
} satisfies { [type: string]: (on: FileChanges) => void };

export function isStateChange(type: Change): boolean {
  return type in stateChanges;
}
