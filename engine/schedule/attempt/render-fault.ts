// Why a template of a task cannot be filled in, with the place of what cannot. Pure.
import { relative } from 'node:path';
import type { JobFailure } from '../../model/failure.ts';
import type { TaskPlan } from '../../model/plan.ts';
import type { TemplatePlace } from '../../model/template-place.ts';
import type { TemplateRenderFault } from '../../pipeline/template/fault.ts';

/** `root` is the pipeline's folder; `text` is the template. */
export function renderFault(
  { templates }: TaskPlan,
  root: string,
  text: string,
  { message, offset, length }: Pick<TemplateRenderFault, 'message' | 'offset' | 'length'>,
): JobFailure {
  const at = placeOfFault(templates, root, text, { offset, length });
  return { type: 'render', message, ...(at !== undefined && { at }) };
}

/** In one line, with the place where there is one: what has no offset is not the template's fault. */
export function placedFault(
  templates: readonly TemplatePlace[] | undefined,
  root: string,
  text: string,
  fault: { readonly message: string; readonly offset?: number; readonly length?: number },
): string {
  const { message, offset, length = 1 } = fault;
  const at = offset === undefined ? undefined : placeOfFault(templates ?? [], root, text, { offset, length });
  return at === undefined ? message : `${at}: ${message}`;
}

/** `FILE:LINE:COL` of what is at fault in one of the templates; undefined where it is none of them. */
function placeOfFault(
  templates: readonly TemplatePlace[],
  root: string,
  text: string,
  { offset, length }: Pick<TemplateRenderFault, 'offset' | 'length'>,
): string | undefined {
  const place = templates.find((each) => each.text === text);
  if (!place) return undefined;
  // What is at fault is a name, or the braces or tag around it.
  const named = place.variables.find((each) => each.offset >= offset && each.offset < offset + length);
  const { file, line, col } = named?.at ?? place.at;
  return `${relative(root, file)}:${line}:${col}`;
}
