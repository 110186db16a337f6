// Quota pools, launch rates and max_concurrent: how much runs at once, as the jobs themselves see it.
import { describe, expect, test } from 'vitest';
import { project, type Project } from '../rig.ts';
import { mostAtOnce, starts } from './overlap.ts';

/** Books `a`, `b`, … and a task whose jobs stand at a gate of their key's name, if there is one. */
function shelf(count: number, quotas: string, task: string): Project {
  const files = Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`books/${String.fromCharCode(97 + index)}.txt`, 'words\n']),
  );
  const desk = project(files);
  desk.put(
    'pipeline.yaml',
    `${quotas}
tasks:
  read:
    inputs: { book: "books/{key}.txt" }
    run: job read {{ key }}; [ ! -p ${desk.outside}/{{ key }} ] || cat ${desk.outside}/{{ key }}
${task}
`,
  );
  return desk;
}

/** Lets jobs stand at their gates until as many as may are there, then lets all through. */
async function hold(desk: Project, keys: string, slots = 8) {
  const gates = keys.split('').map((key) => desk.gate(key));
  const build = desk.start(['build', `-j${slots}`]);
  for (const gate of gates) await gate.reached();
  for (const gate of gates) gate.open();
  return build.done;
}

describe('a pool', () => {
  test('row 36: of 8 cpus has room for two jobs of 3', async () => {
    const desk = shelf(5, 'quotas: { main: { cpu: 8 } }', '    quota: { cpu: 3 }');
    const done = await hold(desk, 'ab');
    expect(done).toMatchObject({ status: 0, ran: ['read a', 'read b', 'read c', 'read d', 'read e'] });
    expect(mostAtOnce(done.events)).toBe(2);
  });

  test('row 33: fifty jobs of 100m share one cpu by tens', async () => {
    const desk = project({
      'pipeline.yaml': `
quotas: { main: { cpu: 1 } }
tasks:
  read:
    inputs: { book: "books/{key}.txt" }
    outputs: { out: "build/{key}.txt" }
    logs: "build/logs/{key}"
    done: "build/done/{key}.yaml"
    quota: { cpu: 100m }
    run: echo {{ key }}weh; echo bye >&2; cp {{ book }} {{ out }}
`,
      ...Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`books/${index}.txt`, `${index}\n`])),
    });
    const done = await desk.build('-j50');
    expect(done.status).toBe(0);
    expect(mostAtOnce(done.events)).toBeLessThanOrEqual(10);
    for (let index = 0; index < 50; index++) {
      expect(desk.read(`build/logs/${index}`)).toBe(`${index}weh\nbye\n`);
      expect(desk.read(`build/done/${index}.yaml`)).toMatch(/success: true\n.*exit_code: 0\n/s);
    }
  });

  test('counts units of any name, and exponents', async () => {
    const quotas = 'quotas: { main: { cpu: 100, licences: 2 }, disk: { space: 3e3 } }';
    const named = shelf(4, quotas, '    quota: { licences: 1 }');
    expect(mostAtOnce((await hold(named, 'ab')).events)).toBe(2);
    const pooled = shelf(4, quotas, '    quota: { pool: disk, space: 1k }');
    expect(mostAtOnce((await hold(pooled, 'abc')).events)).toBe(3);
  });

  test('can be asked for a share of what it has', async () => {
    const half = shelf(4, 'quotas: { main: { cpu: 3 } }', '    quota: { cpu: 50% }');
    expect(mostAtOnce((await hold(half, 'ab')).events)).toBe(2);
    const third = shelf(
      4,
      'quotas: { main: { cpu: 0.3, memory: 1Gi } }',
      '    quota: { cpu: 100m, memory: 33% }',
    );
    expect(mostAtOnce((await hold(third, 'abc')).events)).toBe(3);
    const all = shelf(3, 'quotas: { main: { cpu: 3, memory: 1Gi } }', '    quota: 100%');
    expect(mostAtOnce((await hold(all, 'a')).events)).toBe(1);
  });

  test('that is not declared bounds nothing', async () => {
    const desk = shelf(4, '', '    quota: { cpu: 3 }');
    expect(mostAtOnce((await hold(desk, 'abcd', 4)).events)).toBe(4);
  });

  test('gives back what a failed, a killed and a retried job had', async () => {
    const desk = shelf(
      4,
      'quotas: { main: { cpu: 1 } }',
      '    quota: { cpu: 1 }\n    retry: { attempts: 2, backoff: 1ms }',
    );
    desk.tool('job', 'case "$2" in a) exit 3;; b) kill -9 $$;; esac');
    const done = await desk.build('-k', '-j4');
    expect(done.summary?.failures.map(({ job }) => job.key).toSorted()).toEqual(['a', 'b']);
    expect(starts(done.events)).toHaveLength(6);
    expect(mostAtOnce(done.events)).toBe(1);
  });
});

