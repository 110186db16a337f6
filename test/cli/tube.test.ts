// `pipe tube …` as transcripts: results in and out as JSON, faults, graphs, and how a run ends.
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SignalName } from '../../cli/io.ts';
import { until } from '../gate.ts';
import { drive, driveWords, type Transcript } from './drive.ts';

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-cli-tube-')));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const FILES = {
  'nodes.js': `
import { appendFileSync } from 'node:fs';
export function* words() { yield 'plum'; yield 'fig'; }
export function* count() { for (let n = 0; ; n++) yield n; }
export const exclaim = (text, times = 1) => {
  if (text === 'x') throw new RangeError('no x');
  return text + '!'.repeat(times);
};
export const big = () => new Map([['n', 10n], ['set', new Set([1])]]);
const log = (text) => appendFileSync(new URL('./log', import.meta.url), text);
export function* session() { log('up\\n'); yield 1; log('down\\n'); }
export const first = (value, _session) => value;
export const hang = () => new Promise(() => setTimeout(() => {}, 100_000));
`,
  'words.tube.yaml': `
input:
  times: { type: number, default: 2 }
nodes:
  word: { type: ./nodes.js#words }
  loud: { type: ./nodes.js#exclaim, depends: [{ text: word.value }, { times: input.times }] }
  out: { type: return, depends: loud.value }
`,
  'shout.tube.yaml': `
input:
  times: { type: number }
  text: { type: text, scope: process }
nodes:
  loud: { type: ./nodes.js#exclaim, depends: [{ text: input.text }, { times: input.times }] }
  out: { type: return, depends: [{ loud: loud.value }] }
`,
  'endless.tube.yaml': `
assets: { session: { type: ./nodes.js#session, scope: runner } }
nodes:
  count: { type: ./nodes.js#count }
  first: { type: ./nodes.js#first, depends: [count.value, assets.session] }
  out: { type: return, depends: first.value }
`,
  'hang.tube.yaml': `
nodes:
  hang: { type: ./nodes.js#hang }
  out: { type: return, depends: hang.value }
`,
  'big.tube.yaml': `
nodes:
  big: { type: ./nodes.js#big }
  out: { type: return, depends: big.value }
`,
  'faulty.tube.yaml': `
nodes:
  word: { type: ./nodes.js#wrds }
  loud: { type: ./nodes.js#exclaim, depends: word.valu }
  out: { type: return, depends: lout.value }
`,
};

const tube = (line: string, stdin = ''): Promise<Transcript> =>
  drive(`tube ${line}`, {}, { cwd: folder, stdin });

