// Looks at jobs that something touched and moves each to the state that today's decision gives it. Starts nothing; a dry
// run lets each job that would run succeed with outputs of unknown content.
import { span } from '../base/span.ts';
import { printInputs } from '../freshness/inputs.ts';
import { UNKNOWN_FINGERPRINT } from '../model/fingerprint.ts';
import type { JobFailure } from '../model/failure.ts';
import type { BuildContext } from './context.ts';
import { decide, isCertain } from './decide.ts';
import type { Decision } from './decide.ts';
import { isEnded, UNSETTLED } from './job.ts';
import type { Job, JobState } from './job.ts';
import { missingMakers } from './keys/needed.ts';
import type { Network } from './keys/network.ts';
import { settle, showEarlier } from './keys/settle.ts';
import { nameParts } from './summary.ts';
import type { Tally } from './tally.ts';

export type RunDecision = Extract<Decision, { type: 'run' }>;

export interface JudgePorts {
  readonly context: BuildContext;
  readonly network: Network;
  readonly tally: Tally;
  readonly dryRun: boolean;
  /** A build that stops starts nothing more: what failed stays failed, whatever changes now. */
  readonly isStopped: () => boolean;
  readonly onReady: (job: Job, decision: RunDecision) => void;
  readonly onBroken: (job: Job, failure: JobFailure) => void;
  readonly onDecision: ((job: Job, decision: Decision) => void) | undefined;
}

export class Judge {
  readonly #ports: JudgePorts;
  readonly #planned = new Set<Job>();

  constructor(ports: JudgePorts) {
    this.#ports = ports;
  }

  /** Every job that was touched, and those that get touched by that. */
  lookAtAll(): void {
    const { network, context } = this.#ports;
    const { dirty } = network;
    if (dirty.isEmpty) return;
    using _span = span('decide');
    for (let job = dirty.next(); job; job = dirty.next()) this.#look(job);
    // From now on jobs may write.
    context.stats.dropTaken();
  }

  #look(job: Job): void {
    const { context, network, dryRun } = this.#ports;
    // A service may be started again before it is ready.
    if (job.removed || (job.state === 'running' && !job.task.plan.service)) return;
    if (job.state === 'failed' && this.#ports.isStopped()) return;
    const decision = decide(context, network, job, this.#resolvePorts, dryRun);
    this.#ports.onDecision?.(job, decision);
    switch (decision.type) {
      case 'wait':
        this.#leaveEnd(job);
        this.#moveTo(job, 'waiting');
        return;
      case 'blocked':
      case 'cancelled':
        job.detail = { link: decision.link, text: decision.by };
        network.expectOutputs(job, 'failed');
        this.#moveTo(job, 'blocked');
        return;
      case 'not-ready':
        job.detail = { link: decision.link, text: decision.text };
        if (job.task.records.has(job.key)) job.task.orphans.add(job.key);
        for (const output of network.outputsOf(job)) network.remove(output.repository, output.key, job);
        this.#moveTo(job, 'not-ready');
        return;
      case 'broken':
        this.#ports.onBroken(job, decision.failure);
        return;
      case 'up-to-date':
        job.failedOn = undefined;
        settle(network, context, job, decision.service ?? job.task.records.get(job.key));
        if (job.state !== 'succeeded') this.#moveTo(job, 'up-to-date');
        return;
      case 'run':
        this.#mustRun(job, decision);
        return;
      default: {
        const rest: never = decision;
        throw new Error(`unknown decision ${JSON.stringify(rest)}`);
      }
    }
  }

  #mustRun(job: Job, decision: RunDecision): void {
    const { network, dryRun } = this.#ports;
    if (this.#failedOnThis(job, decision)) {
      if (job.state === 'failed') return;
      network.expectOutputs(job, 'failed');
      this.#moveTo(job, 'failed');
      return;
    }
    job.task.orphans.delete(job.key);
    job.reason = decision.reasons[0];
    this.#leaveEnd(job);
    if (job.task.plan.longRunning) showEarlier(network, this.#ports.context, job);
    if (this.#askForMissing(job, decision)) this.#moveTo(job, 'waiting');
    else if (dryRun) this.#pretend(job, decision);
    else this.#ports.onReady(job, decision);
  }

  /** What an ended job made is not there again before its next end. */
  #leaveEnd(job: Job): void {
    if (!isEnded(job.state)) return;
    this.#ports.network.expectOutputs(job);
    job.before = job.attempts;
    job.unsure = 0;
    job.failures = 0;
  }

  /** A job that failed runs again only when what it runs on is another, or when it is told to. */
  #failedOnThis(job: Job, { inputs }: RunDecision): boolean {
    if (job.failedOn === undefined || job.again) return false;
    // What such a job made when it failed was forgotten when it was looked at again.
    if (job.task.plan.failureOk && job.state !== 'failed') return false;
    const { digest } = this.#ports.context.definitions.get(job.task.plan.id)!;
    const now = `${digest}\n${printInputs(inputs.inputs)}`;
    if (job.failedOn === UNSETTLED) job.failedOn = now;
    return job.failedOn === now;
  }

  #askForMissing(job: Job, { inputs }: RunDecision): boolean {
    const { context, network } = this.#ports;
    const makers = missingMakers(context, job, inputs.links);
    for (const maker of makers) {
      maker.needed = true;
      network.touch(maker);
    }
    return makers.length > 0;
  }

  /** Dry run: the job succeeds with what it made last time, of unknown content. */
  #pretend(job: Job, { reasons, service }: RunDecision): void {
    const { network, tally } = this.#ports;
    if (!this.#planned.has(job)) {
      this.#planned.add(job);
      const certain = isCertain(reasons);
      tally.emit({ type: 'job-planned', time: Date.now(), job: nameParts(job), reasons, certain });
    }
    job.attempts++;
    job.needed = false;
    // A service's is known before it runs.
    const fingerprint = service?.outputs[0]?.fingerprint ?? UNKNOWN_FINGERPRINT;
    for (const output of network.outputsOf(job))
      network.set(output.repository, output.key, 'present', fingerprint, job);
    // A consumer may be gated by what is written at the end.
    for (const { plan, keyFor } of network.links.get(job.task)!) {
      if (plan.isStatus && !plan.isOutput && plan.role !== 'live' && keyFor)
        network.set(plan.repository, keyFor(job.key), 'present', UNKNOWN_FINGERPRINT, job);
    }
    this.#moveTo(job, 'succeeded');
  }

  #moveTo(job: Job, state: JobState): void {
    if (job.state !== state) this.#ports.network.moveTo(job, state);
  }

  /** A member that vanished before anyone asked for its fingerprint is taken out. */
  get #resolvePorts(): BuildContext['resolve'] {
    const { context, network } = this.#ports;
    return {
      ...context.resolve,
      fingerprint: (members, key) => {
        const found = context.resolve.fingerprint(members, key);
        if (found.ok && found.value === undefined) network.remove(members.plan.id, key);
        return found;
      },
    };
  }
}
