// A build compiles the pipeline only if something that it is made from has changed; whether it did is read from its profile.
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { project, type Call, type Project } from '../rig.ts';
import { watchOver } from '../watch/rig.ts';

const CACHE = '.pipe/plan.cache';

const FILES = {
  'pipeline.yaml': `include: [more.yaml]
params: { tone: soft }
tasks:
  bake:
    inputs: { dough: "dough/{name}.txt" }
    outputs: { bread: "bread/{name}.txt" }
    use: ./bake.recipe.yaml
    params: { tone: "{{ tone }}" }
`,
  'more.yaml':
    'tasks: { shop: { inputs: { all: "bread/*.txt" }, outputs: { to: shop/all }, run: "job shop; cat {{ all }} > {{ to }}" } }\n',
  'bake.recipe.yaml': `inputs: { dough: { kind: path } }
outputs: { bread: { kind: path } }
params: { tone: { type: string } }
run: job bake {{ tone }}; cat {{ dough }} > {{ bread }}
`,
  'dough/rye.txt': 'rye\n',
};

async function bakery(more: Readonly<Record<string, string>> = {}): Promise<Project> {
  const shop = project({ ...FILES, ...more });
  expect((await shop.build()).status).toBe(0);
  return shop;
}

/** A build of the default pipeline with what it ran, and whether it compiled. */
async function build(shop: Project, args: readonly string[] = [], call?: Call) {
  const { status, ran, error } = await shop.start(['build', ...args, '--profile', '../trace.json'], call)
    .done;
  return { status, ran, error, compiles: compiles(shop) };
}

function compiles(shop: Project): boolean {
  const trace = readFileSync(shop.path('../trace.json'), 'utf8');
  rmSync(shop.path('../trace.json'));
  expect(trace.includes('compile the pipeline') || trace.includes('take up the plan')).toBe(true);
  return trace.includes('compile the pipeline');
}

describe('a build after an edit of data', () => {
  test('takes up the plan that an earlier one kept', async () => {
    const shop = await bakery();
    shop.put('dough/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake soft', 'shop'], compiles: false });
    shop.put('dough/oat.txt', 'oat\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake soft', 'shop'], compiles: false });
    expect(shop.read('shop/all')).toBe('oat\nmore rye\n');
  });

  test('loads neither the compiler, nor YAML, validators and Liquid', async () => {
    const shop = await bakery();
    shop.put('dough/rye.txt', 'more rye\n');
    const loaded = async (): Promise<string[]> => {
      const folder = join(shop.outside, 'coverage');
      await shop.start(['build', '--force'], { env: { NODE_V8_COVERAGE: folder } }).done;
      const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      rmSync(folder, { recursive: true });
      const urls = texts.flatMap((text) => (JSON.parse(text) as { result: { url: string }[] }).result);
      const paths = urls.flatMap(({ url }) => (url.startsWith('file:') ? [fileURLToPath(url)] : []));
      return HEAVY.filter((part) => paths.some((path) => path.includes(part)));
    };
    expect(await loaded()).toEqual([]);
    rmSync(shop.path(CACHE));
    expect(await loaded()).toEqual(HEAVY.filter((part) => !/liquid|ajv/.test(part)));
  });

  test('has Liquid where a template or a condition needs it', async () => {
    const shop = await bakery({
      'more.yaml': `repositories:
  breads: { type: file, path: "bread/{name}.txt" }
  big: { type: filter, of: breads, where: "size > 4" }
tasks:
  shop: { inputs: { all: { from: big, keys: "*" } }, outputs: { to: shop/all }, run: "job shop {{ all | size }}; cat {{ all }} > {{ to }}" }
  label: { inputs: { bread: big }, outputs: { to: "label/{name}" }, run: "echo {{ key | upcase }} > {{ to }}" }
`,
    });
    shop.put('dough/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ status: 0, ran: ['bake soft', 'shop 1'], compiles: false });
    expect(shop.read('label/rye')).toBe('RYE\n');
    for (const look of ['status', 'ls big', 'clean --dry-run', 'logs shop', 'why label/rye'])
      expect(await shop.pipe(...look.split(' ')), look).toMatchObject({ status: 0 });
  });

  test('goes on with looks, a dry run and a watch over the kept plan', async () => {
    const shop = await bakery();
    expect((await shop.pipe('plan', '--profile', '../trace.json')).status).toBe(0);
    expect(compiles(shop)).toBe(false);
    const { watch } = await watchOver(shop);
    shop.put('more.yaml', FILES['more.yaml'].replace('job shop', 'job market'));
    await watch.until('watch', ({ what }) => what === 'reloaded');
  });
});

const HEAVY = [
  'engine/pipeline/compile.ts',
  'node_modules/yaml/',
  'validators.mjs',
  'node_modules/liquidjs/',
  'node_modules/ajv/',
];

