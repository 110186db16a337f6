// Compiles pipelines that tests write as texts, and shows what a person would see.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { compilePipeline, type Compiled } from '../../engine/pipeline/compile.ts';
import { renderDiagnostic } from '../../engine/pipeline/render-diagnostic.ts';
import type { Diagnostic } from '../../engine/model/diagnostic.ts';
import type { Plan, RepositoryPlan, TaskPlan } from '../../engine/model/plan.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Attempt {
  readonly folder: string;
  readonly compiled: Compiled | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Every fault and warning, as printed. */
  readonly text: string;
}

/** A text alone is `pipeline.yaml`. */
export async function attempt(
  files: string | Files,
  options: { readonly file?: string; readonly params?: Readonly<Record<string, string>> } = {},
): Promise<Attempt> {
  const folder = makeFolder(typeof files === 'string' ? { 'pipeline.yaml': files } : files);
  const result = await compilePipeline({ cwd: folder, ...options });
  const diagnostics = result.ok ? result.value.warnings : result.error;
  const source = (file: string): string => readFileSync(file, 'utf8');
  const text = diagnostics.map((each) => renderDiagnostic(each, { cwd: folder, source })).join('\n\n');
  return { folder, compiled: result.ok ? result.value : undefined, diagnostics, text: `\n${text}\n` };
}

/** The faults as printed; that there are some is part of the test. */
export async function faults(...args: Parameters<typeof attempt>): Promise<string> {
  const { compiled, text } = await attempt(...args);
  if (compiled !== undefined) throw new Error(`the pipeline compiles; warnings: ${text}`);
  return text;
}

export async function plan(...args: Parameters<typeof attempt>): Promise<Plan> {
  const { compiled, text } = await attempt(...args);
  if (compiled === undefined) throw new Error(`the pipeline does not compile: ${text}`);
  return compiled.plan;
}

export function taskOf(from: Plan, name: string): TaskPlan {
  const task = from.tasks.find((each) => each.name === name);
  if (task === undefined) throw new Error(`no task ${name}`);
  return task;
}

/** `book: books/{key}.txt same input required`: the links of a task, one a line. */
export function showLinks(from: Plan, task: string): string {
  const lines = taskOf(from, task).links.map((link) => {
    const repository = from.repositories[link.repository] as RepositoryPlan;
    const { type, ...select } = link.select;
    const detail = Object.values(select).flat().join('.');
    const flags = [
      link.isInput && 'input',
      link.isOutput && 'output',
      link.isStatus && 'status',
      link.requiredForStart && 'required',
      link.inhibitsStart && 'inhibits',
      link.inPlace && 'in-place',
      link.role,
    ].filter((flag) => typeof flag === 'string');
    return `${link.name}: ${repository.name} ${type}${detail ? `(${detail})` : ''} ${flags.join(' ')}`;
  });
  return `\n${lines.join('\n')}\n`;
}

export function makeFolder(files: Files): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-compile-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
