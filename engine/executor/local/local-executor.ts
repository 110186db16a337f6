// Runs shell and exec jobs on this machine, one slot for each that runs at once, with timeouts and kills that reach the
// whole process group. Knows no graph, store or repository.
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import { now } from '../../base/clock.ts';
import { PausableTimer } from '../../base/pausable-timer.ts';
import type { Executor, Exit, Running, Work } from '../port.ts';
import { jobScript, scriptFile } from './script.ts';
import { Slot } from './slot.ts';
import type { SlotEnd } from './slot.ts';

export interface LocalOptions {
  /** Absolute folder where slots start. */
  readonly root: string;
  /** The environment that every job has; a job's own variables come on top. */
  readonly env: Readonly<Record<string, string>>;
  /** Told of every new slot and of its end, so that a later pipe can find survivors. */
  readonly onGroup?: (pid: number, alive: boolean) => void;
}

const SIGNALS = new Map(Object.entries(constants.signals).map(([name, number]) => [number, name]));

/** What `Work.timeoutMs` allows after SIGTERM before SIGKILL. */
const TIMEOUT_GRACE_MS = 5000;

/** A signal that comes sooner may have reached the slot's shell before the job was born, and is sent once more. */
const FRESH_MS = 250;

export class LocalExecutor implements Executor {
  readonly #options: LocalOptions;
  readonly #idle: Slot[] = [];
  readonly #busy = new Set<Slot>();

  constructor(options: LocalOptions) {
    this.#options = options;
  }

  run(work: Work): Running {
    let slot: Slot | undefined;
    let ending: 'timeout' | 'killed' | undefined;
    let hardKill: NodeJS.Timeout | undefined;
    let secondTerm: NodeJS.Timeout | undefined;
    let begun = -Infinity;
    let timer: PausableTimer | undefined;
    let suspended = false;
    const end = (why: 'timeout' | 'killed', graceMs: number): void => {
      if (ending) {
        // A second, more urgent call shortens the grace.
        if (graceMs === 0) slot?.signal('SIGKILL');
        return;
      }
      ending = why;
      slot?.terminate();
      if (now() - begun < FRESH_MS) secondTerm = setTimeout(() => slot?.terminate(), FRESH_MS);
      // What is stopped hears of it when it goes on.
      if (suspended) slot?.signal('SIGCONT');
      hardKill = setTimeout(() => slot?.signal('SIGKILL'), graceMs);
    };
    const start = async (): Promise<Exit> => {
      try {
        slot = (work.ownGroup ? undefined : this.#idle.pop()) ?? (await this.#newSlot());
        if (ending) {
          this.#idle.push(slot);
          return { type: 'killed' };
        }
        this.#busy.add(slot);
        begun = now();
        if (work.timeoutMs !== undefined)
          timer = new PausableTimer(work.timeoutMs, () => end('timeout', TIMEOUT_GRACE_MS));
        const result = await slot.run(jobScript(work, this.#options.env, this.#options.root));
        timer?.[Symbol.dispose]();
        await this.#giveBack(slot, ending !== undefined || work.ownGroup === true);
        return exitOf(result, ending, work);
      } catch (error) {
        return { type: 'exception', message: (error as Error).message };
      } finally {
        timer?.[Symbol.dispose]();
        clearTimeout(hardKill);
        clearTimeout(secondTerm);
      }
    };
    return {
      exit: start(),
      kill: (graceMs) => end('killed', graceMs),
      suspend: () => {
        if (ending || !slot || !this.#busy.has(slot)) return false;
        suspended = true;
        timer?.pause();
        slot.signal('SIGSTOP');
        return true;
      },
      resume: () => {
        if (!suspended) return;
        suspended = false;
        slot?.signal('SIGCONT');
        timer?.resume();
      },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([...this.#idle, ...this.#busy].map((slot) => slot.end()));
    for (const slot of this.#idle) this.#options.onGroup?.(slot.pid, false);
    this.#idle.length = 0;
  }

  async #newSlot(): Promise<Slot> {
    const slot = await Slot.start(this.#options.env, this.#options.root);
    try {
      this.#options.onGroup?.(slot.pid, true);
    } catch (error) {
      await slot.end();
      throw error;
    }
    return slot;
  }

  /** A slot whose group was signalled is replaced, since its shell or stray children may be dying. */
  async #giveBack(slot: Slot, signalled: boolean): Promise<void> {
    this.#busy.delete(slot);
    if (!signalled && !slot.dead) {
      this.#idle.push(slot);
      return;
    }
    await slot.end();
    this.#options.onGroup?.(slot.pid, false);
  }
}

function exitOf(end: SlotEnd, ending: 'timeout' | 'killed' | undefined, work: Work): Exit {
  const file = scriptFile(work);
  if (file) rmSync(file, { force: true });
  if (ending === 'timeout') return { type: 'timeout', afterMs: work.timeoutMs! };
  if (ending === 'killed') return { type: 'killed' };
  if (end.type === 'gone') return { type: 'signal', signal: end.signal ?? 'SIGTERM' };
  // The slot's shell says so when a signal ended the job's; `exit 137` by the job itself it passes on without a word.
  const signal = end.complaint === '' ? undefined : SIGNALS.get(end.status - 128);
  if (signal) return { type: 'signal', signal };
  if (end.status !== 0 && end.complaint !== '') return { type: 'exception', message: end.complaint.trim() };
  return { type: 'exit', status: end.status };
}
