// The processes of a user's class that a function of a step runs: kept in the store like all others, announced, and asked
// from afar. The function asks for each write and waits for it. Knows no channel and none of their code.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Json } from '../../model/json.ts';
import { readBundle } from '../../process/bundle.ts';
import type { Bundle } from '../../process/bundle.ts';
import type { Begun, JobOrder, JobQuestion, Write } from '../../process/job-link.ts';
import { isTerminal } from '../../process/machine.ts';
import type { ProcessRow } from '../../process/persisters/store.ts';
import type { JobProcess } from '../attempt/job-process.ts';
import { endInside } from './end-stored.ts';
import type { InnerAnswer, InnerIntent, InnerProcess } from './inner-process.ts';
import { pidToGoOn } from './pid-to-go-on.ts';
import type { StepFrame } from './step-frame.ts';
import { positionOf } from './steps-resume.ts';
import type { WalkPorts } from './walk-ports.ts';

interface Parent {
  readonly process: JobProcess;
  readonly frame: StepFrame;
  readonly ports: WalkPorts;
  /** Set when the function is being ended. */
  readonly ending: object | undefined;
}

export class HostedProcesses {
  readonly #parent: Parent;
  readonly #send: (order: JobOrder) => void;
  /** Of the first; all others are inside of it. */
  #pid: string | undefined;
  /** As they were written last. */
  readonly #rows = new Map<string, Pick<ProcessRow, 'pid' | 'state' | 'paused' | 'status'>>();
  readonly #asked = new Map<number, (value: boolean) => void>();
  #tickets = 0;

  /** `send` reaches the function while it runs. */
  constructor(parent: Parent, send: (order: JobOrder) => void) {
    this.#parent = parent;
    this.#send = send;
  }