describe('a build compiles', () => {
  test.each([
    ['the pipeline file', 'pipeline.yaml', 'tone: soft', 'tone: loud', ['bake loud']],
    ['a file that it includes', 'more.yaml', 'job shop', 'job mall', ['mall']],
    ['a recipe', 'bake.recipe.yaml', 'job bake', 'job toil', ['toil soft']],
  ] as const)('after an edit of %s', async (_, path, from, to, ran) => {
    const shop = await bakery();
    const before = statSync(shop.path(path));
    shop.put(path, FILES[path].replace(from, to));
    // As long and as old as before, but for the time of the change.
    utimesSync(shop.path(path), before.atime, before.mtime);
    expect(await build(shop)).toMatchObject({ ran, compiles: true });
    shop.put('dough/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ compiles: false });
  });

  test('after an edit and back takes up what it kept before, told of the fault between', async () => {
    const shop = await bakery();
    shop.put('more.yaml', 'tasks: {{\n');
    for (let time = 0; time < 2; time++)
      expect(await build(shop)).toMatchObject({
        status: 2,
        compiles: true,
        error: expect.stringContaining('more.yaml:1'),
      });
    shop.put('more.yaml', FILES['more.yaml']);
    expect(await build(shop)).toMatchObject({ status: 0, ran: [], compiles: false });
  });

  test('for other parameters', async () => {
    const shop = await bakery();
    expect(await build(shop, ['--param', 'tone=loud'])).toMatchObject({ ran: ['bake loud'], compiles: true });
    shop.put('dough/rye.txt', 'more rye\n');
    expect(await build(shop, ['--param', 'tone=loud'])).toMatchObject({
      ran: ['bake loud', 'shop'],
      compiles: false,
    });
    expect(await build(shop)).toMatchObject({ ran: ['bake soft'], compiles: true });
  });

  test('not for another environment, which it does not look at, but jobs run that count it', async () => {
    const shop = await bakery({
      'more.yaml':
        'env: [TONE]\ntasks: { say: { outputs: { to: ./said }, run: "job say ${TONE-}; echo ${TONE-} > {{ to }}" } }\n',
    });
    const env = { TONE: 'loud' };
    expect(await build(shop, [], { env })).toMatchObject({ ran: ['bake soft', 'say loud'], compiles: false });
    expect(await build(shop, [], { env })).toMatchObject({ ran: [], compiles: false });
  });

  test('in a folder that was moved with all its state, in a copy, and through a link', async () => {
    const shop = await bakery();
    cpSync(shop.folder, join(shop.outside, 'copy'), { recursive: true });
    renameSync(shop.folder, join(shop.outside, 'moved'));
    symlinkSync('moved', join(shop.outside, 'linked'));
    mkdirSync(shop.folder);
    for (const name of ['copy', 'moved', 'linked']) {
      writeFileSync(join(shop.outside, name, 'dough/rye.txt'), `${name}\n`);
      const first = await build(shop, ['-C', `../${name}`]);
      expect(first).toMatchObject({ ran: ['bake soft', 'shop'], compiles: true });
      expect(readFileSync(join(shop.outside, name, 'shop/all'), 'utf8')).toBe(`${name}\n`);
      expect(await build(shop, ['-C', `../${name}`, '--force'])).toMatchObject({ compiles: false });
    }
    expect(readdirSync(shop.folder)).toEqual([]);
  });

  test('for a recipe that is gone, a module that is gone, and a folder where a file was', async () => {
    const shop = await bakery({
      'pipeline.yaml': `tasks:
  name: { outputs: { to: ./name }, function: ./name.mjs }
  tool: { outputs: { to: ./tool }, use: ./tool.recipe.yaml }
`,
      'name.mjs': "export default async ({ to }) => { await to.write('1'); };\n",
      'tool.recipe.yaml':
        'outputs: { to: { kind: path } }\nrun: job tool; ls {{ recipe.dir }}/parts > {{ to }}\n',
      parts: 'a file\n',
    });
    expect(await build(shop)).toMatchObject({ ran: [], compiles: false });
    shop.remove('parts');
    shop.put('parts/one.txt', '1\n');
    expect(await build(shop)).toMatchObject({ ran: ['tool'], compiles: true });
    // Now all in the folder counts.
    shop.put('parts/two.txt', '2\n');
    expect(await build(shop)).toMatchObject({ ran: ['tool'], compiles: false });
    shop.put('name.mjs', "export default async ({ to }) => { await to.write('2'); };\n");
    expect(await build(shop)).toMatchObject({ status: 0, compiles: false });
    expect(shop.read('name')).toBe('2');
    shop.remove('name.mjs');
    expect(await build(shop)).toMatchObject({
      status: 2,
      error: expect.stringContaining('name.mjs does not exist'),
    });
  });

  test('where a recipe of its own takes the place of a built-in one', async () => {
    const shop = await bakery({
      'pipeline.yaml':
        'tasks: { sums: { use: checksum-manifest, inputs: { files: "dough/*.txt" }, outputs: { manifest: ./sums } } }\n',
    });
    expect(await build(shop)).toMatchObject({ status: 0, compiles: false });
    // A name without a path is always a built-in one, so this is none.
    shop.put('checksum-manifest/recipe.yaml', 'no recipe');
    shop.put('recipes/checksum-manifest/recipe.yaml', 'no recipe');
    expect(await build(shop)).toMatchObject({ status: 0, compiles: false });
    shop.put(
      'pipeline.yaml',
      shop
        .read('pipeline.yaml')
        .replace('use: check', 'use: ./check')
        .replace('-manifest,', '-manifest/recipe.yaml,'),
    );
    expect(await build(shop)).toMatchObject({ status: 2, compiles: true });
  });

  test('each time where another process is asked what is right', async () => {
    const shop = await bakery({
      'pipeline.yaml':
        'assets: { box: { type: "./box.mjs#Box" } }\ntasks: { name: { outputs: { to: ./name }, assets: [box], function: ./name.mjs } }\n',
      'box.mjs': 'export class Box {}\n',
      'name.mjs': "export default async ({ to }) => { await to.write('1'); };\n",
    });
    expect(await build(shop)).toMatchObject({ status: 0, compiles: true });
    expect(existsSync(shop.path(CACHE))).toBe(false);
  });
});

describe('what is kept', () => {
  test('is written anew where it is damaged, and nothing is said of that', async () => {
    const shop = await bakery();
    const whole = readFileSync(shop.path(CACHE));
    const flipped = Buffer.from(whole);
    flipped[whole.length >> 1]! ^= 4;
    for (const bytes of [
      flipped,
      whole.subarray(0, 100),
      Buffer.alloc(0),
      Buffer.from('pipe-plan-9 of a newer pipe\n'),
    ]) {
      writeFileSync(shop.path(CACHE), bytes);
      expect(await build(shop, ['--force'])).toMatchObject({ status: 0, error: '', compiles: true });
      expect(readFileSync(shop.path(CACHE)).equals(whole)).toBe(true);
    }
  });

  test('is not missed where it cannot be written', async () => {
    const shop = await bakery();
    rmSync(shop.path(CACHE));
    shop.put(`${CACHE}/full`, '');
    for (let time = 0; time < 2; time++)
      expect(await build(shop, ['--force'])).toMatchObject({ status: 0, error: '', compiles: true });
    expect(readdirSync(shop.path('.pipe')).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('holds no secret, only the variable that it comes from', async () => {
    const shop = project({
      'pipeline.yaml':
        'params: { token: { secret: true, env: TOKEN } }\ntasks: { a: { outputs: { to: ./a }, run: "job a; echo {{ token }} | wc -c > {{ to }}" } }\n',
    });
    const call = { env: { TOKEN: 'k3y-of-gold' } };
    await build(shop, [], call);
    const text = shop.read(CACHE);
    expect(text).toContain('TOKEN');
    expect(text).not.toContain('k3y-of-gold');
    expect(await build(shop, ['--force'], { env: { TOKEN: 'other' } })).toMatchObject({
      ran: ['a'],
      compiles: false,
    });
    expect(shop.read('a').trim()).toBe('6');
  });

  test('is of each pipeline file in its own folder', async () => {
    const shop = await bakery({
      'other.yaml': 'tasks: { a: { outputs: { to: ./a }, run: "job a; echo > {{ to }}" } }\n',
    });
    expect(await build(shop, ['-f', 'other.yaml'])).toMatchObject({ ran: ['a'], compiles: true });
    expect(await build(shop, ['-f', 'other.yaml', '--force'])).toMatchObject({ ran: ['a'], compiles: false });
    expect(await build(shop, ['--force'])).toMatchObject({ ran: ['bake soft', 'shop'], compiles: false });
  });

  test('is written by builds alone: a look and a dry run leave nothing, a refused build neither', async () => {
    const shop = project(FILES);
    await shop.pipe('status');
    await shop.pipe('plan');
    expect(existsSync(shop.path(CACHE))).toBe(false);
    await shop.build('no-such-task');
    await shop.build();
    expect(existsSync(shop.path(CACHE))).toBe(true);
  });

  test('does not keep `pipe check` from telling all warnings again', async () => {
    const shop = await bakery({
      'more.yaml':
        'tasks: { mute: { outputs: { to: { to: ./mute, required_for_success: false } }, run: "job mute" } }\n',
    });
    expect(await build(shop, ['--force'])).toMatchObject({ ran: ['bake soft', 'mute'], compiles: false });
    for (let time = 0; time < 2; time++)
      expect((await shop.pipe('check')).error).toContain('the command never names the output "to"');
  });
});
