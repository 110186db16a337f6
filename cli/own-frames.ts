// Leaves pipe's own frames out of the stack of what a user's code threw. Knows nothing else of errors.
import { fileURLToPath } from 'node:url';

/** The folders of the sources, or that of the bundle; frames name them as addresses or as paths. */
const OWN = (import.meta.url.endsWith('.ts') ? ['.', '../engine/'] : ['.'])
  .map((folder) => new URL(folder, import.meta.url))
  .flatMap((address) => [address.href, fileURLToPath(address)]);

export function withoutOwnFrames(stack: string): string {
  const isOwn = (line: string): boolean =>
    /^ {4}at /.test(line) && (/[( ]node:/.test(line) || OWN.some((folder) => line.includes(folder)));
  return stack
    .split('\n')
    .filter((line) => !isOwn(line))
    .join('\n');
}
