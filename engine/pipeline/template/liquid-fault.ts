// LiquidJS's errors as faults with their place in the text. Knows nothing of what was parsed or rendered.
import { RenderError, type TemplateFault } from './fault.ts';
import { omissionHint } from './liquid-engine.ts';

interface LiquidErrorShape {
  readonly message: string;
  readonly token?: { readonly begin: number; readonly end: number; readonly input: string };
  readonly originalError?: unknown;
  readonly errors?: readonly unknown[];
}

/** All faults of a text that LiquidJS cannot parse. */
export function parseFaults(error: unknown): readonly TemplateFault[] {
  const faults = leaves(error).map((leaf): TemplateFault => {
    const { offset, length } = firstLine(leaf);
    const message = plainMessage(leaf.message);
    const tag = /^tag "(.+)" not found$/.exec(message)?.[1];
    if (tag === undefined) {
      const verbatim = message.endsWith('not closed')
        ? { hint: 'for {{ or {% as they are, use {% raw %}…{% endraw %}' }
        : {};
      return { code: 'liquid-syntax', message, offset, length, ...verbatim };
    }
    const hint = omissionHint(tag);
    return {
      code: 'unknown-tag',
      message: `there is no tag "${tag}" here`,
      offset,
      length,
      ...(hint === undefined ? {} : { hint }),
    };
  });
  // The middle and end of a block whose beginning is at fault are only its echo.
  const causes = faults.filter(({ message }) => !ECHO.test(message));
  return causes.length > 0 ? causes : faults;
}

const ECHO = /^there is no tag "(?:end\w*|else|elsif|when)"/;

/** The first fault of a rendering; `whole` is the text, and the place of a fault that has no other. */
export function renderFault(error: unknown, whole: string): TemplateFault {
  if (error instanceof RenderError) return error.at(whole, 0, whole.length);
  const [leaf] = leaves(error);
  if (leaf === undefined) throw error;
  const { offset, length } = place(leaf);
  for (let cause: unknown = leaf; cause !== undefined; cause = (cause as LiquidErrorShape).originalError) {
    if (cause instanceof RenderError) return cause.at(whole, offset, length);
  }
  return { code: 'liquid', message: plainMessage(leaf.message), offset, length };
}

function leaves(error: unknown): readonly LiquidErrorShape[] {
  if (!(error instanceof Error)) throw error;
  const shape = error as LiquidErrorShape;
  return shape.errors === undefined ? [shape] : shape.errors.flatMap(leaves);
}

function place({ token }: LiquidErrorShape): { offset: number; length: number } {
  return token === undefined
    ? { offset: 0, length: 0 }
    : { offset: token.begin, length: token.end - token.begin };
}

/** Where LiquidJS gave up it names all the rest of the text, of which one line is enough. */
function firstLine(leaf: LiquidErrorShape): { offset: number; length: number } {
  const { offset, length } = place(leaf);
  const [line = ''] = (leaf.token?.input.slice(offset, offset + length) ?? '').split('\n', 1);
  return { offset, length: Math.max(line.length, 1) };
}

/** Without LiquidJS's `, line:1, col:2`, since places are told elsewhere. */
function plainMessage(message: string): string {
  return message.replace(/(?:, line:\d+, col:\d+)+$/, '');
}
