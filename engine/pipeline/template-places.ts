// Remembers where the templates of a task stand, so that a value that does not fit one can be told with its place. Knows
// neither tasks nor values.
import type { TemplatePlace } from '../model/template-place.ts';
import type { DocumentPath, YamlDocument } from './document.ts';
import type { TemplateVariable } from './template/compiled.ts';

export class TemplatePlaces {
  #found: TemplatePlace[] = [];

  note(
    text: string,
    { document, path }: { readonly document: YamlDocument; readonly path: DocumentPath },
    variables: readonly TemplateVariable[],
  ): void {
    // A text without a variable can always be filled in.
    if (variables.length === 0) return;
    const placed = variables.map(({ offset, length }) => ({
      offset,
      at: document.within(path, offset, length),
    }));
    this.#found.push({
      text,
      at: document.at(path),
      variables: placed.toSorted((a, b) => a.offset - b.offset),
    });
  }

  /** Those that were noted since the last time. */
  take(): readonly TemplatePlace[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }
}
