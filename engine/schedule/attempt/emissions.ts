// What one attempt emits through $PIPE_OUT: read while it runs, checked against its output ports, and told. Knows no
// store and no link.
import { closeSync, openSync, readSync, rmSync, statSync } from 'node:fs';
import { didYouMean } from '../../base/did-you-mean.ts';
import { isMapping } from '../../base/storable.ts';
import type { JobFailure } from '../../model/failure.ts';
import type { JsonObject } from '../../model/json.ts';
import { joinPath, type PortFault, type PortNamespace } from '../../model/port.ts';
import { portPaths } from '../../pipeline/port-paths.ts';
import { placeFor } from '../../ports/namespace.ts';
import { EMPTY_NAMESPACE } from '../../ports/define.ts';
import { EmissionReader, type Emission } from '../../process/emission.ts';
import { OutputCollector } from '../../process/outputs.ts';

type EmissionFailure = Extract<JobFailure, { type: 'emission' }>;

const LOOK_EVERY_MS = 100;
/** More than this is no record but data, which belongs into a file. */
const MOST_BYTES = 16 << 20;

export class Emissions implements Disposable {
  readonly #file: string;
  readonly #ports: PortNamespace;
  readonly #onOutput: (port: string, value: unknown) => void;
  readonly #reader = new EmissionReader();
  readonly #outputs: OutputCollector;
  #timer: NodeJS.Timeout | undefined;
  #offset = 0;
  /** What the last look found. */
  #isThere = true;
  #failure: EmissionFailure | undefined;

  /** `file` is absolute and need not exist; `ports` is what may be emitted, if anything; `goesOn`: what is there counts. */
  constructor(
    file: string,
    ports: PortNamespace | undefined,
    onOutput: (port: string, value: unknown) => void,
    goesOn = false,
  ) {
    this.#file = file;
    this.#ports = ports ?? EMPTY_NAMESPACE;
    this.#onOutput = onOutput;
    this.#outputs = new OutputCollector(this.#ports);
    // A slot's earlier job may have been killed, with pipe, before its file was removed.
    if (!goesOn) this.#remove();
    if (ports) this.#timer = setInterval(() => this.#read(), LOOK_EVERY_MS).unref();
  }

  /** Valid values so far, by the names of the ports. */
  get values(): JsonObject {
    return this.#outputs.values as JsonObject;
  }

  /** Takes a value from elsewhere, as if it had been emitted, without telling of it. */
  take(port: string, value: unknown): void {
    this.#store(port, value, undefined);
  }

  /** Reads what is left; the first fault, and none of what is missing. */
  end(): EmissionFailure | undefined {
    this.#stop();
    this.#read();
    for (const emission of this.#reader.end()) this.#add(emission);
    return this.#failure;
  }

  /** After `end`: the first fault of the values as a whole, a required one that is missing among them. */
  check(): EmissionFailure | undefined {
    const [fault] = this.#failure ? [] : this.#outputs.check();
    if (fault === undefined) return this.#failure;
    const port = fault.port.slice('outputs.'.length);
    if (fault.code === 'missing-value') {
      const message = `append a line such as {"${port}": …} to the file $PIPE_OUT`;
      return { type: 'emission', problem: 'missing', port, message };
    }
    return { type: 'emission', problem: 'invalid', port: port || 'outputs', message: said(fault) };
  }

  [Symbol.dispose](): void {
    this.#stop();
    if (this.#isThere) this.#remove();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #remove(): void {
    if (statSync(this.#file, { throwIfNoEntry: false })) rmSync(this.#file, { recursive: true, force: true });
  }

  #read(): void {
    const stat = statSync(this.#file, { throwIfNoEntry: false });
    this.#isThere = stat !== undefined;
    if (!stat?.isFile() || stat.size <= this.#offset || this.#failure?.problem === 'no-json') return;
    if (stat.size > MOST_BYTES) {
      const message = `has more than ${MOST_BYTES >> 20} MB; write such an output to a file`;
      this.#failure ??= { type: 'emission', problem: 'no-json', port: '', message };
      return;
    }
    const chunk = Buffer.alloc(stat.size - this.#offset);
    const descriptor = openSync(this.#file, 'r');
    try {
      const read = readSync(descriptor, chunk, 0, chunk.length, this.#offset);
      this.#offset += read;
      for (const emission of this.#reader.push(chunk.subarray(0, read))) this.#add(emission);
    } finally {
      closeSync(descriptor);
    }
  }

  #add(emission: Emission): void {
    if (emission.kind === 'fault') {
      const { line, message } = emission;
      this.#failure ??= { type: 'emission', problem: 'no-json', port: '', message, line };
      return;
    }
    const { port, value, line } = emission;
    if (this.#store(port, value, line)) this.#onOutput(port, value);
  }

  /** A map for a namespace is taken member by member, so that what is there already stays. */
  #store(port: string, value: unknown, line: number | undefined): boolean {
    const place = placeFor(this.#ports, port);
    const isWhole = place.ok && !place.value.dynamic && place.value.port.tag === 'namespace';
    const members = isWhole && isMapping(value) ? Object.entries(value) : [];
    // A name with a dot in it can only be taken as a part of its map.
    if (members.length > 0 && !members.some(([name]) => name === '' || name.includes('.'))) {
      return members.every(([name, each]) => this.#store(joinPath(port, name), each, line));
    }
    const emitted = this.#outputs.emit(port, value);
    if (!emitted.ok) this.#failure ??= this.#failureOf(emitted.error, port, line);
    return emitted.ok;
  }

  #failureOf(fault: PortFault, port: string, line: number | undefined): EmissionFailure {
    const at = line === undefined ? {} : { line };
    if (fault.code !== 'no-such-port' && fault.code !== 'bad-path')
      return { type: 'emission', problem: 'invalid', port, message: said(fault), ...at };
    const known = portPaths(this.#ports);
    const { hint } = didYouMean(port, known);
    const message =
      known.length === 0
        ? 'its task has no output that can be emitted'
        : (hint ?? `there ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}`);
    return { type: 'emission', problem: 'unknown', port, message, ...at };
  }
}

function said({ message, expected }: PortFault): string {
  return expected === undefined ? message : `expected ${expected}`;
}
