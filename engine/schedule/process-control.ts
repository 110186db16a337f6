// Pause, play and kill for the jobs of a build that runs: finds what a target names, decides by engine/process/control.ts,
// carries it out, and answers. Knows neither sockets nor commands.
import { err, ok } from '../base/result.ts';
import type { Result } from '../base/result.ts';
import type { JsonObject } from '../model/json.ts';
import type { ControlReply, ControlRequest } from '../model/process-control.ts';
import { isProcessId } from '../model/process-id.ts';
import { printJob } from '../model/job.ts';
import { decideKill, decidePause, decidePlay } from '../process/control.ts';
import type { BuildContext } from './context.ts';
import { changeHold } from './queue/holds.ts';
import type { Holds } from './queue/holds.ts';
import { nameOf } from './job.ts';
import type { Job } from './job.ts';
import { matchesJob } from './queue/match-job.ts';
import type { Store } from '../store/store.ts';
import { goBackTo } from './steps/go-back.ts';
import { controlInner, innerOf } from './control-inner.ts';
import type { Network } from './keys/network.ts';
import type { ReadyQueue } from './queue/ready-queue.ts';
import { KILL_GRACE_MS } from './attempt/runs.ts';
import type { LiveRun, Runs } from './attempt/runs.ts';
import { scopeOf } from './scope.ts';

interface ProcessControlPorts {
  readonly live: () => Iterable<LiveRun>;
  readonly holds: Holds;
  readonly store: Store;
  /** Whether a target names a task or job of the pipeline. */
  readonly isKnown: (target: string) => boolean;
  /** Jobs that were held may start now. */
  readonly onPlay: () => void;
}

export class ProcessControl {
  readonly #ports: ProcessControlPorts;
  readonly #listeners: (() => void)[] = [];

  constructor(ports: ProcessControlPorts) {
    this.#ports = ports;
  }

  /** `listener` is called after each request, and after what happens to services: there may be something to do. */
  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /** `onSettled` hears the final reply for each that is pending now. */
  control(request: ControlRequest, onSettled: (reply: ControlReply) => void): ControlReply[] {
    const replies = controlProcesses(request, this.#ports, onSettled);
    this.changed();
    return replies;
  }

  /** Ids of the processes that run, those inside of jobs too. */
  livePids(): string[] {
    return [...this.#ports.live()].flatMap((live) => [
      live.process.pid,
      ...Array.from(innerOf(live), ({ pid }) => pid),
    ]);
  }

