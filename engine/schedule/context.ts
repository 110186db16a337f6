// What a build works with, put together once by the session. Types only; knows no implementation.
import type { Mask } from '../base/mask.ts';
import type { Executor, Work } from '../executor/port.ts';
import type { Definition } from '../freshness/definition.ts';
import type { Fingerprint } from '../model/fingerprint.ts';
import type { NewsSink } from '../model/process-news.ts';
import type { Plan } from '../model/plan.ts';
import type { Result } from '../base/result.ts';
import type {
  PathPattern,
  PathRepository,
  PlainHold,
  Repository,
  RepositoryFailure,
} from '../repository/port.ts';
import type { StatTable } from '../repository/stat-table.ts';
import type { OutputRow } from '../store/rows.ts';
import type { StateGuard } from '../store/state-guard.ts';
import type { Store } from '../store/store.ts';
import type { Holds } from './queue/holds.ts';
import type { NetworkPorts } from './keys/network-ports.ts';
import type { Ranker } from './queue/priorities.ts';
import type { Renderer } from './attempt/render.ts';
import type { LinkMembers } from './keys/resolution.ts';
import type { Narrow } from './narrow/narrow.ts';
import type { ResolvePorts } from './keys/resolve.ts';
import type { ServicePool } from './services/service-pool.ts';
import type { Stage } from './attempt/stage.ts';

export interface BuildContext {
  readonly plan: Plan;
  /** Absolute folder of the pipeline. */
  readonly root: string;
  /** The state folder, relative to the root. */
  readonly state: string;
  readonly store: Store;
  readonly guard: StateGuard;
  /** Jobs that are not to be started. */
  readonly holds: Holds;
  /** Told of each move of a process, after it was written. */
  readonly tell: NewsSink;
  readonly stats: StatTable;
  readonly stage: Stage;
  /** Over what is kept or told of a job. */
  readonly mask: Mask;
  readonly repositories: ReadonlyMap<number, Repository>;
  /** What a listing of a repository would find, where it is known without one. */
  readonly listed?: (repository: number) => readonly string[] | undefined;
  /** Those of them that are files or folders. */
  readonly paths: ReadonlyMap<number, PathRepository>;
  readonly patterns: ReadonlyMap<number, PathPattern>;
  readonly definitions: ReadonlyMap<number, Definition>;
  readonly renderer: Renderer;
  readonly resolve: ResolvePorts;
  /** Asks tasks' priority functions. */
  readonly rank: Ranker;
  readonly network: Omit<NetworkPorts, 'onClosed' | 'onContent'>;
  /** The environment that every job has. */
  readonly jobEnv: Readonly<Record<string, string>>;
  executorFor(work: Work): Executor;
  /** The fingerprint of what lies at a recorded output's place, as it would be recorded; undefined if nothing does. */
  outputNow(output: OutputRow): Fingerprint | undefined;
  /** The name of the repository that a task writes and whose pattern that path fits. */
  ownerOf(path: string): string | undefined;
  /** The members of repositories with members of their own that a member's value is made from; itself, if it is one. */
  leaves(repository: number, key: string): readonly { readonly repository: number; readonly key: string }[];
  /** Makes the plain forms of packed members that links lead to, until the hold is released; undefined if there are none. */
  unpack?(links: readonly LinkMembers[]): Promise<Result<PlainHold, RepositoryFailure>>;
  /** The build looks at these jobs only: all others are known to be up to date. */
  readonly narrow?: Narrow | undefined;
  /** The services that run now; a look has none. */
  readonly services?: ServicePool;
  /** A failure if writing or removing at an output's path would reach outside its repository through a link. */
  readonly checkPlace: (path: string) => Result<void, RepositoryFailure>;
}
