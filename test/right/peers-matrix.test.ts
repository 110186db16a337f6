// The rows of the matrix with the peers that are installed here: what docs/correctness.md says of them is what they
// do. Their build files say all that they can: ninja's has `restat` with a command that leaves an equal output alone, and names
// the inputs anew before each build. The count of jobs comes from the jobs.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { readFileSync, readdirSync, utimesSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { until } from '../gate.ts';
import { isAlive, signal } from '../processes.ts';
import { checkout, project, type Project } from '../rig.ts';
import { nextTick } from '../tick.ts';

interface Commands {
  /** Shell text before A's own, and after it has read its inputs. */
  readonly before?: string;
  readonly after?: string;
  readonly fin?: string;
}

interface Peer {
  readonly program: string;
  /** Of the table. */
  readonly column: string;
  readonly version: string;
  readonly args: readonly string[];
  /** After it was killed. */
  readonly unlock?: readonly string[];
  readonly write: (desk: Project, commands: Commands) => void;
}

const cat = 'cat build/mid > build/fin';

const peers: readonly Peer[] = [
  {
    program: 'make',
    column: 'make 4.3',
    version: 'GNU Make 4.3',
    args: ['-s', 'build/fin'],
    write: (desk, { before = '', after = '', fin = cat }) =>
      desk.put(
        'Makefile',
        `build/mid: $(wildcard in/*)\n\tjob A; ${before}cat $^ | sort -u > $@; ${after}:\n` +
          `build/fin: build/mid\n\tjob B; ${fin}\n`,
      ),
  },
  {
    program: 'ninja',
    column: 'ninja 1.11.1 + restat',
    version: '1.11.1',
    args: ['build/fin'],
    write: (desk, { before = '', after = '', fin = cat }) =>
      desk.put(
        'build.ninja',
        `rule a
  command = job A; ${before}cat $in | sort -u > $out.tmp; ${after}if cmp -s $out.tmp $out; then rm $out.tmp; else mv $out.tmp $out; fi
  restat = 1
rule b
  command = job B; ${fin}
build build/mid: a ${readdirSync(desk.path('in'))
          .map((name) => `in/${name}`)
          .join(' ')}
build build/fin: b build/mid
`,
      ),
  },
  {
    program: 'snakemake',
    column: 'Snakemake 7.21',
    version: '7.21',
    args: ['--cores', '1', '--rerun-incomplete', 'build/fin'],
    unlock: ['--unlock'],
    write: (desk, { before = '', after = '', fin = cat }) =>
      desk.put(
        'Snakefile',
        `from glob import glob
rule A:
    input: sorted(glob("in/*"))
    output: "build/mid"
    shell: ${pythonText(`job A; ${before}cat {input} | sort -u > {output}; ${after}:`)}
rule B:
    input: "build/mid"
    output: "build/fin"
    shell: ${pythonText(`job B; ${fin}`)}
`,
      ),
  },
];

/** The shell has a single `$` for the two of make and ninja. */
function pythonText(text: string): string {
  return JSON.stringify(text.replaceAll('$$', '$'));
}

const letters = { 'in/1': 'a\nb\n', 'in/2': 'b\nc\n' };
const text = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
const OLD = 1_000_000;
const OLDER = 900_000;

interface Row {
  readonly change: (desk: Project) => void;
  /** What the files hold afterwards, and the fewest jobs. */
  readonly mid: string;
  readonly fin?: string;
  readonly jobs: readonly string[];
  readonly commands?: Commands;
}

const abc = text('a', 'b', 'c');

const rows: Readonly<Record<string, Row>> = {
  T1: { change: (desk) => edit(desk, 'in/1', letters['in/1']), mid: abc, jobs: [] },
  T2: { change: (desk) => desk.remove('build/fin'), mid: abc, jobs: ['B'] },
  T3: { change: (desk) => desk.remove('build/mid'), mid: abc, jobs: ['A'] },
  T4: { change: (desk) => edit(desk, 'build/fin', 'by hand\n'), mid: abc, jobs: ['B'] },
  T5: { change: (desk) => edit(desk, 'build/mid', 'by hand\n'), mid: abc, jobs: ['A'] },
  T6: {
    change: (desk) => dated(desk, 'in/1', 'a\nx\n', OLDER),
    mid: text('a', 'b', 'c', 'x'),
    jobs: ['A', 'B'],
  },
  T7: {
    change: (desk) => dated(desk, 'in/1', 'a\nd\n', OLD),
    mid: text('a', 'b', 'c', 'd'),
    jobs: ['A', 'B'],
  },
  T8: { change: (desk) => edit(desk, 'in/2', 'c\nz\n'), mid: text('a', 'b', 'c', 'z'), jobs: ['A', 'B'] },
  T8b: { change: (desk) => edit(desk, 'in/2', 'c\nb\na\n'), mid: abc, jobs: ['A'] },
  T9: { change: (desk) => desk.remove('in/2'), mid: text('a', 'b'), jobs: ['A', 'B'] },
  T10: {
    change: () => {},
    commands: { fin: 'tr a-z A-Z < build/mid > build/fin' },
    mid: abc,
    fin: text('A', 'B', 'C'),
    jobs: ['B'],
  },
  T11: {
    change: (desk) => dated(desk, 'in/0', 'old\n', OLD),
    mid: text('a', 'b', 'c', 'old'),
    jobs: ['A', 'B'],
  },
};