  /**
   * Of a process that is to go on: what to play for it, itself where it runs, else its job; after it was set back to a tag,
   * if one is given. Or why it cannot.
   */
  goOn(pid: string, tag: string | null): Result<string, string> {
    if (this.livePids().includes(pid)) return tag === null ? ok(pid) : err(`process ${pid} runs`);
    const { store } = this.#ports;
    const run = isProcessId(pid) ? store.run(Number.parseInt(pid, 10)) : undefined;
    if (!run) return err(`there is no process ${pid}`);
    const job = printJob(run);
    const running = [...this.#ports.live()].some(({ process }) => printJob(process.job) === job);
    if (running) return err(`${job}, which process ${pid} is of, runs`);
    const why = tag === null ? undefined : goBackTo(store, pid, tag);
    return why === undefined ? ok(job) : err(`process ${pid} ${why}`);
  }

  /** Where one of them stands. */
  statusOf(pid: string): JsonObject | undefined {
    for (const live of this.#ports.live()) {
      const found = live.process.pid === pid ? live.process : innerOf(live).find((each) => each.pid === pid);
      if (!found) continue;
      const { state, paused, status } = found.record;
      return { pid, process: printJob(live.process.job), state, paused, status };
    }
    return undefined;
  }
}

/** Of a build's jobs. */
export function controlOf(
  { plan, holds, store }: BuildContext,
  runs: Runs,
  ready: ReadyQueue,
  network: Network,
): ProcessControl {
  return new ProcessControl({
    live: () => runs.live,
    holds,
    store,
    isKnown: (target) => scopeOf(plan, [target], new Map()).ok,
    // Looked at again, so that a watch that rests begins a round.
    onPlay: () => ready.releaseHeld().forEach((job) => network.touch(job)),
  });
}

function controlProcesses(
  request: ControlRequest,
  ports: ProcessControlPorts,
  onSettled: (reply: ControlReply) => void,
): ControlReply[] {
  const targets = request.all ? ['*'] : request.targets;
  return targets.flatMap((target) => {
    const isId = isProcessId(target);
    const found = [...ports.live()].filter(({ process }) =>
      isId ? process.pid === target : matchesJob(target, process.job),
    );
    const replies = found.map((each) => controlOne(request, target, each, onSettled));
    if (isId && replies.length === 0) replies.push(...controlInner(request, target, ports.live(), onSettled));
    if (isId) return replies.length > 0 ? replies : [nobody(target, 'no running process has that id')];
    // One job that runs is not also kept from starting.
    const isOne =
      found.length === 1 && request.intent === 'pause' && printJob(found[0]!.process.job) === target;
    const held = request.intent === 'kill' || isOne ? undefined : hold(request, target, ports);
    if (held && (held.value || replies.length === 0)) replies.push(held);
    if (replies.length > 0) return replies;
    if (request.all) return [];
    const what = ports.isKnown(target) ? 'nothing of it runs' : 'there is no such task, job or process';
    return [nobody(target, what)];
  });
}

function controlOne(
  request: ControlRequest,
  target: string,
  live: LiveRun,
  onSettled: (reply: ControlReply) => void,
): ControlReply {
  const about = { target, id: live.process.pid, job: live.process.job } as const;
  const final = (value: boolean, message: string): ControlReply => ({
    kind: 'final',
    ...about,
    value,
    message,
  });
  switch (request.intent) {
    case 'pause':
      return pause(request, live, about, final, onSettled);
    case 'play':
      return play(live, final);
    case 'kill':
      return kill(request, live, about, final, onSettled);
    default:
      return request.intent satisfies never;
  }
}

type About = Pick<ControlReply, 'target' | 'id' | 'job'>;
type Final = (value: boolean, message: string) => ControlReply;

function pause(
  { message, suspend }: ControlRequest,
  { run, process }: LiveRun,
  about: About,
  final: Final,
  onSettled: (reply: ControlReply) => void,
): ControlReply {
  const decision = decidePause(process.record, message, !suspend);
  if (decision.act === 'answer')
    return final(decision.reply, decision.reply ? 'is paused already' : 'is being killed');
  if (suspend) {
    if (!run.processes.suspend()) return final(false, 'cannot be stopped just now');
    if (decision.act === 'pause') process.put(decision.record);
    return final(true, 'is stopped where it stood');
  }
  if (!run.processes.steps)
    return final(
      false,
      'goes on: it has one step, and a pause takes effect between steps (--suspend stops it at once)',
    );
  if (decision.act === 'later') process.put(decision.record);
  const paused = run.processes.steps.pauseBetweenSteps();
  void paused.then((value) =>
    onSettled(final(value, value ? 'is paused' : 'was played, or ended, before it could be paused')),
  );
  return { kind: 'pending', ...about, value: true, message: 'will be paused when its step ends' };
}

function play({ run, process }: LiveRun, final: Final): ControlReply {
  const wasPaused = process.record.paused || process.record.wish?.kind === 'pause';
  const decision = decidePlay(process.record);
  if (decision.act === 'play' || decision.act === 'answer') {
    if ('record' in decision) process.put(decision.record);
    if (decision.reply) run.processes.resume();
    return final(decision.reply, !decision.reply ? 'has ended' : wasPaused ? 'goes on' : 'was not paused');
  }
  throw new Error(`a play is never decided as ${decision.act}`);
}

function kill(
  { message, force }: ControlRequest,
  { run, process }: LiveRun,
  about: About,
  final: Final,
  onSettled: (reply: ControlReply) => void,
): ControlReply {
  const decision = decideKill(process.record, message, false, true);
  if (decision.act === 'answer') return final(decision.reply, decision.reply ? 'is killed' : 'has ended');
  if (decision.act === 'later') process.put(decision.record);
  run.kill(force ? 0 : KILL_GRACE_MS);
  void run.end.then(() =>
    // A turn later the end has been written.
    setImmediate(() => {
      const value = process.record.state === 'killed';
      onSettled(final(value, value ? 'is killed' : 'had ended before the kill reached it'));
    }),
  );
  return { kind: 'pending', ...about, value: true, message: 'is being killed' };
}

/** Jobs of that name that have not started: whether they may. */
function hold(
  request: ControlRequest,
  target: string,
  { holds, isKnown, onPlay }: ProcessControlPorts,
): ControlReply | undefined {
  if (target !== '*' && !isKnown(target)) return undefined;
  const reply = changeHold(request, target, holds);
  if (reply.value && request.intent === 'play') onPlay();
  return reply;
}

function nobody(target: string, message: string): ControlReply {
  return { kind: 'unreachable', target, value: false, message };
}

/** What is told at the end of a round of jobs that were ready and paused. */
export function heldWarning(held: readonly Job[]): string {
  const names = held.slice(0, 3).map(nameOf).join(', ');
  const more = held.length > 3 ? ` and ${held.length - 3} more` : '';
  const verb = held.length === 1 ? 'is' : 'are';
  return `${names}${more} ${verb} paused and did not start; \`pipe play\` lets go`;
}
