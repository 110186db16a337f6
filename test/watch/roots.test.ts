// What a watch does when the ground moves: its own folder made anew or unmounted, a clock that is set.
import { cpSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { smallDisk } from '../right/small-disk.ts';
import { clock } from '../clock.ts';
import { project } from '../rig.ts';
import { copies, watched, watchOver } from './rig.ts';

const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };

describe('row 39: the folder of the pipeline', () => {
  test('row 39: removed and made again with the same files: the watch ends and says so', async () => {
    const { desk, watch } = await watched(two);
    cpSync(desk.folder, `${desk.outside}/kept`, {
      recursive: true,
      filter: (path) => !path.includes('.pipe'),
    });
    rmSync(desk.folder, { recursive: true, force: true, maxRetries: 9 });
    cpSync(`${desk.outside}/kept`, desk.folder, { recursive: true });
    const { status, out, error } = await watch.done;
    expect(status).toBe(2);
    expect(`${out}${error}`).toContain('is not there any more');
    desk.ran();
    expect(await desk.build()).toMatchObject({ status: 0 });
    expect(desk.read('out/all.txt')).toBe('a\nb\n');
  });

  test('row 39: another one in its place: the watch ends, and leaves that as it is', async () => {
    const { desk, watch } = await watched(two);
    mkdirSync(`${desk.outside}/next/in`, { recursive: true });
    desk.ran();
    renameSync(desk.folder, `${desk.outside}/before`);
    renameSync(`${desk.outside}/next`, desk.folder);
    const { status, out, error } = await watch.done;
    expect(status).toBe(2);
    expect(`${out}${error}`).toContain('is not there any more');
    expect(desk.ran()).toEqual([]);
    expect(desk.tree('')).toEqual({});
  });

  test.skipIf(process.platform !== 'linux')(
    'row 39: unmounted: the watch ends and says so',
    async (context) => {
      const desk = project({});
      const disk = smallDisk(desk.folder, 4_000_000, context);
      for (const [path, text] of Object.entries(two)) desk.put(path, text);
      const { watch } = await watchOver(desk);
      disk.unmount();
      const { status, out, error } = await watch.done;
      expect(status).toBe(2);
      expect(`${out}${error}`).toContain('is not there any more');
    },
  );
});

describe('a clock that is set while a watch looks on', () => {
  const DAY = 86_400_000;

  test.each([
    ['back', -DAY],
    ['forward', DAY],
  ])(
    '%s: everything is looked at, nothing runs for it, and changes are seen as before',
    async (_where, step) => {
      const desk = project(two);
      const { env, set } = clock(desk);
      const { watch, built } = await watchOver(desk, [], env);
      desk.ran();
      set(step);
      const looked = await watch.until('watch', ({ detail }) => detail.startsWith('the clock jumped'));
      expect(looked.what).toBe('scanned');
      expect(await built()).toMatchObject({ status: 0, ran: [] });
      desk.put('in/a.txt', 'A\n');
      expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy a'] });
      set(0);
      desk.put('in/a.txt', 'B\n');
      expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy a'] });
      expect(desk.read('out/all.txt')).toBe('B\nb\n');
    },
  );
});
