// Which program runs, down to its build, seen in copies of the few files that tell it.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { expect, onTestFinished, test } from 'vitest';
import { programDigest } from '../../engine/base/program.ts';

const checkout = join(import.meta.dirname, '..', '..');

/** Prints the digest after something was done to the program. */
const ASK = `
import { writeFileSync } from 'node:fs';
import { programDigest } from './program.ts';
if (process.argv[2]) writeFileSync(process.argv[2], '// edited');
// As if it had begun long after the files were made.
process.uptime = () => Number(process.argv[3]);
process.stdout.write(String(programDigest('1')));
`;

function program() {
  const root = mkdtempSync(join(tmpdir(), 'pipe-program-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const base = join(root, 'engine', 'base');
  mkdirSync(join(root, 'schemas'));
  for (const name of ['program.ts', 'digest.ts', 'walk.ts'])
    cpSync(join(checkout, 'engine', 'base', name), join(base, name));
  writeFileSync(join(base, 'ask.ts'), ASK);
  writeFileSync(join(root, 'schemas', 'a.json'), '{}');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  return (edited = '', uptime = -10): string =>
    execFileSync(process.execPath, [join(base, 'ask.ts'), edited && join(root, edited), String(uptime)], {
      encoding: 'utf8',
    });
}

test('a program is the same until its version or one of its files is another', () => {
  expect(programDigest('1')).toBe(programDigest('1'));
  expect(programDigest('1')).not.toBe(programDigest('2'));
  const ask = program();
  const digests = [ask(), ask('engine/base/walk2.ts'), ask('schemas/a.json'), ask('package-lock.json')];
  expect(new Set(digests).size).toBe(4);
  expect(digests).not.toContain('undefined');
  expect(ask()).toBe(digests.at(-1));
});

test('a program whose files are younger than its process is no known one', () => {
  const ask = program();
  expect(ask('schemas/a.json', 10)).toBe('undefined');
  expect(ask('schemas/a.json', -10)).not.toBe('undefined');
});
