// The `values:` of a task's outputs: what each record gets, with its templates checked. Knows no member.
import type { Json } from '../model/json.ts';
import { below, type Context, type Located } from './context.ts';
import type { TaskLinks } from './task-links.ts';
import { checkTemplate, type Scope } from './template-scope.ts';

/** The names that the templates use. */
export function checkValues({ links }: TaskLinks, scope: Scope, context: Context): ReadonlySet<string> {
  const uses = new Set<string>();
  const look = (value: Json, where: Located): void => {
    if (Array.isArray(value)) value.forEach((item: Json, index) => look(item, below(where, index)));
    else if (typeof value === 'object' && value !== null)
      for (const [name, item] of Object.entries(value)) look(item, below(where, name));
    else if (typeof value === 'string')
      for (const { name } of checkTemplate(value, where, scope, { mode: 'text' }, context)) uses.add(name);
  };
  for (const { spec } of links) if (spec.values) look(spec.values, below(spec.where, 'values'));
  return uses;
}
