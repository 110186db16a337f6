// Looks at one job whose inputs may have changed and says what becomes of it. One walk for the decision and for its
// explanation; starts nothing and writes nothing.
import { resolve as resolvePath } from 'node:path';
import { digestOf } from '../base/digest.ts';
import { allDifferences, firstDifference } from '../freshness/compare.ts';
import type { Lookups, Today } from '../freshness/compare.ts';
import { readDefinition } from '../freshness/definition.ts';
import { printInputs } from '../freshness/inputs.ts';
import type { JobFailure } from '../model/failure.ts';
import type { Reason } from '../model/reason.ts';
import type { RepositoryFailure } from '../repository/port.ts';
import type { RecordRow } from '../store/rows.ts';
import type { BuildContext } from './context.ts';
import { cancelMark } from './keys/cancel-mark.ts';
import { nameOf } from './job.ts';
import { kindAt } from './attempt/kind-at.ts';
import type { Job } from './job.ts';
import type { Network } from './keys/network.ts';
import { resolve } from './keys/resolve.ts';
import type { Resolution } from './keys/resolution.ts';
import type { ResolvePorts } from './keys/resolve.ts';

export type Decision =
  | { readonly type: 'wait' }
  | { readonly type: 'blocked'; readonly link: string; readonly by: string }
  /** It would run, or wait, but for a link that cancels it. */
  | { readonly type: 'cancelled'; readonly link: string; readonly by: string }
  | { readonly type: 'not-ready'; readonly link: string; readonly text: string }
  | { readonly type: 'broken'; readonly failure: JobFailure }
  | {
      readonly type: 'up-to-date';
      /** A service: what it is, or would be, started from, in the form of a record. */
      readonly service?: RecordRow;
    }
  | {
      readonly type: 'run';
      readonly service?: RecordRow;
      readonly reasons: readonly [Reason, ...Reason[]];
      readonly inputs: Extract<Resolution, { type: 'ready' }>;
    };

export function decide(
  context: BuildContext,
  network: Network,
  job: Job,
  ports: ResolvePorts,
  explain: boolean,
): Decision {
  const { task } = job;
  if (task.plan.rerun === 'once' && !task.forced && isDone(context, network, job))
    return { type: 'up-to-date' };
  const inputs = resolve(network, job, ports, !explain || mayBeUpToDate(job));
  const mark = cancelMark(network, job, ports);
  switch (inputs.type) {
    case 'pending':
      return mark?.type === 'cancelled' ? mark : { type: 'wait' };
    case 'failed':
      return { type: 'blocked', link: inputs.link, by: inputs.by };
    case 'absent':
      return { type: 'not-ready', link: inputs.link, text: inputs.text };
    case 'missing': {
      const path = context.paths.get(inputs.repository)!.pathOf('');
      const found = kindAt(resolvePath(context.root, path));
      return { type: 'broken', failure: { type: 'missing-input', link: inputs.link, path, found } };
    }
    case 'broken':
      return brokenBy(inputs.failure);
    case 'ready':
      break;
    default: {
      const rest: never = inputs;
      throw new Error(`unknown resolution ${JSON.stringify(rest)}`);
    }
  }
  const today: Today = {
    definition: context.definitions.get(task.plan.id)!,
    inputs: inputs.inputs,
    forced: job.again || (task.forced && job.attempts === 0 && job.state !== 'succeeded'),
    always: task.plan.rerun === 'always' && job.attempts === 0,
  };
  const record = task.records.get(job.key);
  const look = lookups(context, network, job);
  if (task.plan.service) return decideService(context, network, job, today, inputs, look);
  const needed = job.needed && record?.state === 'done' ? neededOutput(record) : undefined;
  if (needed && !mark) return { type: 'run', reasons: [needed], inputs };
  if (!explain || mark) {
    const reason = firstDifference(record, today, look);
    if (mark && reason) return mark.type === 'cancelled' ? mark : brokenBy(mark.fault);
    return reason ? { type: 'run', reasons: [reason], inputs } : { type: 'up-to-date' };
  }
  const reasons = allDifferences(record, today, look);
  if (reasons.length === 0) return { type: 'up-to-date' };
  return { type: 'run', reasons: reasons as [Reason, ...Reason[]], inputs };
}

