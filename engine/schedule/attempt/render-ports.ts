// What rendering a job asks of the rest. Types only.
import type { Result } from '../../base/result.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import type { TaskPlan } from '../../model/plan.ts';
import type { MemberValue } from '../../repository/port.ts';
import type { Job } from '../job.ts';
import type { Members } from '../keys/members.ts';
import type { OutputSlot } from './output-slot.ts';
import type { LinkMembers } from '../keys/resolution.ts';

export interface RenderPorts {
  readonly root: string;
  /** The value of a present member. */
  readonly value: (
    members: Members,
    key: string,
  ) => Result<MemberValue | undefined, { readonly message: string }>;
  /** The values of a key's fields, in the order of the task's `fields`. */
  readonly fieldsOf: (job: Job) => readonly string[];
  /** The argument of a function, from the same members. */
  readonly argument: (
    job: Job,
    links: readonly LinkMembers[],
    outputs: readonly OutputSlot[],
    params: JsonObject,
  ) => Result<unknown, JobFailure>;
  /** Parameters with the values of secrets in place of their marks. */
  readonly reveal: (params: JsonObject) => JsonObject;
  readonly moduleDigest: (task: TaskPlan) => string;
  /** Of what an asset of the task is made from. */
  readonly assetDigest: (task: TaskPlan, asset: string) => string;
}
