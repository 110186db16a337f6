// The process of one attempt of a job: the one gate through which its state moves. Writes each move, then announces it.
// Knows neither commands nor what the moves mean; the table of arrows is engine/process/machine.ts.
import type { JobName } from '../model/job.ts';
import type { NewsSink } from '../model/process-news.ts';
import { created, isTerminal, toRunning, transition } from '../process/machine.ts';
import type { Phase, ProcessRecord, ProcessState } from '../process/machine.ts';
import type { Store } from '../store/store.ts';

export interface JobProcessPorts {
  readonly store: Store;
  readonly tell: NewsSink;
}

export class JobProcess {
  readonly job: JobName;
  readonly #ports: JobProcessPorts;
  #record: ProcessRecord;
  /** It has a row of its own: there is more to know of it than its run's row and its moves say. */
  #isKept = false;

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

  /** The process of a run that a dead pipe left behind, as it was written. */
  static again(record: ProcessRecord, job: JobName, ports: JobProcessPorts): JobProcess {
    const process = new JobProcess(record, job, ports);
    process.#isKept = true;
    return process;
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
  }

  #announce(from: ProcessState | null): void {
    this.#tell(`state_changed.${from ?? 'none'}.${this.#record.state}`);
  }

  #tell(subject: string, time = this.#record.changedAt): void {
    this.#ports.tell({ time, sender: this.pid, subject, job: this.job });
  }
}
