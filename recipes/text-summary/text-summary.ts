// The job of text-summary: one text in, one sentence on it out. (The example of pydatatask's documentation.)
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';

type Links = { readonly text: InputHandle; readonly report: OutputHandle };
type Params = { readonly what: string };

export async function textSummary({ key, text, report, params }: Job<Links, Params>): Promise<void> {
  const { paragraphs, lines, words, characters } = summarize(await text.text());
  await report.text(
    `The ${params.what} "${key}" has ${paragraphs} paragraphs, ${lines} lines, ${words} words, and ${characters} characters.\n`,
  );
}

/** A last line without a line feed is one. */
function summarize(text: string) {
  const lines = text.split(/\r\n|[\n\r\v\f\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  return {
    paragraphs: lines.filter((line) => line.trim() === '').length,
    lines: lines.length,
    words: lines.reduce((sum, line) => sum + (line.match(/\S+/gu)?.length ?? 0), 0),
    characters: lines.reduce((sum, line) => sum + Array.from(line).length, 0),
  };
}
