// Whatever a file holds, the answer is a plan or located faults, never an exception.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compilePipeline } from '../../engine/pipeline/compile.ts';
import { renderDiagnostic } from '../../engine/pipeline/render-diagnostic.ts';
import { makeFolder } from './rig.ts';

const PIPELINE = {
  name: 'books',
  include: [{ path: 'more.yaml', as: 'more' }, 'rest.yaml'],
  params: { language: 'en', width: 80 },
  env: ['LANG', 'API_*'],
  repositories: {
    books: { type: 'yaml', path: 'books/{key}.yaml' },
    pages: { type: 'file', path: 'pages/{book}/{page}.txt', keep: 'needed' },
    notes: { type: 'memory' },
    long: { type: 'filter', of: 'books', where: 'size > 10' },
    both: { type: 'and', of: { a: 'books', b: 'long' } },
    rest: { type: 'unless', of: 'books', unless: 'long' },
    names: { type: 'map', of: 'books', value: '{{ name }}' },
    friends: { type: 'related', of: 'books', translator: 'names' },
  },
  quotas: { main: { cpu: 4, memory: '8Gi', launches: '100/min' } },
  tasks: {
    report: {
      use: './report.yaml',
      inputs: {
        book: 'books',
        friend: { from: 'books', key: 'book.friend' },
        pages: { from: 'pages', keys: '{key}/*' },
      },
      outputs: { report: 'build/{key}.md' },
      links: { notes: { repository: 'notes', inhibits_start: true } },
      params: { width: '{{ width }}' },
      quota: { cpu: 1 },
      timeout: '10m',
      retry: { attempts: 3, backoff: '5s', on: [75, 'timeout'] },
      logs: 'logs/{key}.log',
    },
    index: {
      inputs: { all: 'build/*.md' },
      outputs: { index: 'build/index.html' },
      env: { LANGUAGE: '{{ language }}' },
      run: 'cat {{ all }} > {{ index }}',
    },
  },
};
const RECIPE = {
  inputs: { book: { kind: 'record' }, friend: { kind: 'record' }, pages: { kind: 'paths' } },
  outputs: { report: { kind: 'path' } },
  params: { width: { type: 'integer', minimum: 20 } },
  run: './render {{ width }} {{ friend.name }} {{ pages }} {{ book }} > {{ report }}',
};

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]))];
}

/** The value with one place replaced. */
function replaced(value: unknown, path: Path, by: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...value]
    : { ...(value as Record<string, unknown>) };
  (copy as Record<string | number, unknown>)[step] = replaced(
    (value as Record<string | number, unknown>)[step],
    rest,
    by,
  );
  return copy;
}

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    '.',
    '/',
    '..',
    '../x',
    '{',
    '}',
    '*',
    '**',
    '{key}',
    '{a}/{b}',
    '{{',
    '{{ x }}',
    '{% if %}',
    'books',
    'build/',
  ),
  fc.constantFrom<unknown>(
    'build/',
    '{key**}',
    'key',
    'book.x',
    'report.x',
    './',
    'constructor',
    '__proto__',
    -1,
    0,
    1e308,
    true,
    [],
    {},
    [null],
    { '': 1 },
  ),
  fc.constantFrom<unknown>(
    { from: 'books' },
    { type: 'file' },
    { __proto__: null },
    { constructor: 'x' },
    { toString: { from: 'books' } },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

test('a pipeline or recipe with one odd place', async () => {
  const folder = makeFolder({
    'more.yaml': 'tasks: { hello: { run: echo } }',
    'rest.yaml': 'params: { language: de }',
  });
  const compile = async (pipeline: unknown, recipe: unknown): Promise<boolean> => {
    writeFileSync(join(folder, 'pipeline.yaml'), JSON.stringify(pipeline));
    writeFileSync(join(folder, 'report.yaml'), JSON.stringify(recipe));
    const result = await compilePipeline({ cwd: folder });
    for (const each of result.ok ? result.value.warnings : result.error) {
      expect(each.location, `${each.code}: ${each.message}`).toBeDefined();
      expect(renderDiagnostic(each, { cwd: folder, source: () => undefined })).not.toMatch(
        /undefined|\[object|NaN/,
      );
    }
    if (!result.ok) expect(result.error.length).toBeGreaterThan(0);
    return result.ok;
  };
  expect(await compile(PIPELINE, RECIPE)).toBe(true);
  const at = fc.constantFrom(...pathsOf(PIPELINE));
  const inRecipe = fc.constantFrom(...pathsOf(RECIPE));
  await fc.assert(
    fc.asyncProperty(
      at,
      odd,
      async (path, value) => void (await compile(replaced(PIPELINE, path, value), RECIPE)),
    ),
    { numRuns: 4000 },
  );
  await fc.assert(
    fc.asyncProperty(
      inRecipe,
      odd,
      async (path, value) => void (await compile(PIPELINE, replaced(RECIPE, path, value))),
    ),
    { numRuns: 2000 },
  );
});

test('a file of odd bytes', async () => {
  const folder = makeFolder({});
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.constantFrom(
          'tasks:',
          '\n',
          '  ',
          'a:',
          '- ',
          '{',
          '}',
          '[',
          ']',
          '*a',
          '&a ',
          '!x ',
          '|',
          '>',
          '"',
          "'",
          '#',
          '\t',
          '---',
          '{{',
          '}}',
          'run: ',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );
  await fc.assert(
    fc.asyncProperty(text, async (content) => {
      writeFileSync(join(folder, 'pipeline.yaml'), content);
      const result = await compilePipeline({ cwd: folder });
      if (!result.ok) for (const each of result.error) expect(each.location).toBeDefined();
    }),
    { numRuns: 5000 },
  );
  rmSync(folder, { recursive: true });
});
