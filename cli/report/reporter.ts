// What shows a build while it runs and when it ends: the port, and the choice among its kinds. Knows no kind's output.
import type { Io, Output } from '../io.ts';
import type { ReportContext, Reporter } from './port.ts';

export const reporterNames = ['auto', 'listr', 'plain', 'json'] as const;
export type ReporterName = (typeof reporterNames)[number];

/** The kind that fits where the output goes: rows are redrawn only on a terminal that can do so, and not in CI. */
export function resolveReporter(
  name: ReporterName,
  out: Output,
  env: Io['env'],
): Exclude<ReporterName, 'auto'> {
  if (name === 'json' || name === 'plain') return name;
  const canRedraw = out.isTTY && env['TERM'] !== 'dumb';
  if (name === 'listr') return canRedraw ? 'listr' : 'plain';
  return canRedraw && !env['CI'] ? 'listr' : 'plain';
}

export async function openReporter(
  kind: Exclude<ReporterName, 'auto'>,
  context: ReportContext,
): Promise<Reporter> {
  switch (kind) {
    case 'json':
      return new (await import('./json.ts')).JsonReporter(context);
    case 'plain':
      return new (await import('./plain.ts')).PlainReporter(context);
    case 'listr':
      return new (await import('./listr.ts')).ListrReporter(context);
    default:
      return kind satisfies never;
  }
}