/** A job that was never built runs whatever its inputs hold: to tell that, a terabyte of them need not be read. */
function mayBeUpToDate({ task, key, failedOn }: Job): boolean {
  if (task.records.has(key) || failedOn !== undefined) return true;
  // What a service is, and where steps go on, depends on what they read.
  return task.plan.service !== undefined || task.plan.action.type === 'steps';
}

function brokenBy({ code, message, path }: RepositoryFailure): Decision {
  return { type: 'broken', failure: { type: 'system', code, message, ...(path ? { path } : {}) } };
}

/** A service runs while someone needs it. At rest it counts as what it would be started from, so that nobody need start it. */
function decideService(
  context: BuildContext,
  network: Network,
  job: Job,
  today: Today,
  inputs: Extract<Resolution, { type: 'ready' }>,
  look: Lookups,
): Decision {
  const name = nameOf(job);
  const definition = today.definition.digest;
  const text = printInputs(today.inputs);
  const fingerprint = `s:${digestOf(`${definition}\n${text}`)}`;
  const outputs = network.outputsOf(job).map(({ link, key }) => ({ link, key, path: '', fingerprint }));
  const service = { key: job.key, state: 'done', definition, inputs: text, discovered: '', outputs } as const;
  const now = context.services?.get(name);
  if (now?.isReady && now.fingerprint === fingerprint && !job.again) return { type: 'up-to-date', service };
  if (!now && !job.needed && !job.again && !context.services?.keepsAll)
    return { type: 'up-to-date', service };
  const record = job.task.records.get(job.key);
  const reason = firstDifference(record, today, look) ?? neededOutput(service) ?? { type: 'always' };
  return { type: 'run', reasons: [reason], inputs, service };
}

/** A consumer must run and an output that is kept only while it is needed is gone. */
function neededOutput(record: RecordRow): Reason | undefined {
  const output = record.outputs[0];
  return (
    output && {
      type: 'output-missing',
      link: output.link,
      key: output.key,
      ...(output.path ? { path: output.path } : {}),
    }
  );
}

/** Whether only jobs that may turn out to change nothing make it run. */
export function isCertain(reasons: readonly Reason[]): boolean {
  return reasons.some((reason) => reason.type !== 'upstream');
}

/** `rerun: once`: done while its `done` member exists, or without one all its outputs, whatever they were made from. */
function isDone(context: BuildContext, network: Network, job: Job): boolean {
  const done = network.links.get(job.task)!.find((link) => link.plan.role === 'done');
  if (done) {
    const path = context.paths.get(done.plan.repository)?.pathOf(done.keyFor!(job.key));
    return (
      path !== undefined && context.outputNow({ link: '', key: '', path, fingerprint: '' }) !== undefined
    );
  }
  const outputs = network.outputsOf(job);
  const record = job.task.records.get(job.key);
  if (outputs.length === 0) return record?.state === 'done';
  const optional = new Set(
    job.task.plan.links.flatMap((each) => (each.requiredForSuccess ? [] : [each.name])),
  );
  return outputs.every(({ repository, key, link }) => {
    if (optional.has(link)) return true;
    const path = context.paths.get(repository)?.pathOf(key) ?? '';
    return context.outputNow({ link, key, path, fingerprint: '' }) !== undefined;
  });
}

function lookups(context: BuildContext, network: Network, job: Job): Lookups {
  const linkOf = (name: string) => network.links.get(job.task)!.find((link) => link.plan.name === name);
  return {
    text: (digest) => context.store.text(digest),
    definitionParts: (digest) => readDefinition(digest, context.store.text(digest)),
    outputNow: (output) => context.outputNow(output),
    discoveredNow: (path) => {
      const found = context.stats.file(path);
      return found.ok ? found.value : undefined;
    },
    pathOf: (link, key) => {
      const bound = linkOf(link);
      return bound && context.patterns.get(bound.plan.repository)?.format(key);
    },
    makerOf: (link, key) => {
      const maker = linkOf(link)?.members.get(key)?.maker;
      return maker ? nameOf(maker) : key;
    },
  };
}
