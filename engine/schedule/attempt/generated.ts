// The parameters of one attempt: the task's, with what generators make for this job. Knows no templates.
import { withMember } from '../../base/with-member.ts';
import type { Json, JsonObject } from '../../model/json.ts';
import { generate } from '../../pipeline/generators.ts';
import type { Job } from '../job.ts';

/** Made anew at each call. */
export function paramsOf({ key, task: { plan } }: Job): JsonObject {
  let { params } = plan;
  for (const [path, generator] of Object.entries(plan.generated ?? {}))
    params = withMember<Json>(params, path.split('.'), generate(generator, { task: plan.name, key }));
  return params;
}
