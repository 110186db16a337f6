// Calls a user's function once for each of many arguments and writes what it returned: for questions, such as a job's
// priority, that are not worth a message each. Knows no jobs.
import { writeFileSync } from 'node:fs';
import { makeHandles } from './handles.ts';
import type { HostJob } from './host-job.ts';
import { jobArgument } from './job-argument.ts';
import type { UserFunction } from './module-function.ts';
import type { Answer, ManyCalls } from './protocol.ts';

/** One after the other; a call that throws is answered by its error. */
export async function callMany(call: UserFunction, many: ManyCalls, job: HostJob): Promise<void> {
  const answers: Answer[] = [];
  for (const argument of many.arguments) {
    try {
      const { links } = makeHandles(argument);
      answers.push({ value: await job.run(async () => call(jobArgument(argument, links, job))) });
    } catch (error) {
      answers.push({ error: error instanceof Error ? error.message : String(error) });
    }
  }
  writeFileSync(many.to, JSON.stringify(answers));
}
