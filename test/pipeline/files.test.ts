// A compilation looks at nothing but by `Files`: what it was told there is all that its plan depends on. Every call of Node's
// file system and every look at the environment is listened to while pipelines of all kinds are compiled.
import fs from 'node:fs';
import { globSync, readFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, onTestFinished, test } from 'vitest';
import { compilePipeline } from '../../engine/pipeline/compile.ts';
import { Files, isStill } from '../../engine/pipeline/files.ts';
import { makeFolder } from './rig.ts';

const checkout = join(import.meta.dirname, '..', '..');

/** A pipeline that reads all kinds of files. */
const EVERYTHING = {
  'pipeline.yaml': `
include: [parts/maps.yaml, { path: parts/more.yaml, as: more }]
params: { size: 3, token: { secret: true, env: TOKEN } }
repositories:
  records: { type: yaml, path: "records/{name}.yaml", schema: schema.json }
  named: { type: map, of: records, function: ./name.mjs#name }
  big: { type: filter, of: records, where: "size > 3" }
tasks:
  show: { inputs: { record: big }, outputs: { to: "shown/{name}" }, run: "echo {{ record.title | upcase }} > {{ to }}" }
  names: { inputs: { all: { from: named, keys: "*" } }, outputs: { to: build/all }, function: ./name.mjs#all }
  own: { use: ./own.recipe.yaml, inputs: { from: "in/{name}.txt" }, outputs: { to: "out/{name}.txt" } }
  steps: { use: ./steps.recipe.yaml, inputs: { from: "in/{name}.txt" }, outputs: { to: "stepped/{name}.txt" } }
  total: { use: word-totals, inputs: { statistics: "out/*.txt" }, outputs: { totals: ./totals.json } }
`,
  'parts/maps.yaml':
    'tasks: { low: { inputs: { a: in/low.txt }, outputs: { b: ./low }, run: "cp {{ a }} {{ b }}" } }\n',
  'parts/more.yaml':
    'tasks: { far: { inputs: { a: ../low }, outputs: { b: ./far }, exec: [cp, "{{ a }}", "{{ b }}"] } }\n',
  'schema.json': '{"type": "object"}',
  'name.mjs': 'export const name = (key) => key;\nexport const all = () => {};\n',
  'own.recipe.yaml': `
extends: ./base.recipe.yaml
run: sh {{ recipe.dir }}/tools/own.sh {{ from }} > {{ to }}; ls {{ recipe.dir }}/tools
`,
  'base.recipe.yaml':
    'inputs: { from: { kind: path } }\noutputs: { to: { kind: path } }\nparams: { how: { schema: how.json, default: x } }\n',
  'how.json': '{"type": "string"}',
  'tools/own.sh': 'cat "$1"\n',
  'steps.recipe.yaml': `
inputs: { from: { kind: path } }
outputs: { to: { kind: path } }
steps:
  - launch: ./own.recipe.yaml
    inputs: { from: "{{ from }}" }
    outputs: { to: "{{ to }}" }
`,
};

describe('what a compilation looks at', () => {
  test.for([
    ['everything', () => makeFolder(EVERYTHING)],
    ...globSync('recipes/*/example/pipeline.yaml', { cwd: checkout }).map(
      (path) => [path, () => dirname(join(checkout, path))] as const,
    ),
  ] as [string, () => string][])('%s', async ([name, folder]) => {
    const options = { cwd: folder(), recipes: join(checkout, 'recipes') };
    // All modules are loaded then.
    await compilePipeline(options);
    const seen = await listening(() => compilePipeline(options));
    if (!seen.result.ok) throw new Error(JSON.stringify(seen.result.error));
    const { asked } = seen.result.value;
    // Its tube is loaded by another process.
    if (name.includes('csv-groups')) return expect(asked.isAll).toBe(false);
    expect(asked.isAll).toBe(true);
    // By which the package `yaml` prints what it parses.
    expect(seen.environment.filter((variable) => !/^LOG_(TOKENS|STREAM)$/.test(variable))).toEqual([]);
    const known = new Set([...asked.contents.keys(), ...asked.kinds.keys()]);
    expect(seen.paths.filter((path) => !known.has(path))).toEqual([]);
    expect(seen.paths.length).toBeGreaterThan(0);
    return expect(isStill(asked)).toBe(true);
  });

  test('is listened to by a test that hears', async () => {
    const seen = await listening(async () => {
      fs.existsSync('/nowhere');
      void process.env['HOME'];
      await fs.promises.readFile(import.meta.filename);
    });
    expect(seen).toMatchObject({ paths: ['/nowhere', import.meta.filename], environment: ['HOME'] });
  });

  test('is asked for in one file', () => {
    const others = globSync('engine/{pipeline,ports}/**/*.ts', { cwd: checkout }).filter((path) =>
      /node:(fs|os|child_process)|process\.(env|cwd)/.test(readFileSync(join(checkout, path), 'utf8')),
    );
    // The second keeps what was compiled, and the third finds the package that pipe is.
    expect(others.toSorted()).toEqual(
      ['builtin-recipes.ts', 'files.ts', 'kept-plan.ts'].map((name) => `engine/pipeline/${name}`),
    );
  });
});

