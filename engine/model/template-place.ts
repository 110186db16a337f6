// Where a template stands in a user's file, and what it names. Knows no syntax.
import type { Location } from './location.ts';

export interface TemplatePlace {
  readonly text: string;
  readonly at: Location;
  /** In the order of their offsets in `text`. */
  readonly variables: readonly { readonly offset: number; readonly at: Location }[];
}
