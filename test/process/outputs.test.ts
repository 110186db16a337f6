// Outputs that are emitted while a job runs, the lines in $PIPE_OUT, and named exit statuses.
import { describe, expect, test } from 'vitest';
import { EmissionReader } from '../../engine/process/emission.ts';
import { codeOf, exitCode, exitCodeFault, formatExit, judgeExit } from '../../engine/process/exit-codes.ts';
import { OutputCollector } from '../../engine/process/outputs.ts';
import { ProcessSpec } from '../../engine/process/spec.ts';
import { fault, value } from './rig.ts';

describe('emitted outputs', () => {
  const spec = new ProcessSpec()
    .output('words', { type: 'integer' })
    .output('book.title', { required: false });
  spec.outputNamespace('free', { type: 'integer', required: false });

  test('each is checked as it comes, and the end says which is missing', () => {
    const outputs = new OutputCollector(spec.outputs);
    expect(outputs.check()).toMatchObject([
      {
        code: 'missing-value',
        port: 'outputs.words',
        message: "required value was not provided for 'words'",
      },
    ]);
    expect(fault(outputs.emit('words', 'many'))).toMatchObject({ code: 'wrong-type', port: 'outputs.words' });
    expect(fault(outputs.emit('pages', 5))).toMatchObject({ code: 'no-such-port' });
    expect(value(outputs.emit('words', 5))).toEqual({ dynamic: false });
    expect(value(outputs.emit('free.a.b', 6))).toEqual({ dynamic: true });
    expect(fault(outputs.emit('free.a.b.c', 6))).toMatchObject({ code: 'occupied' });
    expect(outputs.check()).toEqual([]);
    expect(outputs.values).toEqual({ words: 5, free: { a: { b: 6 } } });
  });

  test('an earlier value is replaced; the values are a frozen copy', () => {
    const outputs = new OutputCollector(spec.outputs, { words: 1 });
    value(outputs.emit('words', 2));
    const { values } = outputs;
    value(outputs.emit('words', 3));
    expect(values).toEqual({ words: 2 });
    expect(Object.isFrozen(values)).toBe(true);
  });

  test('names that mean something to JavaScript are no way out', () => {
    const outputs = new OutputCollector(new ProcessSpec().setOutputs({ dynamic: true }).outputs);
    expect(fault(outputs.emit('__proto__.polluted', true))).toMatchObject({ code: 'bad-path' });
    value(outputs.emit('constructor.name', 'text'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(outputs.values).toEqual({ constructor: { name: 'text' } });
  });
});

describe('lines in $PIPE_OUT', () => {
  test('read as they come, in any chunks, with the line of each fault', () => {
    const text = '{"words": 5, "book.title": "Sense ✓"}\n\nnot json\n[1]\n{"pages":1}';
    const bytes = Buffer.from(text);
    const expected = [
      { kind: 'output', line: 1, port: 'words', value: 5 },
      { kind: 'output', line: 1, port: 'book.title', value: 'Sense ✓' },
      { kind: 'fault', line: 3, message: expect.stringContaining('is no JSON') },
      { kind: 'fault', line: 4, message: 'is no JSON object of port names and values' },
      { kind: 'output', line: 5, port: 'pages', value: 1 },
    ];
    for (const size of [1, 2, 3, 7, 1000]) {
      const reader = new EmissionReader();
      const read = [];
      for (let at = 0; at < bytes.length; at += size)
        read.push(...reader.push(bytes.subarray(at, at + size)));
      expect([...read, ...reader.end()]).toEqual(expected);
    }
  });

  test('a job that writes nothing', () => {
    expect([...new EmissionReader().push(''), ...new EmissionReader().end()]).toEqual([]);
  });
});

describe('exit codes', () => {
  const codes = new ProcessSpec()
    .exitCode('NO_TEXT', 3, 'the book {title} has no text', { invalidatesCache: true })
    .exitCode('SKIPPED', 4, 'nothing to do', { ignore: true })
    .exitCode('BROKEN', 5, 'give up', { retry: false }).exitCodes;

  test('say what may be reused, retried and ignored', () => {
    expect(judgeExit(codes, 0)).toEqual({
      successful: true,
      reusable: true,
      retry: false,
      label: null,
      message: null,
    });
    expect(judgeExit(codes, 3)).toMatchObject({
      successful: false,
      reusable: false,
      retry: true,
      label: 'NO_TEXT',
    });
    expect(judgeExit(codes, 4)).toMatchObject({ successful: true, retry: false, label: 'SKIPPED' });
    expect(judgeExit(codes, 5)).toMatchObject({ successful: false, retry: false });
    expect(judgeExit(codes, 99)).toMatchObject({ successful: false, retry: true, label: null });
    expect(judgeExit(codes, 11)).toMatchObject({ label: 'MISSING_OUTPUT' });
  });

  test('are found by status, the spec’s own first, and filled in', () => {
    expect(codeOf({ MINE: exitCode('MINE', 11, 'mine') }, 11)?.label).toBe('MINE');
    const noText = codeOf(codes, 3);
    expect(noText && formatExit(noText, { title: 'Emma' }).message).toBe('the book Emma has no text');
    expect(noText && formatExit(noText, {}).message).toBe('the book {title} has no text');
  });

  test('must be well formed', () => {
    expect(exitCodeFault(exitCode('lower', 1, ''))).toContain('no name');
    expect(exitCodeFault(exitCode('UPPER', -1, ''))).toContain('no integer');
    expect(() => new ProcessSpec().exitCode('UPPER', 1.5, '')).toThrow(
      expect.objectContaining({ code: 'invalid-spec' }),
    );
    expect(() => new ProcessSpec().exit('NOWHERE')).toThrow('there is no exit code NOWHERE');
  });
});
