// From a link's selector to the functions of keys that it stands for. Knows no members and no state.
import { fieldsOf as fieldValues } from '../../repository/key-pattern.ts';
import type { FieldValues } from '../../repository/key-pattern.ts';
import { compileKeyPattern } from '../../repository/key-pattern.ts';
import type { LinkPlan, TaskPlan } from '../../model/plan.ts';
import type { PathPattern } from '../../repository/port.ts';
import type { Members } from './members.ts';
import { homeOf } from '../attempt/output-home.ts';
import type { BoundLink } from './bound-link.ts';

/** Splits a task's keys into its fields. */
export class KeySplitter {
  readonly #task: TaskPlan;
  readonly #pattern: PathPattern | undefined;

  constructor(task: TaskPlan, patterns: ReadonlyMap<number, PathPattern>) {
    this.#task = task;
    this.#pattern = task.links
      .filter((link) => link.requiredForStart && link.select.type === 'same')
      .map((link) => patterns.get(link.repository))
      .find((pattern) => pattern !== undefined && pattern.fields.length === task.fields.length);
  }

  get spans(): readonly boolean[] {
    return this.#pattern?.spans ?? this.#task.fields.map(() => false);
  }

  /** The fields' values by name, and the whole key as `key`. */
  values(key: string): FieldValues {
    if (this.#pattern) return fieldValues(this.#pattern, key);
    const parts = key.split('/');
    const values = this.#task.fields.map((name, index) => [name, parts[index] ?? ''] as const);
    return { ...Object.fromEntries(values), key };
  }

  /** The same in the order of the task's `fields`. */
  list(key: string): readonly string[] {
    const values = this.values(key);
    return this.#task.fields.map((name) => values[name] ?? '');
  }
}

export function bindLink(
  task: TaskPlan,
  link: LinkPlan,
  members: Members,
  splitter: KeySplitter,
  pattern: PathPattern | undefined,
): BoundLink {
  const base = { plan: link, members, ...homes(link, pattern) };
  switch (link.select.type) {
    case 'same':
      return { ...base, keyFor: (key) => key };
    case 'unit':
      return { ...base, keyFor: () => '' };
    case 'key': {
      const template = keyPattern(link.select.template, task, splitter);
      return { ...base, keyFor: (key) => template.keyFor(splitter.values(key)) };
    }
    case 'keys': {
      const group = keyPattern(link.select.pattern, task, splitter);
      const bound = {
        ...base,
        groupOf: (key: string) => group.groupOf(key),
        groupFor: (key: string) => group.groupFor(splitter.values(key)),
      };
      if (link.isOutput)
        return { ...bound, folderFor: (key) => group.folderFor(splitter.values(key), pattern!) };
      return { ...bound, groups: new Map(), groupJobs: new Map() };
    }
    case 'join':
    case 'all':
    case 'digest':
    case 'cokeyed':
      return base;
    default: {
      const rest: never = link.select;
      throw new Error(`unknown selector ${JSON.stringify(rest)}`);
    }
  }
}

function homes(link: LinkPlan, pattern: PathPattern | undefined): Pick<BoundLink, 'homeOf'> {
  const { repository, orElse } = link;
  if (orElse === undefined) return {};
  const patterns = new Map(pattern ? [[repository, pattern]] : []);
  return { homeOf: (path) => homeOf(link, path, patterns) };
}

function keyPattern(text: string, task: TaskPlan, splitter: KeySplitter) {
  const compiled = compileKeyPattern(text, task.fields, splitter.spans);
  if (!compiled.ok) throw new Error(`the plan holds a key that does not compile: ${compiled.error.message}`);
  return compiled.value;
}
