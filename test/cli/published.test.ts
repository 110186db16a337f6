// The package as it is installed: the bundle with its packages inside, in a folder of its own. Each call goes through
// another package; what the commands do is tested elsewhere.
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { checkout } from '../rig.ts';

const folder = mkdtempSync(join(tmpdir(), 'pipe-published-'));
const root = join(folder, 'package');

interface Bundling {
  readonly entries: readonly string[];
  readonly alone: readonly string[];
  readonly imports: readonly string[];
  readonly together: readonly string[];
  readonly packages: string;
  readonly builtins: string;
}

beforeAll(() => {
  const plan = parse(readFileSync(join(checkout, 'pipeline.yaml'), 'utf8')) as {
    tasks: { bundle: { params: Bundling } };
  };
  const { entries, alone, imports, together, packages, builtins } = plan.tasks.bundle.params;
  const args = [
    join(root, 'dist'),
    join(folder, 'read.d'),
    'node24',
    packages,
    builtins,
    ...entries,
    '--',
    ...alone,
  ];
  const script = join(checkout, 'recipes/bundle/bundle.mjs');
  const made = node(script, [...args, '--', ...imports, '--', ...together], checkout);
  expect(made).toMatchObject({ status: 0, stderr: '' });
  mkdirSync(join(root, 'cli'));
  cpSync(join(checkout, 'cli/bin.mjs'), join(root, 'cli/bin.mjs'));
  // What is only needed late is asked of the packages themselves.
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  cpSync(join(checkout, 'package.json'), join(root, 'package.json'));
  cpSync(join(checkout, 'schemas'), join(root, 'schemas'), { recursive: true });
  cpSync(join(checkout, 'recipes'), join(root, 'recipes'), { recursive: true });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function node(script: string, args: readonly string[], cwd: string) {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, PIPE_DEBUG: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    timeout: 100_000,
  });
  return { status, stdout, stderr };
}

function project(
  name: string,
  files: Readonly<Record<string, string>>,
): (...args: string[]) => ReturnType<typeof node> {
  const cwd = join(folder, name);
  mkdirSync(cwd);
  for (const [path, text] of Object.entries(files)) writeFileSync(join(cwd, path), text);
  return (...args) => node(join(root, 'cli/bin.mjs'), args, cwd);
}

test('builds by the shell and by functions, and finds nothing to do', () => {
  const pipe = project('work', {
    'pipeline.yaml': `repositories:
  lengths: { type: yaml, path: "length/{name}.yaml" }
tasks:
  copy:
    inputs: { source: "{name}.txt" }
    outputs: { copy: "out/{name}.txt" }
    run: cp {{ source }} {{ copy }}
  length:
    inputs: { copy: "out/{name}.txt" }
    outputs: { length: lengths }
    function: ./length.ts
`,
    'length.ts': `export default async ({ copy, length }) => {
  await length.write({ length: (await copy.text()).length });
};
`,
    'a.txt': 'four',
  });
  expect(pipe('build')).toEqual({ status: 0, stderr: '', stdout: expect.any(String) });
  expect(readFileSync(join(folder, 'work/length/a.yaml'), 'utf8')).toBe('length: 4\n');
  expect(pipe('build').stdout).toMatch(/^nothing to do/);
  expect(pipe('why', 'copy/a')).toMatchObject({ status: 0, stderr: '' });
});

test('compiles a pipeline once for each that is installed, and loads its compiler only then', () => {
  const pipe = project('kept', {
    'pipeline.yaml': `tasks:
  copy: { inputs: { source: "{name}.txt" }, outputs: { copy: "out/{name}.txt" }, run: "cp {{ source }} {{ copy }}" }
`,
    'a.txt': '1',
  });
  const trace = join(folder, 'trace.json');
  /** Of what only a compilation needs, the chunks that a build of all loads. */
  const loaded = (): string[] => {
    const coverage = join(folder, 'coverage');
    process.env['NODE_V8_COVERAGE'] = coverage;
    const done = pipe('build', '--force', '--profile', trace);
    delete process.env['NODE_V8_COVERAGE'];
    expect(done).toMatchObject({ status: 0, stderr: '' });
    const texts = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), 'utf8'));
    rmSync(coverage, { recursive: true });
    return ['compile', 'yaml-package', 'validators', 'liquid-template'].filter((name) =>
      texts.some((text) => text.includes(`dist/${name}-`)),
    );
  };
  const compiling = ['compile', 'yaml-package', 'validators'];
  expect(loaded()).toEqual(compiling);
  expect(loaded()).toEqual([]);
  expect(readFileSync(trace, 'utf8')).toContain('take up the plan');
  // As an installer would.
  writeFileSync(join(root, 'dist/another.mjs'), '');
  expect(loaded()).toEqual(compiling);
});

test('tells of faults in pipelines and tubes', () => {
  const pipe = project('faults', {
    'pipeline.yaml': `tasks:
  hen: { inputs: { in: egg.txt }, outputs: { out: hen.txt }, run: "cp {{ in }} {{ out }}" }
  egg: { inputs: { in: hen.txt }, outputs: { out: egg.txt }, run: "cp {{ in }} {{ out }}" }
`,
    'wrong.tube.yaml': 'nodes: 3\n',
  });
  expect(pipe('check').stderr).toMatch(/egg[^]*hen|hen[^]*egg/);
  expect(pipe('check').stderr).not.toContain('bug');
  const tube = pipe('tube', 'check', 'wrong.tube.yaml');
  expect(tube.status).toBe(2);
  expect(tube.stderr).toMatch(/wrong.tube.yaml:1:8/);
});

test('loads few files to build, and for help none that only builds need', () => {
  const pipe = project('few', {
    'pipeline.yaml': `tasks:
  copy: { inputs: { source: "{name}.txt" }, outputs: { copy: "out/{name}.txt" }, run: "cp {{ source }} {{ copy }}" }
`,
    'a.txt': '1',
  });
  const loadedBy = (...args: string[]): Set<string | undefined> => {
    const coverage = join(folder, 'few-coverage');
    process.env['NODE_V8_COVERAGE'] = coverage;
    expect(pipe(...args)).toMatchObject({ status: 0, stderr: '' });
    delete process.env['NODE_V8_COVERAGE'];
    const texts = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), 'utf8'));
    rmSync(coverage, { recursive: true });
    return new Set(
      texts.flatMap((text) => [...text.matchAll(/dist\/([^/"]+)\.mjs/g)].map(([, name]) => name)),
    );
  };
  pipe('build');
  const loaded = loadedBy('build', '--force');
  const named = [...loaded].filter((name) => !name!.startsWith('chunk-'));
  expect(new Set(named)).toEqual(new Set(['pipe', 'quick', 'together', 'together-shared']));
  expect(loaded.size).toBeLessThan(8);
  expect(loadedBy('--help')).not.toContain('together');
});

test('names the licence of each package that is inside', () => {
  const text = readFileSync(join(root, 'dist/LICENSES.txt'), 'utf8');
  for (const name of ['yaml', 'ajv', 'execa', 'liquidjs', 'chokidar', 'listr2', '@dagrejs/graphlib'])
    expect(text).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
  expect(text).not.toContain('no licence named');
});
