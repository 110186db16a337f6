// A build after a few changes looks at the jobs that these concern and spares the rest; where more may have changed than
// that, it decides all anew. Whether it spared any is read from its profile.
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Project } from '../rig.ts';
import { project } from '../rig.ts';

const PIPELINE = `tasks:
  bake:
    inputs: { dough: "dough/{town}/{name}.txt" }
    outputs: { bread: "bread/{town}/{name}.txt" }
    run: job bake {{ key }}; cat {{ dough }} > {{ bread }}
  basket:
    inputs: { breads: { from: "bread/{town}/{name}.txt", keys: "{key}/*" } }
    outputs: { basket: "baskets/{key}.txt" }
    run: job basket {{ key }}; cat {{ breads }} > {{ basket }}
`;

function bakery(more: Readonly<Record<string, string>> = {}, pipeline = PIPELINE): Project {
  const doughs = ['york/rye', 'york/spelt', 'york/oat', 'bath/rye', 'bath/bun'];
  return project({
    'pipeline.yaml': pipeline,
    ...Object.fromEntries(doughs.map((name) => [`dough/${name}.txt`, `${name}\n`])),
    ...more,
  });
}

/** Builds until nothing is left to do and a snapshot says so. */
async function settled(shop: Project): Promise<Project> {
  for (let build = 0; build < 20; build++) {
    const { summary } = await shop.build();
    if (summary!.tasks.every(({ succeeded }) => succeeded === 0) && existsSync(shop.path('.pipe/idle')))
      break;
  }
  shop.ran();
  return shop;
}

/** A build with what it ran, its counts, and whether it spared jobs. */
async function build(shop: Project) {
  const { ran, summary, status } = await shop.build('--profile', '../trace.json');
  const trace = readFileSync(shop.path('../trace.json'), 'utf8');
  rmSync(shop.path('../trace.json'));
  const counts = Object.fromEntries(
    summary!.tasks.map(({ task, upToDate, total }) => [task, `${upToDate}/${total}`]),
  );
  return { status, ran, counts, spares: !trace.includes('list the repositories') };
}

const ALL = { bake: '5/5', basket: '2/2' };

describe('a build of few jobs', () => {
  test('runs what an edit concerns, counts all, and the next goes on from there', async () => {
    const shop = await settled(bakery());
    shop.put('dough/york/rye.txt', 'more rye\n');
    expect(await build(shop)).toEqual({
      status: 0,
      ran: ['bake york/rye', 'basket york'],
      counts: { bake: '4/5', basket: '1/2' },
      spares: true,
    });
    shop.put('dough/bath/bun.txt', 'two buns\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake bath/bun', 'basket bath'], spares: true });
    expect(await build(shop)).toEqual({ status: 0, ran: [], counts: ALL, spares: true });
    expect(shop.read('baskets/york.txt')).toBe('york/oat\nmore rye\nyork/spelt\n');
    expect(shop.read('baskets/bath.txt')).toBe('two buns\nbath/rye\n');
  });

  test('also after one that ran jobs, with no build between them that had nothing to do', async () => {
    const shop = bakery();
    await shop.build();
    shop.put('dough/york/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake york/rye', 'basket york'], spares: true });
  });

  test('stops where a job makes what it made before', async () => {
    const shop = await settled(
      bakery({}, PIPELINE.replace('cat {{ dough }} >', "sed '/^#/d' {{ dough }} >")),
    );
    shop.put('dough/york/rye.txt', '# from the mill\nyork/rye\n');
    expect(await build(shop)).toMatchObject({
      ran: ['bake york/rye'],
      counts: { bake: '4/5', basket: '2/2' },
      spares: true,
    });
  });

  test.each([
    ['edited', (shop: Project) => shop.put('bread/york/rye.txt', 'crumbs\n')],
    ['removed', (shop: Project) => rmSync(shop.path('bread/york/rye.txt'))],
  ])('makes an output anew that was %s', async (_what, change) => {
    const shop = await settled(bakery());
    change(shop);
    expect(await build(shop)).toMatchObject({ ran: ['bake york/rye'], spares: true });
    expect(shop.read('bread/york/rye.txt')).toBe('york/rye\n');
    expect(await build(shop)).toMatchObject({ ran: [], counts: ALL });
  });

  test('sees two edits in one tick, the second while the first is built', async () => {
    const shop = await settled(bakery());
    shop.put('dough/york/rye.txt', 'aaa\n');
    await build(shop);
    const time = new Date();
    for (const text of ['bbb\n', 'ccc\n']) {
      shop.put('dough/york/rye.txt', text);
      utimesSync(shop.path('dough/york/rye.txt'), time, time);
      await build(shop);
      expect(shop.read('baskets/york.txt')).toBe(`york/oat\n${text}york/spelt\n`);
    }
  });

  test('keeps failures: what failed runs again, until it succeeds', async () => {
    const shop = await settled(
      bakery({}, PIPELINE.replace('cat {{ dough }} >', 'grep -h -v stone {{ dough }} >')),
    );
    shop.put('dough/york/rye.txt', 'stone\n');
    expect(await build(shop)).toMatchObject({ status: 1, ran: ['bake york/rye'] });
    expect(await build(shop)).toMatchObject({ status: 1, ran: ['bake york/rye'] });
    shop.put('dough/york/rye.txt', 'york/rye\n');
    expect((await build(shop)).status).toBe(0);
    expect(await build(shop)).toMatchObject({ status: 0, ran: [], counts: ALL });
  });

  test('hears of files that jobs found to be read', async () => {
    const pipeline = `tasks:
  bake:
    inputs: { dough: "dough/{town}/{name}.txt" }
    outputs: { bread: "bread/{town}/{name}.txt" }
    depfile: make
    run: |
      job bake {{ key }}
      cat {{ dough }} salt.txt > {{ bread }}
      echo 'out: salt.txt' > {{ depfile }}
`;
    const shop = await settled(bakery({ 'salt.txt': 'salt\n' }, pipeline));
    shop.put('salt.txt', 'sea salt\n');
    const { ran, spares } = await build(shop);
    expect({ count: ran.length, spares }).toEqual({ count: 5, spares: true });
    shop.put('dough/york/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake york/rye'], spares: true });
    expect(shop.read('bread/york/rye.txt')).toBe('more rye\nsea salt\n');
  });

  test('takes what a disabled task made before as a source, as it is', async () => {
    const shop = await settled(bakery());
    shop.put('pipeline.yaml', PIPELINE.replace('  bake:\n', '  bake:\n    disabled: true\n'));
    await settled(shop);
    shop.put('bread/york/rye.txt', 'crumbs\n');
    expect(await build(shop)).toMatchObject({ ran: ['basket york'], spares: true });
    expect(shop.read('baskets/york.txt')).toBe('york/oat\ncrumbs\nyork/spelt\n');
  });
});

