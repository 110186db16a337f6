// Compiling and rendering in one step, for tests that expect no fault. Knows no shell.
import type { Template, TemplateOptions } from '../../../engine/pipeline/template/compiled.ts';
import { compileTemplate } from '../../../engine/pipeline/template/template.ts';
import type { TemplateFault } from '../../../engine/pipeline/template/fault.ts';
import type { TemplateEnvironment, TemplateValues } from '../../../engine/pipeline/template/value.ts';

type Mode = TemplateOptions['mode'];

export function compiled(text: string, mode: Mode = 'shell'): Template {
  const result = compileTemplate(text, { mode });
  if (!result.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function rendered(
  text: string,
  values: TemplateValues,
  mode?: Mode,
  environment?: TemplateEnvironment,
): string {
  const result = compiled(text, mode).render(values, environment);
  if (!result.ok) throw new Error(`${JSON.stringify(text)}: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function faults(text: string, mode: Mode = 'shell'): readonly TemplateFault[] {
  const result = compileTemplate(text, { mode });
  return result.ok ? [] : result.error;
}

/** `code at "the text it points to"`, which reads better than an offset and says as much. */
export function places(text: string, mode: Mode = 'shell'): readonly string[] {
  return faults(text, mode).map(
    ({ code, offset, length }) => `${offset} ${code}: ${text.slice(offset, offset + length)}`,
  );
}

/** The fault of a rendering that must fail, as `places` prints it. */
export function renderPlace(text: string, values: TemplateValues, mode?: Mode): string {
  const result = compiled(text, mode).render(values);
  if (result.ok) throw new Error(`rendered to ${JSON.stringify(result.value)}`);
  const { code, offset, length } = result.error;
  return `${offset} ${code}: ${text.slice(offset, offset + length)}`;
}
