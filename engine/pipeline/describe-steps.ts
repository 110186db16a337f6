// The steps of a recipe for people: a line each, bodies indented by two spaces. Knows neither templates nor ports.
import type { Step, Steps } from '../../schemas/generated/recipe.ts';

export function describeSteps(steps: Steps, indent = ''): readonly string[] {
  const inside = `${indent}  `;
  const below = (body: Steps | undefined): readonly string[] => (body ? describeSteps(body, inside) : []);
  return steps.flatMap((step) => {
    const lines = [`${indent}${headOf(step)}`, ...below(step.then), ...below(step.do)];
    for (const branch of step.elif ?? []) lines.push(`${indent}elif(${branch.if})`, ...below(branch.then));
    for (const { launch, name } of step.together ?? []) lines.push(`${inside}${launchOf(launch, name)}`);
    if (step.else) lines.push(`${indent}else`, ...below(step.else));
    return lines;
  });
}

function headOf(step: Step): string {
  if (step.if !== undefined) return `if(${step.if})`;
  if (step.while !== undefined) return `while(${step.while})`;
  if (step.launch !== undefined) return launchOf(step.launch, step.name);
  if (step.together !== undefined) return step.name ?? 'together';
  if (step.return !== undefined) return step.return ? `return(${step.return})` : 'return';
  const kind = step.run === undefined ? (step.exec === undefined ? 'function' : 'exec') : 'run';
  return step.name === undefined ? kind : `${step.name}: ${kind}`;
}

function launchOf(recipe: string, name: string | undefined): string {
  return `${name === undefined ? '' : `${name}: `}launch(${recipe})`;
}
