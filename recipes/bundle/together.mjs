// Chunks of a bundle that a program loads together, as one file: each module that is found, read and linked by itself takes
// some tenths of a millisecond. No module is there twice, so that classes are the same for all and states are kept once.
// Knows how esbuild prints imports, and no file.
import { basename, dirname, join, normalize } from 'node:path';
import { build } from 'esbuild';

const FILE = 'together.mjs';
/** What of it other entries load without the rest. */
const SHARED = 'together-shared.mjs';
/** `import { a, b as c } from "./chunk.mjs";`, `import "./chunk.mjs";` */
const IMPORT = /^import (?:\{([^}]*)\} from )?"\.\/([^"/]+)";$/gm;
const LATE = /\bimport\("\.\/([^"/]+)"\)/g;

/**
 * @typedef {{ path: string, text: string }} Output
 * @param {readonly Output[]} outputs of a build with splitting, all in one folder, as they are printed without minifying
 * @param {import('esbuild').Metafile} metafile
 * @param {readonly string[]} sources entries, and modules that are imported by `import()`: all that they import at once goes
 * with them
 * @returns {Promise<Output[]>}
 */
export async function together(outputs, metafile, sources) {
  const files = filesOf(metafile);
  const below = outputs.find(({ path }) => dirname(path) !== dirname(outputs[0].path));
  if (below)
    throw new Error(
      `${below.path}: what is loaded together has to be in one folder, so no name may have a /`,
    );
  const bySource = new Map([...files].map(([name, { source = '' }]) => [normalize(source), name]));
  const wanted = new Set(sources.map((source) => normalize(source)));
  const roots = [...wanted].map((source) => {
    const name = bySource.get(source);
    if (name !== undefined) return name;
    throw new Error(
      `${source} cannot be put together with others: it is no entry, and import() asks for it nowhere`,
    );
  });
  const members = reached(files, roots);
  const shared = new Set();
  for (const [name, { isEntry, source }] of files)
    if (isEntry && !loads(metafile, source, wanted))
      for (const own of reached(files, [name])) if (members.delete(own)) shared.add(own);
  return await merge(await merge(outputs, files, shared, SHARED), files, members, FILE);
}

/** The chunks of a bundle by name; `isEntry` are those that no other imports by `import()`. */
function filesOf({ outputs }) {
  const late = new Set(
    Object.values(outputs).flatMap(({ imports }) =>
      imports.filter(({ kind }) => kind === 'dynamic-import').map(({ path }) => path),
    ),
  );
  return new Map(
    Object.entries(outputs).map(([path, { entryPoint, imports, exports }]) => [
      basename(path),
      {
        source: entryPoint,
        isEntry: entryPoint !== undefined && !late.has(path),
        next: imports
          .filter(({ kind, external }) => kind === 'import-statement' && !external)
          .map((one) => basename(one.path)),
        exports,
      },
    ]),
  );
}

/** Whether it is one of those sources, or imports one at once. */
function loads({ inputs }, source, wanted) {
  const found = new Set([source]);
  for (const path of found) {
    if (wanted.has(normalize(path))) return true;
    for (const { kind, path: next, external } of inputs[path].imports)
      if (kind !== 'dynamic-import' && !external) found.add(next);
  }
  return false;
}

/** Those files and all that they import at once. */
function reached(files, names) {
  const found = new Set(names);
  for (const name of found) for (const next of files.get(name).next) found.add(next);
  return found;
}

/** The outputs with all members in one file. An entry among them hands on what is there. */
async function merge(outputs, files, members, file) {
  if (members.size === 0) return outputs;
  const numbers = new Map([...members].map((name, index) => [name, index]));
  const needed = new Map([...members].map((name) => [name, new Set()]));
  /** The name by which the one file exports what a member does. */
  const need = (member, exported) => {
    needed.get(member).add(exported);
    return `m${numbers.get(member)}_${exported}`;
  };
  const rest = outputs.flatMap(({ path, text }) => {
    const name = basename(path);
    if (!members.has(name)) return [{ path, text: withImports(text, files, members, need, file) }];
    const { isEntry, exports } = files.get(name);
    if (!isEntry) return [];
    const names = exports.map((exported) => `${need(name, exported)} as ${exported}`);
    return [{ path, text: `export { ${names.join(', ')} } from "./${file}";\n` }];
  });
  const texts = new Map(outputs.map(({ path, text }) => [basename(path), text]));
  const entry = [...needed].map(
    ([name, exported]) =>
      `export { ${[...exported].map((one) => `${one} as m${numbers.get(name)}_${one}`).join(', ')} } from "./${name}";\n`,
  );
  const plugin = {
    name: 'together',
    setup(setup) {
      setup.onResolve({ filter: /^\.\// }, ({ path }) =>
        members.has(basename(path))
          ? { path: basename(path), namespace: 'together' }
          : { path, external: true },
      );
      setup.onLoad({ filter: /^/, namespace: 'together' }, ({ path }) => ({
        contents: withoutLate(texts.get(path), numbers),
      }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents: entry.join(''), sourcefile: file },
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    plugins: [plugin],
    legalComments: 'none',
    write: false,
    logLevel: 'warning',
  });
  return [...rest, { path: join(dirname(outputs[0].path), file), text: outputFiles[0].text }];
}

/** With what is imported of a member imported from the one file. */
function withImports(text, files, members, need, file) {
  const late = text.replaceAll(LATE, (all, from) => {
    if (!members.has(from)) return all;
    const names = files.get(from).exports.map((exported) => `${exported}: all.${need(from, exported)}`);
    return `import("./${file}").then((all) => ({ ${names.join(', ')} }))`;
  });
  return late.replaceAll(IMPORT, (all, names, from) => {
    if (!members.has(from)) return all;
    const parts = (names ?? '').split(',').map((part) => part.trim().split(' as '));
    const renamed = parts
      .filter(([exported]) => exported !== '')
      .map(([exported, local]) => `${need(from, exported)} as ${local ?? exported}`);
    return `import ${renamed.length > 0 ? `{ ${renamed.join(', ')} } from ` : ''}"./${file}";`;
  });
}

/** What a member asks for late of another is there at once. */
function withoutLate(text, numbers) {
  const asked = new Set();
  const rest = text.replaceAll(LATE, (all, name) => {
    if (!numbers.has(name)) return all;
    asked.add(name);
    return `Promise.resolve(late${numbers.get(name)})`;
  });
  return [...asked].map((name) => `import * as late${numbers.get(name)} from "./${name}";\n`).join('') + rest;
}
