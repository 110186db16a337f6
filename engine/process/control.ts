// What pause, play, kill and the end of a step do to a record, as pure decisions. Knows neither hooks nor stores, nor how
// a running step is stopped: it says what to do, the caller does it.
import type { FailureData } from './failure-data.ts';
import { isTerminal, toKilled, type Phase, type ProcessRecord } from './machine.ts';

/**
 * - `answer`: done; keep `record` (which may be the one given) and reply.
 * - `pause`, `play`: keep `record`, whose flag has changed, and reply true.
 * - `move`: take this transition now, then reply whether it was made.
 * - `later`: keep `record`, which carries the wish; the reply comes when the running step ends.
 */
export type Decision =
  | { readonly act: 'answer'; readonly record: ProcessRecord; readonly reply: boolean }
  | { readonly act: 'pause' | 'play'; readonly record: ProcessRecord; readonly reply: true }
  | { readonly act: 'move'; readonly phase: Phase }
  | { readonly act: 'later'; readonly record: ProcessRecord };

/** `busy`: a step's code runs now, or a transition is being made; then the pause comes after it. */
export function decidePause(record: ProcessRecord, message: string | null, busy: boolean): Decision {
  if (isTerminal(record.state)) return { act: 'answer', record, reply: false };
  if (record.paused) return { act: 'answer', record, reply: true };
  if (record.wish?.kind === 'kill') return { act: 'answer', record, reply: false };
  if (record.wish?.kind === 'pause') return { act: 'later', record };
  if (busy) return { act: 'later', record: { ...record, wish: { kind: 'pause', message } } };
  return { act: 'pause', record: pausedRecord(record, message), reply: true };
}

/** Ends a pause, or drops one that is still pending; a kill that is pending stays. */
export function decidePlay(record: ProcessRecord): Decision {
  if (isTerminal(record.state)) return { act: 'answer', record, reply: false };
  if (record.paused) {
    const played = { ...record, paused: false, status: record.savedStatus, savedStatus: null };
    return { act: 'play', record: played, reply: true };
  }
  if (record.wish?.kind === 'pause') return { act: 'answer', record: { ...record, wish: null }, reply: true };
  return { act: 'answer', record, reply: true };
}

/** A forced kill never waits for the step, whose outcome is then late and ignored. The last kill's message counts. */
export function decideKill(record: ProcessRecord, message: string, forced: boolean, busy: boolean): Decision {
  if (isTerminal(record.state)) return { act: 'answer', record, reply: record.state === 'killed' };
  if (forced || !busy) return { act: 'move', phase: toKilled(message, forced) };
  return { act: 'later', record: { ...record, wish: { kind: 'kill', message } } };
}

/** What a step's outcome means now: nothing if the process has ended or moved on meanwhile. */
export type Settlement =
  | { readonly act: 'ignore'; readonly why: 'ended' | 'superseded' }
  | { readonly act: 'move'; readonly phase: Phase };

/** `epoch` is the record's when the step began. A pending kill takes the outcome's place. */
export function settle(record: ProcessRecord, epoch: number, outcome: Phase): Settlement {
  if (isTerminal(record.state)) return { act: 'ignore', why: 'ended' };
  if (record.epoch !== epoch) return { act: 'ignore', why: 'superseded' };
  if (record.wish?.kind === 'kill') {
    return { act: 'move', phase: toKilled(record.wish.message, false, failureIn(outcome)) };
  }
  return { act: 'move', phase: outcome };
}

/** What a wish that is left means once nothing is busy any more. */
export function decideWish(record: ProcessRecord): Decision {
  if (record.wish === null || isTerminal(record.state)) return { act: 'answer', record, reply: false };
  if (record.wish.kind === 'kill') return { act: 'move', phase: toKilled(record.wish.message) };
  return { act: 'pause', record: pausedRecord({ ...record, wish: null }, record.wish.message), reply: true };
}

function pausedRecord(record: ProcessRecord, message: string | null): ProcessRecord {
  return { ...record, paused: true, savedStatus: record.status, status: message ?? record.status };
}

function failureIn(phase: Phase): FailureData | null {
  return phase.state === 'excepted' ? phase.failure : null;
}
