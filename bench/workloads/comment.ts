// Early cut-off: a change that the first job takes away again, above a thousand jobs that read what it made.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contendersFor } from '../contenders.ts';
import type { Workload } from '../workload.ts';

export const comment: Workload = {
  name: 'comment',
  summary: 'a comment changed above a fan-out of 1 000: one job',
  minutes: 1,
  run: (bench) => {
    const keys = bench.size(1000);
    const contenders = contendersFor(bench, 'comment', [{ tool: 'ninja' }], (folder) => write(folder, keys));
    for (const contender of [...contenders, ...contenders]) bench.run(contender);
    return [
      bench.contest({
        title: `a comment changed above a fan-out of ${bench.count(keys)}: exactly one job`,
        contenders,
        before: ({ folder }, round) => writeFileSync(join(folder, 'settings'), settings(round + 1)),
        outputs: ['out'],
        changes: 0,
        jobs: 1,
        commands: ['sed', 'cat'],
      }),
    ];
  },
};

function write(folder: string, keys: number): void {
  mkdirSync(join(folder, 'src'), { recursive: true });
  const names = Array.from({ length: keys }, (_, key) => String(key).padStart(4, '0'));
  for (const name of names) writeFileSync(join(folder, 'src', `${name}.txt`), `${name}\n`);
  writeFileSync(join(folder, 'settings'), settings(0));
  writeFileSync(join(folder, 'pipeline.yaml'), PIPELINE);
  const rules = names.map((name) => `build out/${name}.txt: use mid/settings src/${name}.txt`);
  writeFileSync(join(folder, 'build.ninja'), `${NINJA}${rules.join('\n')}\n`);
}

function settings(round: number): string {
  return `# round ${round}\nwidth = 80\n`;
}

const PIPELINE = `tasks:
  settings:
    inputs: { all: ./settings }
    outputs: { plain: mid/settings }
    run: sed '/^#/d' {{ all }} > {{ plain }}
  use:
    inputs: { settings: mid/settings, source: "src/{key}.txt" }
    outputs: { out: "out/{key}.txt" }
    run: cat {{ settings }} {{ source }} > {{ out }}
`;

const NINJA = `rule settings
 command = sed '/^#/d' $in > $out.new; if cmp -s $out.new $out; then rm $out.new; else mv $out.new $out; fi
 restat = 1
rule use
 command = cat $in > $out
build mid/settings: settings settings
`;
