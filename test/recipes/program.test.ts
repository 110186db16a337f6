// A real C program of 35 sources and 27 headers, built by the recipes compile-c and link-c. Which sources include a
// header is asked of the compiler itself, not of pipe.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build, contentsOf, copyOf, hasCompiler, type Built, type Copy } from './rig.ts';

describe.skipIf(!hasCompiler)('the program of compile-c', () => {
  let copy: Copy;
  let first: Built;
  const afterLinking = ['answer/circle', 'answer/logic', 'answer/words', 'check', 'program'];

  beforeAll(async () => {
    copy = copyOf('recipes/compile-c/program');
    first = await build(copy.folder);
  });
  afterAll(() => copy[Symbol.dispose]());

  test('compiles every source, links, passes its own tests and answers rightly', () => {
    expect(first.trouble).toBe('');
    expect(first.ran).toEqual([...afterLinking, ...objectsOf(sources(copy.folder))].toSorted());
    expect(contentsOf(join(copy.folder, 'build'), /^objects\/|^abacus$/)).toEqual(
      contentsOf(join(copy.folder, 'expected')),
    );
  });

  test('is up to date then', async () => {
    expect((await build(copy.folder)).ran).toEqual([]);
  });

  test.each(['base/hash.h', 'builtin/registry.h', 'data/table.h', 'lang/token.h'])(
    'a changed %s compiles exactly the sources that include it, and links again',
    async (header) => {
      const path = join(copy.folder, 'src', header);
      const includers = sources(copy.folder).filter((source) =>
        includes(copy.folder, source).includes(`src/${header}`),
      );
      expect(includers.length).toBeGreaterThan(0);
      const mark = `changed_${header.replaceAll(/\W/g, '_')}`;
      addInside(path, `static const char *const ${mark} __attribute__((used)) = "${header}";\n`);
      expect((await build(copy.folder)).ran).toEqual([...afterLinking, ...objectsOf(includers)].toSorted());
    },
  );

  test('a comment in a source compiles that source, and the equal object is not linked again', async () => {
    const path = join(copy.folder, 'src/data/sort.c');
    writeFileSync(path, `// Merge sort, from the bottom up.\n${readFileSync(path, 'utf8')}`);
    expect((await build(copy.folder)).ran).toEqual(['object/data/sort']);
  });

  test('a comment in a header compiles its includers, and nothing is linked again', async () => {
    addInside(join(copy.folder, 'src/text/utf8.h'), '// The end.\n');
    const includers = sources(copy.folder).filter((source) =>
      includes(copy.folder, source).includes('src/text/utf8.h'),
    );
    expect((await build(copy.folder)).ran).toEqual(objectsOf(includers));
  });

  test('another optimisation compiles everything', async () => {
    const built = await build(copy.folder, '--param', 'optimise=0', 'program');
    expect(built.trouble).toBe('');
    expect(built.ran).toEqual([...objectsOf(sources(copy.folder)), 'program'].toSorted());
  });
});

/** Adds lines to a header, before the `#endif` that closes it. */
function addInside(header: string, lines: string): void {
  writeFileSync(header, readFileSync(header, 'utf8').replace(/#endif\s*$/, `${lines}$&`));
}

/** Relative to `src`, such as `data/table.c`. */
function sources(folder: string): string[] {
  return readdirSync(join(folder, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.c'))
    .map((entry) => relative(join(folder, 'src'), join(entry.parentPath, entry.name)))
    .toSorted();
}

/** What the compiler says that a source reads, but for the headers of the system. */
function includes(folder: string, source: string): string[] {
  const rule = execFileSync('cc', ['-MM', '-Isrc', `src/${source}`], { cwd: folder, encoding: 'utf8' });
  return rule.replaceAll(/\\\n/g, ' ').split(/\s+/).slice(1);
}

function objectsOf(files: readonly string[]): string[] {
  return files.map((file) => `object/${file.replace(/\.c$/, '')}`).toSorted();
}
