// Handles for what a function writes, and the wait for all that it began to write. Knows no inputs and no job.
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { keyFault } from '../../model/key.ts';
import type { FanOutArgument, OutputFormat } from './argument.ts';
import type { Content, FanOut, OutputHandle, RecordOutput } from './job.ts';

/** What was begun to be written by one job. */
export class Writes {
  readonly #pending = new Set<Promise<void>>();
  readonly #streams = new Set<Writable>();

  /** The promise for the function; one that rejects and that nobody awaits is an unhandled rejection. */
  track(work: Promise<void>): Promise<void> {
    const tracked = work.finally(() => this.#pending.delete(tracked));
    this.#pending.add(tracked);
    return tracked;
  }

  open(path: string): Writable {
    const stream = createWriteStream(path);
    this.#streams.add(stream);
    return stream;
  }

  /** Ends what is open and waits until all is written; rejects with the first that could not be. */
  async settle(): Promise<void> {
    const flushed = [...this.#streams]
      .filter((stream) => !stream.destroyed)
      .map((stream) => finished(stream.writableEnded ? stream : stream.end()));
    await Promise.all([...this.#pending, ...flushed]);
  }
}

export function outputHandle(key: string, path: string, writes: Writes): OutputHandle {
  return Object.freeze({
    key,
    path,
    name: basename(path),
    write: (content: Content) => writes.track(writeContent(path, content)),
    text: (content: string) => writes.track(writeFile(path, content)),
    json: (value: unknown) => writes.track(writeRecord(path, 'json', value)),
    lines: (lines: Iterable<string> | AsyncIterable<string>) =>
      writes.track(writeContent(path, withNewlines(lines))),
    stream: () => writes.open(path),
  });
}

export function recordOutput(
  key: string,
  path: string,
  write: (value: unknown) => Promise<void>,
): RecordOutput {
  return Object.freeze({ key, path, write });
}

export function fanOut(argument: FanOutArgument, writes: Writes): FanOut<never> {
  const path = (key: string): string => fanOutPath(argument, key);
  const write = async (key: string, content: Content): Promise<void> => {
    const file = path(key);
    await mkdir(dirname(file), { recursive: true });
    if (argument.format === 'bytes') await writeContent(file, content);
    else await writeRecord(file, argument.format, content);
  };
  return Object.freeze({
    dir: argument.dir,
    path,
    write: (key: string, content: Content) => writes.track(write(key, content)),
  });
}

/** Writes what JSON makes of the value, so that both formats hold the same. */
export async function writeRecord(
  path: string,
  format: Exclude<OutputFormat, 'bytes'>,
  value: unknown,
): Promise<void> {
  const json = JSON.stringify(value, null, 2) as string | undefined;
  if (json === undefined) throw new TypeError(`${path} is to hold a JSON value, and this is ${typeof value}`);
  if (format === 'json') return writeFile(path, `${json}\n`);
  const { stringify } = await import('../../base/yaml-package.ts');
  return writeFile(path, stringify(JSON.parse(json)));
}

function writeContent(path: string, content: Content): Promise<void> {
  return writeFile(path, content);
}

async function* withNewlines(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`;
}

function fanOutPath({ dir, literals, span }: FanOutArgument, key: string): string {
  const fault = key === '' ? 'is empty' : keyFault(key);
  if (fault !== undefined) throw new RangeError(`the key ${JSON.stringify(key)} ${fault}`);
  const segments = key.split('/');
  const fields = literals.length - 1;
  const extra = segments.length - fields;
  if (extra < 0 || (extra > 0 && span === undefined)) {
    throw new RangeError(
      `the key ${JSON.stringify(key)} has ${segments.length} segments, and the pattern takes ${fields}`,
    );
  }
  let path = literals[0]!;
  for (let field = 0, from = 0; field < fields; field++) {
    const end = from + 1 + (field === span ? extra : 0);
    path += segments.slice(from, end).join('/') + literals[field + 1]!;
    from = end;
  }
  return join(dir, path);
}
