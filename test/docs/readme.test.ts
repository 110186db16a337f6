// What the documentation shows is what happens: each command of a page's tour is run and its output compared, and each
// link leads to a file, and to a heading of it, that exist.
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, Desk, steady, stepsOf } from './transcript.ts';

const checkout = join(import.meta.dirname, '..', '..');

/** Pages whose first `yaml` block is a pipeline, and whose `console` blocks are run in order. */
const tours = ['README.md', 'docs/how-it-decides.md'];

describe.each(tours)('%s', (page) => {
  test('its commands print what it shows', { timeout: 300_000 }, async () => {
    using desk = new Desk(checkout);
    const blocks = blocksOf(read(page));
    const pipeline = blocks.find(({ language, text }) => language === 'yaml' && /^tasks:/m.test(text));
    expect(pipeline).toBeDefined();
    desk.write('pipeline.yaml', pipeline!.text);
    const steps = blocks.filter(({ language }) => language === 'console').flatMap(stepsOf);
    expect(steps.length).toBeGreaterThan(10);
    for (const { command, output } of steps) {
      const happened = { command, output: steady(await desk.run(command)) };
      expect(happened).toEqual({ command, output: steady(output) });
    }
  });
});

test('the README says how to install, build and test', () => {
  const commands = blocksOf(read('README.md')).filter(({ language }) => language === 'sh');
  expect(commands.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['npm ci && npx pipe build\n', 'npm test\n']),
  );
});

const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: checkout }).toSorted();

test.each(pages)('the links of %s lead somewhere', (page) => {
  expect(linksOf(page).filter((link) => !leadsSomewhere(page, link))).toEqual([]);
});

function read(page: string): string {
  return readFileSync(join(checkout, page), 'utf8');
}

/** Relative link targets; what stands in code is none. */
function linksOf(page: string): string[] {
  const text = read(page)
    .replaceAll(/^```[^]*?^```$/gm, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leadsSomewhere(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? join(checkout, page) : resolve(checkout, dirname(page), decodeURI(path));
  if (!existsSync(file)) return false;
  if (anchor === undefined || statSync(file).isDirectory()) return true;
  return anchorsOf(readFileSync(file, 'utf8')).has(anchor);
}

/** Headings as GitHub names them, and `<a id>`. */
function anchorsOf(text: string): Set<string> {
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  const headings = [...prose.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .replaceAll(/<[^>]*>/g, '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-'),
  );
  const ids = [...prose.matchAll(/<a id="([^"]+)"/g)].map(([, id = '']) => id);
  return new Set([...headings, ...ids]);
}
