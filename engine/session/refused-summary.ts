// The summary of a build that could not start, or not go on. Pure.
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
