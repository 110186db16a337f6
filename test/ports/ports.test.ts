// Ports and namespaces: the reference's cases T1–T24, T110, T118, T119, as plain data and pure functions.
import { describe, expect, test } from 'vitest';
import { checkPort } from '../../engine/ports/check.ts';
import {
  defineNamespace,
  definePort,
  EMPTY_NAMESPACE,
  withProperties,
  type NamespaceOptions,
  type PortOptions,
} from '../../engine/ports/define.ts';
import { describeNamespace } from '../../engine/ports/describe.ts';
import { getPort, placeFor, withNamespace, withPort } from '../../engine/ports/namespace.ts';
import { parseValues, populate, project } from '../../engine/ports/populate.ts';
import { printPortFault, type AnyPort, type Port, type PortNamespace } from '../../engine/model/port.ts';
import { ProcessSpec } from '../../engine/process/spec.ts';
import { value, fault } from '../process/rig.ts';

const port = (options: PortOptions = {}): Port => value(definePort('pages', options));
const namespace = (options: NamespaceOptions = {}): PortNamespace => value(defineNamespace('book', options));
const codes = (target: AnyPort, given: unknown, path = 'book'): readonly string[] =>
  checkPort(target, given, path).map((each) => each.code);

describe('ports', () => {
  test('T1: a required port refuses no value, takes any other', () => {
    expect(checkPort(port(), undefined, 'pages')).toMatchObject([
      { code: 'missing-value', port: 'pages', message: "required value was not provided for 'pages'" },
    ]);
    expect(codes(port(), 5)).toEqual([]);
  });

  test('T2: a type is a JSON Schema; a boolean is no integer', () => {
    expect(codes(port({ type: 'integer' }), 5)).toEqual([]);
    expect(codes(port({ type: 'integer' }), 'a')).toEqual(['wrong-type']);
    expect(codes(port({ type: 'integer' }), true)).toEqual(['wrong-type']);
    expect(codes(port({ type: { type: 'integer', minimum: 20 } }), 5)).toEqual(['wrong-type']);
    expect(checkPort(port({ type: 'integer' }), 'a', 'inputs.pages')[0]?.message).toContain(
      "value 'pages' is not of the right type. Got string, expected integer",
    );
    expect(fault(definePort('pages', { type: 'intger' }))).toMatchObject([{ code: 'bad-type' }]);
  });

  test('T3: a validator gets the value and the port, and says what is wrong or nothing', () => {
    const seen: unknown[] = [];
    const odd = port({
      validator: (given: number, of) => (seen.push([given, of.tag]), given % 2 === 1 ? null : 'must be odd'),
    });
    expect(codes(odd, 5)).toEqual([]);
    expect(checkPort(odd, 4, 'pages')).toMatchObject([{ code: 'invalid-value', message: 'must be odd' }]);
    expect(seen).toEqual([
      [5, 'port'],
      [4, 'port'],
    ]);
    expect(codes(port({ validator: () => 7 as never }), 5)).toEqual(['bad-validator']);
    expect(
      codes(
        port({
          validator: () => {
            throw new Error('no');
          },
        }),
        5,
      ),
    ).toEqual(['bad-validator']);
  });

  test('T3: a validator may be an expression', () => {
    const some = port({ validator: { expression: 'value > 3 and value < 10', message: 'between 3 and 10' } });
    expect(codes(some, 5)).toEqual([]);
    expect(checkPort(some, 12, 'pages')).toMatchObject([
      { code: 'invalid-value', message: 'between 3 and 10' },
    ]);
    expect(fault(definePort('pages', { validator: { expression: '' } }))).toMatchObject([
      { code: 'bad-validator' },
    ]);
  });

  test('T4: no validator is asked about a value that an optional port did not get', () => {
    expect(codes(port({ required: false, validator: () => 'never' }), undefined)).toEqual([]);
  });

  test('T5: a default makes a port optional and must itself be valid', () => {
    const withDefault = port({ default: 5 });
    expect(withDefault).toMatchObject({ required: false, fallback: { kind: 'value', value: 5 } });
    expect(fault(definePort('pages', { default: 4, type: 'string' }))).toMatchObject([
      { code: 'bad-default', message: expect.stringContaining('Invalid default value') },
    ]);
  });

  test('T6: what a generator makes is checked when it is made, not before', () => {
    const late = port({ generate: () => 'text', type: 'integer' });
    const inputs = value(withPort(EMPTY_NAMESPACE, 'pages', late));
    expect(fault(parseValues(inputs, {}, 'inputs'))).toMatchObject([
      { code: 'wrong-type', port: 'inputs.pages' },
    ]);
  });

  test('T7: a function that is passed as a value is a value, and is not called', () => {
    const open = value(withPort(EMPTY_NAMESPACE, 'render', port()));
    const render = (): never => {
      throw new Error('called');
    };
    expect(value(parseValues(open, { render }, 'inputs'))['render']).toBe(render);
  });

  test('T8: an output port keeps its options', () => {
    const spec = new ProcessSpec().output('report', {
      type: 'string',
      help: 'The text.',
      required: false,
      validator: { expression: 'value' },
    });
    expect(value(getPort(spec.outputs, 'report'))).toMatchObject({
      tag: 'port',
      type: { type: 'string' },
      help: 'The text.',
      required: false,
      validator: { expression: 'value' },
    });
  });
});

