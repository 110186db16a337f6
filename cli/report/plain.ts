// A line for every job that ends, for logs and pipes. Knows no terminal.
import {
  printExit,
  printFailure,
  printJob,
  type BuildSummary,
  type EngineEvent,
} from '../../engine/pipelines.ts';
import { duration } from '../wording/duration.ts';
import { reasonText } from '../wording/reason.ts';
import { failureLog } from './failure-log.ts';
import type { ReportContext, Reporter } from './port.ts';
import { summaryLines } from './summary.ts';
import { serviceLine } from './service-line.ts';
import { warningLine } from './warning.ts';

type JobEnd = Extract<EngineEvent, { type: 'job-end' }>;

export class PlainReporter implements Reporter {
  readonly #context: ReportContext;
  /** Reasons of the jobs that run now; kept only where they will be shown. */
  readonly #reasons = new Map<string, string>();
  /** Jobs whose failure was shown. One that could not even be started has no end of its own, and is not among them. */
  readonly #told = new Set<string>();

  constructor(context: ReportContext) {
    this.#context = context;
  }

  readonly onEvent = (event: EngineEvent): void => {
    const { style } = this.#context;
    switch (event.type) {
      case 'waiting-for-lock':
        return this.#line(`waiting for ${event.holder} to finish`);
      case 'job-start':
        if (this.#context.verbose) this.#reasons.set(printJob(event.job), reasonText(event.reason));
        return undefined;
      case 'job-output':
        if (this.#context.verbose)
          this.#line(style.dim(`${printJob(event.job)}  ${event.port}: ${JSON.stringify(event.value)}`));
        return undefined;
      case 'job-end':
        return this.#jobEnd(event);
      case 'pruned':
        for (const path of event.paths) this.#line(`${style.dim('removed')} ${path}`);
        return undefined;
      case 'warning':
      case 'diagnostic':
        return this.#line(warningLine(event, style));
      case 'service':
        return this.#line(serviceLine(event, style));
      case 'build-start':
      case 'watch':
      case 'job-planned':
      case 'replica':
      case 'task-end':
      case 'build-end':
        return undefined;
      default:
        return event satisfies never;
    }
  };

  notice(text: string): void {
    this.#context.notices.write(`${text}\n`);
  }

  async finish(summary: BuildSummary): Promise<void> {
    for (const line of summaryLines(summary, this.#context, this.#told)) this.#line(line);
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #jobEnd(event: JobEnd): void {
    const { style } = this.#context;
    const job = printJob(event.job);
    const took = style.dim(duration(event.durationMs));
    const reason = this.#reasons.get(job);
    const because = reason === undefined ? '' : style.dim(` because: ${reason}`);
    this.#reasons.delete(job);
    const fault = event.failure ? printFailure(event.failure) : event.outcome;
    switch (event.outcome) {
      case 'succeeded':
        return this.#line(
          `${job}  ${took}${event.changed ? '' : style.dim(' unchanged')}${exitNote(event, style)}${because}`,
        );
      case 'retry':
        return this.#line(
          `${style.warn('retry')} ${job}  ${took} attempt ${event.attempt} ${fault}${because}`,
        );
      case 'dropped':
        return this.#line(
          `${style.dim('dropped')} ${job}  ${took} its key went while it ran (${fault})${because}`,
        );
      case 'killed':
      case 'failed': {
        const label = event.outcome === 'killed' ? style.warn('KILLED') : style.bad('FAILED');
        this.#told.add(job);
        this.#line(`${label} ${job}  ${took} ${fault}${because}`);
        for (const line of failureLog(event, this.#context)) this.#line(line);
        return undefined;
      }
      default:
        return event.outcome satisfies never;
    }
  }

  #line(text: string): void {
    this.#context.out.write(`${text}\n`);
  }
}

/** A success with a status that the task's exit codes accept is worth a word. */
function exitNote({ exit }: JobEnd, style: ReportContext['style']): string {
  return exit === undefined ? '' : style.warn(` ${printExit(exit)}`);
}
