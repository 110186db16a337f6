// Taking over ports of another process: the reference's cases T25–T39, and its defects B9–B11.
import { describe, expect, test } from 'vitest';
import { choose, stripNamespace } from '../../engine/ports/expose.ts';
import { getPort, withPort } from '../../engine/ports/namespace.ts';
import { definePort, EMPTY_NAMESPACE } from '../../engine/ports/define.ts';
import { parseValues } from '../../engine/ports/populate.ts';
import type { PortNamespace } from '../../engine/model/port.ts';
import { Process } from '../../engine/process/process.ts';
import { ProcessSpec } from '../../engine/process/spec.ts';
import { fault, value } from '../process/rig.ts';

const source = (build: (spec: ProcessSpec) => void): { spec(): ProcessSpec } => {
  const spec = new ProcessSpec();
  build(spec);
  return { spec: () => spec };
};
const names = (namespace: PortNamespace, path = ''): readonly string[] => {
  const here = path === '' ? namespace : value(getPort(namespace, path));
  return here.tag === 'namespace' ? Object.keys(here.ports) : [];
};
const render = source((spec) => spec.input('a', { default: 1 }).input('b', { default: 2 }));
const tree = source((spec) => {
  spec.input('top').input('namespace.sub_one.a').input('namespace.sub_two.b').input('namespace.c');
  spec.inputNamespace('namespace', { help: 'kept', required: false });
});

describe('expose', () => {
  test('T25: a spec is one per class, another in a subclass', () => {
    class Report extends Process {}
    class LongReport extends Report {}
    expect(Report.spec()).toBe(Report.spec());
    expect(Report.spec()).not.toBe(LongReport.spec());
    expect(Report.create().spec).toBe(Report.spec());
  });

  test('T26: a dynamic namespace stays dynamic', () => {
    const open = source((spec) => spec.setInputs({ dynamic: true }));
    expect(new ProcessSpec().exposeInputs(open).inputs.dynamic).toBe(true);
    const inside = source((spec) => spec.inputNamespace('free', { dynamic: true }));
    expect(value(getPort(new ProcessSpec().exposeInputs(inside).inputs, 'free'))).toMatchObject({
      dynamic: true,
    });
  });

  test('T27: exposing into a namespace keeps its own ports', () => {
    const spec = new ProcessSpec()
      .input('base.name.space.c')
      .input('base.name.space.d')
      .exposeInputs(render, { namespace: 'base.name.space' });
    expect(names(spec.inputs, 'base.name.space')).toEqual(['c', 'd', 'a', 'b']);
  });

  test('T28: later changes of the source are not seen', () => {
    const changing = source((spec) => spec.input('a', { default: 1 }));
    const spec = new ProcessSpec().exposeInputs(changing);
    changing.spec().input('a', { default: 9 });
    expect(value(getPort(spec.inputs, 'a'))).toMatchObject({ fallback: { value: 1 } });
  });

  test('T29: the properties of a namespace are copied, not shared', () => {
    const helpful = source((spec) => spec.inputNamespace('book', { help: 'first' }));
    const spec = new ProcessSpec().exposeInputs(helpful);
    helpful.spec().inputNamespace('book', { help: 'second' });
    expect(value(getPort(spec.inputs, 'book')).help).toBe('first');
  });

  test('T30, T31: exclude and include', () => {
    expect(names(new ProcessSpec().exposeInputs(render, { exclude: ['a'] }).inputs)).toEqual(['b']);
    expect(names(new ProcessSpec().exposeInputs(render, { include: ['b'] }).inputs)).toEqual(['b']);
    expect(names(new ProcessSpec().exposeInputs(render, { include: [] }).inputs)).toEqual(['a', 'b']);
    expect(names(new ProcessSpec().exposeInputs(render, { exclude: ['nobody'] }).inputs)).toEqual(['a', 'b']);
  });

  test('T32: not both', () => {
    expect(() => new ProcessSpec().exposeInputs(render, { include: ['a'], exclude: [] })).toThrow(
      'include and exclude',
    );
  });

  const rich = source((spec) => {
    spec.input('a').setInputs({
      validator: () => null,
      type: 'integer',
      required: false,
      help: 'of the source',
      populateDefaults: false,
    });
  });

  test('T33: at the top, the properties of the host become those of the source', () => {
    const host = new ProcessSpec().setInputs({ help: 'of the host' }).input('own').exposeInputs(rich);
    expect(host.inputs).toMatchObject({
      type: { type: 'integer' },
      required: false,
      dynamic: true,
      help: 'of the source',
      populateDefaults: false,
    });
    expect(host.inputs.validator).toBe(rich.spec().inputs.validator);
    expect(names(host.inputs)).toEqual(['own', 'a']);
  });

  test('T34, T35: options win over the source, at the top and below', () => {
    const options = {
      help: 'mine',
      required: true,
      type: null,
      dynamic: false,
      validator: null,
      populateDefaults: true,
    } as const;
    expect(new ProcessSpec().exposeInputs(rich, { options }).inputs).toMatchObject({
      help: 'mine',
      required: true,
      type: null,
      dynamic: false,
      validator: null,
      populateDefaults: true,
    });
    const below = new ProcessSpec().exposeInputs(rich, { namespace: 'sub.deep', options });
    expect(value(getPort(below.inputs, 'sub.deep'))).toMatchObject({
      help: 'mine',
      required: true,
      dynamic: false,
    });
  });

  test('T36: an unknown option is a fault', () => {
    expect(() => new ProcessSpec().exposeInputs(render, { options: { colour: 'red' } as never })).toThrow(
      'there is no option colour',
    );
  });

  test('T37: include by dotted paths keeps the properties of namespaces', () => {
    const included = (...include: string[]): PortNamespace =>
      new ProcessSpec().exposeInputs(tree, { include }).inputs;
    expect(names(included('top'))).toEqual(['top']);
    expect(names(included('namespace'), 'namespace')).toEqual(['sub_one', 'sub_two', 'c']);
    expect(names(included('namespace.sub_two'), 'namespace')).toEqual(['sub_two']);
    expect(names(included('top', 'namespace.sub_two'))).toEqual(['top', 'namespace']);
    expect(value(getPort(included('namespace.sub_two'), 'namespace'))).toMatchObject({
      help: 'kept',
      required: false,
    });
  });

  test('T38: exclude the same four', () => {
    const left = (...exclude: string[]): PortNamespace =>
      new ProcessSpec().exposeInputs(tree, { exclude }).inputs;
    expect(names(left('top'))).toEqual(['namespace']);
    expect(names(left('namespace'))).toEqual(['top']);
    expect(names(left('namespace.sub_two'), 'namespace')).toEqual(['sub_one', 'c']);
    expect(names(left('top', 'namespace.sub_two'))).toEqual(['namespace']);
  });

  test('T39: a namespace validator does not see a port that was excluded, even if dynamic', () => {
    const seen: boolean[] = [];
    const checked = source((spec) => {
      spec.input('book.a', { required: false }).input('book.b', { required: false });
      spec.inputNamespace('book', {
        dynamic: true,
        validator: (_: unknown, namespace) => (seen.push(getPort(namespace, 'a').ok), null),
      });
    });
    const spec = new ProcessSpec().exposeInputs(checked, { exclude: ['book.a'] });
    expect(parseValues(spec.inputs, { book: { b: 1 } }, 'inputs').ok).toBe(true);
    expect(seen).toEqual([false]);
  });

  test('what was exposed can be collected for a child, deeper namespaces winning', () => {
    const spec = new ProcessSpec()
      .exposeInputs(render)
      .exposeInputs(render, { namespace: 'child', include: ['b'] });
    const values = { a: 1, b: 2, child: { b: 3 } };
    expect(spec.exposedValues('inputs', render, values, 'child')).toEqual({ a: 1, b: 3 });
    expect(spec.exposedValues('inputs', render, values, 'child', false)).toEqual({ b: 3 });
  });

  test('rules of a namespace without its name', () => {
    expect(stripNamespace('base', ['base.a', 'base.sub.b', 'x.base.c', 'd'])).toEqual(['a', 'sub.b']);
  });
});