describe('max_concurrent', () => {
  test('row 37: of 4 lets four jobs of the task run', async () => {
    const desk = shelf(6, '', '    max_concurrent: 4');
    const done = await hold(desk, 'abcd');
    expect(done.status).toBe(0);
    expect(mostAtOnce(done.events)).toBe(4);
  });

  test('holds no other task back', async () => {
    const other =
      '    max_concurrent: 1\n  free:\n    inputs: { book: "books/{key}.txt" }\n    run: job free {{ key }}';
    const desk = shelf(3, '', other);
    const gate = desk.gate('a');
    const build = desk.start(['build', '-j4']);
    await gate.reached();
    for (const key of ['a', 'b', 'c'])
      await build.until('job-end', ({ job }) => job.task === 'free' && job.key === key);
    gate.open();
    expect(mostAtOnce((await build.done).events, 'read')).toBe(1);
  });
});

describe('launches', () => {
  const quotas = 'quotas: { main: { launches: 3/h } }';
  const free =
    '  free:\n    inputs: { book: "books/{key}.txt" }\n    quota: { pool: other }\n    run: job free {{ key }}';

  test('rows 38 and 70: of 3 in a window lets exactly three start, also when pipe is started again', async () => {
    const desk = shelf(5, `${quotas.slice(0, -2)}, other: { cpu: 9 } }`, free);
    const first = desk.start(['build', '-j8']);
    for (const key of ['a', 'b', 'c'])
      await first.until('job-end', ({ job }) => job.task === 'read' && job.key === key);
    first.kill('SIGINT');
    expect(
      (await first.done).events.filter((event) => event.type === 'job-start' && event.job.task === 'read'),
    ).toHaveLength(3);
    // The second knows of the first's launches: only what is in another pool starts.
    desk.put('books/f.txt', 'words\n');
    const second = desk.start(['build', '-j8']);
    await second.until('job-end', ({ job }) => job.task === 'free' && job.key === 'f');
    second.kill('SIGINT');
    expect((await second.done).ran.filter((line) => line.startsWith('read'))).toEqual([]);
  });

  test('go on when the window has moved on', async () => {
    const desk = shelf(5, 'quotas: { main: { launches: 2/400ms } }', '');
    const done = await desk.build('-j8');
    expect(done.status).toBe(0);
    const times = done.events.flatMap((event) => (event.type === 'job-start' ? [event.time] : []));
    expect(times).toHaveLength(5);
    for (let index = 2; index < 5; index++)
      expect(times[index]! - times[index - 2]!).toBeGreaterThanOrEqual(400);
  });
});

describe('backfill', () => {
  const quotas = 'quotas: { main: { cpu: 2 } }';

  test('row 39: lets smaller jobs pass a large one that does not fit, however high its priority', async () => {
    const desk = project({ 'books/a.txt': 'words\n' });
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `${quotas}
tasks:
  hold: { run: cat ${gate.path}, priority: 20, quota: { cpu: 1 } }
  large: { run: job large, priority: 10, quota: { cpu: 2 } }
  small: { run: job small, quota: { cpu: 1 } }
`,
    );
    const build = desk.start(['build', '-j4']);
    await gate.reached();
    await build.until('job-end', ({ job }) => job.task === 'small');
    gate.open();
    expect(starts((await build.done).events)).toEqual(['hold/', 'small/', 'large/']);
  });

  test('cannot starve it: after twenty have passed, its pool waits for it', async () => {
    const small = Array.from({ length: 40 }, (_, index) => `small/${String(index).padStart(2, '0')}`);
    const desk = project(Object.fromEntries([...small, 'large/x'].map((path) => [path, ''])));
    const gate = desk.gate('gate');
    desk.put(
      'pipeline.yaml',
      `${quotas}
tasks:
  hold: { run: cat ${gate.path}, priority: 9, quota: { cpu: 1 } }
  small: { inputs: { file: "small/{key}" }, quota: { cpu: 1 }, run: job small }
  large: { inputs: { file: "large/{key}" }, quota: { cpu: 2 }, run: job large }
  vip: { inputs: { small: { from: "small/{key}", keys: "*" } }, quota: { cpu: 1 }, priority: 5, run: job vip }
`,
    );
    const build = desk.start(['build', '-j4']);
    await gate.reached();
    await build.until('job-end', ({ job }) => job.task === 'small' && job.key === '19');
    gate.open();
    const order = starts((await build.done).events).map((name) => name.split('/')[0]);
    expect(order.indexOf('large')).toBe(22);
    expect(order.slice(0, 3)).toEqual(['hold', 'vip', 'small']);
    expect(order).toHaveLength(43);
  });
});
