// The faults of values and quotes in shell text, each with its remedy. Knows nothing of how they are found.
import type { TemplateFault } from './fault.ts';
import type { Frame } from './shell-state.ts';

/** Why a value cannot stand inside `frame`, or `undefined` where it can. */
export function valueFault(frame: Frame, offset: number, length: number): TemplateFault | undefined {
  const entry = VALUE_FAULTS[frame.kind];
  return entry === undefined ? undefined : { ...entry, offset, length };
}

const RAW = 'or add `| raw` if you know what the value holds';

const VALUE_FAULTS: Partial<Record<Frame['kind'], Pick<TemplateFault, 'code' | 'message' | 'hint'>>> = {
  single: {
    code: 'value-in-single-quotes',
    message: "a value inside '…' cannot be quoted",
    hint: `use double quotes, or end the quotes before the value and begin them again after it: 'a'{{ x }}'b'; ${RAW}`,
  },
  ansi: {
    code: 'value-in-single-quotes',
    message: "a value inside $'…' cannot be quoted",
    hint: `end the quotes before the value, or use double quotes; ${RAW}`,
  },
  backtick: {
    code: 'value-in-backticks',
    message: 'a value inside `…` cannot be quoted',
    hint: `use $(…), which can be nested; ${RAW}`,
  },
  brace: {
    code: 'value-in-parameter-expansion',
    message: 'a value inside ${…} cannot be quoted',
    hint: `set a variable to the value first and use that: v={{ x }}; ${RAW}`,
  },
  arithmetic: {
    code: 'value-in-arithmetic',
    message: 'a value inside ((…)) cannot be quoted',
    // Not a variable: bash runs what a variable holds when it computes with it.
    hint: `compute with filters, as in {{ n | plus: 1 }}; ${RAW}`,
  },
  heredoc: {
    code: 'value-in-heredoc',
    message: 'a value inside a heredoc cannot be quoted',
    hint: `use printf '%s\\n' {{ x }}, or set a variable to the value first; ${RAW}`,
  },
};

/** What is still open at the end of the text; `undefined` where that is no fault. */
export function openFault(frame: Frame): TemplateFault | undefined {
  const [name, length] = openName(frame);
  if (name === '') return undefined;
  return { code: 'unclosed', message: `${name} is never closed`, offset: frame.open, length };
}

function openName(frame: Frame): [name: string, length: number] {
  switch (frame.kind) {
    case 'single':
      return ['the quote', 1];
    case 'ansi':
      return ["$'", 2];
    case 'double':
      return ['the quote', 1];
    case 'backtick':
      return ['the backtick', 1];
    case 'brace':
      return ['${', 2];
    case 'arithmetic':
      return frame.command ? ['((', 2] : ['$((', 3];
    case 'heredoc':
      return [`the heredoc "${frame.delimiter}"`, 2];
    case 'code':
      return frame.by === '$(' ? ['$(', 2] : ['', 0];
    case 'comment':
      return ['', 0];
    default:
      return frame satisfies never;
  }
}
