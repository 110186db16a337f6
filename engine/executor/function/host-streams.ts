// Standard streams of the host: descriptors 0 to 2 are the running job's own files, so children inherit them, nothing is
// buffered, and nothing is lost however the host ends. What JavaScript of an ended job still prints is dropped. Knows
// no functions or messages.
import { closeSync, createReadStream, openSync, writeSync } from 'node:fs';
import type { ReadStream } from 'node:fs';
import { HostJob } from './host-job.ts';
import type { StreamPaths } from './protocol.ts';

const NOTHING = '/dev/null';
let stdinPath = NOTHING;

/**
 * Points the descriptors at a job's files. Throws where a file cannot be opened, and then leaves its descriptor alone.
 * `false`: another thread took a descriptor's number just then, and the host is of no more use.
 */
export function pointStreams({ log, stdin = NOTHING, stdout = log, stderr = log }: StreamPaths): boolean {
  if (stdin !== stdinPath && !point(0, stdin, 'r')) return false;
  stdinPath = stdin;
  return point(1, stdout, 'a') && point(2, stderr, 'a');
}

/** POSIX gives the lowest free number to a file that is opened: that is how Node, which has no dup2, can replace one. */
function point(fd: number, path: string, flags: string): boolean {
  const probe = openSync(path, flags);
  closeSync(fd);
  const opened = openSync(path, flags);
  closeSync(probe);
  return opened === fd;
}

/** Writes to a standard descriptor at once and whole. */
export function writeFully(fd: number, content: Uint8Array): void {
  for (let at = 0; at < content.length;) at += writeSync(fd, content, at);
}

/** To be called once. */
export function attributeStreams(): void {
  attribute(process.stdout, 1);
  attribute(process.stderr, 2);
  const inputs = new WeakMap<HostJob, ReadStream>();
  Object.defineProperty(process, 'stdin', {
    configurable: true,
    enumerable: true,
    get(): ReadStream {
      const job = HostJob.owner;
      const input = (job && inputs.get(job)) ?? createReadStream(job?.streams.stdin ?? NOTHING);
      if (job) inputs.set(job, input);
      return input;
    },
  });
}

/** A stream that the user's code has ended or broken can serve no further job. */
export function streamsIntact(): boolean {
  return [process.stdout, process.stderr].every((stream) => stream.writable && stream.errored === null);
}

function attribute(stream: NodeJS.WriteStream, fd: number): void {
  // What a pipe's stream would do with several pieces at once.
  Object.defineProperty(stream, '_writev', { value: null });
  // Texts come as they are where the host was started with a pipe for its output.
  stream._write = (chunk: Uint8Array | string, encoding, done): void => {
    const job = HostJob.owner;
    try {
      if (job) writeFully(fd, typeof chunk === 'string' ? Buffer.from(chunk, encoding) : chunk);
    } catch (error) {
      job?.fail(error);
    }
    done();
  };
}
