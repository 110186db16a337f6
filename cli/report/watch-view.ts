// One live line at the foot of a terminal, which says how a watch stands, and the keys that steer it. What a reporter
// writes goes above it. Knows no engine.
import { printJob, type EngineEvent, type Progress } from '../../engine/pipelines.ts';
import type { Io, Output } from '../io.ts';
import type { Style } from '../style.ts';
import { duration, plural } from '../wording/duration.ts';
import { reasonText } from '../wording/reason.ts';
import { failureLog } from './failure-log.ts';

const ERASE_LINE = '\r\u001b[2K';
const REDRAW_MS = 100;
const KEYS = 'r all, f failed, w why, l log, p pause, q quit';

export interface ViewActions {
  readonly quit: () => void;
  readonly rebuild: (which: 'all' | 'failed') => void;
  readonly pause: (isPaused: boolean) => void;
  /** Absolute folder that the paths of logs are relative to. */
  readonly root: string;
}

type JobEnd = Extract<EngineEvent, { type: 'job-end' }>;

export class WatchView {
  /** Where lines go that stay. */
  readonly above: Output;
  readonly #out: Output;
  readonly #stdin: Io['stdin'];
  readonly #style: Style;
  readonly #progress: () => Progress | undefined;
  readonly #timer: NodeJS.Timeout;
  #last: JobEnd | undefined;
  #lastReason = '';
  #outcome = 'starting';
  #isPaused = false;
  #drawn = '';
  /** Those that were started and not stopped, by name. */
  readonly #services = new Map<string, Extract<EngineEvent, { type: 'service' }>['what']>();
  #onKey: ((key: Buffer | string) => void) | undefined;

  constructor({ stdout, stdin }: Io, style: Style, progress: () => Progress | undefined) {
    this.#out = stdout;
    this.#stdin = stdin;
    this.#style = style;
    this.#progress = progress;
    this.above = {
      isTTY: true,
      columns: stdout.columns,
      rows: stdout.rows,
      write: (text) => {
        this.#out.write(ERASE_LINE);
        this.#drawn = '';
        this.#out.write(text);
        this.#draw();
      },
    };
    this.#timer = setInterval(() => this.#draw(), REDRAW_MS);
  }

  onEvent(event: EngineEvent): void {
    if (event.type === 'job-start') this.#lastReason = `${printJob(event.job)}: ${reasonText(event.reason)}`;
    if (event.type === 'job-end') this.#last = event;
    if (event.type === 'service') this.#noteService(event);
    if (event.type === 'build-end') this.#outcome = event.summary.outcome;
    if (event.type === 'watch' && (event.what === 'reloaded' || event.what === 'mended'))
      this.above.write(`${event.detail}\n`);
    if (event.type === 'watch' && event.what === 'kept')
      this.above.write(`${this.#style.bad('faults')}: ${event.detail}\n`);
    this.#draw();
  }

  listen(actions: ViewActions): void {
    const stdin = this.#stdin as NodeJS.ReadStream;
    if (!stdin.isTTY) return;
    stdin.setRawMode(true);
    this.#onKey = (key) => this.#press(key.toString(), actions);
    stdin.on('data', this.#onKey);
    stdin.resume();
  }

  /** Gives the terminal back. */
  close(): void {
    clearInterval(this.#timer);
    const stdin = this.#stdin as NodeJS.ReadStream;
    if (this.#onKey) {
      stdin.off('data', this.#onKey);
      stdin.setRawMode(false);
      stdin.pause();
    }
    this.#out.write(ERASE_LINE);
  }

  #noteService({ job, what }: Extract<EngineEvent, { type: 'service' }>): void {
    if (what === 'stopped') this.#services.delete(printJob(job));
    else this.#services.set(printJob(job), what);
  }

  #press(key: string, actions: ViewActions): void {
    switch (key) {
      case 'q':
        return actions.quit();
      case '\u0003':
        // In raw mode Ctrl-C is a key, and no signal.
        process.kill(process.pid, 'SIGINT');
        return undefined;
      case 'r':
        return actions.rebuild('all');
      case 'f':
        return actions.rebuild('failed');
      case 'w':
        this.above.write(`${this.#lastReason || 'nothing ran yet'}\n`);
        return undefined;
      case 'l':
        this.above.write(`${this.#log(actions.root).join('\n')}\n`);
        return undefined;
      case 'p':
        this.#isPaused = !this.#isPaused;
        return actions.pause(this.#isPaused);
      default:
        return undefined;
    }
  }

  #log(root: string): string[] {
    if (!this.#last) return ['nothing ran yet'];
    const lines = failureLog(this.#last, { root, style: this.#style });
    return lines.length > 0 ? lines : [`${printJob(this.#last.job)} wrote nothing`];
  }

  #draw(): void {
    const text = this.#text();
    if (text === this.#drawn) return;
    this.#drawn = text;
    this.#out.write(`${ERASE_LINE}${text}`);
  }

  #text(): string {
    const { good, bad, warn, accent, dim } = this.#style;
    const progress = this.#progress();
    const sum = (part: 'upToDate' | 'succeeded' | 'failed' | 'blocked') =>
      (progress?.tasks ?? []).reduce((total, task) => total + task[part], 0);
    const running = progress?.running ?? [];
    const parts: string[] = [];
    if (this.#isPaused) parts.push(warn('paused'));
    else if (running.length > 0)
      parts.push(
        accent(
          `running ${running
            .slice(0, 2)
            .map(({ job }) => printJob(job))
            .join(', ')}`,
        ),
      );
    else if (sum('failed') > 0) parts.push(bad(`${sum('failed')} failed`));
    else parts.push(this.#outcome === 'done' ? good('up to date') : this.#outcome);
    parts.push(plural(sum('upToDate') + sum('succeeded'), 'job'));
    for (const [name, what] of this.#services)
      parts.push(
        what === 'failed' ? bad(`${name} down`) : what === 'ready' ? good(`${name} up`) : `${name} starts`,
      );
    if (this.#last) parts.push(`last ${printJob(this.#last.job)} ${duration(this.#last.durationMs)}`);
    parts.push(dim(KEYS));
    const { columns = 0 } = this.#out;
    // A terminal that does not know its width says 0.
    return fit(parts.join('  '), columns > 0 ? columns : 80);
  }
}

/** Cut to one line: a line that wraps could not be erased. Escape sequences take no room. */
function fit(text: string, columns: number): string {
  let width = 0;
  let result = '';
  // oxlint-disable-next-line no-control-regex
  for (const part of text.split(/(\u001b\[[0-9;]*m)/)) {
    if (part.startsWith('\u001b')) {
      result += part;
      continue;
    }
    const room = Math.max(0, columns - 1 - width);
    result += part.slice(0, room);
    width += Math.min(room, part.length);
  }
  return result;
}
