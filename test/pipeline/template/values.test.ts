// What values render to, and what a template may read of them.
import { beforeAll, describe, expect, test } from 'vitest';
import { loadTemplates } from '../../../engine/pipeline/template/template.ts';
import { PathsValue, PathValue, RecordsValue, RecordValue } from '../../../engine/pipeline/template/value.ts';
import { compiled, rendered, renderPlace } from './template.ts';

beforeAll(() => loadTemplates());

const jane = new RecordValue(
  {
    name: 'Jane Austen',
    born: 1775,
    books: ['emma', 'persuasion'],
    nick: null,
    size: 'tall',
    constructor: 'Ferrari',
  },
  'authors/jane.yaml',
  'jane',
);
const values = {
  book: new PathValue('books/emma.tar.gz', 'emma'),
  counts: new PathsValue(['build/a.txt', 'build/b c.txt'], ['a', 'b c']),
  nothing: new PathsValue([]),
  author: jane,
  authors: new RecordsValue([jane, new RecordValue({ name: 'Mary Shelley' }, 'authors/mary.yaml')]),
  width: 80,
  loud: true,
  tags: ['x', 'y z'],
  recipe: { dir: 'recipes/report', deep: { er: 'yes' } },
  absent: null,
  total: new RecordValue(5),
  memory: new RecordValue({ a: 1 }),
  nested: [['x']],
};

describe('as text', () => {
  test.each([
    [
      '{{ book }} {{ book.path }} {{ book.name }} {{ book.stem }} {{ book.ext }} {{ book.dir }} {{ book.key }}',
      'books/emma.tar.gz books/emma.tar.gz emma.tar.gz emma.tar .gz books emma',
    ],
    ['{{ counts }}', 'build/a.txt build/b c.txt'],
    [
      '{{ counts.size }} {{ counts.first }} {{ counts.last.key }} {{ counts[1].stem }}',
      '2 build/a.txt b c b c',
    ],
    [
      '{% for p in counts %}{{ forloop.index }}:{{ p.stem }}={{ p }} {% endfor %}',
      '1:a=build/a.txt 2:b c=build/b c.txt ',
    ],
    [
      '{% for p in counts reversed %}{{ p.key }}{% unless forloop.last %},{% endunless %}{% endfor %}',
      'b c,a',
    ],
    ['{% for p in nothing %}{{ p }}{% else %}none{% endfor %} {{ nothing }}', 'none '],
    [
      '{{ author }} {{ author._path }} {{ author._key }} {{ author | path }} {{ author | path | upcase }}',
      'authors/jane.yaml authors/jane.yaml jane authors/jane.yaml AUTHORS/JANE.YAML',
    ],
    [
      '{{ author.name }} {{ author.born }} {{ author.books }} {{ author.size }} {{ author.constructor }}',
      'Jane Austen 1775 emma persuasion tall Ferrari',
    ],
    [
      '{{ author.books.size }} {{ author.books[0] }} {{ author.books.last }} {{ author["name"] }}',
      '2 emma persuasion Jane Austen',
    ],
    [
      '{{ authors }} {{ authors.first.name }} {{ authors | map: "name" | join: " & " }}',
      'authors/jane.yaml authors/mary.yaml Jane Austen Jane Austen & Mary Shelley',
    ],
    [
      '{% for a in authors %}{{ a.name }}:{{ a }};{% endfor %}',
      'Jane Austen:authors/jane.yaml;Mary Shelley:authors/mary.yaml;',
    ],
    [
      '{{ total }} {{ width }} {{ loud }} {{ tags }} {{ recipe.dir }} {{ recipe.deep.er }}',
      '5 80 true x y z recipes/report yes',
    ],
    [
      '{{ tags | json }} {{ author | json }} {{ counts | json }} {{ memory | json }}',
      `["x","y z"] ${JSON.stringify(jane.value)} ["build/a.txt","build/b c.txt"] {"a":1}`,
    ],
    [
      '{{ book | upcase }} {{ counts | size }} {{ counts | join: "," }} {{ counts | first }} {{ width | plus: 1 }}',
      'BOOKS/EMMA.TAR.GZ 2 build/a.txt,build/b c.txt build/a.txt 81',
    ],
    [
      '{{ counts | map: "stem" | join: "," }} {{ counts | sort | last }} {{ authors | where: "born", 1775 | size }}',
      'a,b c build/b c.txt 1',
    ],
    [
      '{{ author.nick | default: "none" }} {{ author.nock | default: "none" }} {{ book | default: "none" }}',
      'none none books/emma.tar.gz',
    ],
    ['{% if author.nick %}a{% elsif author.nock == "x" %}b{% else %}c{% endif %}', 'c'],
    [
      '{% if book == "books/emma.tar.gz" and counts contains "build/a.txt" and author.born < 1800 %}yes{% endif %}',
      'yes',
    ],
    ['{% case width %}{% when 80 %}{{ width }}{% when 100 %}b{% else %}c{% endcase %}', '80'],
    ['{% assign w = width | times: 2 %}{{ w }}', '160'],
    ['{{ tags | quote }} {{ "it\'s" | quote }}', `'x' 'y z' 'it'\\''s'`],
  ])('%j', (text, expected) => {
    expect(rendered(text, values, 'text')).toBe(expected);
  });
});

