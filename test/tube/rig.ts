// Makes tubes and runners for the tests. Knows no expectations.
import { join } from 'node:path';
import { AsyncRunner, loadTube, ProcessRunner, SyncRunner } from '../../engine/tube/index.ts';
import type { LoadOptions, Tube, TubeRunner } from '../../engine/tube/index.ts';
import type { Diagnostic } from '../../engine/model/diagnostic.ts';

export const FIXTURES = join(import.meta.dirname, 'fixtures');

export type Kind = 'sync' | 'async' | 'process';
export const ALL: readonly Kind[] = ['sync', 'async', 'process'];

/** `type: .multiply` stands for `./nodes.ts#multiply`. */
export function yaml(text: string): string {
  return text.replaceAll(/type: \.(\w+)/g, 'type: ./nodes.ts#$1');
}

export async function tubeOf(text: string, options: LoadOptions = {}): Promise<Tube> {
  const loaded = await loadTube(join(FIXTURES, 'tube.yaml'), { text: yaml(text), ...options });
  if (!loaded.ok) throw new Error(transcript(loaded.error).join('\n'));
  return loaded.value;
}

export async function faultsOf(text: string, options: LoadOptions = {}): Promise<string[]> {
  const loaded = await loadTube(join(FIXTURES, 'tube.yaml'), { text: yaml(text), ...options });
  return transcript(loaded.ok ? loaded.value.warnings : loaded.error);
}

/** `tube.yaml:3:5 code: message (expected) (hint)` */
export function transcript(faults: readonly Diagnostic[]): string[] {
  return faults.map(({ location, code, message, expected, hint }) => {
    const place =
      location === undefined
        ? ''
        : `${location.file.slice(FIXTURES.length + 1)}:${location.line}:${location.col} `;
    return `${place}${code}: ${message.replaceAll(`${FIXTURES}/`, '')}${expected ? ` | ${expected}` : ''}${hint ? ` | ${hint}` : ''}`;
  });
}

export function runnerOf(kind: Kind, tube: Tube): TubeRunner {
  switch (kind) {
    case 'sync':
      return new SyncRunner(tube);
    case 'async':
      return new AsyncRunner(tube);
    case 'process':
      return new ProcessRunner(tube);
    default:
      return kind satisfies never;
  }
}

/** The results of `n` epochs, one after the other. */
export async function epochs(
  runner: TubeRunner,
  n: number,
  input: (epoch: number) => Record<string, unknown> = () => ({}),
): Promise<unknown[]> {
  const results: unknown[] = [];
  for (let epoch = 0; epoch < n; epoch++) results.push(await runner.process(input(epoch)));
  return results;
}

/** Runs a tube for some epochs on a runner of its own. */
export async function results(
  kind: Kind,
  text: string,
  n: number,
  options: LoadOptions = {},
): Promise<unknown[]> {
  await using runner = runnerOf(kind, await tubeOf(text, options));
  return await epochs(runner, n);
}
