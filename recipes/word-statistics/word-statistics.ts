// The job of word-statistics: one text in, its counts out.
import type { InputHandle, Job, OutputHandle } from '../../engine/index.ts';
import { countWords } from './count-words.ts';

type Links = { readonly text: InputHandle; readonly statistics: OutputHandle };
type Params = { readonly top: number };

export async function wordStatistics({ text, statistics, params }: Job<Links, Params>): Promise<void> {
  await statistics.json(countWords(await text.text(), params.top));
}
