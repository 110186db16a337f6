// Loads the root pipeline file and all that it includes, with every fault of their bytes, syntax and shape. Knows
// nothing of what tasks and repositories mean.
import { dirname, join, resolve } from 'node:path';
import type { PipelineFile } from '../../schemas/generated/pipeline.ts';
import type { JsonObject } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import { readDocument, type YamlDocument } from './document.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import { printPath } from './print-path.ts';
import { nearSibling } from './siblings.ts';
import { validateShape } from './validate.ts';

export interface PipelineSource {
  readonly document: YamlDocument;
  /** Without the broken entries. */
  readonly file: PipelineFile;
  /** Absolute folder of the file. */
  readonly folder: string;
  /** What its names start with: '' or `maps.`. */
  readonly prefix: string;
  /** Entries that have faults of their shape, such as `tasks/report`, or `tasks` for all; `''` is the whole file. */
  readonly broken: ReadonlySet<string>;
}

export interface SourcesOptions {
  readonly cwd: string;
  readonly file?: string;
}

/** The root file first, then what it includes, in order. A file that is included twice under one prefix is there once. */
export async function loadSources(
  options: SourcesOptions,
  faults: Faults,
  files: Files,
): Promise<readonly PipelineSource[]> {
  const loader = new Loader(options.cwd, faults, files);
  const file = resolve(options.cwd, options.file ?? 'pipeline.yaml');
  await loader.load(file, '', [], undefined, options.file === undefined);
  return loader.sources;
}

class Loader {
  readonly sources: PipelineSource[] = [];
  readonly #cwd: string;
  readonly #faults: Faults;
  readonly #files: Files;
  readonly #seen = new Set<string>();

  constructor(cwd: string, faults: Faults, files: Files) {
    this.#cwd = cwd;
    this.#faults = faults;
    this.#files = files;
  }

  /** `above` are the files that include this one, from the root on. */
  async load(
    file: string,
    prefix: string,
    above: readonly Step[],
    askedAt?: Location,
    isDefault = false,
  ): Promise<void> {
    if (this.#seen.has(`${prefix}\0${file}`)) return;
    this.#seen.add(`${prefix}\0${file}`);
    const read = await readDocument(file, {
      what: 'pipeline file',
      cwd: this.#cwd,
      files: this.#files,
      ...(askedAt && { askedAt }),
      hint: () => this.#missingHint(file, isDefault),
    });
    if (!read.ok) {
      this.#faults.add(read.error);
      return;
    }
    const document = read.value;
    const shape = await validateShape(document, 'pipeline');
    this.#faults.add(shape.faults);
    const content = withoutBroken(document.value as JsonObject, shape.broken);
    const source = {
      document,
      file: content as PipelineFile,
      folder: dirname(file),
      prefix,
      broken: shape.broken,
    };
    this.sources.push(source);
    await this.#includes(source, above);
  }

  async #includes(source: PipelineSource, above: readonly Step[]): Promise<void> {
    for (const [index, include] of (source.file.include ?? []).entries()) {
      const isText = typeof include === 'string';
      const path = isText ? ['include', index] : ['include', index, 'path'];
      const location = source.document.at(path);
      const file = join(source.folder, isText ? include : include.path);
      const here = [...above, { file: source.document.file, location }];
      if (here.some((step) => step.file === file)) {
        this.#cycle(file, here);
        continue;
      }
      const own = isText || include.as === undefined ? '' : `${include.as}.`;
      await this.load(file, `${source.prefix}${own}`, here, location);
    }
  }

  #cycle(file: string, steps: readonly Step[]): void {
    const ring = steps.slice(steps.findIndex((step) => step.file === file));
    const names = [...ring.map((step) => step.file), file].map((name) => printPath(name, this.#cwd));
    this.#faults.error(
      'include-cycle',
      `the files include each other: ${names.join(' → ')}`,
      steps.at(-1)?.location,
      {
        related: ring.slice(0, -1).map((step) => ({ message: 'included here', location: step.location })),
      },
    );
  }

  #missingHint(file: string, isDefault: boolean): string | undefined {
    if (isDefault) {
      const other = join(dirname(file), 'pipeline.yml');
      return this.#files.exists(other)
        ? 'there is a pipeline.yml: name it with -f pipeline.yml'
        : '`pipe init` writes one to start from';
    }
    const folder = printPath(dirname(file), this.#cwd);
    return nearSibling(file, this.#files, folder === '.' ? '' : `${folder}/`).hint;
  }
}

function withoutBroken(value: JsonObject, broken: ReadonlySet<string>): JsonObject {
  if (broken.size === 0) return value;
  if (broken.has('')) return {};
  const keep = (entries: JsonObject, prefix: string): JsonObject =>
    Object.fromEntries(Object.entries(entries).filter(([name]) => !broken.has(prefix + name)));
  return Object.fromEntries(
    Object.entries(keep(value, '')).map(([name, entry]) => [
      name,
      // Lists are only ever broken as a whole.
      typeof entry === 'object' && entry !== null && !Array.isArray(entry)
        ? keep(entry as JsonObject, `${name}/`)
        : entry,
    ]),
  );
}

interface Step {
  readonly file: string;
  readonly location: Location;
}