describe('namespaces', () => {
  test('T9: an empty namespace has no ports; only ports can be placed; a missing one is a fault', () => {
    expect(Object.keys(namespace().ports)).toEqual([]);
    expect(fault(withPort(namespace(), 'pages', 5 as never)).code).toBe('not-a-port');
    expect(fault(getPort(namespace(), 'pages')).code).toBe('no-such-port');
  });

  test('T10: dynamic leaves the type open; a type makes dynamic', () => {
    expect(namespace({ dynamic: true })).toMatchObject({ dynamic: true, type: null });
    expect(namespace({ type: 'integer' }).dynamic).toBe(true);
    expect(namespace({ dynamic: false, type: 'integer' }).dynamic).toBe(true);
  });

  test('T11: setting a type makes dynamic, taking it away leaves it so', () => {
    const typed = value(withProperties(namespace(), 'book', { type: 'integer' }));
    expect(typed.dynamic).toBe(true);
    expect(value(withProperties(typed, 'book', { type: null }))).toMatchObject({ dynamic: true, type: null });
  });

  test('T12: the validator of a namespace runs after its ports, and not without values where it is optional', () => {
    const calls: unknown[] = [];
    const base = namespace({
      required: false,
      validator: (given: unknown) => (calls.push(given), 'always wrong'),
    });
    const book = value(withPort(base, 'pages', port({ type: 'integer' })));
    expect(codes(book, {})).toEqual([]);
    expect(codes(book, { pages: 'a' })).toEqual(['wrong-type']);
    expect(calls).toEqual([]);
    expect(codes(book, { pages: 5 })).toEqual(['invalid-value']);
    expect(calls).toEqual([{ pages: 5 }]);
  });

  test('T13: ports are found by dotted paths', () => {
    expect(fault(getPort(namespace(), '')).code).toBe('bad-path');
    expect(fault(getPort(namespace(), 5 as never)).code).toBe('bad-path');
    expect(fault(getPort(namespace(), 'sub.name')).code).toBe('no-such-port');
    const made = value(withPort(namespace(), 'sub.name.space.port', port()));
    expect(value(getPort(made, 'sub.name.space.port')).tag).toBe('port');
    expect(value(getPort(made, 'sub.name.space')).tag).toBe('namespace');
  });

  test('T14: below a dynamic namespace any path has a place, without a namespace being made', () => {
    const book = namespace({ dynamic: true, type: 'integer' });
    expect(value(placeFor(book, 'nested.undefined'))).toEqual({ port: book, dynamic: true });
    expect(book.ports).toEqual({});
    expect(fault(placeFor(namespace(), 'nested.undefined')).code).toBe('no-such-port');
  });

  test('T15: namespaces on the way are made, existing ones kept, a plain port in the way is a fault', () => {
    const deep = value(withNamespace(namespace(), 'some.nested.sub.space'));
    const again = value(withNamespace(deep, 'some.nested', { help: 'kept' }));
    expect(value(getPort(again, 'some.nested.sub.space')).tag).toBe('namespace');
    const blocked = value(withPort(namespace(), 'some.port', port()));
    expect(fault(withNamespace(blocked, 'some.port.sub')).code).toBe('not-a-namespace');
  });

  test('T16: a namespace takes mappings only; a dynamic one looks into nested values', () => {
    const book = namespace({ type: 'integer' });
    expect(codes(book, 5)).toEqual(['not-a-namespace']);
    expect(codes(book, { sub: { space: { output: 5 } } })).toEqual([]);
    expect(checkPort(book, { sub: { space: { output: '5' } } }, 'port')).toMatchObject([
      { code: 'wrong-type', port: 'port.sub.space.output' },
    ]);
  });

  test('T17: a required port of a namespace must be there, whatever else is', () => {
    const outputs = value(withPort(namespace({ dynamic: true }), 'report', port()));
    expect(codes(outputs, {})).toEqual(['missing-value']);
    expect(codes(outputs, { other: 5 })).toEqual(['missing-value']);
    expect(codes(outputs, { report: 5, other: 5 })).toEqual([]);
  });

  test('T18: defaults fill a namespace, unless it is a lazy one', () => {
    const lazy = value(withPort(EMPTY_NAMESPACE, 'lazy.pages', port({ default: 5 })));
    expect(
      populate(value(withNamespace(lazy, 'lazy', { populateDefaults: false, required: false })), {}),
    ).toEqual({});
    const normal = value(
      withPort(
        value(withPort(EMPTY_NAMESPACE, 'book.pages', port({ default: 5 }))),
        'book.title',
        port({ required: false }),
      ),
    );
    expect(populate(normal, {})).toEqual({ book: { pages: 5 } });
  });

  test('T19: a generator is asked once per process; a value that is given stays, a function too', () => {
    let count = 0;
    const counted = value(withPort(EMPTY_NAMESPACE, 'pages', port({ generate: () => ++count })));
    expect([populate(counted, {}), populate(counted, {}), populate(counted, { pages: 9 })]).toEqual([
      { pages: 1 },
      { pages: 2 },
      { pages: 9 },
    ]);
    const given = (): number => 1;
    expect(populate(counted, { pages: given })['pages']).toBe(given);
    const named = value(withPort(EMPTY_NAMESPACE, 'id', port({ generate: 'ticket' })));
    expect(populate(named, {}, { ticket: () => 'A1' })).toEqual({ id: 'A1' });
    expect(fault(parseValues(named, {}, 'inputs'))).toMatchObject([
      { code: 'unknown-generator', port: 'inputs.id' },
    ]);
  });

  test('project keeps only what stands under ports', () => {
    const book = value(withPort(namespace({ dynamic: true }), 'pages', port()));
    expect(project(book, { pages: 1, other: 2 })).toEqual({ pages: 1 });
  });

  test('T118: a lazy namespace that is given, if only empty, must satisfy its required ports', () => {
    const lazy = value(withPort(EMPTY_NAMESPACE, 'book.pages', port()));
    const inputs = value(withNamespace(lazy, 'book', { populateDefaults: false }));
    expect(fault(parseValues(inputs, { book: {} }, 'inputs'))).toMatchObject([
      { code: 'missing-value', port: 'inputs.book.pages' },
    ]);
  });

  test('T119: an optional namespace given in part must satisfy its required ports', () => {
    const both = value(
      withPort(
        value(withPort(EMPTY_NAMESPACE, 'book.pages', port())),
        'book.title',
        port({ required: false }),
      ),
    );
    const inputs = value(withNamespace(both, 'book', { required: false }));
    expect(parseValues(inputs, {}, 'inputs').ok).toBe(true);
    expect(fault(parseValues(inputs, { book: { title: 'Emma' } }, 'inputs'))).toMatchObject([
      { port: 'inputs.book.pages' },
    ]);
  });

  test('every fault is reported at once, each with its dotted path', () => {
    const inputs = value(
      withPort(
        value(withPort(EMPTY_NAMESPACE, 'book.pages', port({ type: 'integer' }))),
        'author.name',
        port(),
      ),
    );
    const faults = fault(parseValues(inputs, { book: { pages: 'many' } }, 'inputs'));
    expect(faults.map((each) => each.port)).toEqual(['inputs.book.pages', 'inputs.author.name']);
    expect(faults.map(printPortFault)[1]).toBe(
      "Error occurred validating port 'inputs.author.name': required value was not provided for 'name'",
    );
  });
});