describe('run', () => {
  test.each(['sync', 'async', 'process'])('%s: until the source has no more', async (runner) => {
    expect(await tube(`run words.tube.yaml --runner ${runner}`)).toEqual({
      code: 0,
      stdout: '"plum!!"\n"fig!!"\n',
      stderr: '',
    });
  });

  test.each([
    ['run words.tube.yaml -n 1 -i times=3', '', '"plum!!!"\n'],
    ['run words.tube.yaml --to json', '', '["plum!!",\n "fig!!"]\n'],
    ['run shout.tube.yaml -i times=1 -i text=kiwi -n 2', '', '{"loud":"kiwi!"}\n{"loud":"kiwi!"}\n'],
    [
      'run shout.tube.yaml -i times=1',
      '{"text":"a"}\n\n[{"text":"b"},{"text":"c"}]\n',
      '{"loud":"a!"}\n{"loud":"b!"}\n{"loud":"c!"}\n',
    ],
    ['run shout.tube.yaml -i times=1 --from json --to json', '[\n{"text":"a"}\n]', '[{"loud":"a!"}]\n'],
    ['run shout.tube.yaml -i times=1 --to json', '', '[]\n'],
    ['run big.tube.yaml -n 1', '', '{"n":"10","set":[1]}\n'],
  ])('%s', async (line, stdin, stdout) => {
    expect(await tube(line, stdin)).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('a node that fails exits with 1, after the results before it', async () => {
    const { code, stdout, stderr } = await tube(
      'run shout.tube.yaml -i times=1',
      '{"text":"a"}\n{"text":"x"}\n',
    );
    expect({ code, stdout }).toEqual({ code: 1, stdout: '{"loud":"a!"}\n' });
    expect(stderr).toContain('failed: node loud failed in epoch 1: no x\n');
    expect(stderr).toContain('nodes.js:6:');
    // The stack is the user's: no frame of pipe is in it.
    expect(stderr).not.toContain('/engine/');
  });

  test('without a source, and with all inputs given, it is one epoch; or as many as are asked for', async () => {
    const words = 'run shout.tube.yaml -i times=2 -i text="fig"';
    expect(await tube(words)).toEqual({ code: 0, stdout: '{"loud":"fig!!"}\n', stderr: '' });
    expect((await tube(`${words} -n 2`)).stdout).toBe('{"loud":"fig!!"}\n{"loud":"fig!!"}\n');
  });

  test.each([
    ['run shout.tube.yaml', '', 'the input "times" must be given'],
    ['run words.tube.yaml -i tims=3', '', 'the tube has no input "tims"'],
    ['run shout.tube.yaml -i times=1', 'nope\n', 'error: line 1 of standard input is not JSON'],
    ['run shout.tube.yaml -i times=1', '3\n', 'error: line 1 of standard input is to hold an object'],
    ['run shout.tube.yaml -i times=1', '{}\n', 'error: the input text must be given with each process'],
    ['run missing.tube.yaml', '', 'there is no file '],
    ['run', '', 'error: FILE is missing'],
    ['rum words.tube.yaml', '', 'error: unknown command "tube rum"; did you mean `pipe tube run`?'],
  ])('%s: a call or a file that is wrong exits with 2', async (line, stdin, message) => {
    const { code, stdout, stderr } = await tube(line, stdin);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(message);
  });

  test.each(['sync', 'async', 'process'])(
    '%s: Ctrl-C ends it with 130, and takes everything down',
    async (runner) => {
      writeFileSync(join(folder, 'log'), '');
      const signals: { send?: (signal: SignalName) => void } = {};
      const running = drive(`tube run endless.tube.yaml --runner ${runner}`, {}, { cwd: folder, signals });
      await until('it runs', () => readFileSync(join(folder, 'log'), 'utf8') === 'up\n');
      signals.send!('SIGINT');
      expect((await running).code).toBe(130);
      expect(readFileSync(join(folder, 'log'), 'utf8')).toBe('up\ndown\n');
    },
  );

  test('the second Ctrl-C ends it although a node does not', async () => {
    const signals: { send?: (signal: SignalName) => void } = {};
    const running = drive('tube run hang.tube.yaml', {}, { cwd: folder, signals });
    while (!signals.send) await new Promise(setImmediate);
    signals.send('SIGINT');
    signals.send('SIGINT');
    expect((await running).code).toBe(130);
  });

  test('a reader that goes away is no interrupt', async () => {
    const signals: { send?: (signal: SignalName) => void } = {};
    const running = drive('tube run endless.tube.yaml', {}, { cwd: folder, signals });
    while (!signals.send) await new Promise(setImmediate);
    signals.send('SIGPIPE');
    expect((await running).code).toBe(0);
  });

  test('on a terminal it shows how far it is', async () => {
    const { stderr } = await drive('tube run words.tube.yaml', {}, { cwd: folder, terminal: true });
    expect(stderr).toMatch(/2 epochs, 2 results in \S+, \d+ a second\n$/);
    const quiet = await drive('tube run words.tube.yaml -q', {}, { cwd: folder, terminal: true });
    expect(quiet.stderr).toBe('');
  });
});

describe('check', () => {
  test('tells every fault', async () => {
    const { code, stderr } = await tube('check faulty.tube.yaml');
    expect(code).toBe(2);
    expect(stderr.split('\n')).toEqual([
      'error: ./nodes.js exports no "wrds"',
      'error: the tube has no node "lout"',
      '2 faults',
      '',
    ]);
  });

  test('says what a run must be given', async () => {
    expect((await tube('check words.tube.yaml')).stdout).toBe('valid: words, 3 nodes\n');
    expect((await tube('check shout.tube.yaml')).stdout).toBe('valid: needs times\n');
    expect((await tube('check shout.tube.yaml -i times=2')).stdout).toBe(
      'valid: shout, 2 nodes, needs text\n',
    );
    expect(JSON.parse((await tube('check shout.tube.yaml -i times=2 --json')).stdout)).toEqual({
      valid: true,
      diagnostics: [],
      needs: ['text'],
    });
  });
});

describe('graph', () => {
  test('mermaid', async () => {
    expect((await tube('graph endless.tube.yaml')).stdout).toBe(
      [
        'flowchart LR',
        '  a_session[("assets.session<br>runner")]',
        '  n_count["count<br>./nodes.js#35;count"]',
        '  n_first["first<br>./nodes.js#35;first"]',
        '  n_out["out<br>return"]',
        '  n_count -->|"value"| n_first',
        '  a_session -->|"_session"| n_first',
        '  n_first -->|"0"| n_out',
        '',
      ].join('\n'),
    );
  });

  test('dot and json', async () => {
    expect((await tube('graph words.tube.yaml --format dot')).stdout).toContain(
      'i_times -> n_loud [label="times", style=solid];',
    );
    const graph = JSON.parse((await tube('graph words.tube.yaml --format json')).stdout) as {
      nodes: unknown[];
    };
    expect(graph.nodes[0]).toEqual({ id: 'i_times', kind: 'input', name: 'input.times', detail: 'number' });
  });

  test('of a faulty tube', async () => {
    expect((await tube('graph faulty.tube.yaml')).code).toBe(2);
  });
});

describe('help', () => {
  test.each(['tube', 'tube --help', 'help tube'])('%s lists its commands', async (line) => {
    const { code, stdout, stderr } = await drive(line);
    expect(code).toBe(line === 'tube' ? 2 : 0);
    expect(stdout + stderr).toContain('tube graph  draw the nodes of a tube');
  });

  test.each(['run', 'check', 'graph'])('tube %s has an example', async (name) => {
    const asked = await driveWords(['tube', name, '--help']);
    expect(asked.code).toBe(0);
    expect(asked.stdout).toContain(`  pipe tube ${name}`);
    expect(await driveWords(['help', 'tube', name])).toEqual(asked);
  });

  test('schema tube', async () => {
    expect(JSON.parse((await drive('schema tube')).stdout)).toMatchObject({
      title: expect.any(String) as string,
    });
  });
});
