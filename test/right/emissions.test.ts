// Outputs that jobs emit through $PIPE_OUT: told while they run, checked at the end, committed to records, and each
// fault as a person reads it.
import { describe, expect, test } from 'vitest';
import type { BuildSummary, EngineEvent } from '../../engine/index.ts';
import { printFailure } from '../../engine/model/print-failure.ts';
import { project, type Project } from '../rig.ts';

const STATS = `outputs:
  stats:
    ports:
      words: { type: integer, minimum: 0 }
      title: { type: string, required: false }
      longest: { ports: { word: { type: string }, size: { type: integer } }, required: false }
`;

/** One job whose command is `script`, of a recipe with these ports. */
function counting(script: string, ports = STATS, links = ''): Project {
  const desk = project({ 'in/emma': 'Emma Woodhouse\n' });
  desk.put(
    'count.yaml',
    `inputs: { book: { kind: path } }\n${ports}run: |\n  job count {{ key }} # {{ book }}\n${script
      .split('\n')
      .map((line) => `  ${line}\n`)
      .join('')}`,
  );
  desk.put(
    'pipeline.yaml',
    `repositories:
  stats: { type: yaml, path: "build/{key}.yaml" }
  numbers: { type: json, path: "build/{key}.json" }
tasks:
  count: { use: ./count.yaml, inputs: { book: "in/{key}" }${links} }
`,
  );
  return desk;
}

const emit = (json: string): string => `echo '${json}' >> "$PIPE_OUT"`;
const outputsIn = (events: readonly EngineEvent[]) =>
  events.flatMap((event) => (event.type === 'job-output' ? [[event.port, event.value]] : []));
const failed = (summary: BuildSummary | undefined): string[] =>
  summary?.failures.map(({ failure }) => printFailure(failure)) ?? [];