describe('specs', () => {
  test('T20: dynamic typed outputs take their type only', () => {
    const spec = new ProcessSpec().setOutputs({ type: 'string' });
    expect(codes(spec.outputs, { a: 'text' })).toEqual([]);
    expect(codes(spec.outputs, { a: 5 })).toEqual(['wrong-type']);
  });

  test('T21: a description names what was declared', () => {
    const spec = new ProcessSpec()
      .input('width', { type: 'integer', default: 80, help: 'Columns.' })
      .output('report');
    expect(describeNamespace(spec.inputs)).toMatchObject({
      ports: { width: { name: 'width', required: false, type: 'integer', help: 'Columns.', default: 80 } },
    });
    expect(spec.describe()).toMatchObject({ outputs: { ports: { report: { required: true } } } });
    expect(JSON.parse(JSON.stringify(spec.describe()))).toEqual(spec.describe());
  });

  test('T22: a dotted input makes the namespaces above it', () => {
    const spec = new ProcessSpec().input('some.name.space.a');
    for (const path of ['some', 'some.name', 'some.name.space'])
      expect(value(getPort(spec.inputs, path)).tag).toBe('namespace');
    expect(spec.hasInput('some.name.space.a')).toBe(true);
    expect(() => new ProcessSpec().input('a').input('a.b')).toThrow('is a port');
    expect(value(getPort(new ProcessSpec().input('a.b').input('a').inputs, 'a')).tag).toBe('port');
  });

  test('T23: the validator of a port with a mapping as default', () => {
    const spec = new ProcessSpec().input('limits', {
      default: { pages: 5 },
      validator: (given: { pages: number }) => (given.pages > 3 ? null : 'too few'),
    });
    expect(value(parseValues(spec.inputs, {}, 'inputs'))).toEqual({ limits: { pages: 5 } });
    expect(fault(parseValues(spec.inputs, { limits: { pages: 1 } }, 'inputs'))).toMatchObject([
      { message: 'too few' },
    ]);
  });

  test('T24: a validator over all inputs: exactly one of a, b', () => {
    const one = (given: object): string | null =>
      'a' in given === 'b' in given ? 'exactly one of a, b' : null;
    const spec = new ProcessSpec()
      .input('a', { required: false })
      .input('b', { required: false })
      .setInputs({ validator: one });
    expect(parseValues(spec.inputs, { a: 1 }, 'inputs').ok).toBe(true);
    expect(fault(parseValues(spec.inputs, { a: 1, b: 2 }, 'inputs'))).toMatchObject([
      { port: 'inputs', message: 'exactly one of a, b' },
    ]);
    expect(parseValues(spec.inputs, {}, 'inputs').ok).toBe(false);
  });
});
