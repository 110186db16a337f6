// One row a task on a terminal, redrawn from the build's progress ten times a second, which gives way to the summary. Holds
// nothing per job but failures. listr2 is loaded when the first job starts, so that a build with nothing to do is quick.
import type { BuildSummary, EngineEvent } from '../../engine/pipelines.ts';
import type { Frame, RowScreen } from './row-screen.ts';
import type { ReportContext, Reporter } from './port.ts';
import { printFailure, printJob } from '../../engine/pipelines.ts';
import { summaryLines } from './summary.ts';
import { TaskRows } from './task-rows.ts';
import { warningLine } from './warning.ts';

const MOST_WARNINGS = 20;
/** How many tasks are hidden, an empty line, the line of the cursor, and one that stays free so that nothing scrolls. */
const LINES_BESIDE_ROWS = 4;

export class ListrReporter implements Reporter {
  readonly #context: ReportContext;
  readonly #rows: TaskRows;
  readonly #warnings: string[] = [];
  #warningCount = 0;
  #screen: Promise<RowScreen> | undefined;
  #notice: string | undefined;
  #lastFailure: string | undefined;

  constructor(context: ReportContext) {
    this.#context = context;
    this.#rows = new TaskRows(context.style);
  }

  readonly onEvent = (event: EngineEvent): void => {
    switch (event.type) {
      case 'waiting-for-lock':
        this.#context.out.write(`waiting for ${event.holder} to finish\n`);
        return;
      case 'job-start':
        this.#screen ??= this.#openScreen();
        return;
      case 'job-end':
        if (event.outcome !== 'failed' || !event.failure) return;
        this.#lastFailure = `${printJob(event.job)} ${printFailure(event.failure)}`;
        return;
      case 'warning':
      case 'diagnostic':
        if (++this.#warningCount <= MOST_WARNINGS)
          this.#warnings.push(warningLine(event, this.#context.style));
        return;
      case 'build-start':
      case 'job-output':
      case 'watch':
      case 'service':
      case 'job-planned':
      case 'replica':
      case 'pruned':
      case 'task-end':
      case 'build-end':
        return;
      default:
        event satisfies never;
    }
  };

  notice(text: string): void {
    this.#notice = text;
    if (!this.#screen) this.#context.notices.write(`${text}\n`);
  }

  async finish(summary: BuildSummary): Promise<void> {
    await this.close();
    const more = this.#warningCount - this.#warnings.length;
    const lines = [
      ...this.#warnings,
      ...(more > 0 ? [`and ${more} more warnings`] : []),
      ...summaryLines(summary, this.#context),
    ];
    this.#context.out.write(lines.map((line) => `${line}\n`).join(''));
  }

  async close(): Promise<void> {
    const screen = await this.#screen;
    this.#screen = undefined;
    await screen?.close();
  }

  async #openScreen(): Promise<RowScreen> {
    const { RowScreen } = await import('./row-screen.ts');
    return new RowScreen(this.#context.out, this.#context.notices, () => this.#frame());
  }

  #frame(): Frame {
    const { out, progress } = this.#context;
    const footer: string[] = [];
    if (this.#lastFailure !== undefined) footer.push(`last failure: ${this.#lastFailure}`);
    if (this.#notice !== undefined) footer.push(this.#notice);
    const height = Math.max(1, (out.rows ?? 24) - footer.length - LINES_BESIDE_ROWS);
    const { rows, hidden } = this.#rows.render(progress(), Date.now(), height);
    return { rows, footer: hidden > 0 ? [`and ${hidden} more tasks`, ...footer] : footer };
  }
}
