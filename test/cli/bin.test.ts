import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const bin = join(import.meta.dirname, '../../cli/bin.mjs');

function sh(command: string) {
  const env = { ...process.env, NODE: process.execPath, BIN: bin, NO_COLOR: '1', FORCE_COLOR: undefined };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('the process exits with the code of the command', () => {
  expect(sh('"$NODE" "$BIN" --version')).toMatchObject({ status: 0, stderr: '' });
  expect(sh('"$NODE" "$BIN" bild')).toMatchObject({ status: 2, stdout: '' });
});

test('a reader that goes away ends it without a word', () => {
  expect(sh('"$NODE" "$BIN" completion zsh | true')).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('all that was written arrives before the end', () => {
  const { stdout } = sh('"$NODE" "$BIN" completion zsh | { sleep 0.3; cat; }');
  expect(stdout).toMatch(/compdef _pipe pipe; fi\n$/);
});

test('what Node keeps of modules is kept apart for a folder in which nothing is remembered', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pipe-bin-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const kept = join(folder, 'node-compile-cache');
  const run = () =>
    sh(`cd '${folder}' && unset NODE_COMPILE_CACHE && TMPDIR='${folder}' "$NODE" "$BIN" --version`);
  expect(run()).toMatchObject({ status: 0 });
  expect(readdirSync(kept)).toEqual(['pipe-first']);
  mkdirSync(join(folder, '.pipe'));
  writeFileSync(join(folder, '.pipe/idle'), '');
  expect(run()).toMatchObject({ status: 0 });
  expect(readdirSync(kept)).toHaveLength(2);
});
