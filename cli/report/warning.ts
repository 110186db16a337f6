// The line for a warning or a fault that appears while a build runs. Knows no reporter.
import type { EngineEvent } from '../../engine/index.ts';
import { printJob } from '../../engine/model/job.ts';
import type { Style } from '../style.ts';

export function warningLine(
  event: Extract<EngineEvent, { type: 'warning' | 'diagnostic' }>,
  style: Style,
): string {
  if (event.type === 'warning') {
    const job = event.job ? ` (${printJob(event.job)})` : '';
    return `${style.warn('warning')}: ${event.message}${job}`;
  }
  const { severity, message, location, hint } = event.diagnostic;
  const label = severity === 'error' ? style.bad('error') : style.warn('warning');
  const place = location ? `${location.file}:${location.line}:${location.col}: ` : '';
  return `${label}: ${place}${message}${hint === undefined ? '' : `; ${hint}`}`;
}
