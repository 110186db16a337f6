// The task commands-page of pipe's own pipeline: writes docs/commands.md.
import type { Job, OutputHandle } from '../../engine/index.ts';
import { commands } from '../commands.ts';
import { commandsMarkdown } from './commands-markdown.ts';

export async function commandsPage({ page }: Job<{ readonly page: OutputHandle }>): Promise<void> {
  await page.text(`${(await commandsMarkdown(commands)).trimEnd()}\n`);
}
