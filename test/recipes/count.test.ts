// What word-statistics and code-size count.
import { expect, test } from 'vitest';
import { countLines } from '../../recipes/code-size/count-lines.ts';
import { countWords } from '../../recipes/word-statistics/count-words.ts';

test.each<[string, number, number, number]>([
  ['', 0, 0, 0],
  ['one', 1, 1, 3],
  ['one\n', 1, 1, 4],
  ['\n\n', 2, 0, 2],
  ["Don't well-known ’tis 'quoted'", 1, 4, 30],
  ['naïve naïve 123', 1, 3, 15],
  ['🎉 日本語', 1, 1, 5],
])('%j has %i lines, %i words and %i characters', (text, lines, words, characters) => {
  expect(countWords(text, 0)).toMatchObject({ lines, words, characters, frequent: [] });
});

test('words are the same in capitals, with either apostrophe and however an accent is written', () => {
  expect(countWords("Emma EMMA emma, it’s it's nai\u0308ve na\u00EFve once", 3)).toMatchObject({
    distinct: 4,
    frequent: [
      { word: 'emma', count: 3 },
      { word: "it's", count: 2 },
      { word: 'naïve', count: 2 },
    ],
  });
});

test.each<[string, string, number, number, number]>([
  ['main.ts', '// What it is.\n\nconst a = 1; // one\n', 1, 1, 1],
  ['main.ts', '/** A. */\n/*\n * B.\n\n */\nc();', 1, 4, 1],
  ['main.c', '/* a */ b();\n', 0, 1, 0],
  ['main.yaml', '# A.\na: 1\n  # B.\n', 1, 2, 0],
  ['main.json', '{\n}\n', 2, 0, 0],
  ['README', '# Title\n\n// no comment\n', 2, 0, 1],
])('%s, %j: %i of code, %i of comment, %i blank', (name, text, code, comment, blank) => {
  expect(countLines(text, name)).toEqual({ code, comment, blank });
});
