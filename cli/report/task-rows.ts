// The text of one row a task from a look at the build's progress: bar, counts, what runs, rate and time left. Knows no
// terminal but its size, and draws nothing.
import type { Progress, TaskCounts } from '../../engine/index.ts';
import type { Style } from '../style.ts';
import { duration } from '../wording/duration.ts';
import { Rate } from './rate.ts';

export type RowState = 'waiting' | 'running' | 'done' | 'failed';

export interface TaskRow {
  readonly task: string;
  readonly state: RowState;
  readonly text: string;
}

const BAR_CELLS = 20;
const MOST_KEYS = 4;
const WIDEST_NAME = 28;

export class TaskRows {
  readonly #style: Style;
  readonly #rates = new Map<string, Rate>();

  constructor(style: Style) {
    this.#style = style;
  }

  /**
   * At most `height` rows in the order of the tasks; where there are more tasks, those that run come first, then those
   * that failed, that wait, that are done. `hidden` is how many were left out.
   */
  render(
    progress: Progress,
    now: number,
    height: number,
  ): { readonly rows: readonly TaskRow[]; readonly hidden: number } {
    const tasks = progress.tasks.filter((counts) => counts.total > 0);
    const shown = tasks.length <= height ? tasks : mostTelling(tasks, height);
    const name = Math.min(WIDEST_NAME, Math.max(0, ...shown.map(({ task }) => task.length)));
    const digits = Math.max(0, ...shown.map(({ total }) => String(total).length));
    const widths = { name, digits };
    const running = Map.groupBy(progress.running, ({ job }) => job.task);
    const rows = tasks.flatMap((counts) => {
      // Every task is sampled, so that a row that comes into view knows its rate.
      const rate = this.#sample(counts, now);
      if (!shown.includes(counts)) return [];
      const keys = (running.get(counts.task) ?? []).map(({ job }) => job.key);
      return [{ task: counts.task, state: rowState(counts), text: this.#text(counts, keys, rate, widths) }];
    });
    return { rows, hidden: tasks.length - shown.length };
  }

  #sample(counts: TaskCounts, now: number): number | undefined {
    let rate = this.#rates.get(counts.task);
    if (!rate) this.#rates.set(counts.task, (rate = new Rate()));
    // What was up to date took no time, and would promise too much for the rest.
    rate.add(now, counts.succeeded + counts.failed);
    return rate.perSecond();
  }

  #text(
    counts: TaskCounts,
    keys: readonly string[],
    rate: number | undefined,
    widths: { readonly name: number; readonly digits: number },
  ): string {
    const { bad, dim, accent, good } = this.#style;
    const ended = endedJobs(counts);
    const cells = Math.floor((BAR_CELLS * ended) / counts.total);
    const name =
      counts.task.length > widths.name
        ? `${counts.task.slice(0, widths.name - 1)}…`
        : counts.task.padEnd(widths.name);
    const parts = [
      name,
      good('━'.repeat(cells)) + dim('─'.repeat(BAR_CELLS - cells)),
      `${String(ended).padStart(widths.digits)}/${String(counts.total).padEnd(widths.digits)}`,
    ];
    if (counts.failed > 0) parts.push(bad(`${counts.failed} failed`));
    if (counts.blocked > 0) parts.push(bad(`${counts.blocked} blocked`));
    const left = counts.running + counts.waiting;
    if (rate !== undefined && left > 0) {
      parts.push(dim(`${rateText(rate)}, ${timeLeft(left / rate)} left`));
    }
    const named = keys.filter((key) => key !== '');
    if (named.length > 0) {
      const more = named.length - MOST_KEYS;
      parts.push(accent(named.slice(0, MOST_KEYS).join(', ')) + (more > 0 ? dim(` +${more}`) : ''));
    }
    return parts.join('  ').trimEnd();
  }
}

function mostTelling(tasks: readonly TaskCounts[], height: number): readonly TaskCounts[] {
  const rank = { running: 0, failed: 1, waiting: 2, done: 3 } as const;
  return tasks.toSorted((a, b) => rank[rowState(a)] - rank[rowState(b)]).slice(0, height);
}

function rowState(counts: TaskCounts): RowState {
  if (counts.running > 0) return 'running';
  if (counts.failed > 0) return 'failed';
  return endedJobs(counts) < counts.total ? 'waiting' : 'done';
}

/** Jobs about which nothing more will happen. */
function endedJobs(counts: TaskCounts): number {
  return Math.min(
    counts.total,
    counts.upToDate + counts.succeeded + counts.failed + counts.blocked + counts.notReady,
  );
}

function rateText(rate: number): string {
  if (rate >= 10) return `${Math.round(rate)}/s`;
  if (rate >= 1) return `${rate.toFixed(1)}/s`;
  return `${(rate * 60).toFixed(1)}/min`;
}

/** In whole seconds: tenths would only flicker. */
function timeLeft(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}s` : duration(whole * 1000);
}
