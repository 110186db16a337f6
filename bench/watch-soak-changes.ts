// Changes of all kinds to a project, one after another, the same ones for the same seed: what people and their tools do to
// files in a day. Knows no watch.
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';

const pipeline = (word: string): string => `
repositories:
  texts: { type: file, path: "in/{key**}.txt" }
  banned: { type: file, path: "banned/{key**}" }
tasks:
  shout:
    inputs: { from: texts }
    links: { banned: { repository: banned, inhibits_start: true } }
    outputs: { to: "build/shout/{key**}.txt" }
    run: "{ read -r line || :; echo \\"${word} $line\\"; cat; } < {{ from }} > {{ to }}"
  index:
    inputs: { shouts: "build/shout/**.txt" }
    outputs: { index: build/index.txt }
    run: xargs cat < {{ shouts | list_file }} > {{ index }}
  letters:
    inputs: { index: build/index.txt }
    sources: [words/**]
    outputs: { letters: { to: "build/letters/{name}.txt", keys: "*" } }
    run: cat words/* > {{ letters }}/words.txt; head -c 100 {{ index }} > {{ letters }}/first.txt
  last:
    inputs: { letters: "build/letters/*.txt" }
    outputs: { last: build/last.txt }
    run: cat {{ letters }} > {{ last }}
`;

const FOLDERS = 12;
const FILES = 12;

export class Changes {
  readonly #folder: string;
  #state: number;
  #count = 0;

  /** Makes the project in a folder of its own. */
  constructor(folder: string, seed: number) {
    this.#folder = folder;
    this.#state = seed;
    for (let index = 0; index < FOLDERS * 4; index++) this.#write(this.#file());
    this.#write('words/one');
    this.settle();
  }

  next(): void {
    this.#count++;
    const path = this.#file();
    const at = this.#at(path);
    const kind = this.#below(100);
    if (kind < 30) this.#write(path);
    else if (kind < 38) this.#append(at);
    else if (kind < 46) this.#replace(path);
    else if (kind < 54) rmSync(at, { force: true });
    else if (kind < 60) this.#rename(path, this.#file());
    else if (kind < 65) this.#touch(at);
    else if (kind < 70) this.#rewriteTwice(path);
    else if (kind < 74) rmSync(dirname(at), { recursive: true, force: true });
    else if (kind < 78) this.#renameFolder();
    else if (kind < 81) for (let index = 0; index < 20; index++) this.#write(this.#file());
    else if (kind < 86) this.#touchBan(path);
    else if (kind < 90) this.#spoilOutput();
    else if (kind < 94) this.#write(`words/${this.#below(5)}`);
    else if (kind < 96) writeFileSync(this.#at('pipeline.yaml'), pipeline(`WORD${this.#below(3)}`));
    else if (kind < 97) writeFileSync(this.#at('pipeline.yaml'), `${pipeline('WORD')}  oops: {\n`);
    else if (kind < 98) writeFileSync(this.#at(`unrelated-${this.#below(9)}`), 'x');
    else this.#write(`in/deep/${this.#below(3)}/er/${this.#below(3)}/x.txt`);
  }

  /** Some changes come in one go, some after a while. */
  pauseMs(): number {
    return this.#below(4) === 0 ? this.#below(400) : this.#below(40);
  }

  /** Makes the pipeline valid, and sees to it that there is something to build. */
  settle(): void {
    writeFileSync(this.#at('pipeline.yaml'), pipeline(`WORD${this.#below(3)}`));
    this.#write('in/always.txt');
    rmSync(this.#at('banned/always'), { force: true });
    this.#write('words/one');
  }

  #file(): string {
    return `in/d${this.#below(FOLDERS)}/f${this.#below(FILES)}.txt`;
  }

  #at(path: string): string {
    return join(this.#folder, path);
  }

  #write(path: string): void {
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    writeFileSync(this.#at(path), `text ${this.#count}\nline ${this.#below(5)}\n`);
  }

  #append(at: string): void {
    if (existsSync(at)) appendFileSync(at, `more ${this.#count}\n`);
  }

  #touch(at: string): void {
    if (existsSync(at)) utimesSync(at, this.#count, this.#count);
  }

  /** As editors save. */
  #replace(path: string): void {
    this.#write(`${path}~new`);
    mkdirSync(dirname(this.#at(path)), { recursive: true });
    renameSync(this.#at(`${path}~new`), this.#at(path));
  }

  #rename(from: string, to: string): void {
    if (!existsSync(this.#at(from))) return;
    mkdirSync(dirname(this.#at(to)), { recursive: true });
    renameSync(this.#at(from), this.#at(to));
  }

  #rewriteTwice(path: string): void {
    this.#write(path);
    this.#write(path);
  }

  #renameFolder(): void {
    const [from, to] = [this.#at(`in/d${this.#below(FOLDERS)}`), this.#at(`in/d${this.#below(FOLDERS)}`)];
    if (!existsSync(from) || from === to) return;
    rmSync(to, { recursive: true, force: true });
    renameSync(from, to);
  }

  #touchBan(path: string): void {
    const ban = `banned/${path.slice(3, -4)}`;
    if (existsSync(this.#at(ban))) rmSync(this.#at(ban));
    else this.#write(ban);
  }

  #spoilOutput(): void {
    const folder = this.#at('build/letters');
    const [output] = existsSync(folder) ? readdirSync(folder) : [];
    if (output === undefined) return;
    if (this.#below(2) === 0) rmSync(join(folder, output), { force: true });
    else writeFileSync(join(folder, output), 'spoilt\n');
  }

  /** A whole number below `limit`. Source: mulberry32, Tommy Ettinger, public domain. */
  #below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  }
}
