import { expect, test } from 'vitest';
// @ts-expect-error: plain JavaScript, so that every Node runs it
import { withoutImports } from '../../recipes/bundle/builtins.mjs';

const call = (module: string): string => `process.getBuiltinModule("${module}")`;

test.each([
  ['import { readFileSync } from "node:fs";\n', `const { readFileSync } = ${call('node:fs')};\n`],
  [
    'import { join as join2, sep } from "node:path";\n',
    `const { join: join2, sep } = ${call('node:path')};\n`,
  ],
  ['import process2 from "node:process";\n', `const process2 = ${call('node:process')};\n`],
  ['import * as tty from "node:tty";\n', `const tty = ${call('node:tty')};\n`],
  [
    'import os, {\n  cpus,\n  default as again\n} from "node:os";\n',
    `const os = ${call('node:os')};\nconst again = ${call('node:os')};\nconst { cpus } = ${call('node:os')};\n`,
  ],
  ['import { sep } from "path";\n', `const { sep } = ${call('path')};\n`],
  ['import { next } from "node:timers/promises";\n', `const { next } = ${call('node:timers/promises')};\n`],
])('an import of a module of Node becomes a call: %s', (before, after) => {
  expect(withoutImports(before)).toBe(after);
});

test('they come before all else, and nothing else is touched', () => {
  const text = 'import { Dealer } from "zeromq";\nuse(Dealer);\nconst a = `\nimport "node:fs"`;\n';
  expect(withoutImports(text)).toBe(text);
  expect(withoutImports(`first();\nimport { lstatSync } from "node:fs";\nlast();\n`)).toBe(
    `const { lstatSync } = ${call('node:fs')};\nfirst();\nlast();\n`,
  );
});
