// A YAML file as plain data in which every key and value can be located. Knows no schema and no pipeline.
import type { Document, Node } from 'yaml';
import type * as Yaml from '../base/yaml-package.ts';
import { err, ok, type Result } from '../base/result.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Json } from '../model/json.ts';
import type { Location } from '../model/location.ts';
import { type DocumentPath, entryAt, type Entry } from './document-node.ts';
import { toPlain } from './document-value.ts';
import { placer, type Place } from '../model/place.ts';
import { readText, type ReadOptions } from './read-text.ts';
import { sourceOffset } from './scalar-offset.ts';
import { syntaxFaults } from './syntax-fault.ts';

export type { DocumentPath } from './document-node.ts';

export interface YamlDocument {
  /** Absolute path. */
  readonly file: string;
  readonly value: Json;
  /** The place of the value at a path, or of the nearest above it that exists. */
  at(path: DocumentPath): Location;
  /** The place of the key at the end of a path, or of what stands in its stead. */
  keyAt(path: DocumentPath): Location;
  /** The place of a part of the text of the scalar at a path. */
  within(path: DocumentPath, offset: number, length: number): Location;
}

/** Reads and parses; every fault of the bytes and the syntax. An empty file is a fault. */
export async function readDocument(
  file: string,
  options: ReadOptions,
): Promise<Result<YamlDocument, readonly Diagnostic[]>> {
  const read = readText(file, options);
  if (!read.ok) return err([read.error]);
  const text = read.value;
  const yaml = await import('../base/yaml-package.ts');
  const lines = new yaml.LineCounter();
  const place = placer(file, lines);

  let documents: readonly Document.Parsed[];
  try {
    const parsed = yaml.parseAllDocuments(text, {
      version: '1.2',
      schema: 'core',
      merge: false,
      resolveKnownTags: false,
      stringKeys: true,
      // Ours is linear and tells of both places.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    });
    documents = 'empty' in parsed ? [] : parsed;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return err([
      {
        code: 'yaml-too-deep',
        severity: 'error',
        message: 'the YAML is nested too deeply',
        location: place(0, 0),
      },
    ]);
  }

  const faults = syntaxFaults(documents, text, place);
  const [document] = documents;
  if (faults.length > 0) return err(faults);
  if (document === undefined || document.contents === null || isNothing(document, text)) {
    const message = text.trim() === '' ? 'the file is empty' : 'the file holds nothing but comments';
    return err([
      {
        code: 'empty-file',
        severity: 'error',
        message,
        location: place(0, 0),
        expected: `a ${options.what}`,
      },
    ]);
  }
  const plain = toPlain(yaml, document, place);
  if (!plain.ok) return plain;
  return ok(locatable(yaml, { file, value: plain.value }, text, document, place));
}

function locatable(
  yaml: typeof Yaml,
  parts: Pick<YamlDocument, 'file' | 'value'>,
  text: string,
  document: Document.Parsed,
  place: Place,
): YamlDocument {
  const placeOf = (node: Node | undefined | null): Location => {
    const range = node?.range ?? document.contents?.range;
    return range ? place(range[0], range[1]) : place(0, 0);
  };
  const find = (path: DocumentPath): Entry => entryAt(yaml, document, path);
  return {
    ...parts,
    at: (path) => placeOf(find(path).value),
    keyAt(path) {
      const entry = find(path);
      return placeOf(entry.key ?? entry.value);
    },
    within(path, offset, length) {
      const node = find(path).value;
      const start = sourceOffset(text, node, offset);
      if (start === undefined) return placeOf(node);
      return place(start, sourceOffset(text, node, offset + length) ?? start + length);
    },
  };
}

/** A scalar that is not there: `# only a comment`. */
function isNothing(document: Document.Parsed, text: string): boolean {
  const range = document.contents?.range;
  return range != null && text.slice(range[0], range[1]).trim() === '';
}
