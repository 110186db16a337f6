// The job of markdown-to-html: one text in, one page out.
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import { renderPage } from './render-page.ts';

type Links = { readonly markdown: InputHandle; readonly html: OutputHandle };
type Params = { readonly fragment: boolean; readonly language: string; readonly stylesheet: string };

export async function markdownToHtml({ markdown, html, params }: Job<Links, Params>): Promise<void> {
  await html.text(
    renderPage(await markdown.text(), { ...params, fallbackTitle: markdown.name.replace(/\.[^.]*$/, '') }),
  );
}
