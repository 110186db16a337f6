// The tools that pipe is compared with: where they are looked for, and how to get those that are missing. Knows no workload.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** Peer → how to get it. */
export const PEERS: Readonly<Record<string, string>> = {
  ninja: 'apt-get install ninja-build',
  make: 'apt-get install make',
  tup: 'apt-get install tup fuse3',
  entr: 'apt-get install entr ninja-build',
  snakemake: 'apt-get install snakemake, or pip install snakemake',
  turbo: 'npm install --prefix PEERS turbo, and --peers PEERS/node_modules/.bin',
  wireit: 'npm install --prefix PEERS wireit, and --peers PEERS/node_modules/.bin',
};

/** Absolute paths of the peers that are installed, in the given folders first, then on PATH. */
export function findPeers(folders: readonly string[]): ReadonlyMap<string, string> {
  const places = [...folders, ...(process.env['PATH'] ?? '').split(delimiter)];
  const found = new Map<string, string>();
  for (const name of Object.keys(PEERS)) {
    const path = places.map((folder) => join(folder, name)).find(isProgram);
    if (path !== undefined) found.set(name, path);
  }
  return found;
}

/**
 * What a peer says of itself; of one that is a package, such as wireit, which says nothing, what its package does. Without a
 * path, a package that pipe itself depends on.
 */
export function versionOf(tool: string, path: string | undefined): string {
  if (path === undefined) return versionIn(join(import.meta.dirname, '../node_modules', tool)).version ?? '?';
  const packaged = packageVersion(path);
  if (packaged !== undefined) return packaged;
  const { stdout, stderr } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  return /\d+(\.\d+)+/.exec(`${stdout}${stderr}`)?.[0] ?? '?';
}

function packageVersion(path: string): string | undefined {
  for (let folder = dirname(realpathSync(path)); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name, version } = versionIn(folder);
      return name === basename(path) ? version : undefined;
    } catch {
      // No package here; it may be further up.
    }
  }
  return undefined;
}

/** Throws where there is no package. */
function versionIn(folder: string): { readonly name?: string; readonly version?: string } {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
