// The shortest way through a build with nothing to do says what the long way says, and leaves to it whatever is more.
import { existsSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';

const PLAIN = ['--reporter', 'plain'] as const;

async function idleBakery() {
  const shop = project({
    'pipeline.yaml': `tasks:
  bake:
    inputs: { dough: "dough/{key}.txt" }
    outputs: { bread: "build/{key}.txt" }
    run: job {{ dough }}; cp {{ dough }} {{ bread }}
`,
    'dough/rye.txt': 'rye\n',
  });
  // What was only just written is looked at once more.
  let ran = true;
  for (let build = 0; build < 20 && (ran || !existsSync(shop.path('.pipe/idle'))); build++)
    ran = (await shop.build()).summary!.tasks.some(({ succeeded }) => succeeded > 0);
  shop.ran();
  return shop;
}

describe('a build with nothing to do', () => {
  test.each([[[]], [['-j', '4']], [['-j4', '-k']], [['--jobs=2', '--keep-going']]])(
    'says so at once with %j',
    async (words) => {
      const shop = await idleBakery();
      const said = await shop.pipe('build', ...words, ...PLAIN);
      expect(said).toMatchObject({ status: 0, error: '', ran: [] });
      expect(said.out).toMatch(/^nothing to do in \d+ms: 1 up to date\n$/);
    },
  );

  test('is told the same way where the long way looks', async () => {
    const shop = await idleBakery();
    const said = await shop.pipe('build', '-C', '.', ...PLAIN);
    expect(said.out).toMatch(/^nothing to do in \d+ms: 1 up to date\n$/);
  });

  test('is none when something changed, and a wrong call stays wrong', async () => {
    const shop = await idleBakery();
    shop.put('dough/rye.txt', 'more rye\n');
    expect((await shop.pipe('build', '-j', '4', ...PLAIN)).ran).toEqual(['dough/rye.txt']);
    expect((await shop.pipe('build', '-j', '0', ...PLAIN)).status).toBe(2);
    expect((await shop.pipe('build', '-j', ...PLAIN)).status).toBe(2);
    expect((await shop.pipe('build', '4', ...PLAIN)).status).toBe(2);
    rmSync(shop.path('pipeline.yaml'));
    expect((await shop.pipe('build', ...PLAIN)).status).toBe(2);
  });
});
