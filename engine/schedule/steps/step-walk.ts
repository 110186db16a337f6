// One process of a job in steps while it runs: from step to step, each kept with its context when it has ended. What a step
// launches are walks below it, beside each other where there are several. Knows no links and no outputs.
//
// Any walk can be paused, which takes effect when none of its steps runs, and killed, which reaches all below.
import { faultPoint } from '../../base/fault-point.ts';
import type { Exit, Running, Work } from '../../executor/port.ts';
import type { LaunchPlan } from '../../model/steps.ts';
import type { Json } from '../../model/json.ts';
import { printFailure } from '../../model/print-failure.ts';
import { decideKill, decideWish } from '../../process/control.ts';
import { toFinished, toKilled, toRunning } from '../../process/machine.ts';
import type { ProcessRecord } from '../../process/machine.ts';
import type { JobProcess } from '../attempt/job-process.ts';
import type { StepRender } from '../attempt/render-ports.ts';
import { askWalk } from './ask-walk.ts';
import { HostedProcesses } from './hosted-processes.ts';
import type { InnerAnswer, InnerIntent, InnerProcess } from './inner-process.ts';
import { runAct } from './step-act.ts';
import type { StepFrame } from './step-frame.ts';
import type { Ending, StepEnd, WalkPorts } from './walk-ports.ts';

/** Runs children of a walk to their end. */
export type Launch = (walk: StepWalk, plans: readonly LaunchPlan[]) => Promise<StepEnd>;

export class StepWalk implements InnerProcess {
  readonly process: JobProcess;
  readonly frame: StepFrame;
  readonly ports: WalkPorts;
  /** Walks of the step at this place. */
  readonly below = new Set<StepWalk>();
  readonly #above: StepWalk | undefined;
  readonly #launch: Launch;
  readonly #end = Promise.withResolvers<void>();
  #running: Running | undefined;
  /** Of the function that runs. */
  #hosted: HostedProcesses | undefined;
  /** How many steps run, here and below. */
  #acting = 0;
  #ending: Ending | undefined;
  #graceMs = 0;
  #pausers: ((paused: boolean) => void)[] = [];

  constructor(ports: WalkPorts, process: JobProcess, frame: StepFrame, launch: Launch, above?: StepWalk) {
    this.#launch = launch;
    this.ports = ports;
    this.process = process;
    this.frame = frame;
    this.#above = above;
    process.keepWith(frame.kept);
  }

  get pid(): string {
    return this.process.pid;
  }

  /** Resolves when its own end is written; of the job's own process, that is the scheduler's to write. */
  get ended(): Promise<void> {
    return this.#end.promise;
  }

  get record(): ProcessRecord {
    return this.process.record;
  }

  /** Why nothing more is to be done here, if so. */
  get ending(): Ending | undefined {
    return this.#ending ?? this.#above?.ending;
  }

