// Texts that many rows share: written once, and never taken for written where they were not.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';

let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-texts-'));
  store = open();
});

afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

describe('a shared text', () => {
  test('is asked for once by job after job', () => {
    let asked = 0;
    const body = (): string => `${++asked}`;
    for (let job = 0; job < 3; job++) store.putText('digest', body);
    expect([asked, store.text('digest')]).toEqual([1, '1']);
  });

  test('is written again after its transaction was rolled back', () => {
    const broken = (): void => {
      store.putText('digest', () => 'body');
      throw new Error('full disk');
    };
    expect(() => store.transaction(broken)).toThrow('full disk');
    expect(store.text('digest')).toBeUndefined();
    store.putText('digest', () => 'body');
    expect(store.text('digest')).toBe('body');
  });

  test('that was deferred is written again when what followed was rolled back with it', () => {
    store.deferred(() => store.putText('digest', () => 'body'));
    const broken = (): void => {
      throw new Error('full disk');
    };
    expect(() => store.transaction(broken)).toThrow('full disk');
    store.putText('digest', () => 'body');
    expect(store.text('digest')).toBe('body');
  });

  test('is there for a store that is opened later, and stays what it was', () => {
    store.putText('digest', () => 'body');
    const later = open();
    later.putText('digest', () => 'another');
    expect(later.text('digest')).toBe('body');
    later.close();
  });

  test('of many is the right one', () => {
    for (let each = 0; each < 2500; each++)
      store.putText(`digest ${each % 1500}`, () => `body ${each % 1500}`);
    expect([store.text('digest 0'), store.text('digest 1499')]).toEqual(['body 0', 'body 1499']);
  });
});

function open(): Store {
  const opened = openDatabase(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return new Store(opened.value.database);
}
