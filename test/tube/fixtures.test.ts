// noob's fixtures with our own nodes and the results that its tests expect.
import { describe, expect, test } from 'vitest';
import { counted } from './fixtures/nodes.ts';
import { ALL, epochs, results, runnerOf, tubeOf } from './rig.ts';

const BASIC = `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: a.index }
  c: { type: return, depends: b.value }
`;

describe.each(ALL)('%s: basic', (kind) => {
  test('basic: process, run and iter give 0, 2, 4, 6, 8', async () => {
    await using runner = runnerOf(kind, await tubeOf(BASIC));
    let events = 0;
    let stored = 0;
    await runner.init();
    expect(await runner.process()).toBe(0);
    runner.addCallback(() => events++);
    expect(await runner.process()).toBe(2);
    stored = runner.store.all(1).length;
    expect(events).toBe(stored + 1);
    expect(runner.store.epochs.map(String)).toEqual(['1']);
    expect(await runner.run(2)).toEqual([4, 6]);
    const found: unknown[] = [];
    for await (const value of runner.iter(3)) found.push(value);
    expect(found).toEqual([8, 10, 12]);
  });

  test('branch: both ways are taken', async () => {
    const branch = `
nodes:
  a: { type: .countSource }
  b: { type: .multiply, depends: a.index }
  c: { type: .divide, depends: a.index }
  d: { type: return, depends: [{ multiply: b.value }, { divide: c.ratio }] }
`;
    expect(await results(kind, branch, 3)).toEqual(
      [0, 1, 2].map((i) => ({ multiply: 2 * i, divide: i / 5 })),
    );
  });

  test('merge: two sources meet', async () => {
    const merge = `
nodes:
  a: { type: .countSource }
  b: { type: .countSource, params: { start: 5 } }
  c: { type: .multiply, depends: a.index }
  d: { type: .divide, depends: [{ numerator: c.value }, { denominator: b.index }] }
  e: { type: return, depends: d.ratio }
`;
    expect(await results(kind, merge, 4)).toEqual([0, 1, 2, 3].map((i) => (2 * i) / (i + 5)));
  });

  test('multi_signal: each signal goes its own way', async () => {
    const multi = `
nodes:
  a: { type: .wordCounts }
  b: { type: .sum, depends: [{ values: a.counts }] }
  c: { type: return, depends: [{ word: a.word }, { counts: a.counts }, { count_sum: b.value }] }
`;
    expect(await results(kind, multi, 2)).toEqual([
      { word: 'plum', counts: [1, 1, 1, 1], count_sum: 4 },
      { word: 'fig', counts: [1, 1, 1], count_sum: 3 },
    ]);
  });

  test('01 branch_switching: the branch not taken is absent', async () => {
    const branches = `
nodes:
  a: { type: .fruitSwitch }
  fruit: { type: .exclaim, depends: a.fruit }
  vegetable: { type: .exclaim, depends: a.vegetable, params: { hype: 2 } }
  mineral: { type: .exclaim, depends: a.mineral, params: { hype: 3 } }
  pick: { type: .thisOrThat, depends: [{ this: fruit.value }, { that: vegetable.value }, { the_other: mineral.value }] }
  out:
    type: return
    depends: [{ fruit: fruit.value }, { vegetable: vegetable.value }, { mineral: mineral.value }, { this_or_that: pick.which }]
`;
    expect(await results(kind, branches, 4)).toEqual([
      { fruit: 'apple!', this_or_that: { this: 'apple!' } },
      { vegetable: 'daikon!!', this_or_that: { that: 'daikon!!' } },
      { mineral: 'galaxite!!!', this_or_that: { the_other: 'galaxite!!!' } },
      { fruit: 'banana!', this_or_that: { this: 'banana!' } },
    ]);
  });

  test('gather_n: five letters make a word', async () => {
    const gather = `
nodes:
  a: { type: .letterSource }
  b: { type: gather, depends: a.letter, params: { n: 5 } }
  c: { type: .concat, depends: b.value }
  d: { type: return, depends: [{ word: c.value }] }
`;
    await using runner = runnerOf(kind, await tubeOf(gather));
    const words: unknown[] = [];
    for await (const result of runner.iter(5)) words.push((result as { word: string }).word);
    expect(words).toEqual(['abcde', 'fghij', 'klmno', 'pqrst', 'uvwxy']);
  });

  test('02 gather_dependent: a trigger that is null is none', async () => {
    const dependent = `
nodes:
  count: { type: .countSource }
  word: { type: .sporadicWord }
  gather: { type: gather, depends: [{ value: count.index }, { trigger: word.word }] }
  dict: { type: .dictify, depends: [{ key: word.word }, { items: gather.value }] }
  out: { type: return, depends: [{ word: dict.value }] }
`;
    expect(await results(kind, dependent, 6)).toEqual([
      undefined,
      undefined,
      { word: { plum: [0, 1, 2] } },
      undefined,
      undefined,
      { word: { fig: [3, 4, 5] } },
    ]);
  });

  test('async: order is kept although the letters come at random', async () => {
    const letters = `
nodes:
  a: { type: .countSource }
  b: { type: .numberToLetter, depends: a.index }
  c: { type: .numberToLetter, depends: a.index, params: { offset: 1 } }
  d: { type: .numberToLetter, depends: a.index, params: { offset: 2 } }
  e: { type: return, depends: [b.value, c.value, d.value] }
`;
    expect(await results(kind, letters, 3)).toEqual([
      ['a', 'b', 'c'],
      ['b', 'c', 'd'],
      ['c', 'd', 'e'],
    ]);
  });

  test('disable and enable: the source goes on meanwhile', async () => {
    await using runner = runnerOf(kind, await tubeOf(BASIC));
    await runner.init();
    expect((await runner.run(100)).at(-1)).toBe(198);
    for (const node of ['b', 'c']) {
      await runner.disableNode(node);
      expect(await runner.run(100)).toEqual([]);
      await runner.enableNode(node);
    }
    expect(await runner.run(2)).toEqual([600, 602]);
  });
});

