// The members of a fan-in as one set: its text, its digest and single members.
import { expect, test } from 'vitest';
import { digestOf, digestOfAll } from '../../engine/base/digest.ts';
import { InputSet } from '../../engine/freshness/inputs.ts';

test('a set tells its text, the digest of that, and its members', () => {
  const set = new InputSet([
    { key: 'emma', fingerprint: 'one' },
    { key: 'persuasion', fingerprint: 'two' },
    { key: 'sanditon', fingerprint: 'three' },
  ]);
  expect(set.text()).toBe('emma\tone\npersuasion\ttwo\nsanditon\tthree\n');
  expect(set.digest).toBe(digestOf(set.text()));
  expect([...set.members()]).toEqual([
    ['emma', 'one'],
    ['persuasion', 'two'],
    ['sanditon', 'three'],
  ]);
  for (const key of ['emma', 'persuasion', 'sanditon'])
    expect(set.fingerprintOf(key)).toBe(set.members().get(key));
  for (const key of ['', 'lady-susan', 'watsons']) expect(set.fingerprintOf(key)).toBeUndefined();
});

test('a set stays what it was when its members change', () => {
  const members = [{ key: 'emma', fingerprint: 'one' }];
  const set = new InputSet(members);
  members[0]!.fingerprint = 'two';
  expect(set.text()).toBe('emma\tone\n');
});

test('keys are found by the order of their bytes', () => {
  const keys = ['a', 'ﬀ', '𝒶'];
  const set = new InputSet(keys.map((key) => ({ key, fingerprint: `of ${key}` })));
  for (const key of keys) expect(set.fingerprintOf(key)).toBe(`of ${key}`);
});

test('the digest of many texts is that of the whole', () => {
  const texts = Array.from({ length: 5000 }, (_, at) => `line ${at} of Northanger Abbey, é and 𝒶\n`);
  expect(digestOfAll(texts)).toBe(digestOf(texts.join('')));
  expect(digestOfAll([])).toBe(digestOf(''));
  expect(digestOfAll(['x'.repeat(16_384)])).toBe(digestOf('x'.repeat(16_384)));
});
