// Gathers hints into batches: the first after a quiet time is looked at at once, those that follow when nothing more has
// come for a moment; only then may anything start. Knows no file.
import { setImmediate as turn, setTimeout as delay } from 'node:timers/promises';

export interface HintBatch {
  readonly paths: ReadonlySet<string>;
  readonly trees: ReadonlySet<string>;
  /** Everything is to be looked at: why. */
  readonly everything: string | undefined;
}

export interface HintPorts {
  /** Looks at a batch; returns whether it is to be called once more, to look again at what was not there. */
  readonly take: (batch: HintBatch) => Promise<void>;
  /** Nothing should be started while more is on its way. */
  readonly hold: (isHeld: boolean) => void;
  readonly onFault: (error: unknown) => void;
}

/** What passes while hints are gathered; a test has a time of its own. */
export interface Time {
  /** ms since some moment. */
  readonly now: () => number;
  readonly delay: (ms: number) => Promise<unknown>;
}

const realTime: Time = { now: () => performance.now(), delay };

/** How long nothing may come before a batch is looked at, and how long a stream of hints may keep one back. */
const QUIET_MS = 10;
const LONGEST_MS = 200;
/** A program that writes many files writes the second well within this time after the first. */
const FOLLOW_MS = 5;
/** So many changes in a row are a checkout or the like, which pauses longer between its writes than a save does. */
const STORM = 50;
const STORM_QUIET_MS = 100;
const STORM_LONGEST_MS = 1000;

export class Hints {
  readonly #ports: HintPorts;
  readonly #time: Time;
  #paths = new Set<string>();
  #trees = new Set<string>();
  #everything: string | undefined;
  #lastHint = 0;
  #lastEnd = -Infinity;
  #work: Promise<void> | undefined;

  constructor(ports: HintPorts, time = realTime) {
    this.#ports = ports;
    this.#time = time;
  }

  path(path: string): void {
    this.#paths.add(path);
    this.#arrived();
  }

  tree(path: string): void {
    this.#trees.add(path);
    this.#arrived();
  }

  everything(why: string): void {
    this.#everything ??= why;
    this.#arrived();
  }

  /** Nothing has come that was not looked at. */
  get isQuiet(): boolean {
    return this.#work === undefined;
  }

  /** Resolves when all that came so far has been looked at. */
  async settled(): Promise<void> {
    while (this.#work) await this.#work;
  }

  #arrived(): void {
    this.#lastHint = this.#time.now();
    if (this.#work) return;
    this.#work = this.#run().then(
      () => {
        this.#work = undefined;
        this.#lastEnd = this.#time.now();
        if (this.#isEmpty) this.#ports.hold(false);
        else this.#arrived();
      },
      (error: unknown) => {
        this.#work = undefined;
        this.#ports.onFault(error);
      },
    );
  }

  async #run(): Promise<void> {
    this.#ports.hold(true);
    if (this.#lastHint - this.#lastEnd > QUIET_MS) await turn();
    else await this.#quiet(QUIET_MS, LONGEST_MS);
    let changes = 0;
    while (!this.#isEmpty) {
      const batch = { paths: this.#paths, trees: this.#trees, everything: this.#everything };
      this.#paths = new Set();
      this.#trees = new Set();
      this.#everything = undefined;
      await this.#ports.take(batch);
      changes += batch.paths.size + batch.trees.size;
      // The first of many changes is no reason to start: what happened meanwhile, and soon after, belongs to it.
      if (this.#isEmpty) await turn();
      if (changes >= STORM) await this.#quiet(STORM_QUIET_MS, STORM_LONGEST_MS);
      else await this.#quiet(this.#isEmpty ? FOLLOW_MS : QUIET_MS, LONGEST_MS);
    }
  }

  get #isEmpty(): boolean {
    return this.#paths.size === 0 && this.#trees.size === 0 && this.#everything === undefined;
  }

  async #quiet(quietMs: number, longestMs: number): Promise<void> {
    const latest = this.#time.now() + longestMs;
    for (;;) {
      const now = this.#time.now();
      const left = Math.min(this.#lastHint + quietMs, latest) - now;
      if (left <= 0) return;
      await this.#time.delay(Math.ceil(left));
    }
  }
}
