// Draws rows on a terminal with listr2, each a listr2 task. Knows no build: it asks for its rows at every tick.
import { DefaultRenderer, Listr, ListrLogger, ListrTaskState, ProcessOutput, Spinner } from 'listr2';
import type { Output } from '../io.ts';
import type { RowState, TaskRow } from './task-rows.ts';

export interface Frame {
  readonly rows: readonly TaskRow[];
  /** Lines below the rows. */
  readonly footer: readonly string[];
}

const states: Readonly<Record<RowState, ListrTaskState>> = {
  waiting: ListrTaskState.WAITING,
  running: ListrTaskState.STARTED,
  done: ListrTaskState.COMPLETED,
  failed: ListrTaskState.FAILED,
};

/** listr2's tick, which looks at the build before each redraw, ten times a second. */
class LookingSpinner extends Spinner {
  readonly #look: () => void;

  constructor(look: () => void) {
    super();
    this.#look = look;
  }

  override start(redraw?: () => void): void {
    super.start(() => {
      this.#look();
      redraw?.();
    });
  }
}

/** listr2 would look at this process's own output; whether ours is a terminal was decided before. */
class TerminalRenderer extends DefaultRenderer {
  static override readonly nonTTY = true;
}

type List = Listr<object, typeof TerminalRenderer>;

export class RowScreen {
  readonly #ended = Promise.withResolvers<void>();
  readonly #running: Promise<unknown>;
  #showFooter: (text: string) => void = () => undefined;
  #footer = '';
  #fault: Error | undefined;

  /** Hides the cursor and draws; `look` is called before each redraw. */
  constructor(stdout: Output, stderr: Output, look: () => Frame) {
    const list: List = new Listr<object, typeof TerminalRenderer>([], {
      concurrent: true,
      exitOnError: false,
      registerSignalListeners: false,
      renderer: TerminalRenderer,
      rendererOptions: {
        clearOutput: true,
        formatOutput: 'truncate',
        showErrorMessage: false,
        spinner: new LookingSpinner(() => {
          try {
            if (!this.#fault) this.#apply(list, look());
          } catch (error) {
            // Told by `close`, once the terminal is free.
            this.#fault = error instanceof Error ? error : new Error(String(error));
          }
        }),
        logger: new ListrLogger({
          useIcons: true,
          processOutput: new ProcessOutput(stdout as NodeJS.WriteStream, stderr as NodeJS.WriteStream, {
            leaveEmptyLine: false,
          }),
        }),
      },
    });
    // listr2 hides a task without a title and shows its output below the rows. This one runs until `close`.
    list.add({
      task: (_, task) => {
        this.#showFooter = (text) => void (task.output = text);
        return this.#ended.promise;
      },
    });
    this.#running = list.run();
  }

  /** Takes the rows away and gives the terminal back; throws what `look` threw. */
  async close(): Promise<void> {
    this.#ended.resolve();
    await this.#running;
    if (this.#fault) throw this.#fault;
  }

  /** Sets the rows' fields and not their setters, each of which would redraw the whole list. */
  #apply(list: List, { rows, footer }: Frame): void {
    while (list.tasks.length <= rows.length) {
      list.add({ title: ' ', task: () => undefined });
      // A task is shown once it was asked whether it is enabled.
      void list.tasks.at(-1)!.check({});
    }
    for (const [index, task] of list.tasks.slice(1).entries()) {
      const row = rows[index];
      task.title = row?.text ?? '';
      task.state = row ? states[row.state] : ListrTaskState.WAITING;
    }
    const text = footer.join('\n');
    if (text !== this.#footer) this.#showFooter(text);
    this.#footer = text;
  }
}
