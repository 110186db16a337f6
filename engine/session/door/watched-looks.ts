// Looks that a watch answers where one runs that was called alike, and is free to; any other is one's own. A door of its
// own, since a watch answers before the engine would be loaded. Knows no look.
import { dirname, resolve } from 'node:path';
import { differenceOf } from '../../idle/ask-watch.ts';
import { stateFolderOf } from '../../idle/idle-build.ts';
import type { EngineEvent } from '../../model/event.ts';
import type { PlanPorts, PlanRequest } from '../plan-ahead.ts';
import type { Looks, OpenOptions } from '../types.ts';
import { askBuilder } from './ask.ts';
import type { Look, LookQuestions } from './questions.ts';

export class WatchedLooks implements Looks {
  /** Absolute folder of the pipeline. */
  readonly root: string;
  /** Absolute. */
  readonly stateFolder: string;
  readonly #options: OpenOptions;
  readonly #own: () => Promise<Looks>;

  /** `own` opens the pipeline; called when the first look needs it. */
  constructor(options: OpenOptions, own: () => Promise<Looks>) {
    const file = resolve(options.cwd, options.file ?? 'pipeline.yaml');
    this.root = dirname(file);
    this.stateFolder = stateFolderOf(file);
    this.#options = options;
    this.#own = own;
  }

  status(): ReturnType<Looks['status']> {
    return this.#ask('status', undefined, (own) => own.status());
  }

  /** What the watch tells is told once it has answered: until then one may have to do it oneself. */
  dryRun({ onEvent, stop, kill, ...request }: PlanRequest & PlanPorts): ReturnType<Looks['dryRun']> {
    return this.#ask('plan', request, (own) => own.dryRun({ ...request, onEvent, stop, kill }), {
      onEvent,
      stop,
    });
  }

  why(target: string): ReturnType<Looks['why']> {
    return this.#ask('why', { target }, (own) => own.why(target));
  }

  readonly members: Looks['members'] = {
    trace: (keys, { all }) => this.#ask('trace', { keys, all }, (own) => own.members.trace(keys, { all })),
    links: () => this.#ask('links', undefined, (own) => own.members.links()),
  };

  async #ask<Name extends Look>(
    look: Name,
    given: LookQuestions[Name]['with'],
    oneself: (own: Looks) => Promise<LookQuestions[Name]['answer']>,
    { onEvent, stop }: Partial<PlanPorts> = {},
  ): Promise<LookQuestions[Name]['answer']> {
    const { params = {}, env, version = '' } = this.#options;
    const heard: EngineEvent[] = [];
    const asked = await askBuilder(this.stateFolder, look, given, {
      onEvent: (event) => heard.push(event),
      ...(stop && { stop }),
      suits: (hello) => hello.builder === 'watch' && !differenceOf(hello, { params, env, version }),
    });
    // A refusal is no answer either: whoever looks for oneself finds out why, and says it.
    if (asked?.ok && asked.value.ok) {
      if (onEvent) heard.forEach(onEvent);
      return asked.value.value;
    }
    return await oneself(await this.#own());
  }
}
