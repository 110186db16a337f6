// An output of a job before it runs, and a member that it made. Types only.
import type { PathRepository } from '../../repository/port.ts';
import type { Observation } from '../../repository/observe.ts';
import type { OutputRow } from '../../store/rows.ts';
import type { BoundLink } from '../keys/bound-link.ts';

/** An output link of one job, with the place that the job writes to; paths relative to the root. */
export interface OutputSlot {
  readonly link: BoundLink;
  /** Undefined for a memory repository: its member is read from the stage when it is committed. */
  readonly repository: PathRepository | undefined;
  readonly shape: 'one' | 'many';
  /** `one`: the member's key. */
  readonly key: string;
  /** `one`: the member's path; `many`: the folder that its members lie below. */
  readonly real: string;
  /** The same place in the stage; `real` itself when it is written in place. */
  readonly staged: string;
  /** Of a repository whose members lie packed: where in the stage that is made, of the plain form that is `staged`. */
  readonly packedPath?: string;
  /** What takes what `repository` refuses. */
  readonly orElse?: PathRepository;
  /** Of one whose members lie packed: where in the stage that is made. */
  readonly orElsePacked?: string;
  /** `repository` could not pack what the job made. */
  readonly isRefused?: true;
}

/** A member that the job made. */
export interface MadeOutput extends OutputRow {
  readonly staged: string;
  readonly observation: Observation;
}
