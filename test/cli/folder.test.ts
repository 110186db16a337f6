import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Finding } from '../../cli/doctor/finding.ts';
import { drive } from './drive.ts';
import { booksPlan } from './fake-session.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('init', () => {
  test('writes a pipeline with its books, and says how to go on', async () => {
    const { code, stdout } = await drive('init demo', {}, { cwd: folder });
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        'wrote demo/pipeline.yaml',
        'wrote demo/books/emma.txt',
        'wrote demo/books/middlemarch.txt',
        'wrote demo/books/moby-dick.txt',
        '',
        'Next:',
        '  cd demo',
        '  pipe build            # counts the words',
        '  pipe build            # again: nothing to do',
        '  pipe why count/emma   # says why; change books/emma.txt and ask again',
        '',
      ].join('\n'),
    );
    const text = readFileSync(join(folder, 'demo/pipeline.yaml'), 'utf8');
    expect(Object.keys((parse(text) as { tasks: object }).tasks)).toEqual(['count', 'total']);
  });

  test('overwrites nothing', async () => {
    mkdirSync(join(folder, 'books'));
    writeFileSync(join(folder, 'books/emma.txt'), 'my own notes');
    const { code, stderr } = await drive('init', {}, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toBe(`error: ${folder} already has books/emma.txt; nothing was written\n`);
    expect(readFileSync(join(folder, 'books/emma.txt'), 'utf8')).toBe('my own notes');
    expect(readdirSync(folder)).toEqual(['books']);
  });

  test('a file in the place of the folder', async () => {
    writeFileSync(join(folder, 'demo'), '');
    const { code, stderr } = await drive('init demo', {}, { cwd: folder });
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: /);
  });
});

describe('doctor', () => {
  const examine = async (line = 'doctor --json', plan = booksPlan()) => {
    const { code, stdout } = await drive(
      line,
      { plan },
      { cwd: folder, env: { PATH: process.env['PATH']! } },
    );
    return { code, findings: JSON.parse(stdout) as Finding[] };
  };
  const about = (findings: readonly Finding[], what: string) =>
    findings.filter((finding) => finding.about === what);

  test('a healthy folder, which stays as it was', async () => {
    const { code, findings } = await examine();
    expect(findings.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(code).toBe(0);
    expect(new Set(findings.map((finding) => finding.about))).toEqual(
      new Set([
        'node',
        'sqlite',
        'shell',
        ...(process.platform === 'linux' ? ['inotify'] : []),
        'file system',
        'state',
        'pipeline',
        'tool',
      ]),
    );
    expect(readdirSync(folder)).toEqual([]);
  });

  test('a line for each finding, with a remedy where one is needed', async () => {
    const { code, stdout } = await drive('doctor', {}, { cwd: folder, env: { PATH: '' } });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ok {4}node: v24/m);
    expect(stdout).toContain(
      'FAIL  tool: awk was not found\n      install it, or add its folder to PATH; used by total\n',
    );
  });

  test('the state of earlier builds', async () => {
    mkdirSync(join(folder, '.pipe'));
    const database = new DatabaseSync(join(folder, '.pipe/state.db'));
    database.exec('PRAGMA user_version = 7; CREATE TABLE book (title)');
    database.close();
    expect(about((await examine()).findings, 'state')).toMatchObject([
      { status: 'ok', message: '.pipe/state.db is sound, version 7' },
    ]);
    writeFileSync(join(folder, '.pipe/state.db'), 'not a database at all, by no means');
    expect(about((await examine()).findings, 'state')).toMatchObject([
      { status: 'fail', remedy: 'remove .pipe/state.db: the next build starts anew' },
    ]);
  });

  test('a program in the pipeline’s own folder', async () => {
    const plan = { ...booksPlan(), root: folder };
    const tools = { ...plan, tasks: plan.tasks.map((task) => ({ ...task, tools: ['./count-words'] })) };
    expect(about((await examine('doctor --json', tools)).findings, 'tool')[0]).toMatchObject({
      status: 'fail',
    });
    writeFileSync(join(folder, 'count-words'), '', { mode: 0o755 });
    expect(about((await examine('doctor --json', tools)).findings, 'tool')[0]).toMatchObject({
      status: 'ok',
    });
  });
});

describe('completion', () => {
  /** What bash would offer for the last word. */
  async function complete(...words: readonly string[]): Promise<string[]> {
    const { stdout: script } = await drive('completion bash');
    const quoted = words.map((word) => `'${word}'`).join(' ');
    const ask = `COMP_WORDS=(${quoted}); COMP_CWORD=${words.length - 1}; _pipe; printf '%s\\n' "\${COMPREPLY[@]}"`;
    return execFileSync('bash', ['--norc', '-c', `${script}\n${ask}`], { cwd: folder, encoding: 'utf8' })
      .split('\n')
      .filter(Boolean)
      .toSorted();
  }

  test.each([
    [['pipe', 'bu'], ['build']],
    [
      ['pipe', '-C', 'shelf', 'pl'],
      ['plan', 'play'],
    ],
    [['pipe', 'build', '--ke'], ['--keep-going']],
    [['pipe', 'build', '--reporter', 'j'], ['json']],
    [
      ['pipe', 'graph', '--format', ''],
      ['dot', 'json', 'mermaid'],
    ],
    [['pipe', 'schema', 're'], ['recipe']],
    [['pipe', 'tub'], ['tube']],
    [
      ['pipe', 'tube', ''],
      ['check', 'graph', 'run'],
    ],
    [['pipe', 'tube', 'run', '--ru'], ['--runner']],
    [
      ['pipe', 'tube', 'graph', '--format', ''],
      ['dot', 'json', 'mermaid'],
    ],
    [['pipe', 'help', 'wh'], ['why']],
    [['pipe', 'build', '-j', ''], []],
  ])('%j', async (words, offered) => {
    expect(await complete(...words)).toEqual(offered);
  });

  test('paths, also with blanks', async () => {
    mkdirSync(join(folder, 'old books'));
    writeFileSync(join(folder, 'old pipeline.yaml'), '');
    expect(await complete('pipe', '-f', 'old')).toEqual(['old books', 'old pipeline.yaml']);
    expect(await complete('pipe', 'build', 'old')).toEqual(['old books', 'old pipeline.yaml']);
    expect(await complete('pipe', 'build', '-C', 'old')).toEqual(['old books']);
  });

  test.each(['bash', 'zsh', 'fish'])('%s: the script names every option', async (shell) => {
    const { code, stdout } = await drive(`completion ${shell}`);
    expect(code).toBe(0);
    expect(stdout).toContain('keep-going');
  });
});
