// A copy of a folder of recipes/ outside the checkout, and the real command run in it. Knows no particular recipe.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, relative, sep } from 'node:path';
import process from 'node:process';
import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import type { EngineEvent } from '../../engine/index.ts';

export const checkout = join(import.meta.dirname, '..', '..');

/** Whether a C compiler is installed, with the headers of its library. */
export const hasCompiler =
  spawnSync('cc', ['-fsyntax-only', '-x', 'c', '-'], { input: '#include <stdio.h>\n' }).status === 0;

export interface Copy extends Disposable {
  /** Absolute. */
  readonly folder: string;
}

/** Without what a build in the checkout may have left there; packages are found as in the checkout. */
export function copyOf(folder: string): Copy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-recipes-')));
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  const copy = join(root, 'project');
  cpSync(join(checkout, folder), copy, {
    recursive: true,
    filter: (path) => !/[\\/](?:build|\.pipe)$/.test(path),
  });
  return { folder: copy, [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true }) };
}

export interface Built {
  readonly status: number | null;
  readonly events: readonly EngineEvent[];
  /** Names of the jobs that were started, sorted. */
  readonly ran: readonly string[];
  /** Standard error, and what failed. */
  readonly trouble: string;
}

/** `pipe build`, by the Node that runs the tests. */
export async function build(folder: string, ...args: readonly string[]): Promise<Built> {
  const { status, out, error } = await run(folder, ['build', '--reporter', 'json', ...args]);
  const events = out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as EngineEvent);
  const ran = events.flatMap((event) =>
    event.type === 'job-start'
      ? [event.job.key === '' ? event.job.task : `${event.job.task}/${event.job.key}`]
      : [],
  );
  const failures = events.flatMap((event) =>
    (event.type === 'job-end' && event.failure !== undefined) ||
    event.type === 'diagnostic' ||
    event.type === 'warning'
      ? [JSON.stringify(event)]
      : [],
  );
  return { status, events, ran: ran.toSorted(), trouble: [error.trim(), ...failures].join('\n').trim() };
}

function run(
  folder: string,
  args: readonly string[],
): Promise<{ readonly status: number | null; readonly out: string; readonly error: string }> {
  const path = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter);
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof run>>>();
  const child = spawn(process.execPath, [join(checkout, 'cli', 'bin.mjs'), ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const text = { out: '', error: '' };
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text.out += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (text.error += chunk));
  child.on('error', reject);
  child.on('close', (status) => resolve({ status, ...text }));
  return promise;
}

/** Every file below a folder by its path there, compressed ones unpacked: their bytes differ between versions of zlib. */
export function contentsOf(folder: string, leaveOut?: RegExp): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => leaveOut?.test(path) !== true);
  return Object.fromEntries(
    files.toSorted().map((path) => [path, unpack(path, readFileSync(join(folder, path))).toString()]),
  );
}

function unpack(path: string, content: Buffer): Buffer {
  if (path.endsWith('.gz')) return gunzipSync(content);
  return path.endsWith('.zst') ? zstdDecompressSync(content) : content;
}
