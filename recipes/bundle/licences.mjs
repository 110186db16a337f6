// The licences of packages of which a bundle holds a part, as most of them ask for. Knows no bundler.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PACKAGE = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const LICENCE = /^(?:licen[cs]e|copying)(?:[.-].*)?$/i;

/**
 * @param {Iterable<string>} read paths of files that were bundled
 * @returns {Promise<{ text: string, files: string[] }>} all licences as one text, and the files that it was made from
 */
export async function licencesOf(read) {
  const folders = new Set(
    [...read].map((path) => PACKAGE.exec(path)?.[1]).filter((folder) => folder !== undefined),
  );
  const files = [];
  const texts = [];
  for (const folder of [...folders].sort()) {
    const manifest = join(folder, 'package.json');
    const { name, version, license } = JSON.parse(await readFile(manifest, 'utf8'));
    const names = (await readdir(folder)).filter((file) => LICENCE.test(file)).sort();
    const own = await Promise.all(names.map((file) => readFile(join(folder, file), 'utf8')));
    files.push(manifest, ...names.map((file) => join(folder, file)));
    texts.push(
      [`${name} ${version} (${license ?? 'no licence named'})`, ...own.map((text) => text.trim())].join(
        '\n\n',
      ),
    );
  }
  return { text: texts.map((text) => `${text}\n`).join(`\n${'-'.repeat(80)}\n\n`), files };
}
