// What can be wrong with a template, as data with its place in the text. Knows neither the file that the text is from
// nor how a fault is printed.

/** Found when the template is compiled. `offset` and `length` are UTF-16 code units of the template's text. */
export interface TemplateFault {
  /** A stable kebab-case code, such as `value-in-single-quotes`. */
  readonly code: string;
  /** One sentence without a full stop. */
  readonly message: string;
  readonly offset: number;
  readonly length: number;
  /** The remedy. */
  readonly hint?: string;
}

/** Found when the template is rendered, because of a value. Same shape, so that both can be printed alike. */
export type TemplateRenderFault = TemplateFault;

/** A fault on its way out of LiquidJS, which knows only throwing. Never leaves this folder. */
export class RenderError extends Error {
  readonly code: string;
  readonly hint: string | undefined;

  constructor(code: string, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
    // LiquidJS forgives an error of this name, and no other, in conditions and before `| default:`.
    this.name = code === 'undefined' ? 'InternalUndefinedVariableError' : 'RenderError';
  }

  /** The fault at its place in `text`; its message names what it is about, since some readers see nothing else. */
  at(text: string, offset: number, length: number): TemplateRenderFault {
    const hint = this.hint === undefined ? {} : { hint: this.hint };
    const subject = this.code === 'undefined' ? '' : `${text.slice(offset, offset + length)}: `;
    return { code: this.code, message: subject + this.message, offset, length, ...hint };
  }
}
