// The files of the starter pipeline. Knows not where they are written.

/** Path relative to the new folder → text. The books are the first sentences of novels in the public domain. */
export const starterFiles: Readonly<Record<string, string>> = {
  'pipeline.yaml': `# A pipeline says how files are made from other files. \`pipe build\` runs what is out of date, and nothing else.
# For completion in your editor: pipe schema > pipeline.schema.json, and as the first line of this file
#   # yaml-language-server: $schema=./pipeline.schema.json

tasks:
  # Counts the words of each book. {key} stands for any name, so there is one job per book: count/emma, …
  count:
    inputs: { book: "books/{key}.txt" }
    outputs: { count: "build/counts/{key}.txt" }
    # A command for /bin/sh. {{ book }} and {{ count }} are the paths of this job's files, safely quoted.
    run: wc -w < {{ book }} > {{ count }}

  # Adds the counts up. The star takes every file that matches, so there is one job, and it waits for all of count.
  total:
    inputs: { counts: "build/counts/*.txt" }
    outputs: { total: build/total.txt }
    run: cat {{ counts }} | awk '{ n += $1 } END { print n }' > {{ total }}
`,
  'books/emma.txt': `Emma Woodhouse, handsome, clever, and rich, with a comfortable home and happy disposition, seemed to unite
some of the best blessings of existence; and had lived nearly twenty-one years in the world with very
little to distress or vex her.
`,
  'books/middlemarch.txt': `Miss Brooke had that kind of beauty which seems to be thrown into relief by poor dress.
`,
  'books/moby-dick.txt': `Call me Ishmael. Some years ago, never mind how long precisely, having little or no money in my purse, and
nothing particular to interest me on shore, I thought I would sail about a little and see the watery part
of the world.
`,
};
