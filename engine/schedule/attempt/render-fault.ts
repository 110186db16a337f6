// Why a template of a task cannot be filled in, with the place of what cannot. Pure.
import { relative } from 'node:path';
import type { JobFailure } from '../../model/failure.ts';
import type { TaskPlan } from '../../model/plan.ts';
import type { TemplateRenderFault } from '../../pipeline/template/fault.ts';

/** `root` is the pipeline's folder; `text` is the template. */
export function renderFault(
  { templates }: TaskPlan,
  root: string,
  text: string,
  { message, offset, length }: Pick<TemplateRenderFault, 'message' | 'offset' | 'length'>,
): JobFailure {
  const place = templates.find((each) => each.text === text);
  if (!place) return { type: 'render', message };
  // What is at fault is a name, or the braces or tag around it.
  const named = place.variables.find((each) => each.offset >= offset && each.offset < offset + length);
  const { file, line, col } = named?.at ?? place.at;
  return { type: 'render', message, at: `${relative(root, file)}:${line}:${col}` };
}
