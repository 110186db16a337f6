// Ports of recipes as YAML says them: nested namespaces, defaults, checks; each fault as the transcript that a person
// sees. The numbers are the cases of the reference.
import { describe, expect, test } from 'vitest';
import { attempt, faults, plan, taskOf } from './rig.ts';

/** The parameters that a task comes to which uses a recipe with these ports. */
async function params(ports: string, given = '{}'): Promise<unknown> {
  const compiled = await plan(files(ports, given));
  return taskOf(compiled, 'page').params;
}

/** A function, so that every parameter counts as used. */
function files(recipe: string, given = '{}'): Record<string, string> {
  return {
    'page.ts': 'export default () => {};\n',
    'page.yaml': `${recipe}\nfunction: ./page.ts\n`,
    'pipeline.yaml': `tasks:\n  page:\n    use: ./page.yaml\n    params: ${given}\n`,
  };
}

const NESTED = `params:
  render:
    help: How the page looks
    ports:
      width: { type: integer, default: 80, minimum: 20 }
      font:
        ports:
          name: { type: string }
          size: { type: number, default: 10 }
`;

describe('namespaces of parameters', () => {
  test('T18, T44, T46, T47: defaults are filled in at any depth, also where nothing is given', async () => {
    expect(await params(NESTED, '{ render: { font: { name: Serif } } }')).toEqual({
      render: { width: 80, font: { name: 'Serif', size: 10 } },
    });
    const falsy =
      'params: { a: { ports: { no: { type: boolean, default: false }, zero: { type: integer, default: 0 }, none: { type: string, default: "" } } } }';
    expect(await params(falsy)).toEqual({ a: { no: false, zero: 0, none: '' } });
  });

  test('T1, T2, T12, T16: every fault has its dotted path and its place in the caller', async () => {
    const given = `
      render:
        width: wide
        font: { size: big, colour: red }
      depth: 1`;
    expect(await faults(files(NESTED, given))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:6:16: error: the recipe's parameter "render.width" cannot be "wide"
        6 |         width: wide
          |                ^^^^
        expected: a whole number
        page.yaml:5:7: declared here
          5 |       width: { type: integer, default: 80, minimum: 20 }
            |       ^^^^^

      pipeline.yaml:7:9: error: the recipe's parameter "render.font.name" is not set
        7 |         font: { size: big, colour: red }
          |         ^^^^
        expected: an entry "name" under \`params.render.font:\`, a text
        page.yaml:8:11: declared here
          8 |           name: { type: string }
            |           ^^^^

      pipeline.yaml:7:23: error: the recipe's parameter "render.font.size" cannot be "big"
        7 |         font: { size: big, colour: red }
          |                       ^^^
        expected: a number
        page.yaml:9:11: declared here
          9 |           size: { type: number, default: 10 }
            |           ^^^^

      pipeline.yaml:7:28: error: the recipe has no parameter "render.font.colour"
        7 |         font: { size: big, colour: red }
          |                            ^^^^^^
        expected: one of: name, size

      pipeline.yaml:8:7: error: the recipe has no parameter "depth"
        8 |       depth: 1
          |       ^^^^^
        expected: one of: render
      "
    `);
    expect(await faults(files(NESTED, '{ render: 5 }'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:23: error: the recipe's parameter "render" cannot be 5
        4 |     params: { render: 5 }
          |                       ^
        expected: a map of its parameters
        page.yaml:2:3: declared here
          2 |   render:
            |   ^^^^^^
      "
    `);
    expect(await faults(files(NESTED))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:3:10: error: the recipe's parameter "render.font.name" is not set
        3 |     use: ./page.yaml
          |          ^^^^^^^^^^^
        expected: an entry "name" under \`params.render.font:\`, a text
        page.yaml:8:11: declared here
          8 |           name: { type: string }
            |           ^^^^
      "
    `);
  });

  test('T10, T16, T26: a dynamic namespace takes any name, nested too, each value of its type', async () => {
    const labels = 'params: { labels: { dynamic: true, type: integer } }';
    expect(await params(labels, '{ labels: { a: 1, b: { c: 2 } } }')).toEqual({
      labels: { a: 1, b: { c: 2 } },
    });
    expect(await faults(files(labels, '{ labels: { a: 1, b: { c: "2" } } }'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:39: error: the recipe's parameter "labels.b.c" cannot be "2"
        4 |     params: { labels: { a: 1, b: { c: "2" } } }
          |                                       ^^^
        expected: a whole number
        page.yaml:1:11: declared here
          1 | params: { labels: { dynamic: true, type: integer } }
            |           ^^^^^^
      "
    `);
  });

  test('T18, T45, T118, T119: what is optional may be absent, but not in part; a lazy one stays absent', async () => {
    const optional =
      'params: { cover: { required: false, ports: { image: { type: string }, size: { type: integer, default: 3 } } } }';
    expect(await faults(files(optional))).toContain('"cover.image" is not set');
    const lazy = optional.replace('required: false', 'required: false, populate_defaults: false');
    expect(await params(lazy)).toEqual({ cover: null });
    expect(await faults(files(lazy, '{ cover: {} }'))).toContain('"cover.image" is not set');
    expect(await faults(files(lazy, '{ cover: { size: 4 } }'))).toContain('"cover.image" is not set');
    expect(await params(lazy, '{ cover: { image: a.png } }')).toEqual({ cover: { image: 'a.png', size: 3 } });
    expect(
      await params('params: { cover: { ports: { image: { type: string, required: false } } } }'),
    ).toEqual({
      cover: { image: null },
    });
  });

  test('T3, T23, T24: validators of ports, namespaces and all parameters', async () => {
    const text = `params:
  even: { type: integer, default: 2, validator: "value != 3" }
  size:
    validator: { expression: "width >= height", message: must not be taller than wide }
    ports: { width: { type: integer, default: 2 }, height: { type: integer, default: 1 } }
  a: { type: string, required: false }
  b: { type: string, required: false }
namespaces:
  params: { validator: { expression: "a or b", message: one of a and b must be set } }
`;
    expect(await faults(files(text, '{ even: 3, size: { height: 9 }, a: x }'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:21: error: the recipe's parameter "even": 3 does not satisfy value != 3
        4 |     params: { even: 3, size: { height: 9 }, a: x }
          |                     ^
        page.yaml:2:3: declared here
          2 |   even: { type: integer, default: 2, validator: "value != 3" }
            |   ^^^^

      pipeline.yaml:4:30: error: the recipe's parameter "size": must not be taller than wide
        4 |     params: { even: 3, size: { height: 9 }, a: x }
          |                              ^^^^^^^^^^^^^
        page.yaml:3:3: declared here
          3 |   size:
            |   ^^^^
      "
    `);
    expect(await faults(files(text, '{ even: 4 }'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:5: error: the recipe's parameters: one of a and b must be set
        4 |     params: { even: 4 }
          |     ^^^^^^
      "
    `);
    expect(await params(text, '{ b: x }')).toMatchObject({ a: null, b: 'x' });
  });

  test('T3: a validator may be a function of a module, which runs in another process', async () => {
    const recipe = `params:
  colours: { type: array, items: string, validator: { function: ./check.ts#isPalette } }
  size: { ports: { a: { type: integer } }, validator: { function: ./check.ts#fits, message: too small } }
`;
    const check = `export const isPalette = (value) => value.length > 1 ? undefined : \`\${value.length} colour is no palette\`;
export const fits = async ({ a }) => a > 3 ? null : 'small';
export const three = 3;
export function throws() { throw new Error('no colours today'); }
export const odd = () => 5;
`;
    const given = (text: string): Record<string, string> => ({ ...files(recipe, text), 'check.ts': check });
    expect(await params(recipe, '{ colours: [red, blue], size: { a: 4 } }').catch(String)).toContain(
      'check.ts',
    );
    const right = await plan(given('{ colours: [red, blue], size: { a: 4 } }'));
    expect(taskOf(right, 'page').params).toEqual({ colours: ['red', 'blue'], size: { a: 4 } });
    expect(right.sources.map(({ path }) => path)).toContain(`${right.root}/check.ts`);
    expect(await faults(given('{ colours: [red], size: { a: 1 } }'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:24: error: the recipe's parameter "colours": 1 colour is no palette
        4 |     params: { colours: [red], size: { a: 1 } }
          |                        ^^^^^
        page.yaml:2:3: declared here
          2 |   colours: { type: array, items: string, validator: { function: ./check.ts#isPalette } }
            |   ^^^^^^^

      pipeline.yaml:4:37: error: the recipe's parameter "size": too small
        4 |     params: { colours: [red], size: { a: 1 } }
          |                                     ^^^^^^^^
        page.yaml:3:3: declared here
          3 |   size: { ports: { a: { type: integer } }, validator: { function: ./check.ts#fits, message: too small } }
            |   ^^^^
      "
    `);
    for (const [name, message] of [
      ['three', 'is no function'],
      ['throws', 'threw: no colours today'],
      ['odd', 'returns neither a text nor nothing'],
      ['isPalete', 'did you mean "isPalette"'],
    ]) {
      const broken = recipe.replace('isPalette', name ?? '');
      const text = await faults({
        ...files(broken, '{ colours: [red], size: { a: 9 } }'),
        'check.ts': check,
      });
      expect(text).toContain(message);
      expect(text).toContain('page.yaml:2:65');
    }
  });

  test('T5, T6, T8: a declaration with faults is told at its key', async () => {
    const text = `params:
  a: { type: integer, default: four }
  b: { type: string, validator: "value >" }
  c: { help: nothing else }
  d: { schema: { type: strin } }
  e: { type: integer, generate: uuid }
  f: { schema: ./missing.json }
  g: { type: string, pattern: "(" }
  h: { ports: { x: { type: integer } }, default: 3 }
inputs:
  book: { type: string }
`;
    expect(await faults(files(text, '{ d: 1, f: 2, g: x }'))).toMatchInlineSnapshot(`
      "
      page.yaml:2:32: error: the default of "a" is "four"
        2 |   a: { type: integer, default: four }
          |                                ^^^^
        expected: a whole number

      page.yaml:4:3: error: "c" does not say what it takes
        4 |   c: { help: nothing else }
          |   ^
        expected: one of: type, schema, enum, ports, dynamic

      page.yaml:5:16: error: the type is no valid JSON Schema: schema is invalid: data/type must be equal to one of the allowed values
        5 |   d: { schema: { type: strin } }
          |                ^^^^^^^^^^^^^^^

      page.yaml:6:33: error: \`generate: uuid\` makes values such as "936da01f-9abd-4d9d-80c7-02af85c822a8", which do not suit the port
        6 |   e: { type: integer, generate: uuid }
          |                                 ^^^^
        expected: a whole number

      page.yaml:7:16: error: the schema missing.json does not exist
        7 |   f: { schema: ./missing.json }
          |                ^^^^^^^^^^^^^^

      page.yaml:8:6: error: the type is no valid JSON Schema: Invalid regular expression: /(/u: Unterminated group
        8 |   g: { type: string, pattern: "(" }
          |      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

      page.yaml:9:41: error: a namespace has no \`default\` of its own
        9 |   h: { ports: { x: { type: integer } }, default: 3 }
          |                                         ^^^^^^^
        hint: give defaults to the ports in it

      page.yaml:11:3: error: "book" does not say what it is
        11 |   book: { type: string }
           |   ^^^^
        expected: one of: kind, ports
      "
    `);
  });

  test('a schema, inline or in a file, is checked to its depth', async () => {
    const recipe = files(
      'params: { author: { schema: ./author.json }, tags: { type: array, items: string } }',
      '\n      author: { name: Jane, born: soon }\n      tags: [a, 2]',
    );
    const author = '{ "type": "object", "properties": { "born": { "type": "integer" } } }';
    expect(await faults({ ...recipe, 'author.json': author })).toMatchInlineSnapshot(`
      "
      pipeline.yaml:5:35: error: the recipe's parameter "author" (at author.born) cannot be "soon"
        5 |       author: { name: Jane, born: soon }
          |                                   ^^^^
        expected: a whole number
        page.yaml:1:11: declared here
          1 | params: { author: { schema: ./author.json }, tags: { type: array, items: string } }
            |           ^^^^^^

      pipeline.yaml:6:17: error: the recipe's parameter "tags" (at tags.1) cannot be 2
        6 |       tags: [a, 2]
          |                 ^
        expected: a list in which each item is a text
        page.yaml:1:46: declared here
          1 | params: { author: { schema: ./author.json }, tags: { type: array, items: string } }
            |                                              ^^^^
      "
    `);
  });

  test('a text of the pipeline’s parameters is checked as the value that it comes to', async () => {
    const recipe = files(NESTED, '{ render: { width: "{{ columns }}", font: { name: "{{ face }} Pro" } } }');
    const more = {
      ...recipe,
      'pipeline.yaml': `params: { columns: 10, face: Sans }\n${recipe['pipeline.yaml']}`,
    };
    expect(await faults(more)).toContain('the recipe\'s parameter "render.width" cannot be 10');
    expect(taskOf(await plan(more, { params: { columns: '90' } }), 'page').params).toEqual({
      render: { width: 90, font: { name: 'Sans Pro', size: 10 } },
    });
  });

  test('a template names a port by its path, and a wrong one is told', async () => {
    const text = `${NESTED}run: echo {{ render.font.name }} {{ render.font.colour }}\n`;
    expect(
      await faults({
        'page.yaml': text,
        'pipeline.yaml': 'tasks:\n  page: { use: ./page.yaml, params: { render: { font: { name: a } } } }\n',
      }),
    ).toMatchInlineSnapshot(`
      "
      page.yaml:10:37: error: "render.font" has no "colour"
        10 | run: echo {{ render.font.name }} {{ render.font.colour }}
           |                                     ^^^^^^^^^^^^^^^^^^
        expected: one of: render.font.name, render.font.size
      "
    `);
  });
});

describe('links as ports', () => {
  const recipe = `inputs:
  book: { kind: path }
  parts:
    required: false
    ports: { cover: { kind: path }, pages: { kind: paths, required: false } }
  more: { dynamic: true, kind: path }
namespaces: { inputs: { validator: { expression: "book", message: needs a book } } }
run: cat {{ book }} {{ parts.cover }} {{ parts.pages }}
`;

  test('T22: a namespace is linked port by port, and may be left open', async () => {
    const text = (links: string): Record<string, string> => ({
      'page.yaml': recipe,
      'pipeline.yaml': `tasks:\n  page:\n    use: ./page.yaml\n    inputs: { book: a.txt, ${links} }\n`,
    });
    const compiled = await plan(text('parts.cover: b.png, more.notes: c.txt'));
    expect(taskOf(compiled, 'page').links.map(({ name }) => name)).toEqual([
      'book',
      'parts.cover',
      'more.notes',
    ]);
    expect(taskOf(await plan(text('')), 'page').params).toEqual({ parts: { cover: null, pages: null } });
    expect(await faults(text('parts.pages: "p/*", parts.cvoer: b.png, more: d.txt'))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:3:10: error: the recipe's input "parts.cover" is not linked
        3 |     use: ./page.yaml
          |          ^^^^^^^^^^^
        expected: an entry "parts.cover" under \`inputs:\`, one path
        page.yaml:5:14: declared here
          5 |     ports: { cover: { kind: path }, pages: { kind: paths, required: false } }
            |              ^^^^^

      pipeline.yaml:4:48: error: the recipe has no input "parts.cvoer"
        4 |     inputs: { book: a.txt, parts.pages: "p/*", parts.cvoer: b.png, more: d.txt }
          |                                                ^^^^^^^^^^^
        expected: one of: book, parts.cover, parts.pages
        hint: did you mean "parts.cover"?

      pipeline.yaml:4:68: error: the recipe's input "more" is a namespace, and is linked port by port
        4 |     inputs: { book: a.txt, parts.pages: "p/*", parts.cvoer: b.png, more: d.txt }
          |                                                                    ^^^^
        expected: one of: more.NAME
      "
    `);
  });
});

describe('expose', () => {
  const count = `inputs: { book: { kind: path } }
outputs: { count: { kind: path } }
params:
  top: { type: integer, default: 10, help: How many }
  words: { ports: { least: { type: integer, default: 1 }, most: { type: integer, default: 9 } } }
run: wc {{ book }} > {{ count }}
`;
  const host = (expose: string, given = '{}', own = ''): Record<string, string> => ({
    ...files(`expose: ${expose}\n${own}`, given),
    'count.yaml': count,
  });

  test('T26–T28: takes over ports, beside the own ones or in a namespace', async () => {
    const paramsOf = async (rules: string): Promise<unknown> =>
      taskOf(await plan(host(`{ from: ./count.yaml, exclude: [inputs, outputs], ${rules} }`)), 'page').params;
    expect(await paramsOf('')).toEqual({ top: 10, words: { least: 1, most: 9 } });
    expect(await paramsOf('namespace: a.b')).toEqual({ a: { b: { top: 10, words: { least: 1, most: 9 } } } });
  });

  test('T30, T31, T37, T38: only some, by dotted paths', async () => {
    const paramsOf = async (rules: string): Promise<unknown> =>
      taskOf(await plan(host(`{ from: ./count.yaml, ${rules} }`)), 'page').params;
    expect(await paramsOf('include: [params.words.most]')).toEqual({ words: { most: 9 } });
    expect(await paramsOf('include: [params]')).toEqual({ top: 10, words: { least: 1, most: 9 } });
    expect(await paramsOf('exclude: [inputs, outputs, params.words.most]')).toEqual({
      top: 10,
      words: { least: 1 },
    });
    expect(await paramsOf('exclude: [inputs, outputs, params.words]')).toEqual({ top: 10 });
  });

  test('T33–T35: the own entry changes only what it says; options change the namespace', async () => {
    const own = 'params: { count: { ports: { top: { maximum: 20 } } } }\n';
    const rules =
      '{ from: ./count.yaml, namespace: count, include: [params], options: { populate_defaults: false, required: false } }';
    expect(taskOf(await plan(host(rules, '{}', own)), 'page').params).toEqual({ count: null });
    expect(await faults(host(rules, '{ count: { top: 30 } }', own))).toMatchInlineSnapshot(`
      "
      pipeline.yaml:4:29: error: the recipe's parameter "count.top" cannot be 30
        4 |     params: { count: { top: 30 } }
          |                             ^^
        expected: at most 20
        page.yaml:2:29: declared here
          2 | params: { count: { ports: { top: { maximum: 20 } } } }
            |                             ^^^
      "
    `);
  });

  test('T32, T36: rules with faults are told at their place', async () => {
    expect(
      await faults(
        host(
          '{ from: ./count.yaml, include: [params.tpo], exclude: [params.words.lest], namespace: a..b, options: { requird: false } }',
        ),
      ),
    ).toMatchInlineSnapshot(`
      "
      page.yaml:1:95: error: "a..b" is no namespace
        1 | …ount.yaml, include: [params.tpo], exclude: [params.words.lest], namespace: a..b, options: { requird: false } }
          |                                                                             ^^^^
        expected: names with dots between them

      page.yaml:1:112: error: unknown key "requird"
        1 | …ount.yaml, include: [params.tpo], exclude: [params.words.lest], namespace: a..b, options: { requird: false } }
          |                                                                                              ^^^^^^^
        expected: one of: required, help, type, schema, validator, dynamic, populate_defaults
        hint: did you mean "required"?
      "
    `);
    expect(await faults(host('{ from: ./count.yaml, include: [params.tpo, params.words.last] }')))
      .toMatchInlineSnapshot(`
      "
      page.yaml:1:41: error: the recipe ./count.yaml has no params.tpo
        1 | expose: { from: ./count.yaml, include: [params.tpo, params.words.last] }
          |                                         ^^^^^^^^^^
        expected: one of: params.top, params.words.least, params.words.most
        hint: did you mean "params.top"?

      page.yaml:1:53: error: the recipe ./count.yaml has no params.words.last
        1 | expose: { from: ./count.yaml, include: [params.tpo, params.words.last] }
          |                                                     ^^^^^^^^^^^^^^^^^
        expected: one of: params.top, params.words.least, params.words.most
        hint: did you mean "params.words.least"?
      "
    `);
    expect(
      await faults(host('{ from: ./count.yaml, include: [params.top], exclude: [params.top] }')),
    ).toContain('ports are named by `include` or by `exclude`, not by both');
    expect(await faults(host('{ from: ./cuont.yaml }'))).toContain('did you mean "./count.yaml"');
  });

  test('links and parameters may share the namespace, and templates name them in it', async () => {
    const compiled = await plan({
      'count.yaml': count,
      'page.yaml':
        'expose: { from: ./count.yaml, namespace: count }\nrun: head -n {{ count.top }} {{ count.book }} > {{ count.count }}\n',
      'pipeline.yaml':
        'tasks:\n  page: { use: ./page.yaml, inputs: { count.book: "in/{key}" }, outputs: { count.count: "out/{key}" } }\n',
    });
    expect(taskOf(compiled, 'page').links.map(({ name }) => name)).toEqual(['count.book', 'count.count']);
  });
});

describe('extends', () => {
  const base = `description: A page.
inputs: { text: { kind: path } }
outputs: { page: { kind: path } }
params:
  width: { type: integer, default: 80, minimum: 20, help: Columns }
  style: { ports: { font: { type: string, default: serif } } }
exit_codes: { NO_TEXT: { status: 3, message: no text }, FULL: { status: 4, message: full } }
env: { LANG: C, WIDTH: "{{ width }}" }
tools: [sh]
sources: ["*.css"]
run: ./render {{ recipe.dir }}/theme.css {{ width }} {{ style.font }} {{ text }} > {{ page }}
`;
  const task =
    'tasks:\n  page: { use: ./narrow/page.yaml, inputs: { text: "in/{key}" }, outputs: { page: "out/{key}" } }\n';
  const project = (own: string): Record<string, string> => ({
    'base/page.yaml': base,
    'base/theme.css': '',
    'narrow/page.yaml': `extends: ../base/page.yaml\n${own}`,
    'pipeline.yaml': task,
  });

  test('all of the base holds, and an entry changes what it says', async () => {
    const own = `params: { width: { default: 40 }, style: { ports: { size: { type: integer, default: 9 } } } }
exit_codes: { EMPTY: { status: 3, message: empty } }
env: { LANG: en }
tools: [cat]
sources: [more.css]
`;
    const compiled = await plan({ ...project(own), 'narrow/more.css': '' });
    const { action, params: values, exitCodes, env, tools, sources, recipeDir } = taskOf(compiled, 'page');
    expect(action).toMatchObject({ type: 'shell', template: expect.stringContaining('./render') });
    expect(recipeDir).toBe(`${compiled.root}/base`);
    expect(values).toEqual({ width: 40, style: { font: 'serif', size: 9 } });
    expect(Object.values(exitCodes).map(({ label, status }) => [label, status])).toEqual([
      ['EMPTY', 3],
      ['FULL', 4],
    ]);
    expect({ env, tools, sources }).toEqual({
      env: { LANG: 'en', WIDTH: '{{ width }}' },
      tools: ['sh', 'cat'],
      sources: ['base/*.css', 'narrow/more.css', 'base/theme.css'],
    });
  });

  test('another action takes the place of the base’s, with its own folder', async () => {
    const compiled = await plan(project('run: cp {{ text }} {{ page }}\n'));
    expect(taskOf(compiled, 'page')).toMatchObject({
      action: { template: 'cp {{ text }} {{ page }}' },
      recipeDir: `${compiled.root}/narrow`,
    });
  });

  test('an entry that makes no sense over the base’s is told, with both places', async () => {
    expect(
      await faults(
        project('params: { width: { ports: { x: { type: integer } } }, style: { default: 3 } }\n'),
      ),
    ).toMatchInlineSnapshot(`
      "
      narrow/page.yaml:2:11: error: "width" is a namespace here, and one port where it is from
        2 | params: { width: { ports: { x: { type: integer } } }, style: { default: 3 } }
          |           ^^^^^
        base/page.yaml:5:3: declared here
          5 |   width: { type: integer, default: 80, minimum: 20, help: Columns }
            |   ^^^^^

      narrow/page.yaml:2:55: error: "style" is one port here, and a namespace where it is from
        2 | params: { width: { ports: { x: { type: integer } } }, style: { default: 3 } }
          |                                                       ^^^^^
        base/page.yaml:6:3: declared here
          6 |   style: { ports: { font: { type: string, default: serif } } }
            |   ^^^^^
      "
    `);
    expect(await faults(project('params: { width: { minimum: 100 } }\n'))).toMatchInlineSnapshot(`
      "
      narrow/page.yaml:2:18: error: the default of "width" is 80
        2 | params: { width: { minimum: 100 } }
          |                  ^^^^^^^^^^^^^^^^
        expected: at least 100
      "
    `);
  });

  test('a fault of a value names the entry that is nearest', async () => {
    const text = project('params: { width: { maximum: 60, default: 40 } }\n');
    expect(await faults({ ...text, 'pipeline.yaml': task.replace(' }\n', ', params: { width: 10 } }\n') }))
      .toMatchInlineSnapshot(`
      "
      pipeline.yaml:2:115: error: the recipe's parameter "width" cannot be 10
        2 | …use: ./narrow/page.yaml, inputs: { text: "in/{key}" }, outputs: { page: "out/{key}" }, params: { width: 10 } }
          |                                                                                                          ^^
        expected: at least 20
        narrow/page.yaml:2:11: declared here
          2 | params: { width: { maximum: 60, default: 40 } }
            |           ^^^^^
      "
    `);
  });

  test('recipes that are made of each other are told as a ring', async () => {
    expect(
      await faults({
        'a.yaml': 'extends: ./b.yaml\n',
        'b.yaml': 'expose: [{ from: ./c.yaml }]\nrun: "true"\n',
        'c.yaml': 'extends: ./a.yaml\n',
        'pipeline.yaml': 'tasks:\n  page: { use: ./a.yaml }\n  other: { use: ./a.yaml }\n',
      }),
    ).toMatchInlineSnapshot(`
      "
      c.yaml:1:10: error: the recipes are made of each other: a.yaml → b.yaml → c.yaml → a.yaml
        1 | extends: ./a.yaml
          |          ^^^^^^^^
        a.yaml:1:10: named here
          1 | extends: ./b.yaml
            |          ^^^^^^^^
        b.yaml:1:18: named here
          1 | expose: [{ from: ./c.yaml }]
            |                  ^^^^^^^^
      "
    `);
    expect(
      await faults({
        'a.yaml': 'extends: ./a.yaml\n',
        'pipeline.yaml': 'tasks: { page: { use: ./a.yaml } }\n',
      }),
    ).toContain('the recipes are made of each other: a.yaml → a.yaml');
  });

  test('a recipe that does nothing can be extended, not used', async () => {
    const ports = {
      'base/page.yaml': 'params: { width: { type: integer, default: 8 } }\n',
      'base/theme.css': '',
    };
    const compiled = await attempt({
      ...project(
        'inputs: { text: { kind: path } }\noutputs: { page: { kind: path } }\nrun: cp {{ text }} {{ page }}\n',
      ),
      ...ports,
    });
    expect(compiled.text.trim()).toBe('');
    expect(await faults({ ...ports, 'pipeline.yaml': 'tasks:\n  page: { use: ./base/page.yaml }\n' }))
      .toMatchInlineSnapshot(`
        "
        base/page.yaml:1:1: error: the recipe does not say what to do
          1 | params: { width: { type: integer, default: 8 } }
            | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          expected: one of: run, exec, function, tube, steps
          pipeline.yaml:2:16: used here
            2 |   page: { use: ./base/page.yaml }
              |                ^^^^^^^^^^^^^^^^
        "
      `);
  });
});
