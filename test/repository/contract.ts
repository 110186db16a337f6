// What every kind of repository must do, whatever it is made of. Run on each kind; knows none of them.
import { expect, test } from 'vitest';
import type { MaybePromise, Repository, RepositoryFailure } from '../../engine/repository/port.ts';
import type { Result } from '../../engine/base/result.ts';

export interface Subject {
  readonly repository: Repository;
  /** Gives a member one of two values, by whatever means the kind has; `write` itself where it can. */
  readonly make: (key: string, value: 'first' | 'second') => Promise<void>;
  /** Values are bytes that can be read and written. */
  readonly isBytes: boolean;
  /** Two values as bytes. */
  readonly bytes: Readonly<Record<'first' | 'second', Uint8Array>>;
  /** A key that the kind cannot have, if there is one. */
  readonly impossible?: string;
}

export function repositoryContract(open: () => Subject): void {
  test('starts without members', async () => {
    const { repository } = open();
    const listed = await settled(repository.list());
    expect(listed.keys).toEqual([]);
    expect(await repository.has('emma')).toBe(false);
    expect(await settled(repository.fingerprint('emma'))).toBeUndefined();
  });

  test('lists each member once, wherever it was made', async () => {
    const { repository, make } = open();
    const keys = ['emma', 'persuasion', 'a b', "o'clock", '$(x)', '-rf', '📖', 'x'.repeat(200)];
    for (const key of keys) await make(key, 'first');
    const listed = await settled(repository.list());
    expect(listed.keys.toSorted()).toEqual(keys.toSorted());
    for (const key of keys) expect(await repository.has(key), key).toBe(true);
  });

  test('gives equal fingerprints to equal values and others to others', async () => {
    const { repository, make } = open();
    await make('emma', 'first');
    await make('persuasion', 'first');
    const first = await settled(repository.fingerprint('emma'));
    expect(first).toBeTypeOf('string');
    expect(await settled(repository.fingerprint('emma'))).toBe(first);
    expect(await settled(repository.fingerprint('persuasion'))).toBe(first);
    await make('emma', 'second');
    expect(await settled(repository.fingerprint('emma'))).not.toBe(first);
    await make('emma', 'first');
    expect(await settled(repository.fingerprint('emma'))).toBe(first);
  });

  test('forgets a member that is removed, and removes an absent one without complaint', async () => {
    const { repository, make } = open();
    await make('emma', 'first');
    await make('persuasion', 'first');
    expect(await repository.remove('emma')).toEqual({ ok: true, value: undefined });
    expect(await repository.remove('emma')).toEqual({ ok: true, value: undefined });
    expect(await repository.has('emma')).toBe(false);
    expect(await settled(repository.fingerprint('emma'))).toBeUndefined();
    expect((await settled(repository.list())).keys).toEqual(['persuasion']);
  });

  test('gives templates a value: a path even of an absent member, a record only of a present one', async () => {
    const { repository, make } = open();
    const before = await settled(repository.value('emma'));
    await make('emma', 'first');
    const after = await settled(repository.value('emma'));
    expect(after?.type).toMatch(/^(?:path|record)$/);
    if (after?.type === 'path') expect(before).toEqual(after);
    else expect(before).toBeUndefined();
  });

  test('reads what was written, whole', async () => {
    const { repository, isBytes, bytes } = open();
    if (!isBytes) {
      expect((await repository.write('emma', bytes.first)).ok).toBe(false);
      expect((await repository.read('emma')).ok).toBe(false);
      return;
    }
    const absent = await repository.read('emma');
    expect(absent).toMatchObject({ ok: false, error: { code: 'absent' } });
    expect(await repository.write('emma', bytes.first)).toEqual({ ok: true, value: undefined });
    expect(Buffer.from(await settled(repository.read('emma')))).toEqual(Buffer.from(bytes.first));
    expect(await repository.write('emma', bytes.second)).toEqual({ ok: true, value: undefined });
    expect(Buffer.from(await settled(repository.read('emma')))).toEqual(Buffer.from(bytes.second));
    expect((await settled(repository.list())).keys).toEqual(['emma']);
  });

  test.each(['../escape', '/etc/passwd', '.', '..', 'a/../../b', 'new\nline', 'a//b'])(
    'refuses the key %j',
    async (key) => {
      const { repository, bytes } = open();
      expect((await repository.write(key, bytes.first)).ok).toBe(false);
      expect(await repository.has(key)).toBe(false);
      expect((await repository.remove(key)).ok).toBe(true);
      expect((await settled(repository.list())).keys).toEqual([]);
    },
  );

  test('refuses a key that no member of its can have', async () => {
    const { repository, bytes, impossible } = open();
    if (impossible === undefined) return;
    expect((await repository.write(impossible, bytes.first)).ok).toBe(false);
    expect(await repository.has(impossible)).toBe(false);
    expect(await settled(repository.fingerprint(impossible))).toBeUndefined();
  });
}

async function settled<T>(result: MaybePromise<Result<T, RepositoryFailure>>): Promise<T> {
  const value = await result;
  if (!value.ok) throw new Error(value.error.message);
  return value.value;
}
