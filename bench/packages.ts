// A hundred packages in chains of ten, each with ten inputs and the output of the package before it, for each tool that
// knows packages, and for pipe as a task each. Runs nothing but git.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const CHAIN = 10;
const INPUTS = 10;

interface Package {
  readonly name: string;
  readonly before: string | undefined;
}

export function writePackages(folder: string, chains: number): void {
  for (const { name } of packagesOf(chains)) {
    const sources = join(folder, 'packages', name, 'src');
    mkdirSync(sources, { recursive: true });
    for (let input = 0; input < INPUTS; input++)
      writeFileSync(join(sources, `${input}.txt`), `${name} ${input}\n`);
  }
  writeFileSync(join(folder, 'pipeline.yaml'), pipeline(chains));
  for (const { name, before } of packagesOf(chains))
    writeFileSync(join(folder, 'packages', name, 'package.json'), JSON.stringify(manifest(name, before)));
  const all = packagesOf(chains).map(({ name }) => `./packages/${name}:build`);
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'packages',
      private: true,
      packageManager: 'npm@11.0.0',
      workspaces: ['packages/*'],
      scripts: { build: 'wireit' },
      wireit: { build: { dependencies: all } },
    }),
  );
}

/** In turbo's packages the script is the command; wireit's are called by its own. */
export function writeTurbo(folder: string, chains: number): void {
  for (const { name, before } of packagesOf(chains)) {
    const { wireit: _, ...plain } = manifest(name, before);
    writeFileSync(
      join(folder, 'packages', name, 'package.json'),
      JSON.stringify({
        ...plain,
        scripts: { build: command(before) },
        ...(before && { dependencies: { [before]: '*' } }),
      }),
    );
  }
  writeFileSync(
    join(folder, 'turbo.json'),
    JSON.stringify({
      tasks: { build: { dependsOn: ['^build'], inputs: ['src/**'], outputs: ['dist/**'] } },
    }),
  );
  writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lockFile(chains)));
  writeFileSync(join(folder, '.gitignore'), 'dist\nnode_modules\n.turbo\n');
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'packages');
}

export function cleanPackages(folder: string, chains: number): void {
  for (const path of ['.pipe', '.turbo', 'node_modules/.cache', '.wireit'])
    if (path !== 'node_modules/.cache' || existsSync(join(folder, 'turbo.json')))
      rmSync(join(folder, path), { recursive: true, force: true });
  for (const { name } of packagesOf(chains))
    for (const path of ['dist', '.wireit', '.turbo'])
      rmSync(join(folder, 'packages', name, path), { recursive: true, force: true });
}

/** The same for ninja and tup, which know files only. */
export function writeRules(folder: string, chains: number): void {
  const rules = packagesOf(chains).map(({ name, before }) => {
    const inputs = Array.from({ length: INPUTS }, (_, input) => `packages/${name}/src/${input}.txt`);
    if (before !== undefined) inputs.push(`packages/${before}/dist/out.txt`);
    return { inputs: inputs.join(' '), output: `packages/${name}/dist/out.txt` };
  });
  const ninja = rules.map(({ inputs, output }) => `build ${output}: cat ${inputs}\n`);
  writeFileSync(join(folder, 'build.ninja'), `rule cat\n command = cat $in > $out\n${ninja.join('')}`);
  const tup = rules.map(({ inputs, output }) => `: ${inputs} |> cat %f > %o |> ${output}\n`);
  writeFileSync(join(folder, 'Tupfile'), tup.join(''));
}

/** Changes an input of a package of the first chain: by default the sixth, so that it and the four after it run. */
export function editPackage(folder: string, round: number, name = 'c0-p5'): void {
  writeFileSync(join(folder, `packages/${name}/src/5.txt`), `edit ${round}\n`);
}

export function packagesOf(chains: number): Package[] {
  return Array.from({ length: chains * CHAIN }, (_, index) => {
    const chain = Math.floor(index / CHAIN);
    const place = index % CHAIN;
    return { name: `c${chain}-p${place}`, before: place === 0 ? undefined : `c${chain}-p${place - 1}` };
  });
}

function command(before: string | undefined): string {
  const inputs = ['src/*.txt', ...(before === undefined ? [] : [`../${before}/dist/out.txt`])];
  return `mkdir -p dist && cat ${inputs.join(' ')} > dist/out.txt`;
}

function manifest(name: string, before: string | undefined) {
  return {
    name,
    version: '1.0.0',
    private: true,
    scripts: { build: 'wireit' },
    wireit: {
      build: {
        command: command(before),
        files: ['src/*.txt'],
        output: ['dist/**'],
        ...(before && { dependencies: [`../${before}:build`] }),
      },
    },
  };
}

function pipeline(chains: number): string {
  const tasks = packagesOf(chains).map(({ name, before }) => {
    const after = before === undefined ? '' : `, before: packages/${before}/dist/out.txt`;
    return `  ${name}:
    inputs: { sources: "packages/${name}/src/*.txt"${after} }
    outputs: { out: packages/${name}/dist/out.txt }
    run: cat {{ sources }}${before === undefined ? '' : ' {{ before }}'} > {{ out }}
`;
  });
  return `tasks:\n${tasks.join('')}`;
}

function lockFile(chains: number) {
  const entries = packagesOf(chains).flatMap(({ name, before }) => [
    [`node_modules/${name}`, { resolved: `packages/${name}`, link: true }],
    [`packages/${name}`, { version: '1.0.0', ...(before && { dependencies: { [before]: '*' } }) }],
  ]);
  const root = { name: 'packages', workspaces: ['packages/*'] };
  return {
    name: 'packages',
    lockfileVersion: 3,
    requires: true,
    packages: { '': root, ...Object.fromEntries(entries) },
  };
}
