// Median, spread and ratios of runs. Pure.
import type { Sample } from './workload.ts';

/** NaN of nothing. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The middle half: a quarter of the runs was quicker than the first, a quarter slower than the second. */
export function spread(values: readonly number[]): readonly [number, number] {
  return [quantile(values, 0.25), quantile(values, 0.75)];
}

/** Pipe ÷ peer, run by run, so that a machine that slows down for a while slows both; the median of that. */
export function ratio(pipe: Sample, peer: Sample): number {
  const pairs = Math.min(pipe.values.length, peer.values.length);
  return median(Array.from({ length: pairs }, (_, index) => pipe.values[index]! / peer.values[index]!));
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * part;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}
