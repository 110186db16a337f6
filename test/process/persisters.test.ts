// The persisters: memory, directory of files, store; and reading damaged, old and new checkpoints.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { digestOf } from '../../engine/base/digest.ts';
import { readBundle, writeBundle } from '../../engine/process/bundle.ts';
import { created, toFinished } from '../../engine/process/machine.ts';
import { FilePersister } from '../../engine/process/persisters/files.ts';
import { MemoryPersister } from '../../engine/process/persisters/memory.ts';
import { StorePersister } from '../../engine/process/persisters/store.ts';
import { openDatabase } from '../../engine/store/database.ts';
import { Store } from '../../engine/store/store.ts';
import { persisterContract, sampleBundle } from './contracts/persister.ts';
import { memoryStore } from './memory-store.ts';
import { fault, value } from './rig.ts';

const root = mkdtempSync(join(tmpdir(), 'pipe-checkpoints-'));
let folders = 0;
const folder = (): string => join(root, `books-${folders++}`);
const stores: Store[] = [];
afterAll(() => {
  for (const store of stores) store.close();
  rmSync(root, { recursive: true, force: true });
});

function sqlite(): Store {
  const opened = openDatabase(folder());
  if (!opened.ok) throw new Error(opened.error.message);
  const store = new Store(opened.value.database);
  stores.push(store);
  return store;
}

persisterContract('memory', () => new MemoryPersister());
persisterContract('a directory of files', () => value(FilePersister.open(folder())));
persisterContract('a store', () => new StorePersister(memoryStore().store));
persisterContract('SQLite', () => new StorePersister(sqlite().processes));

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

describe('SQLite', () => {
  test('a checkpoint and the state of its process are written in one transaction, or neither', () => {
    const store = sqlite();
    const persister = new StorePersister({
      transaction: (work) => store.processes.transaction(work),
      putProcess: (row) => store.processes.putProcess(row),
      putCheckpoint: () => {
        throw new Error('disk full');
      },
      getCheckpoint: (pid, tag) => store.processes.getCheckpoint(pid, tag),
      listCheckpoints: (pid) => store.processes.listCheckpoints(pid),
      deleteCheckpoint: (pid, tag) => store.processes.deleteCheckpoint(pid, tag),
    });
    expect(fault(persister.save(sampleBundle('emma')))).toMatchObject({ code: 'persister-failed' });
    expect(store.processes.process('emma')).toBeUndefined();
    expect(store.processes.moves('emma')).toEqual([]);
  });

  test('a row with another content than was written is no row', () => {
    const opened = openDatabase(folder());
    if (!opened.ok) throw new Error(opened.error.message);
    const store = new Store(opened.value.database);
    stores.push(store);
    value(new StorePersister(store.processes).save(sampleBundle('emma')));
    opened.value.database.exec(
      "UPDATE checkpoints SET body = replace(body, 'created', 'killed'); UPDATE processes SET state = 'killed'; UPDATE moves SET state = 'killed'",
    );
    expect(fault(new StorePersister(store.processes).load('emma'))).toMatchObject({
      code: 'checkpoint-missing',
    });
    expect(store.processes.processes()).toEqual([]);
    expect(store.processes.moves('emma')).toEqual([]);
  });

  test('history is bounded: what belongs to a run goes with it, and old processes of no run go too', () => {
    const store = sqlite();
    const run = { task: 'count', key: 'emma', attempt: 1, state: 'finished', successful: true } as const;
    const times = { startedAt: 1, endedAt: 2, reason: { type: 'never-built' }, log: '' } as const;
    const persister = new StorePersister(store.processes);
    for (let count = 0; count < 5; count++) {
      const id = store.addRun({ ...run, ...times });
      value(persister.save(sampleBundle(String(id))));
      value(persister.save(sampleBundle(`${id}.1.1`)));
    }
    const ended = { ...created('z', 1), ...toFinished(true), epoch: 1 };
    for (const [index, pid] of ['a', 'b', 'c'].entries())
      value(persister.save(sampleBundle(pid, {}, { ...ended, pid, changedAt: index })));
    store.trimRuns(2);
    expect(persister.list().map(({ pid }) => pid)).toEqual(['4', '4.1.1', '5', '5.1.1', 'b', 'c']);
    expect(store.processes.moves('3.1.1')).toEqual([]);
    expect(store.processes.moves('4.1.1')).toHaveLength(1);
  });
});
