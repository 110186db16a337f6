// Checks the conditions and values of `filter` and `map`, which see one member at a time. Knows no task.
import type { Context, Located } from './context.ts';
import { fieldsOf, memberKind, type RepositoryDraft } from './repository-draft.ts';
import { compileCondition } from './template/condition.ts';
import type { TemplateVariable } from './template/compiled.ts';
import { compileTemplate } from './template/template.ts';
import { checkVariables, tellFaults, type Binding } from './template-scope.ts';

export function checkCondition(text: string, of: RepositoryDraft, where: Located, context: Context): void {
  const compiled = compileCondition(text);
  if (compiled.ok) checkNames(compiled.value.variables, of, where, context);
  else tellFaults(compiled.error, where, context.faults);
}

export function checkValue(text: string, of: RepositoryDraft, where: Located, context: Context): void {
  const compiled = compileTemplate(text, { mode: 'text' });
  if (compiled.ok) checkNames(compiled.value.variables, of, where, context);
  else tellFaults(compiled.error, where, context.faults);
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
