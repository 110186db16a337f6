// Who writes which repository, and which readers see the files of another's. Knows nothing of order or cycles.
import type { Location } from '../model/location.ts';
import type { Context } from './context.ts';
import { OverlapIndex } from './overlap.ts';
import { isPathDraft, type PathDraft, type RepositoryDraft } from './repository-draft.ts';
import type { TaskDraft } from './task-draft.ts';
import type { LinkDraft } from './task-links.ts';

export interface Use {
  readonly task: TaskDraft;
  readonly link: LinkDraft;
}

export interface Sight {
  readonly repository: PathDraft;
  readonly literal?: string;
}

export interface Ownership {
  readonly writers: ReadonlyMap<RepositoryDraft, readonly Use[]>;
  /** Owned repositories that one which is only read overlaps. */
  readonly sees: ReadonlyMap<RepositoryDraft, readonly Sight[]>;
}

/** Tells writers that may write the same file. A disabled task owns nothing. */
export function findOwners(
  tasks: readonly TaskDraft[],
  drafts: readonly RepositoryDraft[],
  context: Context,
): Ownership {
  const writers = new Map<RepositoryDraft, Use[]>();
  for (const task of tasks.filter((each) => !each.disabled)) {
    for (const link of task.links) {
      if (!link.spec.isOutput && !link.spec.isStatus) continue;
      for (const repository of [link.repository, ...(link.orElse ? [link.orElse] : [])])
        writers.set(repository, [...(writers.get(repository) ?? []), { task, link }]);
    }
  }
  for (const [repository, [first, ...others]] of writers) {
    for (const other of others)
      if (first) tellTwoWriters(first, other, `both write ${repository.name}`, context);
  }
  const owned = [...writers.keys()].filter(isPathDraft);
  const index = new OverlapIndex(owned);
  const places = new Map(owned.map((draft, place) => [draft, place]));
  for (const draft of owned) {
    for (const other of index.overlapping(draft)) {
      // Each pair once, at the later of the two.
      if ((places.get(other) ?? 0) >= (places.get(draft) ?? 0)) continue;
      const [first] = writers.get(other) ?? [];
      const [second] = writers.get(draft) ?? [];
      const what = `may write the same file: ${other.name} and ${draft.name} overlap`;
      if (first && second) tellTwoWriters(first, second, what, context);
    }
  }
  const sees = new Map<RepositoryDraft, readonly Sight[]>();
  for (const draft of drafts.filter(isPathDraft)) {
    if (!writers.has(draft))
      sees.set(
        draft,
        index.overlapping(draft).map((other) => sight(draft, other)),
      );
  }
  return { writers, sees };
}

function sight(reader: PathDraft, owned: PathDraft): Sight {
  const [path, pattern] =
    reader.pattern.fields.length === 0
      ? [reader.pattern.text, owned.pattern]
      : [owned.pattern.text, reader.pattern];
  const isLiteral = reader.pattern.fields.length === 0 || owned.pattern.fields.length === 0;
  return { repository: owned, ...(isLiteral && pattern.match(path) !== undefined && { literal: path }) };
}

function tellTwoWriters(first: Use, second: Use, what: string, { faults }: Context): void {
  const at = ({ link }: Use): Location => link.spec.referenceAt.document.at(link.spec.referenceAt.path);
  const subject =
    first.task === second.task
      ? `the links "${first.link.spec.name}" and "${second.link.spec.name}" of the task "${first.task.name}"`
      : `the tasks "${first.task.name}" and "${second.task.name}"`;
  faults.error('two-writers', `${subject} ${what}`, at(second), {
    hint: 'let one task write each file: give one of them another path',
    related: [{ message: `written here by "${first.task.name}"`, location: at(first) }],
  });
}
