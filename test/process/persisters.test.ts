// The persisters: memory, directory of files, store; and reading damaged, old and new checkpoints.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { digestOf } from '../../engine/base/digest.ts';
import { readBundle, writeBundle } from '../../engine/process/bundle.ts';
import { FilePersister } from '../../engine/process/persisters/files.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { StorePersister } from '../../engine/process/persisters/store.ts';
import { persisterContract, sampleBundle } from './contracts/persister.ts';
import { memoryStore } from './memory-store.ts';
import { fault, value } from './rig.ts';

const root = mkdtempSync(join(tmpdir(), 'pipe-checkpoints-'));
let folders = 0;
const folder = (): string => join(root, `books-${folders++}`);
afterAll(() => rmSync(root, { recursive: true, force: true }));

persisterContract('memory', () => new MemoryPersister());
persisterContract('a directory of files', () => value(FilePersister.open(folder())));
persisterContract('a store', () => new StorePersister(memoryStore().store));

describe('files', () => {
  test('B25: a file is replaced whole: another writer that died in between leaves nothing that counts', () => {
    const directory = folder();
    const persister = value(FilePersister.open(directory));
    value(persister.save(sampleBundle('emma', { pages: 1 })));
    const [name = ''] = readdirSync(directory);
    writeFileSync(join(directory, `${name}.999.tmp`), '{"half');
    expect(persister.list()).toEqual([{ pid: 'emma', tag: null }]);
    expect(value(persister.load('emma')).outputs).toEqual({ pages: 1 });
    value(persister.save(sampleBundle('emma', { pages: 2 })));
    expect(readdirSync(directory).filter((each) => each.endsWith('.tmp'))).toEqual([`${name}.999.tmp`]);
  });

  test('every cut and every flipped byte of a file is noticed', () => {
    const text = value(writeBundle(sampleBundle('emma', { title: 'Emma' })));
    for (let at = 0; at < text.length; at++) {
      expect(readBundle(text.slice(0, at)).ok).toBe(false);
      const flipped = `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) ^ 1)}${text.slice(at + 1)}`;
      expect(readBundle(flipped).ok).toBe(false);
    }
  });

  test('a directory that cannot be made is a fault', () => {
    const file = join(root, 'a-file');
    writeFileSync(file, '');
    expect(fault(FilePersister.open(join(file, 'below')))).toMatchObject({ code: 'persister-failed' });
  });

  test('a file is JSON that people can read', () => {
    const directory = folder();
    value(value(FilePersister.open(directory)).save(sampleBundle('emma'), 'draft'));
    const [name = ''] = readdirSync(directory);
    expect(name).toBe('emma@draft.checkpoint.json');
    expect(JSON.parse(readFileSync(join(directory, name), 'utf8'))).toMatchObject({
      bundle: { format: 'pipe.process', version: 1, record: { state: 'created' } },
    });
  });
});

describe('versions', () => {
  const sealed = (bundle: object): string => {
    const inside = JSON.stringify(bundle);
    return `{"digest":"${digestOf(inside)}","bundle":${inside}}`;
  };

  test('a newer one is refused by name', () => {
    expect(fault(readBundle(sealed({ ...sampleBundle('emma'), version: 2 })))).toMatchObject({
      code: 'checkpoint-too-new',
      message: expect.stringContaining('version 2'),
    });
  });

  test('what is not a process is damaged, and says how', () => {
    const record = sampleBundle('emma').record;
    const wrong: readonly (readonly [object, string])[] = [
      [{ format: 'other' }, 'no checkpoint of a process'],
      [{ record: null }, 'no record'],
      [{ record: { ...record, state: 'dreaming' } }, 'no known state'],
      [{ record: { ...record, state: 'running' } }, "'step'"],
      [{ record: { ...record, epoch: -1 } }, "'epoch'"],
      [{ outputs: [] }, 'no outputs'],
      [{ children: null }, 'no children'],
      [{ uuid: 5 }, 'no uuid'],
    ];
    for (const [change, message] of wrong) {
      expect(fault(readBundle(sealed({ ...sampleBundle('emma'), ...change })))).toMatchObject({
        code: 'checkpoint-damaged',
        message: expect.stringContaining(message),
      });
    }
  });
});

describe('the store', () => {
  test('state and checkpoint are written in one transaction: both or neither', () => {
    const memory = memoryStore();
    const persister = new StorePersister(memory.store);
    value(persister.save(sampleBundle('emma')));
    memory.failNext();
    expect(
      fault(
        persister.save(sampleBundle('emma', { pages: 5 }, { ...sampleBundle('emma').record, paused: true })),
      ),
    ).toMatchObject({ code: 'persister-failed' });
    expect(memory.process('emma')).toMatchObject({ paused: false });
    expect(value(persister.load('emma')).outputs).toEqual({});
  });

  test('a tagged checkpoint leaves the state of the process as it is', () => {
    const memory = memoryStore();
    const persister = new StorePersister(memory.store);
    value(persister.save(sampleBundle('emma'), 'draft'));
    expect(memory.process('emma')).toBeUndefined();
  });
});
