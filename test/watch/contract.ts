// What every watcher does, whatever it watches with: real files in a folder of their own. Knows no backend.
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { WatchEvent, Watcher, WatchRequest } from '../../engine/watch/port.ts';
import { nextTick } from '../tick.ts';

class Garden {
  readonly root = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-watch-'));
  readonly events: WatchEvent[] = [];
  #look: (() => void) | undefined;

  get request(): WatchRequest {
    return {
      roots: [join(this.root, 'beds')],
      wants: (folder) => !folder.includes('/compost'),
      signals: join(this.root, '.pipe', 'watch'),
      onEvent: (event) => {
        this.events.push(event);
        this.#look?.();
      },
    };
  }

  path(path: string): string {
    return join(this.root, path);
  }

  /** Later than all that was done before: who polls compares times. */
  put(path: string, text = path): void {
    nextTick(this.root);
    mkdirSync(dirname(this.path(path)), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** Resolves when a hint has led to that path, by its name or by that of a folder around it. */
  async hinted(path: string): Promise<void> {
    const absolute = this.path(path);
    const found = (): boolean =>
      this.events.some(
        (event) =>
          (event.type === 'path' && event.path === absolute) ||
          (event.type === 'tree' && `${absolute}/`.startsWith(`${event.path}/`)),
      );
    await new Promise<void>((resolve) => {
      this.#look = () => {
        if (found()) resolve();
      };
      this.#look();
    });
  }

  /** Forgets what was told so far. */
  async rest(): Promise<void> {
    this.put('beds/marker');
    await this.hinted('beds/marker');
    rmSync(this.path('beds/marker'));
    this.events.length = 0;
  }
}

export function watcherContract(name: string, open: (request: WatchRequest) => Promise<Watcher>): void {
  async function garden() {
    const made = new Garden();
    for (const bed of ['roses', 'herbs/thyme', 'herbs/sage', '.git/head', 'compost/peel', '.pipe-stage/x'])
      made.put(`beds/${bed}`);
    const watcher = await open(made.request);
    nextTick(made.root);
    onTestFinished(async () => {
      await watcher[Symbol.asyncDispose]();
      rmSync(made.root, { recursive: true, force: true });
    });
    return { made, watcher };
  }

  describe(`a watcher: ${name}`, () => {
    test('hints at a file that is written, also twice', async () => {
      const { made } = await garden();
      made.put('beds/herbs/sage', 'silver sage');
      await made.hinted('beds/herbs/sage');
      await made.rest();
      made.put('beds/herbs/sage', 'purple sage, which is longer');
      await made.hinted('beds/herbs/sage');
    });

    test('hints at files that come and go', async () => {
      const { made } = await garden();
      made.put('beds/tulips');
      await made.hinted('beds/tulips');
      await made.rest();
      rmSync(made.path('beds/herbs/thyme'));
      await made.hinted('beds/herbs/thyme');
    });

    test('hints at both ends of a rename, and at a file that another is renamed over', async () => {
      const { made } = await garden();
      made.put('beds/roses.new', 'white roses');
      await made.hinted('beds/roses.new');
      renameSync(made.path('beds/roses.new'), made.path('beds/roses'));
      await made.hinted('beds/roses');
      renameSync(made.path('beds/herbs/thyme'), made.path('beds/herbs/lemon-thyme'));
      await made.hinted('beds/herbs/thyme');
      await made.hinted('beds/herbs/lemon-thyme');
    });

    test('finds what lies in a new folder, however soon it got there', async () => {
      const { made } = await garden();
      made.put('beds/trees/fruit/apple/cox');
      await made.hinted('beds/trees/fruit/apple/cox');
      made.put('beds/trees/fruit/pear');
      await made.hinted('beds/trees/fruit/pear');
      await made.rest();
      made.put('beds/trees/fruit/apple/cox', 'another cox');
      await made.hinted('beds/trees/fruit/apple/cox');
    });

    test('hints at all that lay in a folder that is moved away or removed', async () => {
      const { made } = await garden();
      renameSync(made.path('beds/herbs'), made.path('shed'));
      await made.hinted('beds/herbs/sage');
      await made.rest();
      renameSync(made.path('shed'), made.path('beds/herbs'));
      await made.hinted('beds/herbs/sage');
      await made.rest();
      rmSync(made.path('beds/herbs'), { recursive: true });
      await made.hinted('beds/herbs/sage');
    });

    test('goes on with a folder that was removed and made again', async () => {
      const { made } = await garden();
      rmSync(made.path('beds/herbs'), { recursive: true });
      made.put('beds/herbs/mint');
      await made.hinted('beds/herbs/mint');
      await made.rest();
      made.put('beds/herbs/mint', 'spearmint');
      await made.hinted('beds/herbs/mint');
    });

    test('follows a link to a folder', async () => {
      const { made } = await garden();
      made.put('meadow/clover');
      symlinkSync(made.path('meadow'), made.path('beds/meadow'));
      await made.hinted('beds/meadow/clover');
    });

    test('leaves out .git, what pipe keeps, and folders that do not matter', async () => {
      const { made } = await garden();
      made.put('beds/.git/head', 'elsewhere');
      made.put('beds/.pipe-stage/x', 'elsewhere');
      made.put('beds/compost/peel', 'orange peel');
      await made.rest();
      made.put('beds/compost/deep/peel');
      made.put('beds/roses', 'roses, again');
      await made.hinted('beds/roses');
      expect(
        made.events.filter((event) => 'path' in event && /\.git\/|stage\/|peel/.test(event.path)),
      ).toEqual([]);
    });

    test('can watch one folder more', async () => {
      const { made, watcher } = await garden();
      made.put('shed/spade');
      watcher.add(made.path('shed'));
      let count = 0;
      // A polling watcher needs its time to see the folder first.
      const again = setInterval(() => made.put('shed/spade', `spade ${count++}`), 50);
      await made.hinted('shed/spade');
      clearInterval(again);
    });

    test('knows when it has told everything, or that it cannot know', async () => {
      const { made, watcher } = await garden();
      for (let round = 0; round < 20; round++) {
        made.put(`beds/row-${round}`);
        if (!(await watcher.drained())) return;
        await Promise.race([
          made.hinted(`beds/row-${round}`),
          Promise.resolve().then(() => Promise.reject(new Error('late'))),
        ]);
      }
    });
  });
}
