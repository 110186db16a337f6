// Writes one process as checkpoints: with every move whole, with a flag or a wish only the record. Knows nothing of why.
import type { JsonObject } from '../model/json.ts';
import type { Bundle } from './bundle.ts';
import type { Listeners } from './listener.ts';
import { isTerminal, type ProcessRecord } from './machine.ts';
import { ProcessError } from './process-error.ts';
import { bundleOf, type BundleBody, type ProcessSetup } from './process-setup.ts';
import { saveMembers } from './savable.ts';

/** What a process gives to be kept. */
export interface KeptProcess {
  saveExtra(): JsonObject;
  encodeInputs(inputs: unknown): unknown;
}

export interface KeptParts {
  readonly outputs: Readonly<Record<string, unknown>>;
  readonly listeners: Listeners<never>;
  readonly children: readonly string[];
}

export class Keeper {
  readonly #own: KeptProcess;
  readonly #setup: ProcessSetup;
  readonly #parts: () => KeptParts;
  #body: BundleBody | null = null;

  constructor(own: KeptProcess, setup: ProcessSetup, parts: () => KeptParts) {
    this.#own = own;
    this.#setup = setup;
    this.#parts = parts;
  }

  /** While a step's code runs, only the record is news: the rest stays as of the step's start, where a crash resumes. */
  write(record: ProcessRecord, stepping: boolean): void {
    if (this.#setup.runtime.persister === null) return;
    const midStep = stepping && !isTerminal(record.state);
    const body = midStep && this.#body !== null ? this.#body : this.#fresh();
    this.save(this.#bundle(record, body), null);
    this.#body = body;
  }

  save(bundle: Bundle, tag: string | null): void {
    const saved = this.#setup.runtime.persister?.save(bundle, tag);
    if (saved?.ok === false) throw new ProcessError(saved.error.code, saved.error.message);
  }

  /** As of now. */
  bundle(record: ProcessRecord): Bundle {
    return this.#bundle(record, this.#fresh());
  }

  /** The process was made from a bundle, which is what a crash would resume from. */
  restored(): void {
    this.#body = this.#fresh();
  }

  #fresh(): BundleBody {
    const { loader } = this.#setup.runtime;
    const { outputs, listeners, children } = this.#parts();
    return {
      outputs,
      members: saveMembers(this.#own, loader),
      listeners: listeners.stored(loader),
      children,
      extra: this.#own.saveExtra(),
    };
  }

  #bundle(record: ProcessRecord, body: BundleBody): Bundle {
    const id = this.#setup.runtime.loader.identify(this.#own.constructor);
    return bundleOf(this.#setup, id.ok ? id.value : null, record, body, (value) =>
      this.#own.encodeInputs(value),
    );
  }
}
