// Bundles for Node with esbuild: `node bundle.mjs OUT_FOLDER DEPFILE TARGET NAME=FILE... -- ALONE=FILE...`. Writes to DEPFILE, in Make's
// format, which files were read. Plain JavaScript, so that every Node runs it.
import { writeFile } from 'node:fs/promises';
import process from 'node:process';
import { build } from 'esbuild';

const [outFolder = '', depfile = '', target = '', ...words] = process.argv.slice(2);
const end = words.indexOf('--');

try {
  const shared = await bundle(words.slice(0, end), true);
  const alone = await bundle(words.slice(end + 1), false);
  const read = new Set([...shared, ...alone]);
  await writeFile(depfile, `bundle: ${[...read].map(makeWord).join(' ')}\n`);
} catch (fault) {
  // esbuild has printed the faults of the sources; anything else is told here.
  if (!Array.isArray(fault.errors)) process.stderr.write(`${fault.stack}\n`);
  process.exitCode = 1;
}

/**
 * @param {readonly string[]} entries
 * @param {boolean} splitting
 * @returns {Promise<string[]>} the files that were read
 */
async function bundle(entries, splitting) {
  if (entries.length === 0) return [];
  const { metafile } = await build({
    entryPoints: Object.fromEntries(entries.map(entryPoint)),
    outdir: outFolder,
    bundle: true,
    splitting,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target,
    outExtension: { '.js': '.mjs' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  return Object.keys(metafile.inputs);
}

/** @param {string} entry */
function entryPoint(entry) {
  const at = entry.indexOf('=');
  if (at < 1) throw new Error(`an entry is NAME=FILE, not ${entry}`);
  return [entry.slice(0, at), entry.slice(at + 1)];
}

/** @param {string} path */
function makeWord(path) {
  return path.replaceAll('$', '$$$$').replaceAll(/[ #\\]/g, String.raw`\$&`);
}
