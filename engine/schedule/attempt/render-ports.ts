// What rendering a job is given, and asks of the rest. Types only.
import type { Result } from '../../base/result.ts';
import type { Work } from '../../executor/port.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import type { Action, TaskPlan } from '../../model/plan.ts';
import type { TemplateValue } from '../../pipeline/template/value.ts';
import type { MemberValue } from '../../repository/port.ts';
import type { Job } from '../job.ts';
import type { Members } from '../keys/members.ts';
import type { OutputSlot } from './output-slot.ts';
import type { LinkMembers } from '../keys/resolution.ts';

/** What a job gets besides its links; absolute paths. */
export interface Places {
  readonly log: string;
  readonly depfile: string;
  /** Where the job appends what it emits. */
  readonly emitted: string;
  readonly listFile: (index: number) => string;
}

/** One step of a job. */
export interface StepRender {
  /** Id of the process whose step it is. */
  readonly process: string;
  readonly action: Extract<Action, { type: 'shell' | 'exec' | 'function' }>;
  /** What its templates may name, from what those of the job may. */
  readonly scope: (own: Readonly<Record<string, TemplateValue>>) => Readonly<Record<string, TemplateValue>>;
  /** What earlier steps left, and the absolute path of the file that the step appends to. */
  readonly context: { readonly values: JsonObject; readonly file: string };
  /** Of a launched recipe: what its functions get in place of the job's own links and parameters. */
  readonly argument?: object;
}

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
  /** What the jobs of a task must not print. */
  readonly hidden: (task: TaskPlan) => Work['hidden'];
  readonly moduleDigest: (task: TaskPlan) => string;
  /** Of what an asset of the task is made from. */
  readonly assetDigest: (task: TaskPlan, asset: string) => string;
}
