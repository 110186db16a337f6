// What a function gets to read, by functions that use them in a real host.
import { expect, test } from 'vitest';
import type {
  FanOut,
  InputHandle,
  InputList,
  Job,
  OutputHandle,
  RecordHandle,
  RecordOutput,
} from '../../engine/index.ts';
import type { LinkArgument } from '../../engine/executor/function/argument.ts';
import { FunctionRig } from './function-rig.ts';

/** That users' functions can be typed is checked by the compiler. */
type Links = {
  readonly book: InputHandle;
  readonly author: RecordHandle<{ readonly name: string }>;
  readonly pages: InputList;
  readonly total: OutputHandle;
  readonly card: RecordOutput<{ readonly words: number }>;
  readonly parts: FanOut;
};
export async function typed(
  job: Job<Links, { readonly width: number }>,
): Promise<{ readonly words: number }> {
  const { book, author, pages, total, card, parts, params, signal, log } = job;
  for await (const line of book.lines()) if (signal.aborted) log(line.slice(0, params.width));
  await total.lines([
    author.value.name,
    ...pages.map((page) => page.name),
    pages.get('emma/1')?.key ?? job.key,
  ]);
  await parts.write('1', [await book.read(), ' and ', await book.text()]);
  await card.write({ words: pages.size });
  return { words: 1 };
}

test('the argument has the context and a handle for each link', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export function show({ signal, log, gone, ...rest }) { console.log(JSON.stringify(rest), signal.aborted, gone); }`,
  );
  const { log } = await rig.run({
    export: 'show',
    argument: {
      task: 'press',
      key: 'emma/書',
      fields: { book: 'emma', page: '書' },
      params: { width: 80, deep: [null] },
    },
    links: {
      gone: { type: 'absent' },
      author: { type: 'input', member: { type: 'record', key: 'a', value: { name: 'J' } } },
    },
  });
  expect(log).toBe(
    '{"author":{"key":"a","value":{"name":"J"}},"task":"press","key":"emma/書","fields":{"book":"emma","page":"書"},"params":{"width":80,"deep":[null]}} false undefined\n',
  );
});

test('an input is read in every way', async () => {
  await using rig = new FunctionRig();
  const path = rig.write('größe.txt', '\ufeff{"a":\r\n\u2028"ü😀",\n\n"b": 1}');
  rig.write(
    'press.ts',
    `export async function read({ book }) {
  const lines = [];
  for await (const line of book.lines()) lines.push(line);
  const chunks = await book.stream().toArray();
  console.log(JSON.stringify([book.key, book.path, book.name, (await book.read()).length, await book.text(), lines, Buffer.concat(chunks).length]));
}
export async function parse({ book }) { console.log((await book.json()).b); }`,
  );
  rig.write('bad.json', '{"a":');
  const inputOf = (path: string): LinkArgument => ({
    type: 'input',
    member: { type: 'path', key: 'größe', path },
  });
  const { log } = await rig.run({ export: 'read', links: { book: inputOf(path) } });
  expect(JSON.parse(log)).toEqual([
    'größe',
    path,
    'größe.txt',
    Buffer.byteLength('\ufeff{"a":\r\n\u2028"ü😀",\n\n"b": 1}'),
    '\ufeff{"a":\r\n\u2028"ü😀",\n\n"b": 1}',
    ['\ufeff{"a":', '\u2028"ü😀",', '', '"b": 1}'],
    Buffer.byteLength('\ufeff{"a":\r\n\u2028"ü😀",\n\n"b": 1}'),
  ]);
  rig.write('größe.txt', '\ufeff{"b": 1}');
  expect((await rig.run({ export: 'parse', links: { book: inputOf(path) } })).log).toBe('1\n');
  const bad = await rig.run({ export: 'parse', links: { book: inputOf(rig.path('bad.json')) } });
  expect(bad.exit).toMatchObject({
    message: expect.stringContaining(`${rig.path('bad.json')} is not JSON: `) as string,
  });
});

test('a fan-in is a list with a size and keys', async () => {
  await using rig = new FunctionRig();
  rig.write(
    'press.ts',
    `export async function join({ pages, none }) {
  console.log(pages.size, pages.length, none.size, pages[1].key, pages.get('a').name, pages.get('c'));
  for (const page of pages) console.log(await page.text());
}`,
  );
  const members = ['a', 'b'].map(
    (key) => ({ type: 'path', key, path: rig.write(`${key}.txt`, `page ${key}`) }) as const,
  );
  const { log } = await rig.run({
    export: 'join',
    links: { pages: { type: 'inputs', members }, none: { type: 'inputs', members: [] } },
  });
  expect(log).toBe('2 2 0 b a.txt undefined\npage a\npage b\n');
});

test('a link cannot have the name of something else', async () => {
  await using rig = new FunctionRig();
  rig.write('press.ts', 'export function press() {}');
  const { exit } = await rig.run({ export: 'press', links: { key: { type: 'absent' } } });
  expect(exit).toMatchObject({ message: 'a function cannot have a link called "key"' });
});
