// Collects the faults and warnings of one compilation. Knows nothing of what they are about.
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Location } from '../model/location.ts';

/** What a diagnostic may say besides its code, message and place. */
export type FaultDetails = Pick<Diagnostic, 'expected' | 'hint' | 'related'>;

export class Faults {
  readonly #errors: Diagnostic[] = [];
  readonly #warnings: Diagnostic[] = [];

  error(code: string, message: string, location: Location | undefined, details: FaultDetails = {}): void {
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

  /** By file in order of first fault, then by place. */
  get errors(): readonly Diagnostic[] {
    return byPlace(this.#errors);
  }

  get warnings(): readonly Diagnostic[] {
    return byPlace(this.#warnings);
  }
}

function byPlace(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const files = [...new Set(diagnostics.map((diagnostic) => diagnostic.location?.file))];
  return diagnostics.toSorted((a, b) => {
    const file = files.indexOf(a.location?.file) - files.indexOf(b.location?.file);
    if (file !== 0 || !a.location || !b.location) return file;
    return a.location.line - b.location.line || a.location.col - b.location.col;
  });
}
