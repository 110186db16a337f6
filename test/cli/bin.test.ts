import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

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
