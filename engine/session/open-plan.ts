// The plan of a pipeline: what an earlier build kept, if it still holds, or else what is compiled now. Knows no state but
// that file.
import { resolve } from 'node:path';
import { canonicalJson } from '../base/digest.ts';
import { programDigest } from '../base/program.ts';
import { ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import { span } from '../base/span.ts';
import { stateFolderOf } from '../idle/idle-build.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Plan } from '../model/plan.ts';
import { readPlan, writePlan } from '../pipeline/kept-plan.ts';
import { compilePipeline } from '../pipeline/late.ts';
import { loadTemplates } from '../pipeline/template/template.ts';
import type { OpenOptions } from './types.ts';

export interface OpenedPlan {
  readonly plan: Plan;
  /** Writes it where the next build finds it, if it is not there already; by who holds the lock. */
  readonly keep: () => void;
}

/** With all loaded that its templates need. */
export async function openPlan(options: OpenOptions): Promise<Result<OpenedPlan, readonly Diagnostic[]>> {
  const file = resolve(options.cwd, options.file ?? 'pipeline.yaml');
  const path = resolve(stateFolderOf(file), 'plan.cache');
  const request = requestOf(options, file);
  const kept = request === undefined ? undefined : takeUp(path, request);
  if (kept) {
    if (kept.liquid) await loadTemplates();
    return ok({ plan: kept.plan, keep: () => {} });
  }
  using _span = span('compile the pipeline');
  const compiled = await compilePipeline(options);
  if (!compiled.ok) return compiled;
  const { plan } = compiled.value;
  let isKept = request === undefined;
  const keep = (): void => {
    if (!isKept) writePlan(path, request!, compiled.value);
    isKept = true;
  };
  return ok({ plan, keep });
}

function takeUp(path: string, request: string): ReturnType<typeof readPlan> {
  using _span = span('take up the plan');
  return readPlan(path, request);
}

/** All that a compilation is asked; undefined where nothing is kept. */
function requestOf({ cwd, params, version }: OpenOptions, file: string): string | undefined {
  const program = version === undefined ? undefined : programDigest(version);
  return program === undefined ? undefined : canonicalJson({ program, cwd, file, params: params ?? {} });
}
