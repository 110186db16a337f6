// Checks the conditions and values of `filter` and `map`, which see one member at a time. Knows no task.
import type { Result } from '../base/result.ts';
import type { TemplatePlace } from '../model/template-place.ts';
import type { Context, Located } from './context.ts';
import { fieldsOf, memberKind, type RepositoryDraft } from './repository-draft.ts';
import { compileCondition } from './template/condition.ts';
import type { Template, TemplateVariable } from './template/compiled.ts';
import type { TemplateFault } from './template/fault.ts';
import { compileTemplate } from './template/template.ts';
import { templatePlace } from './template-places.ts';
import { checkVariables, tellFaults, type Binding } from './template-scope.ts';

/** Its place; undefined after a fault that was told. */
export function checkCondition(
  text: string,
  of: RepositoryDraft,
  where: Located,
  context: Context,
): TemplatePlace | undefined {
  return checked(compileCondition(text), of, where, context);
}

/** The same. */
export function checkValue(
  text: string,
  of: RepositoryDraft,
  where: Located,
  context: Context,
): TemplatePlace | undefined {
  return checked(compileTemplate(text, { mode: 'text' }), of, where, context);
}

function checked(
  compiled: Result<Pick<Template, 'text' | 'variables'>, readonly TemplateFault[]>,
  of: RepositoryDraft,
  where: Located,
  context: Context,
): TemplatePlace | undefined {
  if (!compiled.ok) {
    tellFaults(compiled.error, where, context.faults);
    return undefined;
  }
  const { text, variables } = compiled.value;
  checkNames(variables, of, where, context);
  return templatePlace(text, where, variables);
}

/** The fields of a record are not known, so any name may be one. */
function checkNames(
  variables: readonly TemplateVariable[],
  of: RepositoryDraft,
  where: Located,
  context: Context,
): void {
  if (memberKind(of) !== 'path') return;
  const names = ['key', 'path', 'size', ...(fieldsOf(of) ?? []).filter((name) => name !== '')];
  const scope = new Map<string, Binding>(names.map((name) => [name, { type: 'text' }]));
  checkVariables(variables, where, scope, {}, context.faults);
}
