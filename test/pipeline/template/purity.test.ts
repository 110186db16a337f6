// What a template cannot reach: clock, chance, files, prototypes, and whatever it does not name.
import * as liquidjs from 'liquidjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { compileTemplate, loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { PathsValue, PathValue, RecordValue } from '../../../engine/pipeline/template/value.ts';
import { faults, places, rendered } from './template.ts';

beforeAll(() => loadTemplates());

test.each(
  ['date', 'date_to_xmlschema', 'date_to_rfc822', 'date_to_string', 'date_to_long_string', 'sample'].concat([
    'where_exp',
    'reject_exp',
    'group_by_exp',
    'has_exp',
    'find_exp',
    'find_index_exp',
  ]),
)('there is no filter %s', (name) => {
  expect(Object.keys(liquidjs.filters)).toContain(name);
  expect(places(`{{ "now" | ${name}: "x", "y" }}`)).toEqual([`11 unknown-filter: ${name}`]);
  expect(faults(`{{ "now" | ${name} }}`)[0]?.hint).toBeDefined();
});

test.each([
  'include "a"',
  'render "a"',
  'layout "a"',
  'block a',
  'increment n',
  'decrement n',
  'cycle 1, 2',
  'echo n',
  'liquid\necho n',
  'tablerow a in b',
])('there is no tag %s', (tag) => {
  expect(faults(`{% ${tag} %}`)[0]).toMatchObject({ code: 'unknown-tag', offset: 0 });
});

test('every filter of LiquidJS that a template may use gives the same twice', () => {
  for (const name of Object.keys(liquidjs.filters)) {
    const result = compileTemplate(`{{ v | ${name}: 2, 3 }}`, { mode: 'text' });
    if (!result.ok) continue;
    for (const v of ['Emma Woodhouse', 7, ['b', 'a'], { a: 1 }]) {
      expect(result.value.render({ v })).toEqual(result.value.render({ v }));
    }
  }
});

describe('prototypes', () => {
  const values = {
    plain: { a: 1 },
    list: ['a'],
    text: 'a',
    n: 1,
    path: new PathValue('a'),
    paths: new PathsValue(['a']),
    record: new RecordValue({ a: 1 }, 'a.yaml'),
  };
  const names = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'toJSON',
    'value',
    'length',
    'items',
    'at',
  ];
  const texts = Object.keys(values).flatMap((value) => {
    return names.flatMap((name) => [
      `{{ ${value}.${name} }}`,
      `{{ ${value}["${name}"] | json }}`,
      `{{ ${value}.${name}.${name} | size }}`,
    ]);
  });

  test.each([
    ...texts,
    ...names.map((name) => `{{ ${name} }}`),
    ...names.map((name) => `{{ ${name} | json }}`),
  ])('%s is a fault', (text) => {
    const result = compileTemplate(text, { mode: 'text' });
    expect(result.ok && result.value.render(values)).toMatchObject({
      ok: false,
      error: { code: 'undefined' },
    });
  });

  test('and nil in a condition, or through a filter', () => {
    for (const name of names) {
      expect(
        rendered(`{% if plain.${name} or ${name} %}a{% endif %}{% if forloop.${name} %}a{% endif %}`, values),
      ).toBe('');
      expect(
        rendered(
          `{% for i in list %}{% if forloop.${name} and "${name}" != "length" %}a{% endif %}{% endfor %}`,
          values,
        ),
      ).toBe('');
      expect(rendered(`{{ list | map: "${name}" | compact | size }}`, values, 'text')).toBe('0');
    }
  });

  test('a record may have an own property of such a name', () => {
    const record = new RecordValue(
      JSON.parse('{"__proto__": {"constructor": "own"}, "constructor": "too"}') as object as never,
    );
    expect(rendered('{{ r.__proto__.constructor }} {{ r.constructor }}', { r: record }, 'text')).toBe(
      'own too',
    );
    expect(rendered('{{ r.__proto__.constructor | upcase }}', { r: record }, 'text')).toBe('OWN');
  });
});

test('a template changes none of its values', () => {
  const values = Object.freeze({ list: Object.freeze(['b', 'a']), n: 1 });
  const text =
    '{% assign n = 2 %}{% capture list2 %}{{ list | sort | push: "c" | join }}{% endcapture %}{{ n }} {{ list2 }} {{ list }}';
  expect(rendered(text, values, 'text')).toBe('2 a b c b a');
  expect(rendered(text, values, 'text')).toBe('2 a b c b a');
});

test('a range or loop without end is a fault, not a hang', () => {
  const result = compileTemplate('{% for i in (1..1000000000) %}{% endfor %}', { mode: 'text' });
  expect(result.ok && result.value.render({})).toMatchObject({ ok: false, error: { code: 'liquid' } });
});
