// `ps`, `show`, `report`, `pause`, `play`, `kill`, `watch-events`, `repair`: over the socket of the builder that runs here, or over the
// store where there is none. Knows no terminal.
import { setTimeout as delay } from 'node:timers/promises';
import { onAbort } from '../../base/on-abort.ts';
import { err, ok } from '../../base/result.ts';
import type { Result } from '../../base/result.ts';
import type { Plan } from '../../model/plan.ts';
import { MemoryCommunicator } from '../../process/control/memory-communicator.ts';
import type { ControlReply, ControlRequest } from '../../model/process-control.ts';
import type { ProcessNews } from '../../model/process-news.ts';
import { controlStored } from './control-stored.ts';
import { askBuilder } from '../door/ask.ts';
import { answerAsBuilder, askToControl, followNews } from './builder-calls.ts';
import { checkpointOf, positionOf } from '../../schedule/steps/steps-resume.ts';
import { findLeftovers, settleLeftovers } from './leftovers.ts';
import { keepLog } from '../recover.ts';
import { listProcesses, showProcess } from './process-list.ts';
import type { RequestFault } from '../members/member-types.ts';
import { linkToBuilder } from '../door/socket-communicator.ts';
import { Holds } from '../../schedule/queue/holds.ts';
import type { Store } from '../../store/store.ts';
import { BuildLock } from '../../store/lock.ts';
import type {
  ProcessCommands,
  ProcessDetail,
  ProcessFilter,
  ProcessListing,
  RepairReport,
} from './process-types.ts';

export interface ProcessPorts {
  readonly plan: Plan;
  /** Absolute. */
  readonly state: string;
  /** Whether a target names a task or job of the pipeline. */
  readonly isKnown: (target: string) => boolean;
  readonly withStore: <T>(work: (store: Store) => Promise<T> | T) => Promise<T>;
}

const LOOK_MS = 200;

export class SessionProcesses implements ProcessCommands {
  readonly #ports: ProcessPorts;

  constructor(ports: ProcessPorts) {
    this.#ports = ports;
  }

  async list(filter: ProcessFilter): Promise<ProcessListing> {
    const { live, builder } = await this.#live();
    return await this.#ports.withStore((store) => ({
      processes: listProcesses(store, filter, live),
      held: new Holds(store).targets.map((target) => ({
        target,
        message: store.fact(`hold ${target}`) ?? '',
      })),
      ...(builder && { builder }),
    }));
  }

  async show(target: string): Promise<ProcessDetail | undefined> {
    const { live } = await this.#live();
    return await this.#ports.withStore((store) => showProcess(store, target, live));
  }

  async control(
    request: ControlRequest,
    onPending: (reply: ControlReply) => void,
    signal: AbortSignal,
  ): Promise<readonly ControlReply[]> {
    const { state, withStore, isKnown } = this.#ports;
    const link = await linkToBuilder(state);
    if (link) {
      try {
        const left = AbortSignal.any([signal, link.gone]);
        const replies = await askToControl(link, request, onPending, left);
        if (!replies) return unheard(request, 'the builder did not answer');
        // A builder that ended meanwhile has written how.
        return link.gone.aborted
          ? await withStore((store) => replies.map((reply) => settledBy(reply, store)))
          : replies;
      } finally {
        link.close();
      }
    }
    return await this.#locked(`pipe ${request.intent}`, async (store, refusal) => {
      if (refusal) return unheard(request, refusal);
      const communicator = new MemoryCommunicator();
      answerAsBuilder(communicator, {
        control: (asked) => controlStored(asked, store, isKnown),
        news: () => [],
      });
      return (await askToControl(communicator, request, onPending, signal)) ?? [];
    });
  }

  async follow(
    onNews: (news: ProcessNews) => void,
    onBuilder: (pid: number) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const since = Date.now();
    const { state } = this.#ports;
    while (!signal.aborted) {
      const link = await linkToBuilder(state);
      if (link) {
        await followNews(link, since, () => onBuilder(link.builder.pid), onNews);
        await new Promise<void>((resolve) => onAbort(AbortSignal.any([signal, link.gone]), () => resolve()));
        link.close();
      }
      await delay(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  async repair({ dryRun }: { readonly dryRun: boolean }): Promise<Result<RepairReport, RequestFault>> {
    return await this.#locked('pipe repair', async (store, refusal) => {
      if (refusal)
        return err({
          of: 'data' as const,
          severity: 'error' as const,
          code: 'builder-runs',
          message: refusal,
          hint: 'what a builder runs needs no repair; end it first',
        });
      const { state } = this.#ports;
      const found = dryRun
        ? { groups: 0, ...findLeftovers(store) }
        : await settleLeftovers(store, (run) => keepLog(run, state));
      return ok({
        groups: found.groups,
        killed: found.killed.map(({ id, task, key }) => ({ id: String(id), job: { task, key } })),
        kept: found.kept.flatMap((id) => {
          const run = store.run(Number(id));
          const position = positionOf(checkpointOf(store, id));
          const where = position === undefined ? {} : { position };
          return run ? [{ id, job: { task: run.task, key: run.key }, ...where }] : [];
        }),
        checkpoints: found.checkpoints,
      });
    });
  }

  async #live(): Promise<{ live: ReadonlySet<string>; builder?: NonNullable<ProcessListing['builder']> }> {
    const answer = await askBuilder(this.#ports.state, 'live', undefined);
    if (!answer?.ok) return { live: new Set() };
    const { pid, builder, processes } = answer.value;
    return { live: new Set(processes), builder: { pid, serves: builder } };
  }

  /** With the lock, or with why it cannot be had now. */
  async #locked<T>(command: string, work: (store: Store, refusal?: string) => Promise<T>): Promise<T> {
    return await this.#ports.withStore(async (store) => {
      let holder = '';
      const atOnce = AbortSignal.abort();
      const lock = await BuildLock.acquire(
        this.#ports.state,
        command,
        (name) => void (holder = name),
        atOnce,
      );
      if (!lock.ok)
        return await work(
          store,
          holder === '' ? lock.error.message : `${holder} is at work here and does not answer`,
        );
      using _held = lock.value;
      return await work(store);
    });
  }
}

function unheard({ all, targets }: ControlRequest, message: string): ControlReply[] {
  return (all ? ['*'] : targets).map((target) => ({ kind: 'unreachable', target, value: false, message }));
}

/** What the store says of a request that a builder left pending. */
function settledBy(reply: ControlReply, store: Store): ControlReply {
  if (reply.kind !== 'pending' || reply.id === undefined) return reply;
  const state = store.run(Number(reply.id))?.state;
  const value = state === 'killed' && reply.message.includes('kill');
  return {
    ...reply,
    kind: 'final',
    value,
    message: value ? 'is killed' : `has ended: ${state ?? 'forgotten'}`,
  };
}
