// Says what YAML's own errors mean for a person. Knows no schema.
import type { Document, YAMLError } from 'yaml';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { Place } from '../model/place.ts';

/** Every fault of the syntax, and further documents, tags and anchors that a pipeline has no use for. */
export function syntaxFaults(
  documents: readonly Document.Parsed[],
  text: string,
  place: Place,
): Diagnostic[] {
  const faults = documents.flatMap((document) =>
    [...withoutFollowing(document.errors, text), ...document.warnings].map((error) =>
      syntaxFault(error, document, text, place),
    ),
  );
  const second = documents[1];
  if (second !== undefined) {
    const at = second.range[0];
    const marker = text.lastIndexOf('---', Math.max(at, 3));
    faults.push({
      code: 'several-documents',
      severity: 'error',
      message: 'the file holds more than one YAML document',
      location: place(marker === -1 ? at : marker, marker === -1 ? at : marker + 3),
      hint: 'use `include:` to put several files together',
    });
  }
  return withoutEchoes(faults);
}

function syntaxFault(error: YAMLError, document: Document.Parsed, text: string, place: Place): Diagnostic {
  const [from, to] = error.pos;
  const location = place(from, to);
  const lineStart = text.lastIndexOf('\n', from - 1) + 1;
  const lineEnd = text.indexOf('\n', from);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const hint = hintFor(error, line);
  const open = UNCLOSED.test(error.message) ? lastOpen(document.contents, text) : undefined;
  const colon = keyWithoutColon(error, line);
  if (colon !== undefined) {
    const start = lineStart + line.indexOf(colon);
    return {
      code: 'yaml-syntax',
      severity: 'error',
      message: `a \`:\` is missing after \`${colon}\``,
      location: place(start, start + colon.length),
    };
  }
  return {
    code: 'yaml-syntax',
    severity: 'error',
    message: messageOf(error, text),
    location: open === undefined ? location : place(open, open + 1),
    ...(hint && { hint }),
  };
}

/** The key that a line begins with, if all that the parser stumbled over is that it has no colon. */
function keyWithoutColon(error: YAMLError, line: string): string | undefined {
  const [, key, rest = ''] = /^\s*(?:- +)?([\w.-]+)(?![\w.:-])(.*)$/.exec(line) ?? [];
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || NO_VALUE.test(error.message))
    return rest.includes(':') ? undefined : key;
  return STRAY.test(error.message) && /^ +[{[]/.test(rest) ? key : undefined;
}

/** Where the last `{` or `[` stands that is not closed. */
function lastOpen(node: unknown, text: string): number | undefined {
  const { items, flow, range, key, value } = (node ?? {}) as {
    readonly items?: readonly unknown[];
    readonly flow?: boolean;
    readonly range?: readonly [number, number, number];
    readonly key?: unknown;
    readonly value?: unknown;
  };
  const inside = [key, value, ...(items ?? [])].filter((each) => typeof each === 'object' && each !== null);
  for (const each of inside.toReversed()) {
    const found = lastOpen(each, text);
    if (found !== undefined) return found;
  }
  const isClosed = !flow || !range || /[\]}]/.test(text.charAt(range[1] - 1));
  return isClosed ? undefined : range[0];
}

function messageOf(error: YAMLError, text: string): string {
  const word = text.slice(...error.pos).split('\n', 1)[0] ?? '';
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return 'a tab is used as indentation';
    case 'TAG_RESOLVE_FAILED':
      return `the tag ${word} is not known`;
    case 'BLOCK_AS_IMPLICIT_KEY':
      return 'a second `: ` stands on one line';
    case 'NON_STRING_KEY':
      return 'a key is a text, not a map or list';
    case 'RESOURCE_EXHAUSTION':
      return 'the YAML is nested too deeply';
    default: {
      const [, kind, end] = UNCLOSED.exec(error.message) ?? [];
      if (end !== undefined)
        return `the ${kind === 'map' ? 'map' : 'list'} that begins here is not closed: \`${end}\` is missing`;
      const [, closing = ''] = STRAY.exec(error.message) ?? [];
      if (/[\]}]/.test(closing)) return `the \`${closing}\` closes nothing`;
      if (INDENT.test(error.message)) return 'the line is indented otherwise than those that it belongs to';
      const message = (error.message.split('\n', 1)[0] ?? '').replace(/[.:]$/, '');
      return message.slice(0, 1).toLowerCase() + message.slice(1);
    }
  }
}

const NO_VALUE = /^implicit map keys need to be followed/i;
/** What is left over once the parser takes the document for ended. */
const STRAY = /^unexpected \S+ token in YAML stream: "(.)/i;
const INDENT = /^all mapping items must start at the same column/i;
const UNCLOSED = /flow (sequence|map) .*end with a (.)/i;

function hintFor(error: YAMLError, line: string): string | undefined {
  if (error.code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (error.code === 'TAG_RESOLVE_FAILED') return 'write the plain value';
  if (/[:-]\s+\{\{?[^:}]*\}/.test(line)) return 'a text that starts with `{` must be in quotes';
  if (/[:-]\s+\*\S/.test(line)) return 'a text that starts with `*` must be in quotes';
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY')
    return 'put a text that has `: ` in it in quotes, or after `|` on its own lines';
  return undefined;
}

/** What is left over is all stray, what comes after a key without its colon seems badly indented, and an end has no value. */
function withoutFollowing(errors: readonly YAMLError[], text: string): readonly YAMLError[] {
  const stray = errors.findIndex(({ message }) => STRAY.test(message));
  return errors.filter(({ message, pos }, index) => {
    if (STRAY.test(message)) return index === stray;
    if (index === 0) return true;
    if (NO_VALUE.test(message)) return text.slice(pos[0]).trim() !== '';
    return (
      !INDENT.test(message) || !errors.slice(0, index).some(({ code }) => code === 'MULTILINE_IMPLICIT_KEY')
    );
  });
}

/** One slip makes the parser stumble again over the same line, or over the next after braces: the first is told. */
function withoutEchoes(faults: readonly Diagnostic[]): Diagnostic[] {
  let last: Diagnostic | undefined;
  return faults.filter((fault) => {
    const distance = (fault.location?.line ?? 0) - (last?.location?.line ?? -9);
    if (distance === 0 || (distance === 1 && last?.hint?.includes('`{`') === true)) return false;
    last = fault;
    return true;
  });
}
