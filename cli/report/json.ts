// Every event as one line of JSON, as schemas/event.schema.json says. Knows no words.
import type { EngineEvent } from '../../engine/index.ts';
import type { ReportContext, Reporter } from './port.ts';

export class JsonReporter implements Reporter {
  readonly onEvent: (event: EngineEvent) => void;
  readonly #notices: ReportContext['notices'];

  constructor({ out, notices }: Pick<ReportContext, 'out' | 'notices'>) {
    this.#notices = notices;
    this.onEvent = (event) => void out.write(`${JSON.stringify(event)}\n`);
  }

  notice(text: string): void {
    this.#notices.write(`${text}\n`);
  }

  async finish(): Promise<void> {
    // The event `build-end` has said it all.
  }

  async close(): Promise<void> {
    // Nothing is open.
  }
}
