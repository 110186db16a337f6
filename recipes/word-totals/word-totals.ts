// The job of word-totals: the counts of many texts in, their sums out.
import type { InputHandle, InputList, Job, OutputHandle } from '../../engine/index.ts';

type Links = { readonly statistics: InputList; readonly totals: OutputHandle };
type Counts = { readonly lines: number; readonly words: number; readonly characters: number };

export async function wordTotals({ statistics, totals }: Job<Links>): Promise<void> {
  const counts = await Promise.all(statistics.map((member: InputHandle) => member.json<Counts>()));
  const sum = (name: keyof Counts): number => counts.reduce((total, each) => total + each[name], 0);
  await totals.json({
    texts: counts.length,
    lines: sum('lines'),
    words: sum('words'),
    characters: sum('characters'),
  });
}