  /** Those below, and those below them. */
  *inner(): Iterable<InnerProcess> {
    if (this.#hosted) yield* this.#hosted.inner();
    for (const walk of this.below) {
      yield walk;
      yield* walk.inner();
    }
  }

  /** Step after step, to the end of all or of the first that does not end well. */
  async run(): Promise<StepEnd> {
    try {
      for (;;) {
        await this.#pausePoint();
        if (this.ending) return this.ending;
        const { step } = this.frame;
        if (step === undefined) return SUCCESS;
        if (step.kind === 'return') return { type: 'exit', status: step.status };
        const end =
          step.kind === 'act'
            ? await this.#act(step.name, step.action)
            : await this.#launch(this, step.kind === 'launch' ? [step] : step.launches);
        if (!isSuccess(end)) return end;
      }
    } finally {
      for (const tell of this.#pausers.splice(0)) tell(false);
    }
  }

  /** The same for a child, whose own end is written; `words` is how it begins. */
  async runChild(words: string): Promise<StepEnd> {
    const { process } = this;
    process.move(toRunning(), words);
    const end = await this.run();
    const { wish } = process.record;
    const by = wish?.kind === 'kill' ? wish.message : undefined;
    if (by !== undefined) process.move(toKilled(by), `was killed by ${by}`);
    else if (!this.ending) process.move(toFinished(isSuccess(end)), wordsOf(end));
    this.#end.resolve();
    if (this.#above?.ending) return this.#above.ending;
    return by === undefined
      ? end
      : { type: 'exception', message: `its child ${this.pid} was killed by ${by}` };
  }

  /** Ends this and all below. Of children that will go on in a later build nothing is written. */
  end(ending: Ending, graceMs: number): void {
    this.#ending ??= ending;
    this.#graceMs = graceMs;
    this.#stop(graceMs);
    for (const go of this.ports.waiting) go();
  }

  /** Ends it for good, with all below. */
  kill(by: string, graceMs: number): void {
    if (this.process.hasEnded) return;
    const decision = decideKill(this.process.record, by, false, true);
    if (decision.act === 'later') this.process.put(decision.record);
    for (const walk of this.below) walk.kill('its parent', graceMs);
    this.end({ type: 'killed' }, graceMs);
  }

  ask(intent: InnerIntent, message: string, force: boolean): InnerAnswer {
    return askWalk(this, intent, message, force);
  }

  /** Resolves with whether it is paused, when no step of it runs any more. */
  async pauseBetweenSteps(): Promise<boolean> {
    return await new Promise((resolve) => {
      this.#pausers.push(resolve);
      this.#settlePauses();
    });
  }

  suspend(): boolean {
    let isStopped = this.#running?.suspend() ?? false;
    for (const walk of this.below) isStopped = walk.suspend() || isStopped;
    return isStopped;
  }

  resume(): void {
    this.#running?.resume();
    for (const walk of this.below) walk.resume();
  }

  /** It was played: nobody waits for a pause of it any more, and all that stand still look again whether they may go on. */
  goOn(): void {
    for (const tell of this.#pausers.splice(0)) tell(false);
    for (const go of this.ports.waiting) go();
  }

  #stop(graceMs: number): void {
    this.#running?.kill(graceMs);
    for (const walk of this.below) walk.#stop(graceMs);
  }

  async #act(name: string, action: StepRender['action']): Promise<StepEnd> {
    const { frame, process } = this;
    const isChild = this.#above !== undefined;
    const ended = await runAct(this, action, isChild, (work) => this.#runs(work, action.type === 'function'));
    if (this.ending) return this.ending;
    if ('end' in ended) return ended.end;
    frame.advance({ ...frame.context, ...ended.left });
    process.move(toRunning(), `${name} ended; at ${frame.at}`);
    faultPoint('step-kept');
    return SUCCESS;
  }

  async #runs(work: Work, isFunction: boolean): Promise<Exit> {
    const hosted = new HostedProcesses(this, (order) => this.#running?.tell?.(order as unknown as Json));
    this.#hosted = hosted;
    this.#running = this.ports.start(isFunction ? { ...work, ask: hosted.answer } : work);
    if (this.ending) this.#running.kill(this.#graceMs);
    this.#count(1);
    const exit = await this.#running.exit;
    this.#count(-1);
    this.#running = undefined;
    this.#hosted = undefined;
    hosted.ended(this.#isKilled);
    return exit;
  }

  #count(by: number): void {
    this.#acting += by;
    if (this.#above) this.#above.#count(by);
  }

  /** It is ended for good, not only in this build. */
  get #isKilled(): boolean {
    return this.process.record.wish?.kind === 'kill' || (this.#above !== undefined && this.#above.#isKilled);
  }

  /** It is paused, or to be so when its step ends. */
  get isHeld(): boolean {
    const { paused, wish } = this.process.record;
    return paused || wish?.kind === 'pause';
  }

  /** It, or one above it, is paused. */
  get #stands(): boolean {
    return this.isHeld || (this.#above !== undefined && this.#above.#stands);
  }

  async #pausePoint(): Promise<void> {
    for (;;) {
      if (this.ending) return;
      this.#settlePauses();
      if (!this.#stands) return;
      const { waiting } = this.ports;
      const { promise, resolve: go } = Promise.withResolvers<void>();
      waiting.add(go);
      await promise;
      waiting.delete(go);
    }
  }

  /** Here and above, what is to be paused is so once none of its steps runs. */
  #settlePauses(): void {
    if (this.#above) this.#above.#settlePauses();
    if (this.#acting > 0 || !this.isHeld) return;
    const decision = decideWish(this.process.record);
    if (decision.act === 'pause') this.process.put(decision.record);
    if (!this.#above) this.ports.onPaused();
    for (const tell of this.#pausers.splice(0)) tell(true);
  }
}

const SUCCESS = { type: 'exit', status: 0 } as const;

export function isSuccess(end: StepEnd): boolean {
  return end.type === 'exit' && end.status === 0;
}

function wordsOf(end: StepEnd): string {
  if (end.type === 'exit') return `status ${end.status}`;
  if (end.type === 'failed') return printFailure(end.failure);
  return end.type === 'exception' ? end.message : '';
}
