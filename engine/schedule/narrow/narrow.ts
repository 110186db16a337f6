// A build of only those jobs that a few changed paths may concern, where all others are known to be up to date: the jobs with
// their records, the members that they read besides what they make for each other, and how many jobs are spared. Knows no
// snapshot.
import { readInputs } from '../../freshness/inputs.ts';
import type { Fingerprint } from '../../model/fingerprint.ts';
import type { Plan } from '../../model/plan.ts';
import type { RecordRow } from '../../store/rows.ts';
import type { Touched } from './touched.ts';

export interface Narrow {
  /** Task → key → record, of the jobs that are looked at. */
  readonly jobs: Touched['jobs'];
  /** Task → how many more jobs it has. */
  readonly spared: ReadonlyMap<number, number>;
  /** Repository → key → fingerprint; undefined where it has to be looked at. */
  readonly members: ReadonlyMap<number, ReadonlyMap<string, Fingerprint | undefined>>;
}

export interface NarrowPorts {
  readonly plan: Plan;
  /** How many jobs each task of the build has. */
  readonly counts: ReadonlyMap<number, number>;
  readonly text: (digest: string) => string | undefined;
  /** What a member is now. */
  readonly fingerprint: (repository: number, key: string) => Fingerprint | undefined;
}

/** Undefined if a record does not fit what lies there: then more has changed than was told. */
export function narrowTo(touched: Touched, ports: NarrowPorts): Narrow | undefined {
  const { plan, counts } = ports;
  const members = new Map<number, Map<string, Fingerprint | undefined>>();
  const made = madeBy(touched.jobs, plan);
  for (const [task, jobs] of touched.jobs) {
    const repositories = new Map(plan.tasks[task]!.links.map((link) => [link.name, link.repository]));
    for (const record of jobs.values())
      for (const [link, inputs] of readInputs(record.inputs, ports.text)) {
        const repository = repositories.get(link);
        if (repository === undefined || inputs === 'lost') return undefined;
        const known = members.get(repository) ?? new Map<string, Fingerprint | undefined>();
        members.set(repository, known);
        for (const [key, fingerprint] of inputs) {
          if (known.has(key) || made.has(`${repository}/${key}`)) continue;
          const isTouched = touched.members.has(`${repository}/${key}`);
          if (!isTouched && ports.fingerprint(repository, key) !== fingerprint) return undefined;
          known.set(key, isTouched ? undefined : fingerprint);
        }
      }
  }
  const spared = new Map(
    [...counts].map(([task, count]) => [task, count - (touched.jobs.get(task)?.size ?? 0)]),
  );
  return { jobs: touched.jobs, spared, members };
}

function madeBy(jobs: ReadonlyMap<number, ReadonlyMap<string, RecordRow>>, plan: Plan): Set<string> {
  const made = new Set<string>();
  for (const [task, records] of jobs) {
    const repositories = new Map(plan.tasks[task]!.links.map((link) => [link.name, link.repository]));
    for (const { outputs } of records.values())
      for (const { link, key } of outputs) made.add(`${repositories.get(link)}/${key}`);
  }
  return made;
}
