// What a watch does about things that are no plain files. Row 36 of the nasty edges.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { listen } from '../../engine/idle/socket.ts';
import { project } from '../rig.ts';
import type { Done } from '../rig.ts';
import { copies, watched } from './rig.ts';

const two = { 'pipeline.yaml': copies, 'in/a.txt': 'a\n', 'in/b.txt': 'b\n' };
const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

test('a member that is a link: an edit of what it leads to, elsewhere, is an edit of the member', async () => {
  const { desk, built } = await watched(two);
  desk.put('../elsewhere/far.txt', 'far\n');
  symlinkSync(desk.path('../elsewhere/far.txt'), desk.path('in/far.txt'));
  expect((await built()).status).toBe(0);
  expect(desk.read('out/all.txt')).toBe('a\nb\nfar\n');
  desk.ran();
  desk.put('../elsewhere/far.txt', 'farther\n');
  expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy far'] });
  expect(desk.read('out/all.txt')).toBe('a\nb\nfarther\n');
  // Renamed over, as editors do.
  desk.put('../elsewhere/next', 'farthest\n');
  renameSync(desk.path('../elsewhere/next'), desk.path('../elsewhere/far.txt'));
  expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy far'] });
});

describe('row 36: neither file nor folder', () => {
  test('row 36: a fifo, a socket and a device that come and go are no members, and nothing hangs', async () => {
    const { desk, built } = await watched(two);
    desk.ran();
    execFileSync('mkfifo', [desk.path('in/fifo.txt')]);
    symlinkSync('/dev/zero', desk.path('in/zero.txt'));
    await using _server = await listen(desk.path('in'), 'socket.txt', () => {});
    expect(existsSync(desk.path('in/socket.txt'))).toBe(true);
    expect(await built()).toMatchObject({ status: 0, ran: [] });
    rmSync(desk.path('in/fifo.txt'));
    desk.put('in/fifo.txt', 'a file now\n');
    expect(await built()).toMatchObject({ status: 0, ran: ['all', 'copy fifo'] });
    rmSync(desk.path('in/fifo.txt'));
    execFileSync('mkfifo', [desk.path('in/fifo.txt')]);
    expect(await built()).toMatchObject({ status: 0, ran: ['all'] });
    expect(desk.read('out/all.txt')).toBe('a\nb\n');
  });

  test('row 36: an unreadable file fails its own job, by name, until it can be read', async () => {
    const desk = project(two);
    const as = isRoot ? { uid: nobody } : {};
    if (isRoot) execFileSync('chown', ['-R', String(nobody), desk.outside]);
    const watch = desk.start(['watch', '--reporter', 'json'], as);
    await watch.until('watch', ({ what }) => what === 'idle');
    const build = (): Promise<Done> => desk.start(['build'], as).done;
    desk.ran();
    desk.put('../hidden', 'changed\n');
    chmodSync(desk.path('../hidden'), 0);
    if (isRoot) chownSync(desk.path('../hidden'), 0, 0);
    renameSync(desk.path('../hidden'), desk.path('in/b.txt'));
    desk.put('in/a.txt', 'changed\n');
    const { status, summary, ran } = await build();
    expect({ status, ran }).toEqual({ status: 1, ran: ['copy a'] });
    expect(summary?.failures).toMatchObject([
      { job: { task: 'copy', key: 'b' }, failure: { type: 'system', code: 'EACCES' } },
    ]);
    chmodSync(desk.path('in/b.txt'), 0o644);
    expect((await build()).status).toBe(0);
    expect(desk.read('out/all.txt')).toBe('changed\nchanged\n');
    watch.kill('SIGINT');
    await watch.done;
  });
});
