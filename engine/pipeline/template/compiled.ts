// What templates and conditions are once they are compiled. Types only; knows no syntax.
import type { Result } from '../../base/result.ts';
import type { TemplateRenderFault } from './fault.ts';
import type { TemplateEnvironment, TemplateValues } from './value.ts';

export interface TemplateOptions {
  /**
   * `shell`: POSIX shell, values are quoted as their place demands. `arg`: one item of an argv, values stand as they
   * are. `text`: a key, a variable's value: the same, and lists are separated by blanks.
   */
  readonly mode: 'shell' | 'arg' | 'text';
}

/** A variable that the template does not bind itself, once for each place that names it. */
export interface TemplateVariable {
  readonly name: string;
  /** The properties after the name, as far as they are constant: `author.name` has `['name']`. */
  readonly path: readonly string[];
  readonly offset: number;
  readonly length: number;
  /** Whether a list may be rendered here; `false` inside `"…"` and where text touches the value. */
  readonly list: boolean;
}

export interface Template {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  render(values: TemplateValues, environment?: TemplateEnvironment): Result<string, TemplateRenderFault>;
  /** Mode `arg`: an item that is only a list becomes as many items; everything else becomes one. */
  renderArgs(
    values: TemplateValues,
    environment?: TemplateEnvironment,
  ): Result<string[], TemplateRenderFault>;
}

export interface Condition {
  readonly text: string;
  readonly variables: readonly TemplateVariable[];
  /** A name or property that is absent is nil: equal to nothing, neither more nor less than anything, and false. */
  test(values: TemplateValues): Result<boolean, TemplateRenderFault>;
}
