// A small pipeline with every kind of commit (one output, a fan-out that grows and shrinks, a fan-in), and what it must make
// of given inputs, computed without pipe.
import type { Project } from '../rig.ts';

/** `inside` is shell that runs in each `split` before anything is written. */
export const booksPipeline = (inside = ''): string => `
repositories:
  pages: { type: file, path: "build/pages/{book}/{page}.txt" }
tasks:
  split:
    inputs: { book: "in/{book}.txt" }
    outputs: { upper: "build/upper/{book}.txt", pages: { to: pages, keys: "{book}/*" } }
    run: |
      job split {{ key }}
      ${inside}
      tr a-z A-Z < {{ book }} > {{ upper }}
      n=0
      while read -r line; do n=$((n + 1)); printf '%s\\n' "$line" > {{ pages }}/$n.txt; done < {{ book }}
  total:
    inputs: { pages: "build/pages/*/*.txt" }
    outputs: { total: build/total.txt }
    run: |
      job total
      cat {{ pages }} | sort > {{ total }}
`;

export type Books = Readonly<Record<string, readonly string[]>>;

/** Makes the project's sources just these. */
export function putBooks(desk: Project, books: Books): void {
  desk.remove('in');
  for (const [name, lines] of Object.entries(books)) desk.put(`in/${name}.txt`, textOf(lines));
}

/** Every file that must lie below `build`. */
export function expectedOf(books: Books): Record<string, string> {
  const made: Record<string, string> = {};
  for (const [name, lines] of Object.entries(books)) {
    made[`build/upper/${name}.txt`] = textOf(lines).toUpperCase();
    lines.forEach((line, index) => (made[`build/pages/${name}/${index + 1}.txt`] = `${line}\n`));
  }
  made['build/total.txt'] = textOf(Object.values(books).flat().toSorted());
  return Object.fromEntries(Object.entries(made).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}
