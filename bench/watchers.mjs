// Start-up time and memory of each way to watch 100 000 files in 1000 folders: `node bench/watchers.mjs` makes the files
// below the system's temporary folder, measures each way in a process of its own, and prints a table. With the name of a
// way, a folder and the module of pipe's own watcher it measures that one. Knows no pipeline.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FOLDERS = 1000;
const FILES = 100;
const ways = {
  'nothing (Node alone)': async () => {},
  'one fs.watch a folder': async (request) => {
    const { FolderWatcher } = await import(module);
    return new FolderWatcher(request);
  },
  'chokidar, its defaults': async (request) => {
    const { watch } = await import('chokidar');
    await ready(watch(request.roots, { ignoreInitial: true }));
  },
  'chokidar, files ignored': async (request) => {
    const { watch } = await import('chokidar');
    await ready(watch(request.roots, { ignoreInitial: true, ignored: (_path, stats) => stats?.isFile() }));
  },
  'chokidar, polling': async (request) => {
    const { watch } = await import('chokidar');
    await ready(watch(request.roots, { ignoreInitial: true, backend: 'polling', pollingInterval: 1000 }));
  },
};

const [way, root, module = '../engine/watch/folder-watcher.ts'] = process.argv.slice(2);
if (way) await measure(way, root);
else compare();

function compare() {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-watchers-'));
  try {
    for (let index = 0; index < FOLDERS; index++) {
      mkdirSync(join(folder, 'files', `d${index}`), { recursive: true });
      for (let file = 0; file < FILES; file++)
        writeFileSync(join(folder, 'files', `d${index}`, `f${file}.txt`), 'x');
    }
    for (const name of Object.keys(ways)) {
      const runs = [1, 2, 3].map(() =>
        JSON.parse(execFileSync(process.execPath, [import.meta.filename, name, folder]).toString()),
      );
      const [middle] = runs.toSorted((a, b) => a.ms - b.ms).slice(1);
      process.stdout.write(
        `${name.padEnd(26)} ${String(middle.ms).padStart(6)} ms ${String(middle.mb).padStart(5)} MB\n`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(name, folder) {
  const since = performance.now();
  const request = {
    roots: [join(folder, 'files')],
    wants: () => true,
    signals: join(folder, 'signals'),
    onEvent: () => {},
  };
  await ways[name](request);
  const ms = Math.round(performance.now() - since);
  process.stdout.write(JSON.stringify({ ms, mb: megabytes('Rss'), pssMb: megabytes('Pss') }));
  process.exit(0);
}

/** Of Linux's account of this process; `Pss` shares what several processes have in common, such as Node's program. */
function megabytes(name) {
  const text = readFileSync('/proc/self/smaps_rollup', 'utf8');
  return Math.round((Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(text)[1]) * 1024) / 1e6);
}

async function ready(watcher) {
  await new Promise((resolve) => {
    watcher.once('ready', resolve);
  });
}