describe('values that a job emits', () => {
  test('T75: are events while it runs, and part of its end and of the log', async () => {
    const desk = counting(`${emit('{"stats.words": 2}')}\n${emit('{"stats": {"title": "Emma"}}')}`);
    const { status, events } = await desk.build();
    expect(status).toBe(0);
    expect(outputsIn(events)).toEqual([
      ['stats.words', 2],
      ['stats', { title: 'Emma' }],
    ]);
    const outputs = { stats: { words: 2, title: 'Emma' } };
    expect(events.find((event) => event.type === 'job-end')).toMatchObject({ outcome: 'succeeded', outputs });
    expect(JSON.parse((await desk.pipe('logs', '--json')).out)).toMatchObject([{ outputs }]);
    expect((await desk.pipe('logs', 'count/emma')).error).toBe('emitted stats: {"words":2,"title":"Emma"}\n');
    expect((await desk.pipe('show', 'count/emma')).out).toContain(
      'emitted\n  stats  {"words":2,"title":"Emma"}\n',
    );
    expect((await desk.build()).ran).toEqual([]);
  });

  test('are told before the job ends', async () => {
    const desk = counting(`${emit('{"stats.words": 2}')}\ncat ../gate`);
    const gate = desk.gate('gate');
    const build = desk.start(['build']);
    await gate.reached();
    await build.until('job-output');
    gate.open();
    const { events } = await build.done;
    expect(events.map(({ type }) => type).filter((type) => type.startsWith('job-'))).toEqual([
      'job-start',
      'job-output',
      'job-end',
    ]);
  });

  test('a later value takes the place of an earlier one, and the last line needs no end', async () => {
    const desk = counting(`${emit('{"stats.words": 2}')}\nprintf '{"stats.words": 3}' >> "$PIPE_OUT"`);
    const { events } = await desk.build();
    expect(events.find((event) => event.type === 'job-end')).toMatchObject({
      outputs: { stats: { words: 3 } },
    });
  });

  test.each([
    [
      'nothing',
      'true',
      'did not emit its output stats.words: append a line such as {"stats.words": …} to the file $PIPE_OUT',
    ],
    [
      'T75: only what is optional',
      emit('{"stats.title": "Emma"}'),
      'did not emit its output stats.words: append a line such as {"stats.words": …} to the file $PIPE_OUT',
    ],
    [
      'T119: an optional namespace in part',
      emit('{"stats.words": 1, "stats.longest.size": 9}'),
      'did not emit its output stats.longest.word: append a line such as {"stats.longest.word": …} to the file $PIPE_OUT',
    ],
    [
      'T63: a name that is no port',
      emit('{"stats.wrods": 2}'),
      'emitted "stats.wrods" (line 1 of $PIPE_OUT), which is no output: did you mean "stats.words"?',
    ],
    [
      'T110: a value of another type',
      `${emit('{"stats.words": 2}')}\n${emit('{"stats.words": "two"}')}`,
      'emitted an invalid stats.words (line 2 of $PIPE_OUT): expected a whole number',
    ],
    [
      'a value that the port refuses',
      emit('{"stats.words": -1}'),
      'emitted an invalid stats.words (line 1 of $PIPE_OUT): expected at least 0',
    ],
    [
      'no JSON',
      'echo words=2 >> "$PIPE_OUT"',
      'wrote what is no output: line 1 of $PIPE_OUT is no JSON: Unexpected token \'w\', "words=2" is not valid JSON',
    ],
    [
      'a JSON value that is no object',
      emit('2'),
      'wrote what is no output: line 1 of $PIPE_OUT is no JSON object of port names and values',
    ],
  ])('%s fails the job', async (_what, script, message) => {
    const { status, summary } = await counting(script).build();
    expect({ status, failed: failed(summary) }).toEqual({ status: 1, failed: [message] });
  });

  test('T110: what was valid before a fault is kept with the run', async () => {
    const desk = counting(`${emit('{"stats.words": 2}')}\n${emit('{"stats.title": 5}')}`);
    const { events } = await desk.build();
    expect(events.find((event) => event.type === 'job-end')).toMatchObject({
      outcome: 'failed',
      outputs: { stats: { words: 2 } },
    });
    expect(JSON.parse((await desk.pipe('logs', '--json')).out)).toMatchObject([
      { outputs: { stats: { words: 2 } } },
    ]);
  });

  test('T65: a status that fails comes before what is missing', async () => {
    expect(failed((await counting('exit 3').build()).summary)).toEqual(['exited with status 3']);
  });

  test('T24: a validator sees all that was emitted', async () => {
    const ports = `outputs: { low: { type: integer }, high: { type: integer } }
namespaces: { outputs: { validator: { expression: "low <= high", message: low is above high } } }
`;
    const script = (low: number): string => emit(`{"low": ${low}, "high": 5}`);
    expect((await counting(script(3), ports).build()).status).toBe(0);
    expect(failed((await counting(script(7), ports).build()).summary)).toEqual([
      'emitted an invalid outputs: low is above high',
    ]);
  });

  test('a validator may be a function of a module', async () => {
    const ports = 'outputs: { low: { type: integer, validator: { function: ./check.ts#isEven } } }\n';
    const desk = counting(emit('{"low": 3}'), ports);
    desk.put(
      'check.ts',
      'export const isEven = (value) => (value % 2 === 0 ? undefined : `${value} is odd`);\n',
    );
    expect(failed((await desk.build()).summary)).toEqual(['emitted an invalid low: 3 is odd']);
    desk.put('check.ts', 'export const isEven = () => undefined;\n');
    expect((await desk.build()).status).toBe(0);
    desk.put('check.ts', 'export const isEven = () => { throw new Error("no"); };\n');
    expect(failed((await desk.build('--force')).summary)).toEqual(['./check.ts#isEven threw: no']);
  });

  test('T20: a dynamic namespace takes any name, of its type', async () => {
    const ports = 'outputs: { counts: { dynamic: true, type: integer } }\n';
    const good = await counting(emit('{"counts.emma": 2, "counts.by.chapter": 3}'), ports).build();
    expect(good.events.find((event) => event.type === 'job-end')).toMatchObject({
      outputs: { counts: { emma: 2, by: { chapter: 3 } } },
    });
    expect(failed((await counting(emit('{"counts.emma": "x"}'), ports).build()).summary)).toEqual([
      'emitted an invalid counts.emma (line 1 of $PIPE_OUT): expected a whole number',
    ]);
  });

  test('a task that has no such output fails where it emits', async () => {
    const desk = project({
      'pipeline.yaml': `tasks:\n  a: { outputs: { to: build/a }, run: "echo x > {{ to }}; echo '{\\"to\\": 1}' >> $PIPE_OUT" }\n`,
    });
    expect(failed((await desk.build()).summary)).toEqual([
      'emitted "to" (line 1 of $PIPE_OUT), which is no output: its task has no output that can be emitted',
    ]);
    desk.put(
      'pipeline.yaml',
      desk.read('pipeline.yaml').replace('; echo \'{\\"to\\": 1}\' >> $PIPE_OUT', ''),
    );
    expect((await desk.build()).status).toBe(0);
  });

  test('another declaration of what is emitted runs the job again', async () => {
    const desk = counting(emit('{"stats.words": 2}'));
    await desk.build();
    desk.put('count.yaml', desk.read('count.yaml').replace('minimum: 0', 'minimum: 1'));
    expect((await desk.build()).ran).toEqual(['count emma']);
    desk.put('count.yaml', desk.read('count.yaml').replace('minimum: 1', 'minimum: 1, help: How many'));
    expect((await desk.build()).ran).toEqual([]);
  });
});

