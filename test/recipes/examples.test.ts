// Every recipe's example, built as a user would: its outputs are those in example/expected, a second build runs
// nothing, and an edit runs exactly the jobs that depend on it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { build, checkout, contentsOf, copyOf, hasCompiler } from './rig.ts';

interface Example {
  /** A file, what in it is replaced, and by what. */
  readonly edit: readonly [file: string, from: string, to: string];
  /** The jobs that run then. */
  readonly runs: readonly string[];
  /** Outputs that differ between machines and so are not in example/expected. */
  readonly machine?: RegExp;
}

const examples: Readonly<Record<string, Example>> = {
  bundle: {
    edit: ['src/name.ts', "'world'", "'moon'"],
    runs: ['bundle', 'greeting'],
    machine: /^bundle\//,
  },
  'checksum-manifest': { edit: ['release/docs/manual.txt', 'on', 'off'], runs: ['checksums'] },
  chunks: { edit: ['books/emma.txt', 'rich', 'poor'], runs: ['length/emma', 'shout/emma'] },
  'code-size': { edit: ['src/hello.js', '// Says', '\n// Says'], runs: ['size'] },
  'compile-c': {
    // A comment changes no object, so that nothing is made of it.
    edit: ['src/shapes.h', 'Areas', 'All the areas'],
    runs: ['object/circle', 'object/square'],
    machine: /\.o$/,
  },
  compress: { edit: ['letters/darcy.txt', 'madam', 'Madam'], runs: ['gzip/darcy', 'zstd/darcy'] },
  'csv-groups': {
    edit: ['sightings/marsh.csv', '06:30,teal', '06:31,teal'],
    // The other birds of the marsh stay as they are, and so do all lengths.
    runs: ['by-bird/marsh', 'length/marsh/teal'],
  },
  'csv-profile': {
    // The longest table stays the longest, and as long.
    edit: ['tables/authors.csv', 'Anonymous,,1', 'Anonymous,,2\nHomer,,2'],
    runs: ['longest', 'profile/authors'],
  },
  'csv-to-json': { edit: ['tables/cities.csv', 'CH', 'Switzerland'], runs: ['tables/cities'] },
  'link-c': {
    edit: ['src/dice.c', '* 6', '* 3'],
    runs: ['object/dice', 'program', 'throws'],
    machine: /\.o$|^dice$/,
  },
  'markdown-to-html': { edit: ['posts/bread.md', 'knead', 'knead well'], runs: ['page/bread'] },
  merge: { edit: ['letters/ann/2.txt', 'sun', 'fog'], runs: ['merge/ann'] },
  'recipe-docs': { edit: ['recipes/shout/recipe.yaml', 'capitals', 'large letters'], runs: ['pages/shout'] },
  'recipe-index': { edit: ['recipes/whisper/recipe.yaml', 'small', 'tiny'], runs: ['index'] },
  'schema-docs': { edit: ['schemas/book.schema.json', 'A book', 'One book'], runs: ['reference'] },
  'schema-types': { edit: ['schemas/book.schema.json', 'A book', 'One book'], runs: ['types/book'] },
  'schema-validators': {
    edit: ['schemas/book.schema.json', '"minLength": 1', '"minLength": 2'],
    runs: ['faults', 'validators'],
    machine: /^validators\.mjs$/,
  },
  'source-size': { edit: ['sizes/lib.json', '1410', '1411'], runs: ['report'] },
  split: {
    // The first part stays as it is, so that nothing is made of it again.
    edit: ['books/moby.txt', 'precisely,\n', 'precisely,\nhaving little or no money in my purse.\n'],
    runs: ['length/moby/0002', 'merge/moby', 'split/moby'],
  },
  'text-summary': {
    edit: ['books/walden.txt', 'neighbor', 'neighbour'],
    runs: ['summary/walden'],
    // Records of the runs, with their times.
    machine: /^results\//,
  },
  'word-statistics': { edit: ['poems/frog.txt', 'old', 'very old'], runs: ['statistics/frog', 'totals'] },
  'word-totals': { edit: ['statistics/frog.json', '"words": 12', '"words": 13'], runs: ['totals'] },
};

test('every recipe has an example here', () => {
  const recipes = readdirSync(join(checkout, 'recipes'), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(Object.keys(examples)).toEqual(recipes.map((entry) => entry.name).toSorted());
});

describe.each(Object.entries(examples))('%s', (name, { edit, runs, machine }) => {
  test.skipIf(!hasCompiler && ['compile-c', 'link-c'].includes(name))(
    'builds what is expected, then nothing, then what an edit asks for',
    async () => {
      using copy = copyOf(join('recipes', name, 'example'));
      const first = await build(copy.folder);
      expect(first.trouble).toBe('');
      expect(first.status).toBe(0);
      expect(contentsOf(join(copy.folder, 'build'), machine)).toEqual(
        contentsOf(join(copy.folder, 'expected')),
      );

      const second = await build(copy.folder);
      expect({ status: second.status, ran: second.ran }).toEqual({ status: 0, ran: [] });

      replace(join(copy.folder, edit[0]), edit[1], edit[2]);
      const third = await build(copy.folder);
      expect(third.trouble).toBe('');
      expect({ status: third.status, ran: third.ran }).toEqual({ status: 0, ran: runs });

      const fourth = await build(copy.folder);
      expect(fourth.ran).toEqual([]);
    },
  );
});

function replace(file: string, from: string, to: string): void {
  const before = readFileSync(file, 'utf8');
  const after = before.replace(from, to);
  if (after === before) throw new Error(`${file} has no ${from}`);
  writeFileSync(file, after);
}