describe('defects of the reference', () => {
  test("B9: rules match whole names: 'subother' does not pull in 'sub'", () => {
    const both = source((spec) => spec.input('sub.a').input('subother.b'));
    expect(names(value(choose(both.spec().inputs, { include: ['subother'] })))).toEqual(['subother']);
    expect(names(value(choose(both.spec().inputs, { include: ['subother.b'] })))).toEqual(['subother']);
  });

  test('B10: a typed namespace that is not dynamic stays so', () => {
    const strict = source((spec) => spec.setInputs({ type: 'integer' }).setInputs({ dynamic: false }));
    expect(new ProcessSpec().exposeInputs(strict).inputs).toMatchObject({
      dynamic: false,
      type: { type: 'integer' },
    });
  });

  test('B11: the options are left as they were given', () => {
    const options = { help: 'mine' };
    new ProcessSpec().exposeInputs(render, { options }).exposeInputs(render, { namespace: 'twice', options });
    expect(options).toEqual({ help: 'mine' });
  });

  test('B12: what is no mapping is a fault of the namespace, also 0, an empty text and an empty list', () => {
    const inputs = value(
      withPort(EMPTY_NAMESPACE, 'book.pages', value(definePort('pages', { required: false }))),
    );
    for (const wrong of [5, 0, '', [], null])
      expect(fault(parseValues(inputs, { book: wrong }, 'inputs'))).toMatchObject([
        { code: 'not-a-namespace', port: 'inputs.book' },
      ]);
    for (const wrong of [5, 0, '', []])
      expect(fault(parseValues(inputs, wrong, 'inputs'))).toMatchObject([
        { code: 'not-a-namespace', port: 'inputs' },
      ]);
  });

  test('B14: defaults are not shared between processes', () => {
    const spec = new ProcessSpec().input('list', { default: [1] });
    spec.inputNamespace('book', { default: { pages: 5 }, dynamic: true });
    const first = value(parseValues(spec.inputs, {}, 'inputs'));
    const second = value(parseValues(spec.inputs, {}, 'inputs'));
    expect(first).toEqual({ list: [1], book: { pages: 5 } });
    expect(first['list']).not.toBe(second['list']);
    expect(Object.isFrozen(first['list'])).toBe(true);
  });

  test('B15: an empty list is a value; only undefined is none', () => {
    const spec = new ProcessSpec().input('list');
    expect(parseValues(spec.inputs, { list: [] }, 'inputs').ok).toBe(true);
    expect(parseValues(spec.inputs, { list: null }, 'inputs').ok).toBe(true);
    expect(parseValues(spec.inputs, { list: undefined }, 'inputs').ok).toBe(false);
  });
});