describe.each(ALL)('%s: map', (kind) => {
  test('map_basic: every letter is its own epoch, and one stays a list', async () => {
    const basic = `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .exclaim, depends: b.value }
  d: { type: return, depends: [{ letter: c.value }] }
`;
    expect(await results(kind, basic, 2)).toEqual([
      { letter: ['p!', 'l!', 'u!', 'm!'] },
      { letter: ['f!', 'i!', 'g!'] },
    ]);
  });

  test('03 map_depends: what comes from outside is the same for every item', async () => {
    const depends = `
nodes:
  word: { type: .wordSource }
  count: { type: .countSource }
  map: { type: map, depends: word.word }
  exclaim: { type: .exclaim, depends: [{ string: map.value }, { hype: count.index }] }
  out: { type: return, depends: [{ word: word.word }, { count: count.index }, { letters: exclaim.value }] }
`;
    expect(await results(kind, depends, 3)).toEqual(
      ['plum', 'fig', 'quince'].map((word, i) => ({
        word,
        count: i,
        letters: Array.from(word, (letter) => letter + '!'.repeat(i)),
      })),
    );
  });

  test('04 map_gather: what is gathered comes once, around the items', async () => {
    const gather = `
nodes:
  a: { type: .wordSource }
  b: { type: map, depends: a.word }
  c: { type: .exclaim, depends: b.value }
  d: { type: gather, depends: [{ value: b.value }, { n: b.n }] }
  e: { type: .concat, depends: d.value }
  f: { type: return, depends: [{ letter: c.value }, { reconstructed: e.value }, { word: a.word }] }
`;
    await using runner = runnerOf(kind, await tubeOf(gather));
    const seen: string[] = [];
    runner.addCallback((event) => {
      if (event.type === 'event' && event.node >= 'c')
        seen.push(`${event.node} @${event.epoch.toString()} ${typeof event.value}`);
    });
    expect(await runner.process()).toEqual({
      letter: ['p!', 'l!', 'u!', 'm!'],
      reconstructed: 'plum',
      word: 'plum',
    });
    expect(seen.toSorted()).toEqual([
      'c @0/b.0 string',
      'c @0/b.1 string',
      'c @0/b.2 string',
      'c @0/b.3 string',
      'd @0 object',
      'd @0/b.0 symbol',
      'd @0/b.1 symbol',
      'd @0/b.2 symbol',
      'd @0/b.3 symbol',
      'e @0 string',
    ]);
  });

  test('05 map_nested: letters of words', async () => {
    const nested = `
nodes:
  a: { type: .wordsSource, params: { n: 5 } }
  b: { type: map, depends: a.words }
  c: { type: map, depends: b.value }
  d: { type: return, depends: [{ words: a.words }, { word: b.value }, { letter: c.value }] }
`;
    await using runner = runnerOf(kind, await tubeOf(nested));
    for (let epoch = 0; epoch < 2; epoch++) {
      const { words, word, letter } = (await runner.process()) as {
        words: string[];
        word: string[];
        letter: string[];
      };
      expect(word).toEqual(words);
      expect(letter).toEqual(Array.from(words.join('')));
    }
    expect(
      runner.store
        .all(1)
        .filter((event) => event.node === 'c' && event.signal === 'value')[4]
        ?.epoch.toJSON(),
    ).toEqual([1, ['b', 1], ['c', 1]]);
  });
});

