// Markdown to a web page. Knows no file.
import { Marked } from 'marked';

export interface PageOptions {
  /** Only what goes into the body. */
  readonly fragment: boolean;
  readonly language: string;
  /** Address of a style sheet, or nothing. */
  readonly stylesheet: string;
  /** The title where the text has no heading. */
  readonly fallbackTitle: string;
}

export function renderPage(markdown: string, options: PageOptions): string {
  const marked = new Marked({ gfm: true, async: false });
  const body = marked.parse(markdown) as string;
  if (options.fragment) return body;
  return [
    '<!doctype html>',
    `<html lang="${escapeHtml(options.language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${titleOf(body) ?? escapeHtml(options.fallbackTitle)}</title>`,
    ...(options.stylesheet === ''
      ? []
      : [`<link rel="stylesheet" href="${escapeHtml(options.stylesheet)}">`]),
    '</head>',
    '<body>',
    `${body}</body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The first heading without its tags; its text is escaped already. */
function titleOf(body: string): string | undefined {
  return /<h[1-6][^>]*>(.*?)<\/h[1-6]>/s
    .exec(body)?.[1]
    ?.replaceAll(/<[^>]*>/g, '')
    .trim();
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}
