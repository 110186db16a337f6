// What a runner is told, and what it knows of one epoch. Knows no runner.
import type { InputValues } from './input.ts';
import type { Sorter } from './sorter.ts';
import { TubeError } from './tube-error.ts';

export interface RunnerOptions {
  /** How many epochs `iter` tries for one result. Default: 100. */
  readonly maxIterLoops?: number;
}

export interface ProcessOptions {
  /** The number of the epoch. Default: the next. A stateful node waits until all before it have ended. */
  readonly epoch?: number;
}

export interface RunOptions {
  /** Ends the run after the epochs that are under way. */
  readonly signal?: AbortSignal;
}

/** One epoch that is being processed. */
export interface Run {
  readonly root: number;
  readonly input: InputValues;
  sorter: Sorter;
  /** The source that had no more to give. */
  exhausted: string | undefined;
}

/** What `process` throws in the epoch in which a source had no more. */
export function exhausted(run: Run): TubeError {
  const details = { ...(run.exhausted !== undefined && { node: run.exhausted }), epoch: String(run.root) };
  return new TubeError('exhausted', `${run.exhausted} has no more to give`, details);
}
