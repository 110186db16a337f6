// Installs pipe as a user does: packs the package with its bundle and installs it below a folder. Measures nothing.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

const checkout = join(import.meta.dirname, '..');

/** Absolute path of the installed `pipe`. */
export function installPipe(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const npm = (...args: string[]): string =>
    execFileSync('npm', args, {
      cwd: checkout,
      encoding: 'utf8',
      env: nodeFirst(),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const packed = JSON.parse(npm('pack', '--json', '--pack-destination', folder).replace(/^[^[{]*/, '')) as
    | readonly { readonly filename: string }[]
    | Readonly<Record<string, { readonly filename: string }>>;
  const [first] = Object.values(packed);
  npm(
    'install',
    '--prefix',
    folder,
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    join(folder, first!.filename),
  );
  return join(folder, 'node_modules/.bin/pipe');
}

/** The environment with this very Node first on PATH: `pipe` starts by `#!/usr/bin/env node`. */
export function nodeFirst(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}` };
}