/** The cell of the table in docs/correctness.md, without its footnotes. */
function said(row: string, column: string): string | undefined {
  const page = readFileSync(join(checkout, 'docs/correctness.md'), 'utf8');
  const lines = page.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const at = lines.find((cells) => cells.includes(column))!.indexOf(column);
  return lines.find((cells) => cells[1] === row)?.[at]?.replace(/ ?[¹²]/, '');
}

function edit(desk: Project, path: string, content: string): void {
  nextTick(desk.outside);
  desk.put(path, content);
}

function dated(desk: Project, path: string, content: string, time: number): void {
  desk.put(path, content);
  utimesSync(desk.path(path), time, time);
}

function start(desk: Project, { program }: Peer, args: readonly string[]): ChildProcess {
  const PATH = [join(desk.outside, 'bin'), process.env['PATH'] ?? ''].join(delimiter);
  return spawn(program, args, { cwd: desk.folder, env: { PATH, HOME: desk.outside }, stdio: 'ignore' });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => child.once('exit', resolve));
}

async function build(desk: Project, peer: Peer, commands: Commands = {}): Promise<readonly string[]> {
  peer.write(desk, commands);
  nextTick(desk.outside);
  await end(start(desk, peer, peer.args));
  return desk.ran();
}

function fresh(): Project {
  const desk = project({ ...letters, 'build/x': '' });
  desk.remove('build/x');
  for (const path of Object.keys(letters)) utimesSync(desk.path(path), OLD, OLD);
  return desk;
}

/** ✓ right by the fewest jobs, m right by more, ✗ wrong. */
function verdict(
  desk: Project,
  ran: readonly string[],
  { mid, fin = mid, jobs }: Omit<Row, 'change'>,
): string {
  const tree = desk.tree();
  if (tree['build/mid'] === undefined && tree['build/fin'] === fin) return 'keeps it gone';
  if (tree['build/mid'] !== mid || tree['build/fin'] !== fin) return '✗';
  return ran.join() === jobs.join() ? '✓' : 'm';
}

describe.each(peers)('the matrix with $program', (peer) => {
  const told = spawnSync(peer.program, ['--version'], { encoding: 'utf8' });
  const found = told.status === 0 ? told.stdout.split('\n')[0]! : 'nothing';
  beforeEach(({ skip }) =>
    skip(!isOfVersion(found, peer.version), `the table is about ${peer.version}, and here is ${found}`),
  );

  test.each(Object.entries(rows))('%s is as the table says', async (name, row) => {
    const desk = fresh();
    expect(await build(desk, peer)).toEqual(['A', 'B']);
    expect(await build(desk, peer)).toEqual([]);
    row.change(desk);
    expect(verdict(desk, await build(desk, peer, row.commands), row)).toBe(said(name, peer.column));
  });

  test('T12 is as the table says, where one more build follows', async () => {
    const desk = fresh();
    const gate = desk.gate('gate');
    peer.write(desk, { after: `if mkdir ${desk.outside}/once; then cat ${gate.path}; fi; ` });
    const building = start(desk, peer, peer.args);
    await gate.reached();
    edit(desk, 'in/2', 'b\nnew\n');
    gate.open();
    await end(building);
    desk.ran();
    const ran = await build(desk, peer, {
      after: `if mkdir ${desk.outside}/once; then cat ${gate.path}; fi; `,
    });
    const now = { mid: text('a', 'b', 'new'), jobs: ['A', 'B'] };
    expect(verdict(desk, ran, now)).toBe(said('T12', peer.column));
  });

  test('T13 is as the table says', async () => {
    const desk = fresh();
    const gate = desk.gate('gate');
    const pid = join(desk.outside, 'pid');
    const wait = `if mkdir ${desk.outside}/once; then echo $$$$ > ${pid}; cat ${gate.path}; fi; `;
    const commands = { before: `echo partial > build/mid; ${wait}` };
    peer.write(desk, commands);
    const building = start(desk, peer, peer.args);
    await gate.reached();
    building.kill('SIGKILL');
    await end(building);
    signal(Number(readFileSync(pid, 'utf8')), 'SIGKILL');
    gate.open();
    await until('the job is gone', () => !isAlive(Number(readFileSync(pid, 'utf8'))));
    if (peer.unlock) await end(start(desk, peer, peer.unlock));
    desk.ran();
    const ran = await build(desk, peer, commands);
    expect(verdict(desk, ran, { mid: abc, jobs: ['A', 'B'] })).toBe(said('T13', peer.column));
  });
});

/** 7.21 is 7.21.3 too, and not 7.210. */
function isOfVersion(found: string, version: string): boolean {
  return found === version || found.startsWith(`${version}.`);
}
