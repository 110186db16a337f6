// Tells lines of code from comments and blanks. A comment is a line that begins with one; strings are not looked into.

export interface LineCounts {
  readonly code: number;
  readonly comment: number;
  readonly blank: number;
}

/** `name` is the file's name: its ending says how comments look. */
export function countLines(text: string, name: string): LineCounts {
  const style = styles.find(({ endings }) => endings.test(name));
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let comment = 0;
  let blank = 0;
  let inside = false;
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') {
      blank++;
    } else if (inside || style?.comment.test(trimmed)) {
      comment++;
      inside = style?.block === true && (inside || trimmed.startsWith('/*')) && !trimmed.includes('*/');
    }
  }
  return { code: lines.length - comment - blank, comment, blank };
}

const styles: readonly { readonly endings: RegExp; readonly comment: RegExp; readonly block: boolean }[] = [
  { endings: /\.(?:[cm]?[jt]sx?|[ch]|cpp|hpp|css)$/, comment: /^(?:\/\/|\/\*)/, block: true },
  { endings: /\.(?:ya?ml|sh|bash|zsh|fish|py)$/, comment: /^#/, block: false },
];