describe('records that a job emits', () => {
  test('a namespace that is linked as a whole becomes a record, in YAML or in JSON', async () => {
    const script = `${emit('{"stats.words": 2}')}\n${emit('{"stats.longest": {"word": "Woodhouse", "size": 9}}')}`;
    const yaml = counting(script, STATS, ', outputs: { stats: stats }');
    expect((await yaml.build()).status).toBe(0);
    expect(yaml.tree()).toEqual({ 'build/emma.yaml': 'words: 2\nlongest:\n  word: Woodhouse\n  size: 9\n' });
    const json = counting(script, STATS, ', outputs: { stats: numbers }');
    expect((await json.build()).status).toBe(0);
    expect(JSON.parse(json.read('build/emma.json'))).toEqual({
      words: 2,
      longest: { word: 'Woodhouse', size: 9 },
    });
    expect((await json.build()).ran).toEqual([]);
    json.remove('build/emma.json');
    expect((await json.build()).ran).toEqual(['count emma']);
  });

  test('a record that the job writes itself is checked like one that it emits', async () => {
    const ports = 'outputs: { stats: { kind: record, type: object, schema: { required: [words] } } }\n';
    const written = (text: string): Project =>
      counting(`echo '${text}' > {{ stats }}`, ports, ', outputs: { stats: stats }');
    expect((await written('words: 2').build()).status).toBe(0);
    expect(failed((await written('word: 2').build()).summary)).toEqual([
      'emitted an invalid stats: expected an entry "words"',
    ]);
    const twice = counting(
      `echo 'words: 2' > {{ stats }}\n${emit('{"stats": {"words": 2}}')}`,
      ports,
      ', outputs: { stats: stats }',
    );
    expect(failed((await twice.build()).summary)).toEqual([
      'both wrote and emitted its output stats: build/emma.yaml was there already',
    ]);
  });

  test('a task without a recipe may emit its record outputs', async () => {
    const desk = project({ 'in/emma': 'a\n', 'in/persuasion': 'b\n' });
    desk.put(
      'pipeline.yaml',
      `repositories:
  cards: { type: yaml, path: "cards/{key}.yaml" }
tasks:
  card:
    inputs: { book: "in/{key}" }
    outputs: { card: cards }
    run: |
      job card {{ key }} {{ book }}
      printf '{"card": {"name": "%s"}}\\n' {{ key }} >> "$PIPE_OUT"
  greet:
    inputs: { card: cards }
    outputs: { hello: "build/{key}" }
    run: echo Hello {{ card.name }} > {{ hello }}
`,
    );
    const { status, warnings } = await desk.build();
    expect({ status, warnings }).toEqual({ status: 0, warnings: [] });
    expect(desk.tree()).toEqual({ 'build/emma': 'Hello emma\n', 'build/persuasion': 'Hello persuasion\n' });
    expect((await desk.build()).ran).toEqual([]);
  });

  test('a record that is neither written nor emitted is missing', async () => {
    const desk = counting('true', 'outputs: { stats: { kind: record } }\n', ', outputs: { stats: stats }');
    const [message] = failed((await desk.build()).summary);
    expect(message).toContain('did not make its output stats: build/emma.yaml');
  });
});