describe('all is decided anew', () => {
  test.each([
    [
      'a key came',
      (shop: Project) => shop.put('dough/york/bun.txt', 'bun\n'),
      ['bake york/bun', 'basket york'],
    ],
    ['a key went', (shop: Project) => rmSync(shop.path('dough/york/rye.txt')), ['basket york']],
    [
      'the pipeline changed',
      (shop: Project) =>
        shop.put('pipeline.yaml', PIPELINE.replace('basket {{ key }};', 'basket {{ key }}; :;')),
      ['basket bath', 'basket york'],
    ],
    ['the state is gone', (shop: Project) => rmSync(shop.path('.pipe'), { recursive: true }), undefined],
  ])('where %s', async (_what, change, ran) => {
    const shop = await settled(bakery());
    shop.put('dough/bath/rye.txt', 'bath/rye\n');
    change(shop);
    const done = await build(shop);
    expect(done).toMatchObject({ status: 0, spares: false });
    if (ran) expect(done.ran).toEqual(ran);
    else expect(done.ran).toHaveLength(7);
  });

  test('where another build came between, whose snapshot is gone', async () => {
    const shop = await settled(bakery());
    copyFileSync(shop.path('.pipe/idle'), shop.path('../idle'));
    shop.put('dough/york/rye.txt', 'more rye\n');
    await shop.build();
    copyFileSync(shop.path('../idle'), shop.path('.pipe/idle'));
    shop.put('dough/bath/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake bath/rye', 'basket bath'], spares: false });
  });

  test('where a job was run by another command, its record forgotten', async () => {
    const shop = await settled(bakery());
    copyFileSync(shop.path('.pipe/idle'), shop.path('../idle'));
    await shop.pipe('clean', 'bake/york/oat');
    copyFileSync(shop.path('../idle'), shop.path('.pipe/idle'));
    shop.put('dough/bath/rye.txt', 'more rye\n');
    const { ran, spares } = await build(shop);
    expect({ ran, spares }).toEqual({
      ran: ['bake bath/rye', 'bake york/oat', 'basket bath'],
      spares: false,
    });
  });

  test('where a bit of the snapshot flipped', async () => {
    const shop = await settled(bakery());
    const whole = readFileSync(shop.path('.pipe/idle'));
    const at = whole.lastIndexOf('york/rye');
    whole.write('bath/rye', at);
    writeFileSync(shop.path('.pipe/idle'), whole);
    shop.put('dough/york/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({ ran: ['bake york/rye', 'basket york'], spares: false });
  });

  test('where a file changed that definitions count', async () => {
    const pipeline = PIPELINE.replace('  basket:\n', '  basket:\n    sources: ["tools/*.sh"]\n');
    const shop = await settled(bakery({ 'tools/pack.sh': 'true\n' }, pipeline));
    appendFileSync(shop.path('tools/pack.sh'), 'true\n');
    shop.put('dough/york/rye.txt', 'more rye\n');
    expect(await build(shop)).toMatchObject({
      ran: ['bake york/rye', 'basket bath', 'basket york'],
      spares: false,
    });
  });

  test('where a link lies in the place of a file', async () => {
    const shop = await settled(bakery({ 'mill.txt': 'from the mill\n' }));
    rmSync(shop.path('dough/york/rye.txt'));
    symlinkSync('../../mill.txt', shop.path('dough/york/rye.txt'));
    expect(await build(shop)).toMatchObject({ ran: ['bake york/rye', 'basket york'], spares: false });
    expect(shop.read('bread/york/rye.txt')).toBe('from the mill\n');
  });
});
