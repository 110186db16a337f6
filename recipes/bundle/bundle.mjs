// Bundles for Node with esbuild: `node bundle.mjs OUT_FOLDER DEPFILE TARGET imports|bundled imports|calls NAME=FILE... --
// ALONE=FILE... -- PACKAGE... -- FILE...`: how packages and Node's modules are reached, and last packages that stay imports
// and what is loaded together. Writes to DEPFILE, in Make's format, which files were read. Plain JavaScript, so that every
// Node runs it.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { build, transform } from 'esbuild';
import { REQUIRE, withoutImports } from './builtins.mjs';
import { licencesOf } from './licences.mjs';
import { together } from './together.mjs';

const [outFolder = '', depfile = '', target = '', packages = '', builtins = '', ...words] =
  process.argv.slice(2);
const first = words.indexOf('--');
const second = words.indexOf('--', first + 1);
const third = words.indexOf('--', second + 1);
const imports = words.slice(second + 1, third);
const loadedTogether = words.slice(third + 1);

/** CommonJS packages ask for Node's modules with it. */
const BANNER =
  builtins === 'calls'
    ? REQUIRE
    : "import { createRequire as bundleRequire } from 'node:module'; const require = bundleRequire(import.meta.url);";

try {
  const shared = await bundle(words.slice(0, first), true);
  const alone = await bundle(words.slice(first + 1, second), false);
  const read = new Set([...shared, ...alone]);
  const licences = packages === 'bundled' ? await licencesOf(read) : { text: '', files: [] };
  if (licences.text !== '') await writeFile(join(outFolder, 'LICENSES.txt'), licences.text);
  await writeFile(depfile, `bundle: ${[...read, ...licences.files].map(makeWord).join(' ')}\n`);
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
  const { metafile, outputFiles } = await build({
    entryPoints: Object.fromEntries(entries.map(entryPoint)),
    outdir: outFolder,
    bundle: true,
    splitting,
    ...(packages === 'bundled'
      ? { external: imports, mainFields: ['module', 'main'], banner: { js: BANNER } }
      : { packages: 'external' }),
    platform: 'node',
    format: 'esm',
    target,
    outExtension: { '.js': '.mjs' },
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
  const outputs =
    splitting && loadedTogether.length > 0
      ? await together(outputFiles, metafile, loadedTogether)
      : outputFiles;
  for (const { path, text } of outputs) {
    await mkdir(dirname(path), { recursive: true });
    const reached = builtins === 'calls' ? withoutImports(text) : text;
    await writeFile(path, packages === 'bundled' ? await tightened(reached) : reached);
  }
  return Object.keys(metafile.inputs);
}

/**
 * Without comments and white space, in lines that a stack trace can point into: there is less to read and, with no letter
 * beyond ASCII in a comment, half as much to hold.
 * @param {string} text
 */
async function tightened(text) {
  return (await transform(text, { format: 'esm', minifyWhitespace: true, lineLimit: 160 })).code;
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
