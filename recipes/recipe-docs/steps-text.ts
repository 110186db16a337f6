// The steps of a recipe as a nested list. Knows nothing of what runs them.
export interface Step {
  readonly name?: string;
  readonly run?: string;
  readonly exec?: readonly string[];
  readonly launch?: string;
  readonly if?: string;
  readonly then?: readonly Step[];
  readonly elif?: readonly { readonly if: string; readonly then: readonly Step[] }[];
  readonly else?: readonly Step[];
  readonly while?: string;
  readonly do?: readonly Step[];
  readonly return?: number | null;
}

export function stepsText(steps: readonly Step[], indent = ''): string {
  return steps.map((step) => stepText(step, indent)).join('\n');
}

function stepText(step: Step, indent: string): string {
  const inner = `${indent}   `;
  const item = (text: string): string => `${indent}1. ${text}`;
  if (step.while !== undefined)
    return [item(`while \`${step.while}\``), stepsText(step.do ?? [], inner)].join('\n');
  if (step.if !== undefined)
    return [
      item(`if \`${step.if}\``),
      stepsText(step.then ?? [], inner),
      ...(step.elif ?? []).flatMap((branch) => [
        item(`else if \`${branch.if}\``),
        stepsText(branch.then, inner),
      ]),
      ...(step.else ? [item('else'), stepsText(step.else, inner)] : []),
    ].join('\n');
  const name = step.name === undefined ? '' : `${step.name}: `;
  if (step.return !== undefined) return item(`return ${step.return ?? 0}`);
  if (step.launch !== undefined) return item(`${name}the recipe \`${step.launch}\``);
  if (step.exec !== undefined) return item(`${name}\`${step.exec.join(' ')}\``);
  if (step.run === undefined) return item(`${name}a function`);
  const lines = step.run
    .trimEnd()
    .split('\n')
    .map((line) => `${inner}${line}`);
  return [
    item(name.replace(/: $/, '') || 'run'),
    '',
    `${inner}\`\`\`sh`,
    ...lines,
    `${inner}\`\`\``,
    '',
  ].join('\n');
}