describe('faults name what is asked and what there is', () => {
  test.each([
    ['{{ author.nmae }}', '3 undefined: author.nmae'],
    ['{{ author.nmae | upcase }}', '3 undefined: author.nmae'],
    ['{{ autor }}', '3 undefined: autor'],
    ['{{ author.nick.name }}', '3 undefined: author.nick.name'],
    ['{{ width.size }}', '3 undefined: width.size'],
    ['{{ counts[7] }}', '3 undefined: counts[7]'],
    ['{{ counts.sise | join }}', '3 undefined: counts.sise'],
    ['a {{ author.nick }}', '2 nothing: {{ author.nick }}'],
    ['a {{ absent }} {% if x %}{% endif %}', '2 nothing: {{ absent }}'],
    ['{{ recipe }}', '0 no-text: {{ recipe }}'],
    ['{{ memory }}', '0 no-text: {{ memory }}'],
    ['{{ memory | path }}', '0 no-path: {{ memory | path }}'],
    ['{{ nested }}', '0 list-in-list: {{ nested }}'],
    ['{% for p in cuonts %}{% endfor %}', '12 undefined: cuonts'],
    ['{% for p in counts %}{{ p.nmae }}{% endfor %}', '24 undefined: p.nmae'],
  ])('%j', (text, place) => {
    expect(renderPlace(text, values, 'text')).toBe(place);
  });

  test('in words', () => {
    const result = compiled('{{ author.nmae }}').render(values);
    expect(result).toEqual({
      ok: false,
      error: {
        code: 'undefined',
        message: 'there is no "author.nmae"',
        offset: 3,
        length: 11,
        hint: 'it has name, born, books, nick, size, constructor, _path',
      },
    });
    expect(compiled('{{ author.nick }}').render(values)).toMatchObject({
      error: { message: '{{ author.nick }}: the value is null' },
    });
  });

  test('a NUL can stand in no argument', () => {
    expect(renderPlace('echo {{ s }}', { s: 'a\0b' })).toBe('5 nul: {{ s }}');
    expect(renderPlace('{{ s }}', { s: 'a\0b' }, 'arg')).toBe('0 nul: {{ s }}');
  });
});

describe('lists', () => {
  test.each([
    ['cat "{{ counts }}"', '5 list-in-quotes: {{ counts }}'],
    ['cat --in={{ counts }}', '9 list-in-word: {{ counts }}'],
    ['cat {{ counts }}.gz', '4 list-in-word: {{ counts }}'],
    ['cat {{ counts }}{{ counts }}', '4 list-in-word: {{ counts }}'],
    ['cat "{{ tags | sort }}"', '5 list-in-quotes: {{ tags | sort }}'],
  ])('%j', (text, place) => {
    expect(renderPlace(text, values)).toBe(place);
  });

  test('stand as words of their own, of which there may be none', () => {
    expect(rendered('cat {{ counts }}; a=({{ tags }}) # {{ tags }}', values)).toBe(
      "cat 'build/a.txt' 'build/b c.txt'; a=('x' 'y z') # x y z",
    );
    expect(rendered('cat {{ nothing }} {{ counts | reverse }}', values)).toBe(
      "cat  'build/b c.txt' 'build/a.txt'",
    );
  });

  test('may go into a file with one path a line', () => {
    const written: (readonly string[])[] = [];
    const environment = {
      writeListFile: (paths: readonly string[]): string => {
        written.push(paths);
        return `-list ${written.length}`;
      },
    };
    expect(
      rendered(
        'tar -T {{ counts | list_file }} -f "{{ authors | list_file }}"',
        values,
        'shell',
        environment,
      ),
    ).toBe(`tar -T './-list 1' -f "./-list 2"`);
    expect(written).toEqual([
      ['build/a.txt', 'build/b c.txt'],
      ['authors/jane.yaml', 'authors/mary.yaml'],
    ]);
    expect(renderPlace('cat {{ counts | list_file }}', values)).toBe(
      '4 no-list-file: {{ counts | list_file }}',
    );
  });
});

describe('one item of an argv', () => {
  const args = (text: string): unknown => {
    const result = compiled(text, 'arg').renderArgs({
      ...values,
      dash: new PathValue('-rf'),
      line: `a'b "$c"`,
    });
    return result.ok ? result.value : `${result.error.code} ${result.error.offset}`;
  };

  test.each([
    ['{{ counts }}', ['build/a.txt', 'build/b c.txt']],
    ['{{ counts | reverse }}', ['build/b c.txt', 'build/a.txt']],
    ['{{ nothing }}', []],
    ['{{ tags | join: "," }}', ['x,y z']],
    ['--in={{ book }}', ['--in=books/emma.tar.gz']],
    ['{{ line }}', [`a'b "$c"`]],
    ['{{ dash }}', ['./-rf']],
    ['-{{ dash }}', ['--rf']],
    ['', ['']],
    ['plain', ['plain']],
    ['--in={{ counts }}', 'list-in-word 5'],
    [' {{ counts | sort }}', 'list-in-word 1'],
    ['{{ counts | raw }}', ['build/a.txt build/b c.txt']],
    ['{{ absent }}', 'nothing 0'],
    ['{{ absent | upcase | json | first | shift }}', []],
  ])('%j', (text, expected) => {
    expect(args(text)).toEqual(expected);
  });
});
