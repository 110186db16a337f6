// What is said of a service that was started, is ready, or ended. Knows no terminal.
import { printJob, type EngineEvent } from '../../engine/pipelines.ts';
import type { Style } from '../style.ts';
import { duration } from '../wording/duration.ts';

export function serviceLine(event: Extract<EngineEvent, { type: 'service' }>, style: Style): string {
  const name = printJob(event.job);
  const took = style.dim(duration(event.durationMs));
  const detail = event.detail === '' ? '' : ` ${event.detail}`;
  switch (event.what) {
    case 'starting':
      return `${style.dim('service')} ${name} starts${detail}`;
    case 'ready':
      return `${style.good('service')} ${name} is ready  ${took}`;
    case 'failed':
      return `${style.bad('service')} ${name}${detail}  ${style.dim(event.log)}`;
    case 'stopped':
      return `${style.dim('service')} ${name} stopped  ${took}`;
    default:
      return event.what satisfies never;
  }
}
