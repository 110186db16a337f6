// Whether a value that came from a store is a record of a process. Knows nothing of stores.
import { ARROWS, type ProcessState } from './machine.ts';
import { isMapping } from '../base/storable.ts';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const textOrNull: Check = (value) => value === null || typeof value === 'string';
const flag: Check = (value) => typeof value === 'boolean';
const count: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const time: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const failure: Check = (value) =>
  isMapping(value) && text(value['name']) && text(value['message']) && Array.isArray(value['suppressed']);
const failureOrNull: Check = (value) => value === null || failure(value);
const wish: Check = (value) =>
  value === null ||
  (isMapping(value) &&
    ((value['kind'] === 'pause' && textOrNull(value['message'])) ||
      (value['kind'] === 'kill' && text(value['message']))));

const HEAD: Readonly<Record<string, Check>> = {
  pid: text,
  epoch: count,
  paused: flag,
  wish,
  status: textOrNull,
  savedStatus: textOrNull,
  createdAt: time,
  changedAt: time,
};

const BY_STATE: Readonly<Record<ProcessState, Readonly<Record<string, Check>>>> = {
  created: {},
  running: { step: textOrNull, args: Array.isArray },
  waiting: {
    message: textOrNull,
    next: textOrNull,
    resumed: (value) => value === null || Array.isArray(value),
  },
  finished: { successful: flag, exit: (value) => value === null || isMapping(value) },
  excepted: { failure },
  killed: { message: text, forced: flag, overtaken: failureOrNull },
};

/** What keeps `value` from being a ProcessRecord, or undefined. */
export function recordFault(value: unknown): string | undefined {
  if (!isMapping(value)) return 'it has no record';
  const state: unknown = value['state'];
  if (typeof state !== 'string' || !Object.hasOwn(ARROWS, state))
    return `its record has no known state (${String(state)})`;
  for (const [name, holds] of Object.entries({ ...HEAD, ...BY_STATE[state as ProcessState] })) {
    if (!holds(value[name])) return `its record's '${name}' is not what a ${state} process has`;
  }
  return undefined;
}
