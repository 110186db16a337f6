// Puts together what a user's function is called with. Knows no process.
import { appendFileSync } from 'node:fs';
import { frozenCopyOf } from '../../base/storable.ts';
import type { FunctionArgument } from './argument.ts';
import { HostJob } from './host-job.ts';
import type { Job } from './job.ts';

export function jobArgument(
  { task, key, fields, params, context }: FunctionArgument,
  links: Readonly<Record<string, unknown>>,
  job: HostJob,
): Job {
  const out = process.env['PIPE_OUT'];
  return {
    ...links,
    ...(context && { ctx: context.values }),
    task,
    key,
    fields,
    params: frozenCopyOf(params),
    // Asked for only by functions that use it, which is how the host tells them apart.
    get signal() {
      return job.signal;
    },
    emit(port, value) {
      const json = JSON.stringify({ [port]: value });
      if (json === '{}') throw new TypeError(`${port} is to be a JSON value, and this is ${typeof value}`);
      if (HostJob.owner === job && out !== undefined) appendFileSync(out, `${json}\n`);
    },
    log(message) {
      if (HostJob.owner === job) appendFileSync(job.streams.log, `${message}\n`);
    },
  };
}
