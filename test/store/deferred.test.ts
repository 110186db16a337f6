// Writes that wait for the next: seen at once by the store that made them, by others with what is written after them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';

let folder: string;
let store: Store;
let other: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipe-deferred-'));
  store = open();
  other = open();
});

afterEach(() => {
  store.close();
  other.close();
  rmSync(folder, { recursive: true });
});

describe('what is deferred', () => {
  test('is seen here at once, and by others when it is flushed', () => {
    store.deferred(() => store.putFact('page', 'one'));
    expect([store.fact('page'), other.fact('page')]).toEqual(['one', undefined]);
    store.flush();
    expect(other.fact('page')).toBe('one');
    store.flush();
  });

  test.each([
    ['a transaction', () => store.transaction(() => store.putFact('next', 'two'))],
    ['a lone write', () => store.putFact('next', 'two')],
  ])('is written with %s that follows', (_, write) => {
    store.deferred(() => store.putFact('page', 'one'));
    write();
    expect([other.fact('page'), other.fact('next')]).toEqual(['one', 'two']);
  });

  test('goes on being deferred when more is', () => {
    store.deferred(() => store.putFact('page', 'one'));
    store.deferred(() => store.putFact('next', 'two'));
    expect([other.fact('page'), other.fact('next')]).toEqual([undefined, undefined]);
    store.flush();
    expect([other.fact('page'), other.fact('next')]).toEqual(['one', 'two']);
  });

  test('is part of the transaction that it is made in', () => {
    store.transaction(() => store.deferred(() => store.putFact('page', 'one')));
    expect(other.fact('page')).toBe('one');
  });

  test('is written by closing', () => {
    store.deferred(() => store.putFact('page', 'one'));
    store.close();
    expect(other.fact('page')).toBe('one');
    store = open();
  });

  test('is gone with what follows if that fails, and the store goes on', () => {
    store.deferred(() => store.putFact('page', 'one'));
    const fails = (): void =>
      store.transaction(() => {
        store.putFact('next', 'two');
        throw new Error('the ink ran out');
      });
    expect(fails).toThrow('the ink ran out');
    store.putFact('last', 'three');
    expect(['page', 'next', 'last'].map((name) => other.fact(name))).toEqual([undefined, undefined, 'three']);
  });

  test('is gone if it fails itself, without what was written before', () => {
    store.putFact('page', 'one');
    const fails = (): void =>
      store.deferred(() => {
        store.putFact('page', 'two');
        throw new Error('the ink ran out');
      });
    expect(fails).toThrow('the ink ran out');
    expect([store.fact('page'), other.fact('page')]).toEqual(['one', 'one']);
  });
});

function open(): Store {
  const opened = openDatabase(folder);
  if (!opened.ok) throw new Error(opened.error.message);
  return new Store(opened.value.database);
}
