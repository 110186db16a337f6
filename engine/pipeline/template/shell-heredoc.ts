// Reads heredocs: the delimiter after `<<`, and the lines up to it. Knows nothing of the command that they belong to.
import { doubt, scanBackslash } from './shell-doubt.ts';
import type { CodeFrame, HeredocFrame, Scan } from './shell-state.ts';

/** From `<<`; the text itself begins after the line. */
export function openHeredoc(scan: Scan, frame: CodeFrame, text: string, index: number, open: number): number {
  const tabs = text[index + 2] === '-';
  const from = index + (tabs ? 3 : 2);
  DELIMITER.lastIndex = from;
  const raw = DELIMITER.exec(text)?.[1];
  if (raw === undefined) {
    const message = 'the heredoc has no delimiter that can be read here';
    const length = from - index;
    scan.faults.push({
      code: 'heredoc-delimiter',
      message,
      offset: open,
      length,
      hint: 'write a plain word',
    });
    return from;
  }
  if (raw.includes('$')) doubt(scan, 'a $ in the delimiter of a heredoc', open);
  if (DELIMITER.lastIndex === text.length) scan.pending = { char: '<', offset: open };
  const heredoc = { open, delimiter: unquote(raw), quoted: /['"\\]/.test(raw), tabs };
  frame.heredocs = [...frame.heredocs, heredoc];
  return DELIMITER.lastIndex;
}

export function scanHeredoc(
  scan: Scan,
  frame: HeredocFrame,
  text: string,
  index: number,
  offset: number,
): number {
  if (text[index] === '\n') {
    endHeredocLine(scan, frame);
    return index + 1;
  }
  if (frame.line === undefined && text.startsWith('\\\n', index))
    doubt(scan, 'a line that a \\ joins', offset + index);
  const end = frame.quoted ? index + 1 : scanExpanded(scan, text, index, offset);
  if (frame.line !== undefined) frame.line += text.slice(index, end);
  return end;
}

export function endHeredocLine(scan: Scan, frame: HeredocFrame): void {
  const line = frame.tabs ? frame.line?.replace(/^\t+/, '') : frame.line;
  // A backslash joins the next line to this one, which then is no delimiter.
  const joined = !frame.quoted && frame.line !== undefined && /(?<!\\)(?:\\\\)*\\$/.test(frame.line);
  frame.line = joined ? undefined : '';
  if (line === frame.delimiter) scan.frames.pop();
}

/**
 * bash finds the delimiter first and expands the lines later; to dash a line inside an open `$(` is no delimiter. So what is
 * expanded must end on its line, in a form so plain that its end is certain.
 */
function scanExpanded(scan: Scan, text: string, index: number, offset: number): number {
  const char = text[index];
  if (char === '\\' && text[index + 1] !== '\n')
    return Math.min(scanBackslash(scan, text, index, offset), text.length);
  if (char !== '`' && char !== '$') return index + 1;
  if (char === '$' && text[index + 1] !== '(' && text[index + 1] !== '{') return index + 1;
  CLOSED.lastIndex = index;
  const [closed] = CLOSED.exec(text) ?? [];
  if (closed !== undefined && !/\bcase\b/.test(closed)) return index + closed.length;
  doubt(scan, 'an expansion in a heredoc that is not plain', offset + index);
  return index + 1;
}

const CLOSED = /\$\(\([^()'"\\`\n#<]*\)\)|\$\([^()'"\\`\n#<]*\)|\$\{[^{}()'"\\`\n]*\}|`[^()'"\\`\n#<]*`/y;

const DELIMITER = /[ \t]*((?:\\[^\n]|'[^'\n]*'|"[^"\n]*"|[^ \t\n;&|<>()'"\\`])+)/y;

function unquote(raw: string): string {
  return raw.replace(/'([^']*)'|"([^"]*)"|\\(.)/g, '$1$2$3');
}
