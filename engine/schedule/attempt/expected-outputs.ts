// The members that a job will make, as far as they are known before it ran. Pure.
import type { BoundLink } from '../keys/bound-link.ts';
import type { Job } from '../job.ts';

export interface ExpectedOutput {
  readonly repository: number;
  readonly key: string;
  readonly link: string;
}

/** By the links' keys; for fan-outs by the members of the last success. */
export function expectedOutputs(job: Job, links: readonly BoundLink[]): ExpectedOutput[] {
  const outputs: ExpectedOutput[] = [];
  const open = new Map<string, BoundLink>();
  for (const link of links) {
    const { isOutput, repository, name } = link.plan;
    if (!isOutput) continue;
    if (link.keyFor)
      outputs.push({ repository: homeNow(job, link) ?? repository, key: link.keyFor(job.key), link: name });
    else open.set(name, link);
  }
  if (open.size === 0) return outputs;
  const record = job.task.records.get(job.key);
  for (const output of record?.state === 'done' ? record.outputs : []) {
    const link = open.get(output.link);
    const repository = link && (link.homeOf?.(output.path) ?? link.plan.repository);
    if (repository !== undefined) outputs.push({ repository, key: output.key, link: output.link });
  }
  return outputs;
}

/** Where the last success put an output that may be in one of two repositories. */
function homeNow(job: Job, { plan, homeOf }: BoundLink): number | undefined {
  if (!homeOf) return undefined;
  const output = job.task.records.get(job.key)?.outputs.find((each) => each.link === plan.name);
  return output && homeOf(output.path);
}
