// What a watch of one plan works with. Types only.
import type { Hello } from '../../idle/watch-protocol.ts';
import type { EngineEvent } from '../../model/event.ts';
import type { BuildContext } from '../../schedule/context.ts';
import type { Scope } from '../../schedule/scope.ts';
import type { Store } from '../../store/store.ts';
import type { PlanKeeper } from './plan-keeper.ts';
import type { Trial } from './trial.ts';
import type { WatchOptions } from './watch-types.ts';
import type { Workspace } from '../workspace.ts';

export interface LifePorts {
  readonly context: BuildContext;
  readonly workspace: Workspace;
  readonly scope: Scope;
  readonly store: Store;
  /** The state folder, absolute. */
  readonly state: string;
  readonly keeper: PlanKeeper;
  readonly trial: Trial;
  readonly options: WatchOptions;
  readonly onEvent: (event: EngineEvent) => void;
  readonly greeting: Hello;
  /** A name came, or went, in the folder of signals. */
  readonly onSignal: (name: string) => void;
}
