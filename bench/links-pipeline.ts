// The pipeline that `bench/links.ts` measures: tasks whose jobs join six records each. Starts nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Size {
  readonly tasks: number;
  /** Of each task. */
  readonly jobs: number;
  readonly links: number;
}

/** The pipeline and its records in a folder. Returns what the build of it has to come to. */
export function generate(
  folder: string,
  { tasks, jobs, links }: Size,
): { readonly names: readonly string[]; readonly jobs: number } {
  const names = Array.from({ length: links }, (_, index) => `table${index + 1}`);
  const lines = ['repositories:', '  items: { type: yaml, path: "items/{key}.yaml" }'];
  for (const name of names) lines.push(`  ${name}: { type: yaml, path: "${name}/{key}.yaml" }`);
  lines.push('tasks:');
  for (let task = 1; task <= tasks; task++) {
    lines.push(`  task${task}:`, '    inputs:', '      item: items');
    for (const name of names) lines.push(`      ${name}: { from: ${name}, key: item.${name} }`);
    const words = names.map((name) => `{{ ${name}.name }}`).join(' ');
    lines.push(`    outputs: { made: "build/task${task}/{key}.txt" }`, `    run: echo ${words} > {{ made }}`);
  }
  put(join(folder, 'pipeline.yaml'), `${lines.join('\n')}\n`);
  for (let job = 0; job < jobs; job++) {
    put(join(folder, 'items', `i${job}.yaml`), item(names, job, jobs));
    for (const name of names) put(join(folder, name, `r${job}.yaml`), `name: ${name} ${job}\n`);
  }
  return { names, jobs: tasks * jobs };
}

/** Each item names one record of every table, each by another rule. */
export function item(names: readonly string[], job: number, jobs: number): string {
  return names.map((name, index) => `${name}: r${(job * (index + 1)) % jobs}\n`).join('');
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
