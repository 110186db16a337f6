// Numbers the repositories of a plan and merges those that are the same written differently. Knows no template.
import type { RepositoryPlan } from '../model/plan.ts';
import type { Ownership } from './ownership.ts';
import { fieldsOf, isPathDraft, type RepositoryDraft } from './repository-draft.ts';
import type { TaskDraft } from './task-draft.ts';

/**
 * `build/*.o` in one link and `build/{key}.o` in another are one repository, so that a fan-in shares the listing and the
 * keys of what it reads. Returns for each star path the repository with names that it is, where there is one.
 */
export function mergeStars(
  drafts: readonly RepositoryDraft[],
): ReadonlyMap<RepositoryDraft, RepositoryDraft> {
  const named = new Map<string, RepositoryDraft>();
  for (const draft of drafts) {
    const shape =
      isPathDraft(draft) && !draft.pattern.fields.includes('')
        ? shapeOf(draft.type, draft.pattern.text)
        : undefined;
    if (shape !== undefined && !named.has(shape)) named.set(shape, draft);
  }
  const merged = new Map<RepositoryDraft, RepositoryDraft>();
  const children = new Set(
    drafts.flatMap((draft) => ('children' in draft ? draft.children.map((child) => child.repository) : [])),
  );
  for (const draft of drafts) {
    if (draft.declared || children.has(draft) || !isPathDraft(draft) || !draft.pattern.fields.includes(''))
      continue;
    const shape = shapeOf(draft.type, draft.pattern.text);
    const same = shape === undefined ? undefined : named.get(shape);
    if (same !== undefined) merged.set(draft, same);
  }
  return merged;
}

/** `a/{x}.c` → `file a/?.c` with a star for the question mark; undefined where a field reaches across segments. */
function shapeOf(type: string, text: string): string | undefined {
  return text.includes('**') ? undefined : `${type} ${text.replaceAll(/\{\w+\}/g, '*')}`;
}

export function planRepositories(
  drafts: readonly RepositoryDraft[],
  ownership: Ownership,
  numbers: ReadonlyMap<RepositoryDraft, number>,
  taskNumbers: ReadonlyMap<TaskDraft, number>,
): readonly RepositoryPlan[] {
  const numberOf = (draft: RepositoryDraft): number => numbers.get(draft) ?? -1;
  return drafts.map((draft, id): RepositoryPlan => {
    const uses = ownership.writers.get(draft) ?? [];
    const writers = [...new Set(uses.map((use) => taskNumbers.get(use.task) ?? -1))].toSorted(
      (a, b) => a - b,
    );
    const base = { id, name: draft.name, at: draft.at, fields: fieldsOf(draft) ?? [], writers };
    if (isPathDraft(draft)) {
      const { type, pattern, acceptStrays, keep, discardEmpty, pollMs, codec, blobs, schema } = draft;
      const sees = (ownership.sees.get(draft) ?? []).map((sight) => ({
        ...sight,
        repository: numberOf(sight.repository),
      }));
      return {
        ...base,
        type,
        pattern: pattern.text,
        acceptStrays,
        keep,
        discardEmpty,
        ...(pollMs !== undefined && { pollMs }),
        ...(codec && { codec }),
        ...(blobs !== undefined && { blobs }),
        ...(schema && { schema }),
        sees,
      };
    }
    if (draft.type === 'memory') {
      const { acceptStrays, schema, ofService } = draft;
      return {
        ...base,
        type: 'memory',
        acceptStrays,
        ...(schema && { schema }),
        ...(ofService && { ofService }),
      };
    }
    const { type, where, value, templates, function: mapper, allowDeletes } = draft;
    const children = draft.children.map((child) => ({
      name: child.name,
      repository: numberOf(child.repository),
    }));
    return {
      ...base,
      type,
      children,
      ...(where !== undefined && { where }),
      ...(templates && { templates }),
      ...(value !== undefined && { value }),
      ...(mapper && { function: mapper }),
      allowDeletes,
    };
  });
}
