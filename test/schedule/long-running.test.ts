// Long-running jobs: nobody waits for them, they take nobody's slot, and their timeout is their success.
import { describe, expect, test } from 'vitest';
import { project } from '../rig.ts';
import { starts } from './overlap.ts';
import { until } from '../gate.ts';
import { processesIn } from '../processes.ts';

const seeds = { 'seeds/one': 'seed one\n', 'seeds/two': 'seed two\n' };

describe('a long-running task', () => {
  test('row 43: gates nobody, and what it makes in the end is taken up', async () => {
    const desk = project(seeds);
    const gates = { one: desk.gate('one'), two: desk.gate('two') };
    desk.put(
      'pipeline.yaml',
      `tasks:
  crawl:
    inputs: { seed: "seeds/{key}" }
    outputs: { pages: "build/pages/{key}" }
    long_running: true
    run: cat ${desk.outside}/{{ key }}; cp {{ seed }} {{ pages }}
  index:
    inputs: { page: "build/pages/{key}" }
    outputs: { index: "build/index/{key}" }
    run: job index {{ key }}; cp {{ page }} {{ index }}
  count:
    inputs: { pages: { from: "build/pages/*", min: 0 } }
    outputs: { count: build/count }
    run: job count; echo {{ pages }} | wc -w > {{ count }}
`,
    );
    // One slot: the crawlers have others.
    const build = desk.start(['build', '-j1']);
    const counted = (): boolean =>
      build.events.some((event) => event.type === 'job-end' && event.job.task === 'count');
    await gates.one.reached();
    await until('the count is there', counted);
    expect(desk.read('build/count').trim()).toBe('0');
    gates.one.open();
    await build.until('job-end', ({ job }) => job.task === 'index' && job.key === 'one');
    await gates.two.reached();
    gates.two.open();
    const done = await build.done;
    expect(done.status).toBe(0);
    expect(done.ran.filter((line) => line.startsWith('index'))).toEqual(['index one', 'index two']);
    expect(desk.read('build/count').trim()).toBe('2');
    expect((await desk.build()).summary?.tasks.every(({ succeeded }) => succeeded === 0)).toBe(true);
  });

  test('that runs again leaves its consumers what it made before', async () => {
    const desk = project(seeds);
    const text = (gate: string): string => `tasks:
  crawl:
    inputs: { seed: "seeds/{key}" }
    outputs: { pages: "build/pages/{key}" }
    long_running: true
    run: ${gate}cp {{ seed }} {{ pages }}
  index:
    inputs: { page: "build/pages/{key}" }
    outputs: { index: "build/index/{key}" }
    run: job index {{ key }}; cp {{ page }} {{ index }}
`;
    desk.put('pipeline.yaml', text(''));
    expect((await desk.build()).ran).toEqual(['index one', 'index two']);
    const gate = desk.gate('gate');
    desk.put('pipeline.yaml', text(`if [ {{ key }} = two ]; then cat ${gate.path}; fi; `));
    desk.put('seeds/two', 'seed two, again\n');
    desk.remove('build/index/two');
    const build = desk.start(['build', '-j2']);
    await gate.reached();
    // While it runs its earlier page is there, and its consumer works with that.
    await build.until('job-end', ({ job }) => job.task === 'index' && job.key === 'two');
    expect(desk.read('build/index/two')).toBe('seed two\n');
    gate.open();
    expect(await build.done).toMatchObject({ status: 0, ran: ['index two', 'index two'] });
    expect(desk.read('build/index/two')).toBe('seed two, again\n');
  });

  test('succeeds when its timeout ends it, with what it has made, and its group goes', async () => {
    const desk = project({
      ...seeds,
      'pipeline.yaml': `tasks:
  crawl:
    inputs: { seed: "seeds/{key}" }
    outputs: { pages: { to: "build/pages/{key}/{page}", keys: "{key}/*" } }
    done: "build/done/{key}.yaml"
    long_running: true
    timeout: 2s
    run: echo page > {{ pages }}/1; (sleep 300 &); sleep 300
`,
    });
    expect((await desk.build('-j2')).status).toBe(0);
    expect(desk.read('build/pages/one/1')).toBe('page\n');
    expect(desk.read('build/done/one.yaml')).toMatch(/success: true\n.*exit_code: null\n.*timeout: true\n/s);
    await until('nothing is left of them', () => processesIn(desk.outside).length === 0);
    expect((await desk.build()).summary?.tasks).toMatchObject([{ upToDate: 2 }]);
  });

  test('has a process group of its own: what it leaves behind ends with it', async () => {
    const desk = project({
      ...seeds,
      'pipeline.yaml': `tasks:
  crawl:
    inputs: { seed: "seeds/{key}" }
    long_running: true
    run: sleep 300 & echo $! >> ../left
  after:
    inputs: { seed: ./seeds/one }
    run: cat ../after
`,
    });
    const gate = desk.gate('after');
    const build = desk.start(['build', '-j1']);
    for (const key of ['one', 'two'])
      await build.until('job-end', ({ job }) => job.task === 'crawl' && job.key === key);
    await gate.reached();
    const left = desk.read('../left').trim().split('\n').map(Number);
    expect(left).toHaveLength(2);
    await until('they are gone', () => !processesIn(desk.outside).some((pid) => left.includes(pid)));
    build.kill('SIGINT');
    gate.open();
    await build.done;
  });

  test('keeps no build beside a watch waiting, and is started anew when the pipeline is another', async () => {
    const desk = project(seeds);
    const text = (word: string): string => `tasks:
  crawl: { inputs: { seed: "seeds/{key}" }, long_running: true, run: "job ${word} {{ key }}; sleep 300" }
  print: { inputs: { seed: "seeds/{key}" }, run: "job print {{ key }}" }
`;
    desk.put('pipeline.yaml', text('crawl'));
    const watch = desk.start(['watch', '-j2', '--reporter', 'json']);
    for (const key of ['one', 'two'])
      await watch.until('job-end', ({ job }) => job.task === 'print' && job.key === key);
    desk.put('seeds/three', 'seed three\n');
    expect((await desk.build('print')).status).toBe(0);
    await watch.until('job-end', ({ job }) => job.task === 'print' && job.key === 'three');
    desk.put('pipeline.yaml', text('again'));
    await watch.until('watch', ({ what }) => what === 'reloaded');
    const again = (): string[] => starts(watch.events).filter((name) => name.startsWith('crawl/'));
    await until('both crawlers run again', () => again().length >= 4);
    watch.kill('SIGINT');
    await watch.done;
    await until('nothing is left of them', () => processesIn(desk.outside).length === 0);
  });

  test('that fails fails the build, and holds nobody back', async () => {
    const desk = project({
      ...seeds,
      'pipeline.yaml': `tasks:
  crawl: { inputs: { seed: "seeds/{key}" }, outputs: { pages: "build/pages/{key}" }, long_running: true, run: "exit 4" }
  count: { inputs: { pages: { from: "build/pages/*", min: 0 } }, run: job count }
`,
    });
    const done = await desk.build('-k');
    expect(done).toMatchObject({ status: 1, ran: ['count'] });
    expect(done.summary?.failures).toHaveLength(2);
  });
});