test('T2: a record that a job reads is checked before it runs', async () => {
  const desk = project({
    'card.yaml':
      'inputs: { author: { kind: record, schema: { properties: { born: { type: integer } } }, validator: name } }\noutputs: { card: { kind: path } }\nrun: job card {{ author._key }}; echo {{ author.name }} > {{ card }}\n',
    'pipeline.yaml':
      'repositories: { authors: { type: yaml, path: "authors/{key}.yaml" } }\ntasks:\n  card: { use: ./card.yaml, inputs: { author: authors }, outputs: { card: "build/{key}" } }\n',
    'authors/austen.yaml': 'name: Jane Austen\nborn: 1775\n',
    'authors/homer.yaml': 'name: Homer\nborn: long ago\n',
    'authors/nobody.yaml': 'born: 1\n',
  });
  const { ran, summary } = await desk.build('-k');
  expect(ran).toEqual(['card austen']);
  expect(failed(summary).toSorted()).toEqual([
    'got an invalid author.born: authors/homer.yaml: expected a whole number',
    'got an invalid author: authors/nobody.yaml: {"born":1} does not satisfy name',
  ]);
  desk.put('authors/homer.yaml', 'name: Homer\nborn: -800\n');
  expect((await desk.build('card/homer')).ran).toEqual(['card homer']);
});

test('a function emits too, and its parameters are frozen', async () => {
  const desk = project({
    'count.ts': `export default ({ emit, params, sources }) => {
  emit('stats.words', params.render.width);
  try { params.render.width = 3; } catch { emit('stats.title', 'frozen, ' + sources.main.key); }
};
`,
    'count.yaml': `inputs: { sources: { ports: { main: { kind: path } } } }\nparams: { render: { ports: { width: { type: integer, default: 7 } } } }\n${STATS}function: ./count.ts\n`,
    'in/emma': '',
    'pipeline.yaml': 'tasks:\n  count: { use: ./count.yaml, inputs: { sources.main: "in/{key}" } }\n',
  });
  const { events, status } = await desk.build();
  expect(status).toBe(0);
  expect(events.find((event) => event.type === 'job-end')).toMatchObject({
    outputs: { stats: { words: 7, title: 'frozen, emma' } },
  });
});

test('generated defaults are made for each attempt, and run nothing', async () => {
  const desk = project({
    'in/a': '',
    'in/b': '',
    'mark.yaml': `inputs: { from: { kind: path } }
outputs: { to: { kind: path } }
params:
  run: { ports: { id: { type: string, generate: uuid }, at: { type: string, generate: now } } }
  key_id: { type: string, generate: key_uuid }
  seed: { type: integer, generate: key_number }
  name: { type: string, generate: key }
run: echo {{ run.id }} {{ run.at }} {{ key_id }} {{ seed }} {{ name }} {{ from }} > {{ to }}
`,
    'pipeline.yaml':
      'tasks:\n  mark: { use: ./mark.yaml, inputs: { from: "in/{key}" }, outputs: { to: "build/{key}" } }\n',
  });
  expect((await desk.build()).status).toBe(0);
  const words = (key: string): string[] => desk.read(`build/${key}`).split(' ');
  const first = { a: words('a'), b: words('b') };
  expect(first.a.slice(4, 5)).toEqual(['a']);
  for (const index of [0, 2, 3]) expect(first.a[index]).not.toBe(first.b[index]);
  expect(first.a[0]).toMatch(/^[0-9a-f-]{36}$/);
  expect((await desk.build()).summary?.tasks).toMatchObject([{ upToDate: 2, succeeded: 0 }]);
  await desk.build('--force');
  expect(words('a')[0]).not.toBe(first.a[0]);
  expect(words('a').slice(2, 5)).toEqual(first.a.slice(2, 5));
  desk.put('mark.yaml', desk.read('mark.yaml').replace('generate: key_uuid', 'generate: uuid'));
  const { out } = await desk.pipe('why', 'mark/a');
  expect(out).toContain('definition changed: generator key_id');
});
