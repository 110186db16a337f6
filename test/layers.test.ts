// The shape of the sources: imports go down the layers and never round in a circle, every file says first what it is,
// and none grows too long. Reads text only; knows nothing of what the modules do.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Top to bottom. A layer may import itself and every layer below it. */
const layers = [
  'cli',
  'engine/index',
  'engine/pipelines',
  'engine/session',
  'engine/watch',
  'engine/schedule',
  'engine/freshness',
  'engine/process',
  'engine/pipeline',
  'engine/ports',
  'engine/repository',
  'engine/executor',
  'engine/tube',
  'engine/store',
  'engine/idle',
  'engine/model',
  'engine/base',
];

/**
 * The engine, and what must not load it: the quick answer to a build that has nothing to do, what a watch is asked, and
 * what listens to spans.
 */
const doors = new Set([
  'engine/index.ts',
  'engine/pipelines.ts',
  'engine/session/door/watched-looks.ts',
  'engine/model/job.ts',
  'engine/base/span.ts',
  'engine/idle/idle-build.ts',
  'engine/idle/ask-watch.ts',
  'engine/idle/ask-at-rest.ts',
]);

/** Generated types and compiled validators, and who may import them. */
const schemas = 'schemas';
const schemaReaders = new Set(['engine/index', 'engine/pipeline', 'engine/tube']);

/** A file longer than `long` lines is named in the report; one longer than `tooLong` fails, unless it is listed here. */
const long = 250;
const tooLong = 300;
const allowedLong: readonly string[] = [];

type Sources = ReadonlyMap<string, string>;

describe('the sources of pipe', () => {
  const sources = readSources(join(import.meta.dirname, '..'));

  test('import downwards only', () => {
    expect(layerFaults(sources)).toEqual([]);
  });

  test('have no import cycles', () => {
    expect(cycles(sources)).toEqual([]);
  });

  test('start with a comment that says what the file is', () => {
    expect(withoutHeader(sources)).toEqual([]);
  });

  test(`have at most ${tooLong} lines a file`, async ({ annotate }) => {
    for (const file of longerThan(sources, long)) await annotate(`over ${long} lines: ${file}`, 'warning');
    const tooLongFiles = longerThan(sources, tooLong);
    expect(tooLongFiles.filter((file) => !allowedLong.includes(file))).toEqual([]);
    expect(allowedLong.filter((file) => !tooLongFiles.includes(file))).toEqual([]);
  });
});

describe('the layer rule', () => {
  test('lets every layer import itself, what is below, packages and the manifest', () => {
    const kitchen = sourcesOf({
      'cli/main.ts': ['../engine/index.ts', './commands/build.ts', '../package.json', 'listr2', 'node:fs'],
      'cli/commands/build.ts': ['../../engine/index.ts'],
      'engine/index.ts': ['./session.ts', './model/key.ts', '../schemas/generated/pipeline.ts'],
      'engine/session.ts': ['./session/open.ts', './store/store.ts'],
      'engine/pipeline/read.ts': ['../../schemas/generated/validate.js', '../model/key.ts'],
      'engine/model/key.ts': ['./json.ts', '../base/result.ts'],
    });
    expect(layerFaults(kitchen)).toEqual([]);
  });

  test('names an import that goes up', () => {
    expect(layerFaults(sourcesOf({ 'engine/model/key.ts': ['../store/store.ts'] }))).toEqual([
      'engine/model/key.ts imports engine/store/store.ts: engine/model is below engine/store',
    ]);
    expect(layerFaults(sourcesOf({ 'engine/session/open.ts': ['../index.ts'] }))).toEqual([
      'engine/session/open.ts imports engine/index.ts: engine/session is below engine/index',
    ]);
    expect(layerFaults(sourcesOf({ 'engine/watch/watch.ts': ['../../cli/colour.ts'] }))).toEqual([
      'engine/watch/watch.ts imports cli/colour.ts: engine/watch is below cli',
    ]);
  });

  test('lets the command line in by the front door only', () => {
    expect(layerFaults(sourcesOf({ 'cli/list.ts': ['../engine/model/key.ts'] }))).toEqual([
      'cli/list.ts imports engine/model/key.ts: cli uses the engine through engine/index.ts only',
    ]);
  });

  test('keeps the schemas to those that read documents', () => {
    expect(layerFaults(sourcesOf({ 'engine/store/store.ts': ['../../schemas/generated/tube.ts'] }))).toEqual([
      'engine/store/store.ts imports schemas/generated/tube.ts: engine/store may not use schemas',
    ]);
  });

  test('knows no other folders', () => {
    expect(
      layerFaults(sourcesOf({ 'engine/utils/pad.ts': [], 'engine/base/digest.ts': ['../../test/rig.ts'] })),
    ).toEqual([
      'engine/utils/pad.ts is in no layer',
      'engine/base/digest.ts imports test/rig.ts, which is in no layer',
    ]);
  });

  test('sees imports in every form', () => {
    const text = [
      "import './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  type C,\n  see,\n} from './c.ts';",
      "export * from './d.ts';",
      "export { type E } from './e.ts';",
      "const f = await import('./f.ts');",
      "type G = import('./g.ts').G;",
      "// import './commented.ts';",
      "/* export * from './commented.ts'; */",
      "const from = Array.from('./no.ts');",
    ].join('\n');
    expect(importsOf('engine/base/all.ts', text).map((path) => posix.basename(path))).toEqual([
      'a.ts',
      'b.ts',
      'c.ts',
      'd.ts',
      'e.ts',
      'f.ts',
      'g.ts',
    ]);
  });
});

