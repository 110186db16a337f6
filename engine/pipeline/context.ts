// What every part of one compilation shares. Knows nothing of what the parts do.
import type { DocumentPath, YamlDocument } from './document.ts';
import type { Faults } from './faults.ts';
import type { Files } from './files.ts';
import type { TemplatePlaces } from './template-places.ts';

export interface Context {
  /** Absolute folder that messages show paths relative to. */
  readonly cwd: string;
  /** Absolute folder of the root pipeline file. */
  readonly root: string;
  readonly faults: Faults;
  /** Of the templates that were checked since they were last taken. */
  readonly templates: TemplatePlaces;
  readonly files: Files;
}

/** A value of a file: where it stands, and from where its paths and names are looked up. */
export interface Origin {
  readonly document: YamlDocument;
  /** Absolute folder of the file. */
  readonly folder: string;
  /** Prefix of the file's names. */
  readonly prefix: string;
}

export interface Located extends Origin {
  readonly path: DocumentPath;
}

/** The same origin at a path below. */
export function below(located: Located, ...steps: DocumentPath): Located {
  return { ...located, path: [...located.path, ...steps] };
}
