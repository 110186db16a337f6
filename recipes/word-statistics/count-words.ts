// Counts lines, words and characters. Knows no file.

export interface WordStatistics {
  readonly lines: number;
  readonly words: number;
  readonly characters: number;
  /** How many different words there are. */
  readonly distinct: number;
  /** The most frequent first; equally frequent ones in the order of their code units. */
  readonly frequent: readonly { readonly word: string; readonly count: number }[];
}

/** `top`: how many of the most frequent words to list. A last line without a line feed counts as one. */
export function countWords(text: string, top: number): WordStatistics {
  const counts = new Map<string, number>();
  let words = 0;
  for (const [word] of text.matchAll(WORD)) {
    const name = word.normalize('NFC').replaceAll('’', "'").toLowerCase();
    counts.set(name, (counts.get(name) ?? 0) + 1);
    words++;
  }
  const frequent = [...counts]
    .toSorted(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
    .slice(0, top)
    .map(([word, count]) => ({ word, count }));
  return {
    lines: countLines(text),
    words,
    characters: countCharacters(text),
    distinct: counts.size,
    frequent,
  };
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’-][\p{L}\p{N}\p{M}]+)*/gu;

function countLines(text: string): number {
  const feeds = text.split('\n').length - 1;
  return text === '' || text.endsWith('\n') ? feeds : feeds + 1;
}

/** Code points, not UTF-16 code units. */
function countCharacters(text: string): number {
  let characters = 0;
  for (const _ of text) characters++;
  return characters;
}