describe('the other rules', () => {
  test('an import cycle is shown once, as a path', () => {
    const ring = sourcesOf({
      'engine/model/hen.ts': ['./egg.ts'],
      'engine/model/egg.ts': ['./chick.ts', './json.ts'],
      'engine/model/chick.ts': ['./hen.ts'],
      'engine/model/json.ts': [],
    });
    expect(cycles(ring)).toEqual([
      'engine/model/hen.ts > engine/model/egg.ts > engine/model/chick.ts > engine/model/hen.ts',
    ]);
  });

  test('a header may be a line or a block comment, also after a #! line', () => {
    const files = new Map([
      ['cli/line.ts', '// One.\n'],
      ['cli/block.ts', '/**\n * Two.\n */\n'],
      ['cli/script.ts', '#!/usr/bin/env node\n// Three.\n'],
      ['cli/bare.ts', "import 'node:fs';\n// Late.\n"],
    ]);
    expect(withoutHeader(files)).toEqual(['cli/bare.ts']);
  });

  test('length is counted in lines', () => {
    const files = new Map([
      ['cli/short.ts', '//\n'.repeat(300)],
      ['cli/long.ts', '//\n'.repeat(301)],
    ]);
    expect(longerThan(files, 300)).toEqual(['cli/long.ts']);
  });
});

function readSources(root: string): Sources {
  const paths = globSync(['cli/**/*.ts', 'engine/**/*.ts'], { cwd: root }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}

function sourcesOf(files: Readonly<Record<string, readonly string[]>>): Sources {
  return new Map(
    Object.entries(files).map(([path, imports]) => [
      path,
      imports.map((from) => `import '${from}';\n`).join(''),
    ]),
  );
}

function layerFaults(sources: Sources): string[] {
  return [...sources].flatMap(([path, text]) => {
    const from = layerOf(path);
    if (from === undefined) return [`${path} is in no layer`];
    return importsOf(path, text).flatMap((target) => {
      const fault = importFault(from, target);
      return fault === undefined ? [] : [`${path} imports ${target}${fault}`];
    });
  });
}

function importFault(from: string, target: string): string | undefined {
  if (target === 'package.json') return undefined;
  if (target.startsWith(`${schemas}/`)) {
    return schemaReaders.has(from) ? undefined : `: ${from} may not use ${schemas}`;
  }
  const to = layerOf(target);
  if (to === undefined) return ', which is in no layer';
  if (layers.indexOf(to) < layers.indexOf(from)) return `: ${from} is below ${to}`;
  if (from === 'cli' && to !== 'cli' && !doors.has(target)) {
    return ': cli uses the engine through engine/index.ts only';
  }
  return undefined;
}

/** `engine/session.ts` and `engine/session/open.ts` are both of layer `engine/session`. */
function layerOf(path: string): string | undefined {
  const [top = '', second = ''] = path.split('/');
  const layer = top === 'engine' ? `engine/${second.replace(/\.ts$/, '')}` : top;
  return layers.includes(layer) ? layer : undefined;
}

/** The files that a source names in static, type-only and dynamic imports, as paths from the root; packages left out. */
function importsOf(path: string, text: string): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/.*$|\/\*[^]*?\*\/)/gm, '');
  const forms =
    /^\s*(?:import|export)\b[^'"`;()]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/gm;
  return [...code.matchAll(forms)]
    .map((match) => match[1] ?? match[2] ?? '')
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => posix.join(dirname(path), specifier));
}

function cycles(sources: Sources): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, above: readonly string[]): void => {
    const start = above.indexOf(path);
    if (start >= 0) found.push([...above.slice(start), path].join(' > '));
    if (start >= 0 || done.has(path)) return;
    for (const target of importsOf(path, sources.get(path) ?? '')) visit(target, [...above, path]);
    done.add(path);
  };
  for (const path of sources.keys()) visit(path, []);
  return found;
}

function withoutHeader(sources: Sources): string[] {
  return [...sources].filter(([, text]) => !/^(?:#!.*\n)?\s*\/[/*]/.test(text)).map(([path]) => path);
}

function longerThan(sources: Sources, lines: number): string[] {
  return [...sources].filter(([, text]) => text.split('\n').length - 1 > lines).map(([path]) => path);
}
