// What processes of one program share: where they are kept, who they talk to, clock, ids, and which of them are alive.
// Knows nothing of what a process does.
import { randomUUID } from 'node:crypto';
import type { Communicator } from './control/communicator.ts';
import type { Controllable } from './control/subscribe.ts';
import { ModuleLoader, type ObjectLoader } from './loader.ts';
import type { ProcessRecord } from './machine.ts';
import type { CheckpointPersister } from './persister.ts';

/** A process of this program, as its parent sees it. */
export interface LiveProcess extends Controllable {
  readonly record: ProcessRecord;
  readonly outputs: Readonly<Record<string, unknown>>;
  /** Resolves when it has ended, however. */
  readonly ended: Promise<ProcessRecord>;
  /** Runs it to its end, if nobody does yet. */
  start(): void;
}

export interface ProcessRuntime {
  /** Without one nothing is written, and values need not be plain data. */
  readonly persister: CheckpointPersister | null;
  readonly communicator: Communicator | null;
  readonly loader: ObjectLoader;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  /** From the id that a child was given by its parent's code to the one that it has; that same one unless said otherwise. */
  readonly nameChild: (pid: string) => string;
  /** Faults that harm no process: a listener that threw, a broadcast that could not be sent. */
  readonly warn: (message: string, error: unknown) => void;
  /** By process id; processes enter and leave by themselves. */
  readonly live: Map<string, LiveProcess>;
}

export function createRuntime(options: Partial<Omit<ProcessRuntime, 'live'>> = {}): ProcessRuntime {
  return {
    persister: options.persister ?? null,
    communicator: options.communicator ?? null,
    loader: options.loader ?? new ModuleLoader(),
    now: options.now ?? Date.now,
    newId: options.newId ?? randomUUID,
    nameChild: options.nameChild ?? ((pid) => pid),
    warn: options.warn ?? (() => {}),
    live: new Map(),
  };
}
