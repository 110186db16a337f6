// What a process in steps waits for between two steps, as data that can be stored. Knows nothing of how a child runs.
import type { Json } from '../../model/json.ts';
import { printFailure, RestoredError } from '../failure-data.ts';
import type { ProcessRecord } from '../machine.ts';
import { KilledError, ProcessError } from '../process-error.ts';
import type { LiveProcess } from '../runtime.ts';

/** A child whose outputs go into the context under `key`, in place of what is there or at the end of a list. */
export interface Awaitable {
  /** null: nothing is kept. */
  readonly key: string | null;
  readonly pid: string;
  readonly action: 'assign' | 'append';
  readonly onFailure: 'fail' | 'inspect';
}

const TO_CONTEXT = Symbol.for('pipe.process.to-context');

export interface AwaitOptions {
  readonly action?: 'assign' | 'append';
  /** `fail` (default): a child that fails or is killed ends its parent with that error. */
  readonly onFailure?: 'fail' | 'inspect';
}

/** A child or a promise with how its result is kept. */
export interface Awaited {
  readonly target: unknown;
  readonly options: AwaitOptions;
}

/** Returned by a step: wait for these, and put what they give into the context, before the next step. */
export interface ToContext {
  readonly [TO_CONTEXT]: Readonly<Record<string, Awaited>>;
}

export function toContext(awaited: Readonly<Record<string, unknown>>, options: AwaitOptions = {}): ToContext {
  return {
    [TO_CONTEXT]: Object.fromEntries(
      Object.entries(awaited).map(([key, target]) => [key, awaitedOf(target, options)]),
    ),
  };
}

/** Inside `toContext`: at the end of a list, rather than in place of what is there. */
export function append(target: unknown): Awaited {
  return { target, options: { action: 'append' } };
}

export function isToContext(value: unknown): value is ToContext {
  return value !== null && typeof value === 'object' && TO_CONTEXT in value;
}

export function awaitedIn(value: ToContext): readonly (readonly [string, Awaited])[] {
  return Object.entries(value[TO_CONTEXT]);
}

/** What a child that ended gives its parent: its outputs; with `inspect` all about its end. Throws a failure. */
export function childResult(
  child: LiveProcess,
  record: ProcessRecord,
  onFailure: Awaitable['onFailure'],
): Json {
  const outputs = child.outputs as Json;
  if (onFailure === 'inspect') return summaryOf(record, outputs);
  if (record.state === 'finished') return outputs;
  if (record.state === 'killed')
    throw new KilledError(record.pid, `the child ${record.pid} was killed: ${record.message}`, record.forced);
  if (record.state === 'excepted') throw new RestoredError(record.failure);
  throw new ProcessError('invalid-state', `the child ${record.pid} has not ended`);
}

function summaryOf(record: ProcessRecord, outputs: Json): Json {
  const base = { pid: record.pid, state: record.state, outputs };
  switch (record.state) {
    case 'finished':
      return {
        ...base,
        successful: record.successful,
        result: (record.result ?? null) as Json,
        exit: record.exit as Json,
        error: null,
      };
    case 'excepted':
      return { ...base, successful: false, result: null, exit: null, error: printFailure(record.failure) };
    case 'killed':
      return { ...base, successful: false, result: null, exit: null, error: record.message };
    case 'created':
    case 'running':
    case 'waiting':
      return { ...base, successful: false, result: null, exit: null, error: null };
    default:
      return record satisfies never;
  }
}

function awaitedOf(target: unknown, options: AwaitOptions): Awaited {
  const given = target as Partial<Awaited> | null;
  const isAwaited = given !== null && typeof given === 'object' && 'target' in given && 'options' in given;
  return isAwaited
    ? { target: given.target, options: { ...options, ...given.options } }
    : { target, options };
}