describe('whether all is as it was', () => {
  const compiled = async (folder: string) => {
    const result = await compilePipeline({ cwd: folder });
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value.asked;
  };

  test.each(Object.keys(EVERYTHING).filter((path) => path !== 'tools/own.sh'))(
    'no, after an edit of %s',
    async (path) => {
      const folder = makeFolder(EVERYTHING);
      const asked = await compiled(folder);
      if (path === 'name.mjs') return expect(asked.contents.has(join(folder, path))).toBe(true);
      const { mtime } = fs.statSync(join(folder, path));
      const text = readFileSync(join(folder, path), 'utf8');
      // As long and as old as before.
      fs.writeFileSync(join(folder, path), text.replace(/[a-z]/, 'Q'));
      fs.utimesSync(join(folder, path), mtime, mtime);
      expect(isStill(asked)).toBe(false);
      fs.writeFileSync(join(folder, path), text);
      expect(isStill(asked)).toBe(true);
      fs.rmSync(join(folder, path));
      return expect(isStill(asked)).toBe(false);
    },
  );

  test('no, where something of another kind lies there, and none of it is waited for', async () => {
    const folder = makeFolder(EVERYTHING);
    const asked = await compiled(folder);
    const put = (path: string, make: (path: string) => void): void => {
      const text = readFileSync(join(folder, path));
      fs.rmSync(join(folder, path));
      make(join(folder, path));
      expect(isStill(asked)).toBe(false);
      fs.rmSync(join(folder, path), { recursive: true });
      fs.writeFileSync(join(folder, path), text);
      expect(isStill(asked)).toBe(true);
    };
    put('tools/own.sh', (path) => fs.mkdirSync(path));
    put('own.recipe.yaml', (path) => fs.mkdirSync(path));
    put('parts/more.yaml', (path) => fs.symlinkSync('maps.yaml', path));
    put('parts/maps.yaml', (path) => fs.symlinkSync('nowhere', path));
  });
});

test('what is another when it is asked for again is no answer to rely on', () => {
  const path = join(makeFolder({ 'a.json': '1' }), 'a.json');
  const [texts, kinds] = [new Files(), new Files()];
  for (let time = 0; time < 2; time++) {
    texts.read(path);
    kinds.kind(path);
  }
  expect([texts.isAll, kinds.isAll]).toEqual([true, true]);
  fs.writeFileSync(path, '2');
  texts.read(path);
  fs.rmSync(path);
  kinds.kind(path);
  expect([texts.isAll, kinds.isAll]).toEqual([false, false]);
});

/** The absolute paths that Node's file system is asked for, and the variables, while `work` runs. */
async function listening<T>(work: () => Promise<T>) {
  const paths = new Set<string>();
  const environment = new Set<string>();
  const undo: (() => void)[] = [];
  const wrap = (owner: Record<string, unknown>): void => {
    for (const [name, original] of Object.entries(owner)) {
      if (typeof original !== 'function' || /^[A-Z_]/.test(name)) continue;
      owner[name] = (...args: unknown[]): unknown => {
        if (typeof args[0] === 'string' || args[0] instanceof URL) paths.add(String(args[0]));
        return (original as (...args: unknown[]) => unknown).apply(owner, args);
      };
      undo.push(() => (owner[name] = original));
    }
  };
  wrap(fs);
  wrap(fs.promises);
  const env = process.env;
  const hear = (name: string | symbol): void => void environment.add(String(name));
  process.env = new Proxy(env, {
    get: (target, name) => (hear(name), target[name as string]),
    has: (target, name) => (hear(name), name in target),
    ownKeys: (target) => (hear('all'), Reflect.ownKeys(target)),
  });
  undo.push(() => (process.env = env));
  const stop = (): void => {
    for (const each of undo.splice(0)) each();
    syncBuiltinESMExports();
  };
  onTestFinished(stop);
  syncBuiltinESMExports();
  try {
    const result = await work();
    return { result, paths: [...paths], environment: [...environment] };
  } finally {
    stop();
  }
}