describe.each(ALL)('%s: asset', (kind) => {
  const asset = (scope: string): string => `
assets:
  counter: { type: .Counter, scope: ${scope}, params: { start: 0 } }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }], params: { increment: 3 } }
  b: { type: .increment, depends: [{ iterator: assets.counter }, { increment: a.value }] }
  out: { type: return, depends: [{ a: a.value }, { b: b.value }] }
`;

  test('asset_runner: one object for all epochs', async () => {
    expect(await results(kind, asset('runner'), 3)).toEqual([
      { a: 2, b: 4 },
      { a: 7, b: 14 },
      { a: 17, b: 34 },
    ]);
  });

  test('asset_process: a new object each epoch', async () => {
    expect(await results(kind, asset('process'), 2)).toEqual([
      { a: 2, b: 4 },
      { a: 2, b: 4 },
    ]);
  });

  test('asset_node: a new object each call', async () => {
    expect(await results(kind, asset('node'), 2)).toEqual([
      { a: 2, b: 1 },
      { a: 2, b: 1 },
    ]);
  });

  test('input_asset_params: inputs reach the assets', async () => {
    const start = `
input:
  start: { type: number }
assets:
  counter: { type: .Counter, scope: runner, params: [input.start] }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  out: { type: return, depends: a.value }
`;
    expect(await results(kind, start, 5, { input: { start: 7 } })).toEqual([7, 8, 9, 10, 11]);
  });

  const DEPENDS = `
assets:
  counter: { type: .Counter, scope: runner, params: { start: 1 }, depends: b.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  b: { type: .increment, depends: [{ iterator: a.iterator }] }
  post: { type: .increment, depends: [{ iterator: b.iterator }] }
  out: { type: return, depends: [{ a_value: a.value }, { b_value: b.value }, { post_value: post.value }] }
`;

  test('06 asset_depends: what is kept is a copy, made before others go on', async () => {
    expect(await results(kind, DEPENDS, 3)).toEqual(
      [1, 3, 5].map((start) => ({ a_value: start, b_value: start + 1, post_value: start + 2 })),
    );
  });

  test('07 asset_deps_gather: where the keeping node does not run, the asset keeps what was done to it', async () => {
    const gather = `
assets:
  counter: { type: .Counter, scope: runner, params: { start: 1 }, depends: b.iterator }
nodes:
  a: { type: .increment, depends: [{ iterator: assets.counter }] }
  gather: { type: gather, depends: a.value, params: { n: 5 } }
  sum: { type: .sum, depends: gather.value }
  b: { type: .jump, depends: [{ iterator: a.iterator }, { n: sum.value }] }
  post: { type: .increment, depends: [{ iterator: b.iterator }] }
  out: { type: return, depends: [{ a: a.value }, { gathered: gather.value }, { sum: sum.value }, { b: b.value }, { post: post.value }] }
`;
    const found = await results(kind, gather, 10);
    expect(found.map((result) => (result as { a: number }).a)).toEqual([1, 2, 3, 4, 5, 21, 22, 23, 24, 25]);
    expect([found[4], found[9]]).toEqual([
      { a: 5, gathered: [1, 2, 3, 4, 5], sum: 15, b: 21, post: 21 },
      { a: 25, gathered: [21, 22, 23, 24, 25], sum: 115, b: 141, post: 141 },
    ]);
  });

  test('08 asset_contextmanager: set-up and tear-down around call, epoch and runner', async () => {
    const session = (scope: string): string => `
  ${scope}: { type: .counterSession, scope: ${scope}, params: { start: 1 } }`;
    const pair = (scope: string): string => `
  ${scope}_a: { type: .increment, depends: [{ iterator: assets.${scope} }] }
  ${scope}_b: { type: .increment, depends: [{ iterator: ${scope}_a.iterator }] }`;
    const scopes = ['node', 'process', 'runner'];
    const text = `
assets:${scopes.map(session).join('')}
nodes:${scopes.map(pair).join('')}
  out:
    type: return
    depends: [${scopes.flatMap((scope) => [`{ ${scope}_a: ${scope}_a.value }`, `{ ${scope}_b: ${scope}_b.value }`]).join(', ')}]
`;
    Object.assign(counted, { entered: 0, exited: 0 });
    const runner = runnerOf(kind, await tubeOf(text));
    expect(await epochs(runner, 3)).toEqual(
      [0, 1, 2].map((i) => ({
        node_a: 2,
        node_b: 4,
        process_a: 2,
        process_b: 3,
        runner_a: 2 + 2 * i,
        runner_b: 3 + 2 * i,
      })),
    );
    if (kind !== 'process') expect(counted).toEqual({ entered: 7, exited: 6 });
    await runner.deinit();
    if (kind !== 'process') expect(counted).toEqual({ entered: 7, exited: 7 });
  });
});
