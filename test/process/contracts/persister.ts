// What every persister of checkpoints does, whatever it keeps them in: run it on yours. Knows no persister.
import { describe, expect, test } from 'vitest';
import type { Bundle } from '../../../engine/process/bundle.ts';
import { bundleOf } from '../../../engine/process/process-setup.ts';
import { created, toFinished, type ProcessRecord } from '../../../engine/process/machine.ts';
import type { CheckpointPersister } from '../../../engine/process/persister.ts';
import { createRuntime } from '../../../engine/process/runtime.ts';
import { ProcessSpec } from '../../../engine/process/spec.ts';
import { fault, value } from '../rig.ts';

/** A bundle of a process that was created at time 1, with some outputs. */
export function sampleBundle(
  pid: string,
  outputs: Readonly<Record<string, unknown>> = {},
  record: ProcessRecord = created(pid, 1),
): Bundle {
  const setup = {
    spec: new ProcessSpec(),
    runtime: createRuntime(),
    uuid: `uuid-${pid}`,
    parent: null,
    record,
    rawInputs: null,
    inputs: {},
    outputs,
    children: [],
  };
  const members = { values: {}, kinds: {}, class: null, loader: null };
  return bundleOf(
    setup,
    null,
    record,
    { outputs, members, listeners: [], children: [], extra: {} },
    (each) => each,
  );
}

export function persisterContract(name: string, open: () => CheckpointPersister): void {
  describe(`${name} as a persister`, () => {
    test('T88: what was saved without a tag is loaded', () => {
      const persister = open();
      value(persister.save(sampleBundle('emma', { pages: 5 })));
      expect(value(persister.load('emma'))).toEqual(sampleBundle('emma', { pages: 5 }));
    });

    test('T88: the same process and tag again takes its place; tags are apart', () => {
      const persister = open();
      value(persister.save(sampleBundle('emma', { pages: 1 })));
      value(persister.save(sampleBundle('emma', { pages: 2 })));
      value(persister.save(sampleBundle('emma', { pages: 3 }), 'draft'));
      expect(value(persister.load('emma')).outputs).toEqual({ pages: 2 });
      expect(value(persister.load('emma', 'draft')).outputs).toEqual({ pages: 3 });
    });

    test('T88: listed in order, with tags, for one process or all', () => {
      const persister = open();
      for (const [pid, tag] of [
        ['b', null],
        ['a', 'two'],
        ['a', null],
        ['a', 'one'],
        ['a/b.c@d', 'x y'],
      ] as const)
        value(persister.save(sampleBundle(pid), tag));
      const all = [
        ['a', null],
        ['a', 'one'],
        ['a', 'two'],
        ['a/b.c@d', 'x y'],
        ['b', null],
      ].map(([pid, tag]) => ({ pid, tag }));
      expect(persister.list()).toEqual(all);
      expect(persister.listOf('a')).toEqual(all.slice(0, 3));
      expect(persister.listOf('nobody')).toEqual([]);
    });

    test('T88: one tag is deleted, or all of a process', () => {
      const persister = open();
      for (const tag of [null, 'one', 'two']) value(persister.save(sampleBundle('a'), tag));
      value(persister.save(sampleBundle('b')));
      persister.delete('a', 'one');
      expect(persister.listOf('a').map((ref) => ref.tag)).toEqual([null, 'two']);
      persister.deleteAll('a');
      expect(persister.list()).toEqual([{ pid: 'b', tag: null }]);
    });

    test('T114: what is not there is deleted silently, and is a fault to load', () => {
      const persister = open();
      persister.delete('nobody');
      persister.delete('nobody', 'tag');
      persister.deleteAll('nobody');
      expect(fault(persister.load('nobody'))).toMatchObject({ code: 'checkpoint-missing' });
      expect(fault(persister.load('nobody', 'draft')).message).toContain("tagged 'draft'");
    });

    test('a bundle that would not read back is refused, and the old one stays', () => {
      const persister = open();
      value(persister.save(sampleBundle('emma', { pages: 1 })));
      for (const wrong of [new Map(), () => 1, Number.NaN, new Date(0), 1n, undefined]) {
        expect(fault(persister.save(sampleBundle('emma', { pages: [wrong] })))).toMatchObject({
          code: 'not-storable',
          message: expect.stringContaining('outputs.pages.0'),
        });
      }
      expect(value(persister.load('emma')).outputs).toEqual({ pages: 1 });
    });

    test('what is loaded shares nothing with what was saved', () => {
      const persister = open();
      const list = [1];
      value(persister.save(sampleBundle('emma', { list })));
      list.push(2);
      expect(value(persister.load('emma')).outputs).toEqual({ list: [1] });
    });

    test('any text is kept, also names that mean something to JavaScript', () => {
      const persister = open();
      const outputs = JSON.parse(
        '{"__proto__": {"a": 1}, "": "\\u0000\\ud83d\\ude00", "constructor": null}',
      ) as Record<string, unknown>;
      value(persister.save(sampleBundle('emma', outputs)));
      expect(JSON.stringify(value(persister.load('emma')).outputs)).toBe(JSON.stringify(outputs));
    });

    test('the state is in the bundle', () => {
      const persister = open();
      const ended: ProcessRecord = { ...created('emma', 1), ...toFinished(true, { pages: 5 }), epoch: 2 };
      value(persister.save(sampleBundle('emma', {}, ended)));
      expect(value(persister.load('emma')).record).toEqual(ended);
    });
  });
}
