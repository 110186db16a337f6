// Remembers where the templates of a task stand, so that a value that does not fit one can be told with its place. Knows
// neither tasks nor values.
import type { TemplatePlace } from '../model/template-place.ts';
import type { DocumentPath, YamlDocument } from './document.ts';
import type { TemplateVariable } from './template/compiled.ts';

interface Place {
  readonly document: YamlDocument;
  readonly path: DocumentPath;
}

export function templatePlace(
  text: string,
  { document, path }: Place,
  variables: readonly TemplateVariable[],
): TemplatePlace {
  const placed = variables.map(({ offset, length }) => ({
    offset,
    at: document.within(path, offset, length),
  }));
  return { text, at: document.at(path), variables: placed.toSorted((a, b) => a.offset - b.offset) };
}

export class TemplatePlaces {
  #found: TemplatePlace[] = [];

  note(text: string, where: Place, variables: readonly TemplateVariable[]): void {
    // A text without a variable can always be filled in.
    if (variables.length > 0) this.#found.push(templatePlace(text, where, variables));
  }

  /** Those that were noted since the last time. */
  take(): readonly TemplatePlace[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
