// The process of one attempt of a job: the one gate through which its state moves. Writes each move, then announces it.
// Knows neither commands nor what the moves mean; the table of arrows is engine/process/machine.ts.
import type { JobName } from '../../model/job.ts';
import type { JsonObject } from '../../model/json.ts';
import type { NewsSink } from '../../model/process-news.ts';
import { BUNDLE_VERSION } from '../../process/bundle.ts';
import type { Bundle } from '../../process/bundle.ts';
import { created, isTerminal, toRunning, transition } from '../../process/machine.ts';
import type { Phase, ProcessRecord, ProcessState } from '../../process/machine.ts';
import { StorePersister } from '../../process/persisters/store.ts';
import type { Store } from '../../store/store.ts';

export interface JobProcessPorts {
  readonly store: Store;
  readonly tell: NewsSink;
}

/** What a process with checkpoints is besides its record. */
export interface Kept {
  /** The recipe of a child. */
  readonly process: string | null;
  readonly parent: string | null;
  /** What it goes on from; asked at each write. */
  readonly extra: () => JsonObject;
}

export class JobProcess {
  readonly job: JobName;
  readonly #ports: JobProcessPorts;
  #record: ProcessRecord;
  /** It has a row of its own: there is more to know of it than its run's row and its moves say. */
  #isKept = false;
  #kept: Kept | undefined;

  private constructor(record: ProcessRecord, job: JobName, ports: JobProcessPorts) {
    this.#record = record;
    this.job = job;
    this.#ports = ports;
  }

  /** A new process, which runs; to be called in the transaction that adds its run. */
  static begin(run: number, job: JobName, now: number, ports: JobProcessPorts): JobProcess {
    const process = new JobProcess(created(String(run), now), job, ports);
    process.#write('');
    process.#announce(null);
    process.move(toRunning(), '', now);
    return process;
  }

  /** A new process that a step of another launched. */
  static child(pid: string, job: JobName, kept: Kept, ports: JobProcessPorts): JobProcess {
    const process = new JobProcess(created(pid, Date.now()), job, ports);
    process.keepWith(kept);
    process.#write('');
    process.#announce(null);
    return process;
  }

  /** The process of a run that a dead pipe left behind, as it was written. */
  static again(record: ProcessRecord, job: JobName, ports: JobProcessPorts): JobProcess {
    const process = new JobProcess(record, job, ports);
    process.#isKept = true;
    return process;
  }

  /** From now on each write is a checkpoint: state, flags and what it goes on from in one transaction. */
  keepWith(kept: Kept): void {
    this.#kept = kept;
    this.#isKept = true;
  }

  /** Writes it as it is now, where something changed that is no move. */
  keep(): void {
    this.#write('');
  }

  get pid(): string {
    return this.#record.pid;
  }

  get record(): ProcessRecord {
    return this.#record;
  }

  get hasEnded(): boolean {
    return isTerminal(this.#record.state);
  }

  /** An arrow that is not there is a bug of ours. */
  move(phase: Phase, detail = '', now = Date.now()): void {
    const from = this.#record;
    const next = transition(from, phase, now);
    if (!next.ok) throw new Error(next.error.message);
    this.#record = next.value;
    this.#write(detail);
    this.#announce(from.state);
  }

  /** Keeps flags, a wish or a status as decided. */
  put(record: ProcessRecord): void {
    if (record === this.#record) return;
    const before = this.#record;
    this.#record = record;
    this.#isKept = true;
    this.#write('');
    if (before.paused !== record.paused) this.#tell(record.paused ? 'paused' : 'played', Date.now());
  }

  #write(detail: string): void {
    const { processes } = this.#ports.store;
    const { pid, epoch, state, paused, status, createdAt, changedAt } = this.#record;
    if (!this.#isKept) {
      processes.addMove({ pid, epoch, state, at: changedAt, detail });
      return;
    }
    if (this.#kept === undefined) {
      const record = JSON.stringify(this.#record);
      const row = {
        pid,
        parent: null,
        process: null,
        state,
        paused,
        epoch,
        status,
        createdAt,
        changedAt,
        record,
      };
      processes.putProcess({ ...row, detail });
      return;
    }
    const bundle = this.#bundle(this.#kept);
    this.#ports.store.transaction(() => {
      // Before the persister's own, which knows no detail.
      processes.addMove({ pid, epoch, state, at: changedAt, detail });
      const saved = new StorePersister(processes).save(bundle);
      if (!saved.ok) throw new Error(saved.error.message);
    });
  }

  #bundle({ process, parent, extra }: Kept): Bundle {
    return {
      format: 'pipe.process',
      version: BUNDLE_VERSION,
      process,
      uuid: this.pid,
      parent,
      record: this.#record,
      rawInputs: null,
      inputs: {},
      outputs: {},
      members: { values: {}, kinds: {}, class: null, loader: null },
      listeners: [],
      children: [],
      extra: extra(),
    };
  }

  #announce(from: ProcessState | null): void {
    this.#tell(`state_changed.${from ?? 'none'}.${this.#record.state}`);
  }

  #tell(subject: string, time = this.#record.changedAt): void {
    this.#ports.tell({ time, sender: this.pid, subject, job: this.job });
  }
}
