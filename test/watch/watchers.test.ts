// The contract of watchers on each backend, and what happens at the limits of the system.
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ChokidarWatcher } from '../../engine/watch/chokidar-watcher.ts';
import { FolderWatcher } from '../../engine/watch/folder-watcher.ts';
import { openWatcher } from '../../engine/watch/open-watcher.ts';
import type { WatchEvent } from '../../engine/watch/port.ts';
import { watcherContract } from './contract.ts';

watcherContract('one fs.watch a folder', async (request) => new FolderWatcher(request));
watcherContract('chokidar, by events', (request) => ChokidarWatcher.open(request, false));
watcherContract('chokidar, by polling', (request) => ChokidarWatcher.open(request, true));

/** How many events the kernel keeps. */
const limit = '/proc/sys/fs/inotify/max_queued_events';
const queue = existsSync(limit) ? Number(readFileSync(limit, 'utf8')) : 16_384;

function pond() {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-watch-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const events: WatchEvent[] = [];
  const first = Promise.withResolvers<WatchEvent>();
  const onEvent = (event: WatchEvent): void => {
    events.push(event);
    if (event.type === 'overflow') first.resolve(event);
  };
  return {
    root,
    first,
    request: { roots: [root], wants: () => true, signals: join(root, '.pipe'), onEvent },
  };
}

describe('a system that lets no more folders be watched', () => {
  test.each([
    ['ENOSPC', 'fs.inotify.max_user_watches', 'sudo sysctl fs.inotify.max_user_watches=524288'],
    ['EMFILE', 'fs.inotify.max_user_instances', 'sudo sysctl fs.inotify.max_user_instances=1024'],
  ])('%s: it polls, and says what the limit is and how to raise it', async (code, limit, way) => {
    const { request } = pond();
    const said: string[] = [];
    await using watcher = await openWatcher(request, {
      poll: false,
      platform: 'linux',
      warn: (...words) => void said.push(words.join(': ')),
      watchFolder: () => {
        throw Object.assign(new Error('no more'), { code });
      },
    });
    expect(watcher.kind).toBe('polling');
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/^watch-limit: /);
    expect(said[0]).toContain(`${limit} is `);
    expect(said[0]).toContain(way);
  });
});

test('more events at once than half the queue of the kernel: everything is to be looked at', async () => {
  const { request, first, root } = pond();
  let tell: ((type: string, name: string) => void) | undefined;
  await using _watcher = new FolderWatcher(request, (path, onEvent) => {
    if (path === root) tell = onEvent;
    return watch(path, onEvent);
  });
  const many = Math.floor(queue / 2) + 1;
  for (let index = 0; index < many; index++) tell!('change', 'frog');
  // Among them may be that of the folder for signals, which was just made.
  const why = expect.stringMatching(new RegExp(`^(${many}|${many + 1}) events at once$`)) as string;
  expect(await first.promise).toMatchObject({ type: 'overflow', why });
});

test('a real flood is noticed, whose last events the kernel drops', async () => {
  const { request, first, root } = pond();
  for (const frog of ['a', 'b']) writeFileSync(join(root, frog), '');
  await using _watcher = new FolderWatcher(request);
  // Without a turn of the event loop in between, so that the queue runs over.
  for (let index = 0; index < queue + 4000; index++)
    utimesSync(join(root, index % 2 === 0 ? 'a' : 'b'), index, index);
  expect((await first.promise).type).toBe('overflow');
});
