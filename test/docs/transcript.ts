// Commands with their outputs as a Markdown text shows them, and the same commands really run. Knows no command of pipe.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

/** A line after `$ `, and the lines below it. */
export interface Step {
  readonly command: string;
  readonly output: readonly string[];
}

export interface Block {
  /** `console`, `yaml`, … */
  readonly language: string;
  readonly text: string;
}

/** The fenced blocks of a text, in order. */
export function blocksOf(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** The commands of a `console` block. */
export function stepsOf(block: Block): Step[] {
  const steps: { command: string; output: string[] }[] = [];
  for (const line of block.text.split('\n').slice(0, -1)) {
    if (line.startsWith('$ ')) steps.push({ command: line.slice(2), output: [] });
    else steps.at(-1)?.output.push(line);
  }
  return steps;
}

/**
 * What does not differ between runs: durations and times become words, and the lines are sorted, since jobs that run at
 * once end in any order.
 */
export function steady(lines: readonly string[]): string[] {
  return lines
    .map((line) =>
      line
        .replaceAll(/\b\d+(?:\.\d+)?m?s\b/g, 'TIME')
        .replaceAll(/\b(?:just now|\d+ (?:second|minute)s? ago)\b/g, 'AGO')
        .replaceAll(/\.pipe\/logs\/\d+\.log/g, '.pipe/logs/N.log')
        .trimEnd(),
    )
    .toSorted();
}

/** A folder in which shell commands run, with `pipe` among them. */
export class Desk implements Disposable {
  readonly folder: string;
  readonly #around = mkdtempSync(join(realpathSync(tmpdir()), 'pipe-readme-'));
  readonly #env: Readonly<Record<string, string>>;

  constructor(checkout: string) {
    this.folder = join(this.#around, 'desk');
    mkdirSync(this.folder);
    const bin = join(this.#around, 'bin');
    mkdirSync(bin);
    const command = `exec '${process.execPath}' '${join(checkout, 'cli', 'bin.mjs')}' "$@"`;
    writeFileSync(join(bin, 'pipe'), `#!/bin/sh\n${command}\n`, { mode: 0o755 });
    this.#env = {
      PATH: [bin, dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter),
      HOME: this.#around,
    };
  }

  write(name: string, text: string): void {
    writeFileSync(join(this.folder, name), text);
  }

  /** Both outputs of a command, as lines; its exit code does not matter. */
  async run(command: string): Promise<string[]> {
    return new Promise((resolve) => {
      const options = { cwd: this.folder, env: this.#env, encoding: 'utf8' } as const;
      execFile('/bin/sh', ['-c', `exec 2>&1; ${command}`], options, (_error, stdout) =>
        resolve(stdout === '' ? [] : stdout.replace(/\n$/, '').split('\n')),
      );
    });
  }

  [Symbol.dispose](): void {
    rmSync(this.#around, { recursive: true, force: true, maxRetries: 3 });
  }
}
