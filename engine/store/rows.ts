// The rows that the store keeps, as data. Knows no SQL.
import type { NamedExit } from '../model/exit-code.ts';
import type { JsonObject } from '../model/json.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { JobFailure } from '../model/failure.ts';
import type { Reason } from '../model/reason.ts';

/** One output of a job as committed: where it lies and what it is. */
export interface OutputRow {
  readonly link: string;
  readonly key: string;
  /** Relative to the root; '' for kinds without paths. */
  readonly path: string;
  readonly fingerprint: Fingerprint;
}

/** What is remembered of a job's last success. */
export interface RecordRow {
  readonly key: string;
  /**
   * `committing`: outputs are being moved into place; it counts as no record, but its list as made by pipe. `spent`: the
   * same after a success that no later build reuses.
   */
  readonly state: 'done' | 'spent' | 'committing';
  readonly definition: string;
  /** Canonical text of the inputs (engine/freshness/inputs.ts); equal texts are equal inputs. */
  readonly inputs: string;
  /** Files found through a depfile: `path TAB fingerprint` lines. */
  readonly discovered: string;
  readonly outputs: readonly OutputRow[];
}

/** One attempt of a job. */
export interface RunRow {
  readonly id: number;
  readonly task: string;
  readonly key: string;
  readonly attempt: number;
  /** Of its process: `running` from the start, never `waiting` for a local job. */
  readonly state: 'created' | 'running' | 'waiting' | 'finished' | 'excepted' | 'killed';
  readonly successful: boolean;
  readonly startedAt: number;
  /** 0 while it runs. */
  readonly endedAt: number;
  readonly reason: Reason;
  readonly failure?: JobFailure;
  /** Path of its log relative to the root; '' for none. */
  readonly log: string;
  /** What it ended with besides; absent where there is nothing to say. */
  readonly result?: RunResult;
}

export interface RunResult {
  /** Of a success with another status than 0. */
  readonly exit?: NamedExit;
  /** What it emitted, by the names of its output ports. */
  readonly outputs?: JsonObject;
}
