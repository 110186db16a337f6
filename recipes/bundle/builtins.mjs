// Node's own modules reached by `process.getBuiltinModule` instead of by import. An import of one makes every lazy part of
// it at once, so that its names can be listed: with `node:fs` that takes 5 ms, more than most programs use of it.
// Knows how esbuild prints imports, and no file.
import { builtinModules } from 'node:module';

/** One import of a module of Node's: `import a, { b as c } from "node:x";`, `import * as d from "x";` */
const IMPORT = /^import (?:([\w$]+)(?:, )?)?(?:\* as ([\w$]+)|\{([^}]*)\})? from "((?:node:)?[\w/]+)";\n/gm;

/** Packages may have left out the `node:`. */
const BUILTIN = new Set(builtinModules);

/** For CommonJS packages within a bundle. */
export const REQUIRE =
  "const require = (name) => process.getBuiltinModule(name) ?? process.getBuiltinModule('module').createRequire(import.meta.url)(name);";

/**
 * @param {string} text as esbuild printed it
 * @returns {string} the same program; what was imported is there before anything runs, as imports are
 */
export function withoutImports(text) {
  const calls = [];
  const rest = text.replaceAll(IMPORT, (all, whole, namespace, names, module) => {
    if (!module.startsWith('node:') && !BUILTIN.has(module)) return all;
    const call = `process.getBuiltinModule(${JSON.stringify(module)})`;
    for (const name of [whole, namespace]) if (name !== undefined) calls.push(`const ${name} = ${call};`);
    const parts = (names ?? '').split(',').map((part) => part.trim().split(' as '));
    const named = parts.filter(([name]) => name !== '' && name !== 'default');
    for (const [name, local] of parts) if (name === 'default') calls.push(`const ${local} = ${call};`);
    if (named.length > 0)
      calls.push(`const { ${named.map((part) => part.join(': ')).join(', ')} } = ${call};`);
    return '';
  });
  return calls.map((line) => `${line}\n`).join('') + rest;
}
