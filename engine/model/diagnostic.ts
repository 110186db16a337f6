// A fault in something the user wrote, located, as data. Knows nothing of how it is printed.
import type { Location } from './location.ts';

export interface Diagnostic {
  /** A stable kebab-case code, such as `unknown-key`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** One sentence without a full stop that says what is wrong. */
  readonly message: string;
  readonly location?: Location;
  /** What would have been right, such as `a number` or `one of: file, directory`. */
  readonly expected?: string;
  /** The remedy, such as `did you mean "books"?`. */
  readonly hint?: string;
  /** Further places that belong to the fault, such as each link of a cycle. */
  readonly related?: readonly { readonly message: string; readonly location: Location }[];
}
