// A task's `params:` with the templates in it filled from the pipeline's parameters. Knows no recipe and no link.
import type { Json, JsonObject } from '../model/json.ts';
import { below, type Context, type Located } from './context.ts';
import { compileTemplate } from './template/template.ts';
import { checkTemplate, type Binding } from './template-scope.ts';

/** A text that is nothing but one `{{ name }}` takes the parameter's value with its type. */
export function fillParams(
  params: Readonly<Record<string, unknown>>,
  pipelineParams: ReadonlyMap<string, Json>,
  origin: Located,
  context: Context,
): JsonObject {
  const scope = new Map<string, Binding>(
    [...pipelineParams].map(([name, value]) => [name, { type: 'param', value }]),
  );
  const fill = (value: Json, where: Located): Json => {
    if (Array.isArray(value)) return value.map((item: Json, index) => fill(item, below(where, index)));
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(
        Object.entries(value).map(([name, item]) => [name, fill(item, below(where, name))]),
      );
    }
    if (typeof value !== 'string' || !/\{[{%]/.test(value)) return value;
    const variables = checkTemplate(value, where, scope, { mode: 'text' }, context);
    const [, only] = /^\s*\{\{\s*([\w-]+)\s*\}\}\s*$/.exec(value) ?? [];
    if (only !== undefined) return variables.length === 0 ? null : (pipelineParams.get(only) ?? null);
    const compiled = compileTemplate(value, { mode: 'text' });
    const rendered = compiled.ok ? compiled.value.render(Object.fromEntries(pipelineParams)) : compiled;
    if (rendered.ok) return rendered.value;
    return value;
  };
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, fill(value as Json, below(origin, 'params', name))]),
  );
}
