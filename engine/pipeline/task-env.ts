// The `env:` of a task or a recipe: values as templates, checked. Knows no process.
import type { Environment } from '../../schemas/generated/pipeline.ts';
import { below, type Context, type Located } from './context.ts';
import { checkTemplate, type Scope } from './template-scope.ts';

export interface EnvDraft {
  readonly values: Readonly<Record<string, string>>;
  /** Names that the templates use. */
  readonly uses: ReadonlySet<string>;
}

export function compileEnv(
  env: Environment | undefined,
  origin: Located,
  scope: Scope,
  context: Context,
): EnvDraft {
  const values: Record<string, string> = {};
  const uses = new Set<string>();
  for (const [name, value] of Object.entries(env ?? {})) {
    values[name] = String(value);
    for (const variable of checkTemplate(
      values[name],
      below(origin, name),
      scope,
      { mode: 'text' },
      context,
    )) {
      uses.add(variable.name);
    }
  }
  return { values, uses };
}
