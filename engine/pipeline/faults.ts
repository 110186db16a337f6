// Collects the faults and warnings of one compilation. Knows nothing of what they are about.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';

/** What a diagnostic may say besides its code, message and place. */
export type FaultDetails = Pick<Diagnostic, 'expected' | 'hint' | 'related'>;

export class Faults {
  readonly #root: string;
  readonly #errors: Diagnostic[] = [];
  readonly #told = new Set<string>();
  readonly #warnings: Diagnostic[] = [];

  /** `root` is the file whose faults come first. */
  constructor(root: string) {
    this.#root = root;
  }

  /** One that was told before, when the same was looked at from elsewhere, is told once. */
  error(code: string, message: string, location: Location | undefined, details: FaultDetails = {}): void {
    const fault = JSON.stringify([code, message, location]);
    if (this.#told.has(fault)) return;
    this.#told.add(fault);
    this.#errors.push({ code, severity: 'error', message, ...(location && { location }), ...details });
  }

  warn(code: string, message: string, location: Location, details: FaultDetails = {}): void {
    this.#warnings.push({ code, severity: 'warning', message, location, ...details });
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const diagnostic of diagnostics) {
      (diagnostic.severity === 'error' ? this.#errors : this.#warnings).push(diagnostic);
    }
  }

  get any(): boolean {
    return this.#errors.length > 0;
  }

  /** Those without a place, then by file, the root first, and by place. */
  get errors(): readonly Diagnostic[] {
    return byPlace(this.#errors, this.#root);
  }

  get warnings(): readonly Diagnostic[] {
    return byPlace(this.#warnings, this.#root);
  }
}

function byPlace(diagnostics: readonly Diagnostic[], root: string): readonly Diagnostic[] {
  const files = [undefined, root, ...new Set(diagnostics.map((diagnostic) => diagnostic.location?.file))];
  return diagnostics.toSorted((a, b) => {
    const file = files.indexOf(a.location?.file) - files.indexOf(b.location?.file);
    if (file !== 0 || !a.location || !b.location) return file;
    return a.location.line - b.location.line || a.location.col - b.location.col;
  });
}
