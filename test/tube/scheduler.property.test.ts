// The scheduler against a naive evaluator on random tubes; and the same with schedulers that were broken on purpose, so
// that it is known what the first would catch.
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as engine from '../../engine/tube/index.ts';
import { checkRandomTubes, type TubeEngine } from './random-tubes.ts';

const checkout = join(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipe-mutants-')));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('random graphs give what a naive evaluator gives', () => checkRandomTubes(engine, 400, 8));

interface Mutant {
  readonly what: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const mutants: readonly Mutant[] = [
  {
    what: 'an optional slot is taken for a required one',
    file: 'scheduler.ts',
    from: 'if (!present && target.required)',
    to: 'if (!present)',
  },
  {
    what: 'a required slot is taken for an optional one',
    file: 'scheduler.ts',
    from: 'if (!present && target.required)',
    to: 'if (!present && !target.required)',
  },
  {
    what: 'stateful nodes run as they come',
    file: 'scheduler.ts',
    from: 'node.order >= 0 && !this.#turns.isOpen(sorter, node)',
    to: 'node.order < -1',
  },
  {
    what: 'items of one map all have their turn at once',
    file: 'turns.ts',
    from: 'if (parent.turns[node.order] !== here.epoch.index) return false;',
    to: '',
  },
  {
    what: 'a map without items leaves its gathers waiting',
    file: 'scheduler.ts',
    from: 'if (node.closer !== null) this.#leaveOut(sorter, node.closer);',
    to: '',
  },
  {
    what: 'a node that is left out tells nobody',
    file: 'scheduler.ts',
    from: 'this.#decide(call.sorter, signal, false);',
    to: '',
  },
  {
    what: 'items do not see what was decided around them before',
    file: 'scheduler.ts',
    from: 'if (state !== UNDECIDED) this.#arrive',
    to: 'if (state === ABSENT) this.#arrive',
  },
  {
    what: 'a gather forgets what its own map brought',
    file: 'special/gather.ts',
    from: 'release ? [...this.#due, ...this.#held] : this.#due',
    to: 'this.#due',
  },
];

test('a copy that was not broken passes', async () => {
  await checkRandomTubes(await mutated('control', 'scheduler.ts', '', ''), 100, 8);
});

test.each(mutants)('caught: $what', async ({ what, file, from, to }) => {
  const broken = await mutated(what.replaceAll(' ', '-'), file, from, to);
  await expect(checkRandomTubes(broken, 400, 8)).rejects.toThrow(/^Property failed after/);
});

/** A copy of the engine's tubes with one place changed. */
async function mutated(name: string, file: string, from: string, to: string): Promise<TubeEngine> {
  const copy = join(folder, name);
  for (const part of ['engine/base', 'engine/model', 'engine/tube', 'schemas'])
    cpSync(join(checkout, part), join(copy, part), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(copy, 'node_modules'));
  const path = join(copy, 'engine/tube', file);
  const source = readFileSync(path, 'utf8');
  if (source.split(from).length !== 2 && from !== '')
    throw new Error(`${file} has not exactly one "${from}"`);
  writeFileSync(path, source.replace(from, to));
  return (await import(/* @vite-ignore */ join(copy, 'engine/tube/index.ts'))) as TubeEngine;
}
