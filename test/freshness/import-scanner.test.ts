// The import scanner against texts that are easy to misread, and against modules whose imports Node itself names.
import { describe, expect, test } from 'vitest';
import { scanImports } from '../../engine/freshness/import-scanner.ts';

describe('scanImports finds', () => {
  test.each([
    ['a side effect', `import './ink.ts';`, ['./ink.ts']],
    ['names', `import { nib, type Pen } from "./pen.ts"`, ['./pen.ts']],
    [
      'a default, names and a namespace',
      `import a, { b as c } from './a.js'; import * as d from './d.js'`,
      ['./a.js', './d.js'],
    ],
    [
      'names over lines with comments',
      "import {\n  // './no.ts'\n  a, /* from './no.ts' */\n} from /* here */ './a.ts'",
      ['./a.ts'],
    ],
    ['names that are strings', `import { 'from' as a } from './a.js'`, ['./a.js']],
    ['what is called from', `import from from './a.js'; import { from } from './b.js'`, ['./a.js', './b.js']],
    [
      'what is called type',
      `import type from './a.js'; import type, { b } from './b.js'`,
      ['./a.js', './b.js'],
    ],
    [
      'names of which all are types',
      `import { type A } from './a.ts'; export { type B } from './b.ts'`,
      ['./a.ts', './b.ts'],
    ],
    [
      'exports from',
      `export * from './a.ts'; export * as b from './b.ts'; export { c, default as d } from './c.ts'`,
      ['./a.ts', './b.ts', './c.ts'],
    ],
    ['attributes', `import data from './data.json' with { type: 'json' }`, ['./data.json']],
    [
      'literal calls',
      "await import('./a.ts'); require(\"./b.cjs\"); import(`./c.ts`); import('./d.json', { with: {} })",
      ['./a.ts', './b.cjs', './c.ts', './d.json'],
    ],
    [
      'a spread call',
      `const all = [...require('./a.js'), ...(await import('./b.js')).list]`,
      ['./a.js', './b.js'],
    ],
    ['the promise of a module', `import('./a.ts').then(show)`, ['./a.ts']],
    ['escapes', String.raw`import './a\u0062\x63.ts'; import './it\'s.ts'`, ['./abc.ts', "./it's.ts"]],
    ['letters of any script', `const größe = 1; import 写 from './書/é😀.ts'`, ['./書/é😀.ts']],
    [
      'minified text',
      `import{a}from"./a.js";import*as b from"./b.js";export{a}from"./c.js"`,
      ['./a.js', './b.js', './c.js'],
    ],
    ['an import after a first line for the shell', `#!/usr/bin/env node\nimport './a.js'`, ['./a.js']],
    ['each once', `import './a.js'; import { a } from './a.js'`, ['./a.js']],
    [
      'nothing that comes after without semicolons',
      `export { a }\nimport b from './b.js'\nconst c = 1`,
      ['./b.js'],
    ],
  ])('%s', (_, text, found) => {
    expect(scanImports(text)).toEqual(found);
  });
});

describe('scanImports is not taken in by', () => {
  test.each([
    [
      'type imports',
      `import type { A } from './a.ts'; import type B from './b.ts'; import type * as C from './c.ts'; export type { D } from './d.ts'; export type * from './e.ts'`,
    ],
    [
      'types of modules',
      `let a: import('./a.ts').A; type B = typeof import('./b.ts'); function c(d: import("./d.ts").D<1>) {}`,
    ],
    ['comments', `// import './a.ts'\n/* import './b.ts' */ /** import './c.ts' **/`],
    [
      'strings and templates',
      "const a = \"import './a.ts'\"; const b = 'require(\"./b\")'; const c = `import './c.ts' ${d} import('./e.ts')`",
    ],
    [
      'regular expressions',
      String.raw`const a = /import '.\/a.ts'/; b.match(/["'${'`'}]/g); if (c) /'/.test(import_('./d.ts'))`,
    ],
    [
      'properties and names',
      `a.import('./a.ts'); b?.require('./b'); c.from './c'; const { from } = Array; Array.from('./d.ts')`,
    ],
    ['the meta property', `import.meta.url; new URL('./a.ts', import.meta.url)`],
    ['what only running code knows', `import(name); import('./a/' + name); require(\`./\${name}\`)`],
    ['local exports', `export const a = 1; export default function from() {} export { b }; 'from'; './c.ts'`],
    ['a text that is no script', `'unclosed\n\`open \${ { [ ( /`],
  ])('%s', (_, text) => {
    expect(scanImports(text)).toEqual([]);
  });
});

describe('a slash', () => {
  test.each([
    ['divides', 'const a = b / c; const quote = "\'"'],
    ['divides after a bracket', `a = (b) / c / "'"; d = e[0] / f / 'g'`],
    ['divides after a template', "a = `b` / c / 'd'"],
    ['divides after ++', `a = b++ / c / "'"`],
    ['divides after an object', `a = { b: 1 } / c / 'd'`],
    ['divides after a property called return', `a = b.return / c; d = "'/"`],
    ['begins an expression after return', `function f() { return /'/ }`],
    ['begins an expression after a block', `if (a) { b() } /'/.test(c)`],
    ['begins an expression after the head of if', `if (a) /'/.test(b)`],
    ['begins an expression after an arrow', `a.map((b) => /["'/]/.test(b))`],
    ['stands in a class of an expression', `a = /[/'"]/; b = 1`],
    ['is in a template in a template', "a = `b ${c.map((d) => `<${d / 2}>${/`/.test(d)}`)} '`"],
  ])('%s', (_, text) => {
    expect(scanImports(`${text}\nimport './after.ts'`)).toEqual(['./after.ts']);
  });
});

test('a long string or template is no burden', () => {
  const long = 'x'.repeat(5_000_000);
  expect(
    scanImports(`const a = '${long}', b = \`${long}\`, c = /* ${long} */ 'it\\'s';\nimport './a.ts'`),
  ).toEqual(['./a.ts']);
});
