// The summary of a build that could not start, or not go on. Pure.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { BuildSummary } from '../model/event.ts';
import type { BuildFailure } from '../model/failure.ts';

export function refusedSummary(refusal: BuildFailure): BuildSummary {
  return {
    outcome: refusal.code === 'interrupted' ? 'interrupted' : 'refused',
    durationMs: 0,
    tasks: [],
    failures: [],
    notReady: [],
    pruned: 0,
    warnings: 0,
    refusal,
  };
}

/** A fault of the call, for a build that it keeps from starting. */
export function asFailure({ code, message, hint }: Diagnostic): BuildFailure {
  return { type: 'build-failure', code, message, ...(hint ? { hint } : {}) };
}
