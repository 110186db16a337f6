// A storm under a watch: two thousand files written as fast as it goes, and one command that reads them all. It should run
// once, after the last write.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contendersFor, WATCHES } from '../contenders.ts';
import { holdWatchContest } from '../hold-watch-contest.ts';
import type { Row, Workload } from '../workload.ts';

export const watchStorm: Workload = {
  name: 'watch-storm',
  summary: 'under a watch: 2 000 writes at once, and how many builds follow',
  minutes: 2,
  run: async (bench) => {
    const names = Array.from(
      { length: bench.size(2000) },
      (_, file) => `src/${String(file).padStart(4, '0')}.txt`,
    );
    // Not wireit, which takes more than ten seconds for that.
    const wanted = [{ tool: 'entr' }, { tool: 'tup' }];
    const write = (folder: string): void => writeProject(folder, names);
    const [pipe, ...peers] = await holdWatchContest(bench, {
      contenders: contendersFor(bench, 'watch-storm', wanted, write, WATCHES),
      change: (folder, round) => {
        for (const name of names) writeFileSync(join(folder, name), textIn(round));
      },
      isDone: (folder, round) => textOf(join(folder, 'out/all.txt')) === textIn(round).repeat(names.length),
      outputs: ['out'],
      changes: 1,
      commands: ['cat'],
    });
    const storm = `watch: ${bench.count(names.length)} files written at once`;
    const counts = { ...pipe!, values: pipe!.started };
    const rows: Row[] = [
      {
        title: `${storm}, builds that follow`,
        unit: 'jobs',
        pipe: counts,
        peers: peers.map(({ started, ...peer }) => ({ ...peer, values: started })),
        limit: 1,
      },
      { title: `${storm}, until the output shows the last`, unit: 'ms', pipe: pipe!, peers },
    ];
    return rows;
  },
};

const textIn = (round: number): string => `text ${String(round).padStart(4, '0')}\n`;

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function writeProject(folder: string, names: readonly string[]): void {
  mkdirSync(join(folder, 'src'));
  mkdirSync(join(folder, 'out'));
  for (const name of names) writeFileSync(join(folder, name), textIn(0));
  const put = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  put(
    'pipeline.yaml',
    `tasks:
  all:
    inputs: { sources: "src/*.txt" }
    outputs: { all: out/all.txt }
    run: cat {{ sources }} > {{ all }}
`,
  );
  put(
    'build.ninja',
    `rule cat\n command = cat src/*.txt > $out\nbuild out/all.txt: cat ${names.join(' ')}\n`,
  );
  put('Tupfile', ': src/*.txt |> cat %f > %o |> out/all.txt\n');
}
