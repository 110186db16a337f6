// `pipe describe` as a person sees it, and the same as JSON.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout, project } from '../rig.ts';
import { drive } from './drive.ts';

const files = {
  'count.yaml': `inputs: { book: { kind: path, help: The text } }
params: { top: { type: integer, default: 10, minimum: 0, maximum: 50, help: How many words } }
`,
  'base.yaml': `description: Make a page.
exit_codes: { PARTLY: { status: 4, message: some pages were left out, ok: true, invalidates_cache: true } }
run: ./render {{ style.font }}
`,
  'page.yaml': `extends: ./base.yaml
expose: { from: ./count.yaml, namespace: count }
outputs:
  page: { kind: path }
  stats:
    ports: { words: { type: integer }, title: { type: string, required: false } }
params:
  style:
    help: How it looks
    required: false
    validator: size > 3
    ports:
      font: { type: string, enum: [serif, sans] }
      size: { type: [integer, "null"], default: 10 }
      id: { type: string, generate: key_uuid }
  labels: { dynamic: true, type: string, help: Anything else }
exit_codes: { NO_TEXT: { status: 3, message: no text, retry: false } }
tools: [pandoc]
`,
};

test('the ports of a recipe as a tree, with what it exposes and extends', async () => {
  const { out, error, status } = await project(files).pipe('describe', './page.yaml');
  expect({ error, status }).toEqual({ error: '', status: 0 });
  expect(`\n${out}`).toMatchInlineSnapshot(`
    "
    page  page.yaml, extends base.yaml
    Make a page.

    inputs
      count.
        book  path  required  The text

    outputs
      page     path              required
      stats.
        words  integer, emitted  required
        title  string, emitted   optional

    params
      count.
        top    integer, 0 to 50                 = 10              How many words
      style.   optional, must satisfy size > 3                    How it looks
        font   string, serif | sans             required
        size   integer or null                  = 10
        id     string                           made by key_uuid
      labels.                                                     Anything else
        NAME   string                                             any other name

    exit codes
      NO_TEXT  3  no text (not tried again)
      PARTLY   4  some pages were left out (counts as success, not reused)

    tools
      pandoc
    "
  `);
});

test('the same as JSON', async () => {
  const { out } = await project(files).pipe('describe', './page.yaml', '--json');
  expect(JSON.parse(out)).toMatchObject({
    name: 'page',
    files: ['page.yaml', 'base.yaml'],
    action: { type: 'run', text: './render {{ style.font }}' },
    inputs: { ports: { count: { ports: { book: { required: true, notes: { kind: 'path' } } } } } },
    params: {
      ports: {
        count: { ports: { top: { default: 10, schema: { type: 'integer', minimum: 0, maximum: 50 } } } },
        style: {
          attributes: { required: false, validator: 'size > 3' },
          ports: { id: { generate: 'key_uuid' } },
        },
        labels: { attributes: { dynamic: true, schema: { type: 'string' } } },
      },
    },
    exitCodes: [
      { label: 'NO_TEXT', status: 3, retry: false },
      { label: 'PARTLY', status: 4, ignore: true, invalidatesCache: true },
    ],
    tools: ['pandoc'],
  });
});

test('a recipe without an action, one with a fault, and none', async () => {
  const desk = project({
    ...files,
    'broken.yaml': 'params: { a: { type: integer, default: x } }\nrun: "true"\n',
  });
  expect((await desk.pipe('describe', 'count.yaml')).out).toContain('does nothing by itself');
  const broken = await desk.pipe('describe', 'broken.yaml');
  expect(broken.status).toBe(2);
  expect(broken.error).toContain('broken.yaml:1:40: error: the default of "a" is "x"');
  expect((await desk.pipe('describe', './pag.yaml')).error).toContain('did you mean "./page.yaml"');
  expect((await desk.pipe('describe', 'merg')).error).toContain('did you mean "merge"');
});

test('the steps of a recipe, as they are nested', async () => {
  const desk = project({
    'edition.yaml': `inputs: { book: { kind: path } }
steps:
  - { name: split, run: "./split {{ book }}" }
  - while: ctx.n < ctx.pages
    do:
      - { name: turn, function: "./steps.ts#turn" }
      - { launch: ./page.yaml }
  - if: ctx.pages > 9
    then: [{ exec: [./fold] }]
    elif: [{ if: ctx.pages == 0, then: [{ return: 3 }] }]
    else: [{ name: sheet, run: ./sheet }]
  - together: [{ launch: ./cover.yaml }, { name: names, launch: ./index.yaml }]
`,
  });
  const { out } = await desk.pipe('describe', './edition.yaml');
  expect(`\n${out}`).toMatchInlineSnapshot(`
    "
    edition  edition.yaml

    inputs
      book  path  required

    steps
      split: run
      while(ctx.n < ctx.pages)
        turn: function
        launch(./page.yaml)
      if(ctx.pages > 9)
        exec
      elif(ctx.pages == 0)
        return(3)
      else
        sheet: run
      together
        launch(./cover.yaml)
        names: launch(./index.yaml)
    "
  `);
  const { action } = JSON.parse((await desk.pipe('describe', './edition.yaml', '--json')).out) as {
    action: { type: string; text: string };
  };
  expect(action.type).toBe('steps');
  expect(out).toContain(action.text.split('\n').join('\n  '));
});

const recipes = readdirSync(join(checkout, 'recipes'));

test.for(recipes)('the recipe %s that comes with pipe is described, as text and as JSON', async (name) => {
  const said = await drive(`describe ${name}`);
  expect({ code: said.code, stderr: said.stderr }).toEqual({ code: 0, stderr: '' });
  expect(said.stdout).toMatch(/^inputs$/m);
  expect(said.stdout).not.toContain('does nothing by itself');
  const { stdout } = await drive(`describe ${name} --json`);
  expect(JSON.parse(stdout)).toMatchObject({ name, action: { type: expect.any(String) } });
});
