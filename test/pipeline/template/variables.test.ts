// Which names a template is said to use, where, and whether a list may stand there.
import { beforeAll, expect, test } from 'vitest';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { compiled } from './template.ts';

beforeAll(() => loadTemplates());

test.each([
  ['wc {{ book }} {{ author.name }}', ['book', 'author.name']],
  ['{{book}}{{  author.home.town  }}', ['book', 'author.home.town']],
  ['{{ a | append: b | default: c.d }}', ['a', 'b', 'c.d']],
  [
    '{% for p in counts limit: n %}{{ p.name }} {{ q }} {{ forloop.index }}{% endfor %}{{ p }}',
    ['counts', 'n', 'q', 'p'],
  ],
  ['{{ x }}{% assign x = y | plus: z %}{{ x }}', ['x', 'y', 'z']],
  ['{% capture x %}{{ y }}{% endcapture %}{{ x }}', ['y']],
  [
    '{% if a == b and c.d %}{{ e }}{% elsif f %}{% else %}{{ g }}{% endif %}',
    ['a', 'b', 'c.d', 'f', 'e', 'g'],
  ],
  ['{% case a %}{% when b, "c" %}{{ d }}{% endcase %}', ['a', 'b', 'd']],
  [
    '{% unless a contains "b" %}{% endunless %}{% comment %}{{ c }}{% endcomment %}{% raw %}{{ d }}{% endraw %}',
    ['a'],
  ],
  [
    '{{ counts[n].name }} {{ author["full name"].x }} {{ ["odd name"] }} {{ a[0].b }}',
    ['n', 'counts', 'author.full name.x', 'odd name', 'a.0.b'],
  ],
  ['{% for i in (a..b) %}{% endfor %}', ['a', 'b']],
  ['{{ "text" }} {{ 1 }} {{ true }} {{ nil }}', []],
])('%j', (text, expected) => {
  const { variables } = compiled(text);
  expect(variables.map(({ name, path }) => [name, ...path].join('.'))).toEqual(expected);
  for (const { name, offset, length } of variables)
    expect(text.slice(offset, offset + length)).toContain(name);
});

test.each([
  ['cat {{ v }}', true],
  ['cat {{ v }} > out', true],
  ['cat {{ v }}{% if x %}{% endif %}', true],
  ['a=({{ v }})', true],
  ['cat "{{ v }}"', false],
  ['cat "{{ v | join }}"', true],
  ['cat --in={{ v }}', false],
  ['cat {{ v }}.gz', false],
  ['{% for p in v %}"{{ p }}"{% endfor %}', true],
])('a list may stand in %j: %j', (text, list) => {
  expect(compiled(text).variables.find(({ name }) => name === 'v')?.list).toBe(list);
});
