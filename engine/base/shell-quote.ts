// Text to one word of POSIX shell. Knows nothing of templates or of where the word stands.

/**
 * `text` in single quotes, such that `sh` reads it back as exactly one word. Source: POSIX.1-2024, Shell 2.2.2.
 * The text must not hold a NUL, which no argument of a process can hold.
 */
export function quoteShell(text: string): string {
  return text.includes("'") ? `'${text.replaceAll("'", String.raw`'\''`)}'` : `'${text}'`;
}

/** `text` as it must stand inside `"…"`. Source: POSIX.1-2024, Shell 2.2.3. */
export function escapeDoubleQuoted(text: string): string {
  return SPECIAL.test(text) ? text.replace(/[\\"$`]/g, String.raw`\$&`) : text;
}

const SPECIAL = /[\\"$`]/;
