// The processes of one attempt that run beside its first: each in places of its own, all for one result. Knows no other
// job and not why they are started or ended.
//
//   running ──▶ ended ──▶ what it adds to fan-outs is taken, its log joined
//      └──yield──▶ gone: nothing of it counts but its log
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import type { Exit } from '../../executor/port.ts';
import { clearPlaces } from './attempt-process.ts';
import type { AttemptProcess } from './attempt-process.ts';
import type { BuildContext } from '../context.ts';

interface Replica {
  readonly number: number;
  readonly process: AttemptProcess;
  readonly ended: Promise<void>;
  exit?: Exit;
  /** It had to make room: its end says nothing about the job. */
  yielded: boolean;
}

export class ReplicaSet {
  readonly #context: BuildContext;
  readonly #replicas: Replica[] = [];

  constructor(context: BuildContext) {
    this.#context = context;
  }

  /** Numbers of those that run. */
  get running(): readonly number[] {
    return this.#running().map(({ number }) => number);
  }

  /** One that ended by itself: the work is coming to its end. */
  get hasEnded(): boolean {
    return this.#replicas.some(({ exit, yielded }) => exit !== undefined && !yielded);
  }

  get size(): number {
    return this.#replicas.filter(({ yielded }) => !yielded).length;
  }

  /** Resolves with how it ended, when its process is gone. */
  async add(number: number, process: AttemptProcess): Promise<Exit | 'yielded'> {
    const replica: Replica = {
      number,
      process,
      yielded: false,
      ended: process.running.exit.then((exit) => {
        replica.exit = exit;
      }),
    };
    this.#replicas.push(replica);
    await replica.ended;
    return replica.yielded ? 'yielded' : replica.exit!;
  }

  yield(number: number, graceMs: number): void {
    const replica = this.#replicas.find((each) => each.number === number && !each.exit);
    if (!replica) return;
    replica.yielded = true;
    replica.process.running.kill(graceMs);
  }

  kill(graceMs: number): void {
    for (const { process } of this.#running()) process.running.kill(graceMs);
  }

  suspend(): boolean {
    return this.#running().filter(({ process }) => process.running.suspend()).length > 0;
  }

  resume(): void {
    for (const { process } of this.#running()) process.running.resume();
  }

  #running(): Replica[] {
    return this.#replicas.filter(({ exit }) => !exit);
  }

  async allEnded(): Promise<void> {
    await Promise.all(this.#replicas.map(({ ended }) => ended));
  }

  /** How those ended that count, by their numbers. */
  exits(): Exit[] {
    return this.#replicas
      .filter(({ yielded }) => !yielded)
      .toSorted((a, b) => a.number - b.number)
      .map(({ exit }) => exit!);
  }

  /** Adds to the first process's fan-outs what the others made, and to its log and streams what they said. */
  joinInto(first: AttemptProcess): void {
    if (this.#replicas.length === 0) return;
    const { root } = this.#context;
    const all = this.#replicas.toSorted((a, b) => a.number - b.number);
    joinTexts(
      resolve(root, first.log),
      all.map(({ number, process }) => [number, resolve(root, process.log)]),
    );
    const joined = all.filter(({ yielded }) => !yielded);
    first.status.forEach(({ staged }, index) =>
      joinTexts(
        resolve(root, staged),
        joined.map(({ number, process }) => [number, resolve(root, process.status[index]!.staged)]),
      ),
    );
    for (const { process } of joined)
      first.outputs.forEach(({ shape, staged }, index) => {
        if (shape === 'many')
          moveMissing(resolve(root, process.outputs[index]!.staged), resolve(root, staged));
      });
  }

  clear(): void {
    for (const { process } of this.#replicas) clearPlaces(this.#context, process);
  }
}

/** Each text under its own heading. A text that nobody wrote stays unwritten. */
function joinTexts(first: string, others: readonly (readonly [number, string])[]): void {
  const hasFirst = existsSync(first);
  if (!hasFirst && !others.some(([, path]) => existsSync(path))) return;
  const own = `${first}-0`;
  if (hasFirst) renameSync(first, own);
  const joined = openSync(first, 'w');
  try {
    for (const [number, path] of [[0, own] as const, ...others]) {
      writeSync(joined, heading(number));
      if (existsSync(path)) copyTo(joined, path);
    }
  } finally {
    closeSync(joined);
    rmSync(own, { force: true });
  }
}

/** A part at a time: logs may be long. */
function copyTo(to: number, path: string): void {
  const from = openSync(path, 'r');
  const buffer = Buffer.allocUnsafe(2 ** 20);
  try {
    for (let size = readSync(from, buffer); size > 0; size = readSync(from, buffer))
      for (let done = 0; done < size;) done += writeSync(to, buffer, done, size - done);
  } finally {
    closeSync(from);
  }
}

function heading(number: number): string {
  return `>>> replica ${number} <<<\n`;
}

/** Moves what one folder has and the other has not; what both have is the other's. */
function moveMissing(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (!existsSync(target)) {
      mkdirSync(to, { recursive: true });
      renameSync(source, target);
    } else if (entry.isDirectory()) moveMissing(source, target);
  }
}