  /** Throws where what is asked cannot be. */
  readonly answer = (asked: Json): Json => {
    const question = asked as unknown as JobQuestion;
    const { processes } = this.#parent.ports.store;
    switch (question.ask) {
      case 'begin':
        return this.#begin() as unknown as Json;
      case 'load':
        return processes.getCheckpoint(question.pid, question.tag) ?? null;
      case 'list': {
        const found = processes.listCheckpoints(question.pid).filter(({ pid }) => this.#isOurs(pid));
        return found.map(({ pid, tag }) => [pid, tag]);
      }
      case 'write':
        // What a function does that is being ended is not what its processes came to: they go on from before, or are killed.
        if (this.#parent.ending === undefined) this.#write(question.writes);
        return null;
      case 'told':
        this.#asked.get(question.ticket)?.(question.value);
        this.#asked.delete(question.ticket);
        return null;
      default:
        throw new Error(`unknown question ${JSON.stringify(question satisfies never)}`);
    }
  };

  *inner(): Iterable<InnerProcess> {
    for (const row of this.#rows.values())
      if (!isTerminal(row.state))
        yield {
          pid: row.pid,
          record: row,
          ask: (intent, message, force) => this.#ask(row.pid, intent, message, force),
        };
  }

  /** The function has ended, and with it all that it ran. `isKilled`: the job itself is. */
  ended(isKilled: boolean): void {
    if (this.#pid === undefined) return;
    const { store, tell, job } = this.#parent.ports;
    const said = (pid: string, from: string): void =>
      tell({ time: Date.now(), sender: pid, subject: `state_changed.${from}.killed`, job });
    const row = store.processes.process(this.#pid);
    // What a dead function leaves goes on when it is tried again; what the end of the first left does not.
    if (isKilled)
      endInside(store, this.#parent.process.pid, 'its parent', ({ pid, state }) => said(pid, state));
    else if (row && isTerminal(row.state))
      endInside(store, this.#pid, 'the end of its parent', ({ pid, state }) => said(pid, state));
    for (const settle of this.#asked.values()) settle(false);
  }

  #begin(): Begun {
    const { process, frame, ports } = this.#parent;
    const [child] = frame.children;
    this.#pid = pidToGoOn(child && ports.checkpointOf(child.pid)) ?? `${process.pid}.${process.record.epoch}`;
    if (child?.pid === this.#pid) {
      // What goes on is there already.
      for (const row of ports.store.processes.processes())
        if (this.#isOurs(row.pid)) this.#rows.set(row.pid, row);
    } else {
      frame.children = [{ pid: this.#pid, folder: '' }];
      process.keep();
    }
    return { pid: this.#pid, parent: process.pid };
  }

  #isOurs(pid: string): boolean {
    return this.#pid !== undefined && (pid === this.#pid || pid.startsWith(`${this.#pid}.`));
  }

  #write(writes: readonly Write[]): void {
    const { store, tell, job } = this.#parent.ports;
    const { processes } = store;
    const news: { readonly sender: string; readonly subject: string; readonly time: number }[] = [];
    store.transaction(() => {
      for (const write of writes) {
        const pid = write.put === 'process' ? write.row.pid : write.pid;
        if (!this.#isOurs(pid)) throw new Error(`process ${pid} is none of process ${this.#pid}`);
        if (write.put === 'checkpoint') processes.putCheckpoint(pid, write.tag, write.text);
        else if (write.put === 'nothing') processes.deleteCheckpoint(pid, write.tag);
        else {
          const before = processes.process(pid);
          processes.putProcess({ ...this.#shown(write.row), detail: wordsOf(write.row, writes) });
          news.push(...newsOf(before, write.row));
          this.#rows.set(pid, write.row);
        }
      }
    });
    for (const each of news) tell({ ...each, job });
  }

  /** With the name of its class as people know it. */
  #shown(row: ProcessRow): ProcessRow {
    const [file = '', name] = (row.process ?? '').split('#');
    if (name === undefined) return row;
    const path = file.startsWith('file:') ? fileURLToPath(file) : file;
    return { ...row, process: `${relative(this.#parent.ports.cwd, path)}#${name}` };
  }

  #ask(pid: string, intent: InnerIntent, message: string, force: boolean): InnerAnswer {
    const ticket = ++this.#tickets;
    const { promise, resolve } = Promise.withResolvers<boolean>();
    this.#asked.set(ticket, resolve);
    this.#send({ ticket, pid, intent, message, force });
    const outcome = promise.then((value): InnerAnswer => {
      const state = this.#parent.ports.store.processes.process(pid)?.state;
      const isSo = value || (intent === 'kill' && state === 'killed');
      return { value: isSo, message: isSo ? DONE[intent] : 'ended, or was asked otherwise, before that' };
    });
    return { value: true, message: PENDING[intent], outcome };
  }
}

const PENDING = { pause: 'will be paused when its step ends', play: 'will go on', kill: 'is being killed' };
const DONE = { pause: 'is paused', play: 'goes on', kill: 'is killed' };

function newsOf(
  before: { readonly state: string; readonly paused: boolean; readonly epoch: number } | undefined,
  { pid, state, paused, epoch, changedAt }: ProcessRow,
): { readonly sender: string; readonly subject: string; readonly time: number }[] {
  const subjects = [
    ...(before?.epoch === epoch ? [] : [`state_changed.${before?.state ?? 'none'}.${state}`]),
    ...((before?.paused ?? false) === paused ? [] : [paused ? 'paused' : 'played']),
  ];
  return subjects.map((subject) => ({ sender: pid, subject, time: changedAt }));
}

/** For people: where it is in its steps. */
function wordsOf({ pid, state, status }: ProcessRow, writes: readonly Write[]): string {
  const checkpoint = writes.find(
    (write) => write.put === 'checkpoint' && write.pid === pid && write.tag === '',
  );
  const at = positionOf(checkpoint?.put === 'checkpoint' ? bundleIn(checkpoint.text) : undefined);
  if (isTerminal(state)) return status ?? '';
  return at === undefined ? '' : `at ${at}`;
}

function bundleIn(text: string): Bundle | undefined {
  const bundle = readBundle(text);
  return bundle.ok ? bundle.value : undefined;
}
