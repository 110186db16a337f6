// Looks for the programs that a pipeline names: its `tools:` and the first words of its `exec:`. Runs none of them.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { Plan } from '../../engine/index.ts';
import type { Finding } from './finding.ts';

export function toolFindings(plan: Plan, path: string): readonly Finding[] {
  const users = new Map<string, string[]>();
  for (const { name, tools, action } of plan.tasks) {
    const program = action.type === 'exec' ? action.argv[0] : undefined;
    // A program whose name is a template is known only when its job runs.
    const named = program === undefined || program.includes('{{') ? tools : [...tools, program];
    for (const tool of new Set(named)) users.set(tool, [...(users.get(tool) ?? []), name]);
  }
  return [...users].map(([tool, tasks]): Finding => {
    const found = findProgram(tool, plan.root, path);
    if (found !== undefined) return { status: 'ok', about: 'tool', message: `${tool} is ${found}` };
    const message = `${tool} was not found`;
    return {
      status: 'fail',
      about: 'tool',
      message,
      remedy: `install it, or add its folder to PATH; used by ${tasks.join(', ')}`,
    };
  });
}

function findProgram(name: string, root: string, path: string): string | undefined {
  if (name.includes('/')) return isProgram(resolve(root, name)) ? resolve(root, name) : undefined;
  const folder = path
    .split(delimiter)
    .find((candidate) => candidate !== '' && isProgram(join(candidate, name)));
  return folder === undefined ? undefined : join(folder, name);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
